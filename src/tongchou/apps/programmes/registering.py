"""Entering the governments and organs of a programme into the registry of this instance."""

from typing import TYPE_CHECKING

from tongchou.apps.organizations.actions import register_jurisdiction, register_organization
from tongchou.apps.organizations.choices import OrganizationKind
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.organizations import OrganizationKind as PrintedKind

from .content import Registry

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

KINDS = {
    PrintedKind.GOVERNMENT: OrganizationKind.DEPARTMENT,
    PrintedKind.LOWER_GOVERNMENT: OrganizationKind.GOVERNMENT,
    PrintedKind.PARTY: OrganizationKind.PARTY,
    PrintedKind.PARK: OrganizationKind.PARK,
    PrintedKind.COMPANY: OrganizationKind.COMPANY,
}


def register_all(reading: Programme, by: "User") -> Registry:
    """Registers whom the programme names; those already known stay as they are."""
    jurisdictions = {
        participant.short: register_jurisdiction(
            name=participant.short,
            full_name=participant.name,
            code=participant.code or "",
            order=order,
            by=by,
        )
        for order, participant in enumerate(reading.participants, start=1)
    }
    organizations = {}
    for task in reading.tasks:
        for organization in task.organizations:
            key = (organization.jurisdiction or "", organization.name)
            if key not in organizations:
                organizations[key] = register_organization(
                    jurisdiction=jurisdictions[key[0]],
                    name=organization.name,
                    kind=KINDS[organization.kind],
                    function=organization.function or "",
                    by=by,
                )
    return Registry(jurisdictions, organizations)

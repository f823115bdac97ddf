"""A target of the confirmed programme as the simulation sees it."""

from decimal import Decimal
from typing import TYPE_CHECKING

from tongchou.apps.programmes.choices import Combine, Curve

from .simulation import Promise, Stage

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Target


def promise_of(target: "Target") -> Promise:
    answering = [a.jurisdiction.name for a in target.answers.all() if a.organization_id]
    return Promise(
        key=target.key,
        subject=target.project.name if target.project else "",
        number=Decimal(target.printed_number) if target.printed_number else None,
        unit=target.printed_unit,
        measure=target.measure,
        summed=target.combine == Combine.SUM,
        steps=target.curve == Curve.STEP,
        stages=tuple(Stage(str(r.uuid), r.name, r.planned) for r in target.rungs.all()),
        parties=tuple(answering),
    )

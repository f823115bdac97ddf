"""A government that signs and whose departments the notice does not address.

Caught a signatory missing from the addressees in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.jurisdictions import known_registry
from tongchou.domain.shared.text import Text


class SignatoryNotAddressed(Finding):
    code = "N160"
    severity = Severity.INFO
    title = Text("签署方的部门不在主送机关中", "A signatory that is not addressed")
    template = Text(
        "{name}签署了通知，但主送机关中没有{name}的单位。",
        "{name} signed the notice, but its organizations are not among the addressees.",
    )
    remedy = Text("请核对主送机关。", "Check the addressees.")


def check(programme: Programme) -> Iterator[Finding]:
    """A notice that addresses nobody by the name of a government leaves nobody out."""
    addressed = "；".join(programme.header.addressees)
    named = Places(programme.participants, known_registry()).named_in(addressed)
    for participant in programme.participants if named else ():
        if participant.signed and participant.short not in named:
            yield SignatoryNotAddressed(Position(where="主送机关"), name=participant.name)

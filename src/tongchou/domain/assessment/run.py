"""The content of a sealed run: scheme, inputs and verdicts, enough to compute it all again."""

from collections.abc import Mapping
from typing import Any

from tongchou.domain.assessment.inputs import Inputs
from tongchou.domain.assessment.rollup import roll_up
from tongchou.domain.assessment.scheme import LightScheme, scheme_from_json
from tongchou.domain.assessment.verdicts import Verdict, judge
from tongchou.domain.shared import canonical

SCHEMA = 1


def run_content(inputs: Inputs, scheme: LightScheme, programme: str) -> dict[str, Any]:
    """What is sealed; `programme` is the programme's UUID."""
    verdicts = roll_up(judge(inputs, scheme), scheme, programme)
    return {
        "programme": programme,
        "scheme": scheme.data,
        "inputs": inputs.to_json(),
        "verdicts": [verdict.to_json() for verdict in verdicts],
    }


def verdicts_of(content: Mapping[str, Any]) -> tuple[Verdict, ...]:
    return tuple(Verdict.from_json(item) for item in content["verdicts"])


def inputs_of(content: Mapping[str, Any]) -> Inputs:
    return Inputs.from_json(content["inputs"])


def scheme_of(content: Mapping[str, Any]) -> LightScheme:
    """The scheme as it was sealed. Raises `Refused` where it no longer reads."""
    return scheme_from_json(content["scheme"])


def replays(content: Mapping[str, Any]) -> bool:
    """Whether the sealed inputs and scheme give, byte for byte, the sealed content again."""
    again = run_content(inputs_of(content), scheme_of(content), content["programme"])
    sealed = {name: content[name] for name in again}
    return canonical.dumps(again) == canonical.dumps(sealed)

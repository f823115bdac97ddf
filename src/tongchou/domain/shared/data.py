"""The data files that lie beside the code: names, units, vocabulary, each with its source."""

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(package: str, name: str) -> Any:
    """Read one JSON file of a package; decimals stay text, floats are refused."""
    text = files(package).joinpath(name).read_text(encoding="utf-8")
    return json.loads(text, parse_float=_refuse)


def _refuse(text: str) -> None:
    raise ValueError(f"write the figure {text} as text")

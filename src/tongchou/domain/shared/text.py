"""Words in the two languages of the system."""

import re
from dataclasses import dataclass

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, code: str) -> str:
        """Chinese for any zh code (zh, zh-Hans, zh_CN), English for every other."""
        return self.zh if code.lower().startswith("zh") else self.en

    def filled(self, params: dict[str, object]) -> "Text":
        """Fill the {names} of both wordings; a `Text` parameter gives each its own language."""
        return Text(
            zh=self.zh.format(**{name: _worded(value, "zh") for name, value in params.items()}),
            en=self.en.format(**{name: _worded(value, "en") for name, value in params.items()}),
        )

    def to_json(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}


def printable(text: str) -> str:
    """Without the marks that no file or database may hold and those that turn the reading

    direction; every end of a line is a newline.
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def _worded(value: object, code: str) -> object:
    return value.in_language(code) if isinstance(value, Text) else value

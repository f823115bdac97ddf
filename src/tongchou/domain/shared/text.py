"""Words in the two languages of the system."""

from dataclasses import dataclass


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


def _worded(value: object, code: str) -> object:
    return value.in_language(code) if isinstance(value, Text) else value

"""What becomes of each task and target of a programme that is amended, as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tongchou.domain.programme.programme import Programme

from .mapping import Correspondence


class SealForm(forms.Form):
    """For every target of the amended notice: which former one it is, or that it is new."""

    reason = forms.CharField(
        label=_("Reason of the amendment"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(
        self, before: Programme, after: Programme, proposed: Correspondence, data: Any = None
    ) -> None:
        super().__init__(data)
        self.after, self.proposed = after, proposed
        self.former = {target.key: target.text for target in before.targets}
        former: list[tuple[str, Any]] = [("", _("a new target"))]
        former += [(target.key, f"{target.key} {target.text[:40]}") for target in before.targets]
        for target in after.targets:
            self.fields[f"target-{target.key}"] = forms.ChoiceField(
                label=target.key,
                choices=former,
                required=False,
                initial=proposed.targets.get(target.key, ""),
            )

    @property
    def unlike(self) -> list[tuple[Any, Any]]:
        """The rows to look at: worded anew, newly come, chosen otherwise, or wrong."""
        return [row for row in self.rows if not self._alike(*row)]

    @property
    def alike(self) -> list[tuple[Any, Any]]:
        """The rows whose target reads as the former one it continues."""
        return [row for row in self.rows if self._alike(*row)]

    def _alike(self, target: Any, field: Any) -> bool:
        former = str(field.value() or "")
        unchosen = former == self.proposed.targets.get(target.key, "")
        return unchosen and not field.errors and self.former.get(former) == target.text

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        """Each target of the amended notice with its field."""
        return [(target, self[f"target-{target.key}"]) for target in self.after.targets]

    def correspondence(self) -> Correspondence:
        """As chosen; a task is the former one that the comparison found. Call it once valid."""
        chosen = {t.key: self.cleaned_data[f"target-{t.key}"] for t in self.after.targets}
        targets = {new: old for new, old in chosen.items() if old}
        return Correspondence(self.proposed.tasks, targets)

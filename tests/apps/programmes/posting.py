"""The form of a task as a browser would send it back."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from tongchou.apps.programmes.editing import TaskEdit
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading


def forms_of(edit: TaskEdit) -> list[Any]:
    forms = [edit.period, *edit.organizations]
    for target in edit.targets:
        forms += [target.form, *target.answers, *target.rungs, *target.items]
        single = (target.quantity, target.plan, target.counted)
        forms += [form for form in single if form is not None]
    return forms


def form_of(programme: Programme, task: int) -> QueryDict:
    """Every field with the value that the page shows."""
    data = QueryDict(mutable=True)
    for form in forms_of(TaskEdit(draft_reading(programme), task)):
        for bound in form:
            value = bound.value()
            if isinstance(value, list):
                data.setlist(bound.html_name, value)
            else:
                data[bound.html_name] = bound.field.prepare_value(value) or ""
    return data

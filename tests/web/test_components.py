"""The parts pages are made of."""

from __future__ import annotations

import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.utils.translation import override

from tongchou.apps.files.findings import FileEmpty

IMPORT = '{% import "components/ui.html" as ui with context %}'


def shown(source: str, **context: object) -> str:
    with override("en"):
        text = engines.all()[0].from_string(IMPORT + source).render(context)
    return re.sub(r"\s+", " ", text).strip()


class Sample(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the notice.")
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea)
    agreed = forms.BooleanField(label="Agreed", required=False)
    key = forms.CharField(widget=forms.HiddenInput)


def test_each_light_differs_in_shape_and_not_in_colour_alone() -> None:
    codes = ["green", "yellow", "orange", "red", "none"]
    drawn = [shown("{{ ui.light(code, 'word') }}", code=code) for code in codes]
    shapes = {re.search(r"<svg[^>]*>(.*?)</svg>", text).group(1) for text in drawn}  # type: ignore[union-attr]
    assert len(shapes) == 5
    assert all("word" in text for text in drawn)
    assert all("style=" not in text for text in drawn)


@pytest.mark.parametrize("code", ["", None, "purple"])
def test_a_light_that_is_none_is_drawn_as_none(code: object) -> None:
    assert 'class="light none"' in shown("{{ ui.light(code, 'word') }}", code=code)


def test_findings_show_code_words_place_and_remedy() -> None:
    finding = FileEmpty(name="a<b.pdf")
    for item in (finding, finding.to_json()):
        text = shown("{{ ui.findings([item]) }}", item=item)
        assert "X401" in text
        assert "a&lt;b.pdf" in text
        assert "What to do: Open the original" in text


def test_a_field_binds_label_help_and_error_to_its_input() -> None:
    text = shown("{{ ui.field(form.name) }}", form=Sample({"key": "1"}))
    assert '<label for="id_name">' in text
    assert 'aria-invalid="true"' in text
    described = re.search(r'aria-describedby="([^"]*)"', text).group(1).split()  # type: ignore[union-attr]
    assert described
    assert all(f'id="{name}"' in text for name in described)


def test_an_optional_field_says_so_and_a_required_one_does_not() -> None:
    form = Sample()
    assert "(optional)" in shown("{{ ui.field(form.note) }}", form=form)
    assert "(optional)" not in shown("{{ ui.field(form.name) }}", form=form)


def test_a_box_to_tick_stands_inside_its_label() -> None:
    text = shown("{{ ui.field(form.agreed) }}", form=Sample())
    assert re.search(r'<label class="check"><input type="checkbox".*Agreed', text)


def test_a_hidden_field_has_no_label() -> None:
    text = shown("{{ ui.field(form.key) }}", form=Sample())
    assert text == '<input type="hidden" name="key" id="id_key">'


def test_values_in_parts_are_escaped() -> None:
    for part in ("badge(x)", "stat(x, x, x)", "empty(x, x)", "button(x)"):
        assert "<script>" not in shown(f"{{{{ ui.{part} }}}}", x="<script>")


def test_a_list_of_one_page_has_no_pager() -> None:
    page = Paginator(range(3), 5).page(1)
    assert shown("{{ ui.pager(page, '?page=') }}", page=page) == ""


def test_a_pager_leads_to_the_pages_beside() -> None:
    page = Paginator(range(15), 5).page(2)
    text = shown("{{ ui.pager(page, '?x=1&page=') }}", page=page)
    assert "Page 2 of 3" in text
    assert 'href="?x=1&amp;page=1"' in text
    assert 'href="?x=1&amp;page=3"' in text


def test_progress_needs_no_style() -> None:
    text = shown("{{ ui.progress(9, 12, '75%') }}")
    assert '<progress value="9" max="12">' in text
    assert "style" not in text

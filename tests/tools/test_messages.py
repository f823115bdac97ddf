"""Catalogues: what files say is found, translations are kept, gaps are named."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from tools import messages

CODE = 'from django.utils.translation import gettext_lazy as _\nLABEL = _("Light")\n'
PAGE = """\
<h1>{{ _("Overview") }}</h1>
{% trans count=n %}{{ count }} task{% pluralize %}{{ count }} tasks{% endtrans %}
{{ pgettext("verb", "Open") }}
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A package with one app that says four things, and its catalogue as `update` makes it."""
    folder = tmp_path / "apps" / "lights"
    (folder / "jinja2" / "lights").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "choices.py").write_text(CODE)
    (folder / "jinja2" / "lights" / "overview.html").write_text(PAGE)
    messages.update(folder)
    return folder


def translate(app: Path, **words: str) -> None:
    path = app / messages.CATALOGUE
    catalogue = messages.read_catalogue(path)
    for message in messages.keyed(catalogue).values():
        plural = not isinstance(message.id, str)
        english = message.id if isinstance(message.id, str) else message.id[0]
        chinese = words.get(english.split()[-1], "词")
        message.string = (chinese,) if plural else chinese
    messages.write_catalogue(path, catalogue)


def test_every_text_of_templates_and_code_is_found(app: Path) -> None:
    found = messages.keyed(messages.read_catalogue(app / messages.CATALOGUE))
    assert sorted(found) == [
        ("", "%(count)s task"),
        ("", "Light"),
        ("", "Overview"),
        ("verb", "Open"),
    ]


def test_a_text_without_translation_is_named(app: Path) -> None:
    assert "lights: not translated: 'Light'" in list(messages.problems(app))


def test_a_complete_catalogue_has_no_problems(app: Path) -> None:
    translate(app, task="%(count)s 项任务")
    assert list(messages.problems(app)) == []


def test_a_lost_placeholder_is_named(app: Path) -> None:
    translate(app, task="若干项任务 %(number)s")
    (problem,) = messages.problems(app)
    assert "%(count)s task" in problem


def test_a_new_text_and_a_text_no_longer_said_are_named(app: Path) -> None:
    translate(app, task="%(count)s 项任务")
    (app / "choices.py").write_text(CODE.replace("Light", "Verdict"))
    assert list(messages.problems(app)) == [
        "lights: not in the catalogue: 'Verdict'",
        "lights: no longer said by any file: 'Light'",
    ]


def test_update_keeps_translations_and_drops_what_is_gone(app: Path) -> None:
    translate(app, task="%(count)s 项任务", Overview="总览")
    (app / "choices.py").write_text(CODE.replace("Light", "Verdict"))
    messages.update(app)
    found = messages.keyed(messages.read_catalogue(app / messages.CATALOGUE))
    assert found["", "Overview"].string == "总览"
    assert ("", "Light") not in found
    assert list(messages.problems(app)) == ["lights: not translated: 'Verdict'"]


def test_a_chinese_id_is_named(app: Path) -> None:
    (app / "choices.py").write_text(CODE.replace("Light", "亮灯"))
    messages.update(app)
    assert "lights: an id is English: '亮灯'" in list(messages.problems(app))


def test_writing_twice_gives_the_same_bytes(app: Path) -> None:
    path = app / messages.CATALOGUE
    first = path.read_bytes()
    messages.update(app)
    assert path.read_bytes() == first


def test_stale_catalogues_are_compiled_to_what_gettext_reads(
    app: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(app, task="%(count)s 项任务", Light="亮灯")
    package = app.parent.parent
    assert messages.stale(package) == [app / messages.CATALOGUE]
    monkeypatch.setattr(messages, "stale", lambda: [app / messages.CATALOGUE])
    messages.compile_all()
    with (app / messages.CATALOGUE).with_suffix(".mo").open("rb") as stream:
        read = gettext.GNUTranslations(stream)
    assert read.gettext("Light") == "亮灯"
    assert read.ngettext("%(count)s task", "%(count)s tasks", 3) == "%(count)s 项任务"
    monkeypatch.undo()
    assert messages.stale(package) == []


@pytest.mark.parametrize("owner", messages.owners(), ids=lambda path: path.name)
def test_the_catalogue_of_every_folder_is_complete(owner: Path) -> None:
    assert list(messages.problems(owner)) == []

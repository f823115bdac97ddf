"""The direction of the tables: what an app's rows may point to, and what addresses show."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver

ORDER = (
    "audit",
    "organizations",
    "files",
    "notices",
    "programmes",
    "reports",
    "reviews",
    "assessments",
    "publications",
)


def own_models() -> list[type[models.Model]]:
    return [model for label in ORDER for model in apps.get_app_config(label).get_models()]


def references() -> Iterator[tuple[type[models.Model], str, type[models.Model]]]:
    """Every column of the apps that points to another table."""
    for model in own_models():
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and isinstance(field.related_model, type):
                yield model, field.name, field.related_model


def is_user(model: type[models.Model]) -> bool:
    return model._meta.label == settings.AUTH_USER_MODEL


def test_the_apps_are_installed_in_their_order() -> None:
    installed = [c.label for c in apps.get_app_configs() if c.label in ORDER]
    assert tuple(installed) == ORDER


def test_rows_point_only_to_the_same_or_an_earlier_app_or_to_a_user() -> None:
    upwards = [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for model, name, target in references()
        if target._meta.app_label in ORDER
        and not is_user(target)
        and ORDER.index(target._meta.app_label) > ORDER.index(model._meta.app_label)
    ]
    assert upwards == []


def test_rows_point_outside_the_apps_only_from_the_account_table() -> None:
    outside = [
        f"{model._meta.label}.{name} → {target._meta.label}"
        for model, name, target in references()
        if target._meta.app_label not in ORDER and not is_user(model)
    ]
    assert outside == []


def test_there_are_references_to_look_at() -> None:
    assert len(list(references())) > 5


def routes(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, route)
        else:
            yield route, entry


def test_addresses_never_show_a_primary_key() -> None:
    named = {"pk", "id"}
    shown = []
    for route, entry in routes(get_resolver().url_patterns):
        for name in entry.pattern.converters:
            if name in named or name.endswith(("_pk", "_id")):
                shown.append(f"{route}: {name}")
    assert shown == []


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.parametrize("label", ORDER)
def test_migrations_are_linear_and_named(label: str) -> None:
    folder = Path(apps.get_app_config(label).path, "migrations")
    names = sorted(path.stem for path in folder.glob("[0-9]*.py"))
    numbers = [int(name.partition("_")[0]) for name in names]
    assert all(later == earlier + 1 for earlier, later in pairwise(numbers)), names
    assert not [name for name in names if "_auto_" in name]

"""The overview of the demo beside a page of the same server that shows nothing.

Both go through the whole of Django in this process: middleware, session, queries, templates. The
empty page is what a person without a role sees on the first page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.frame import Figure, Timing, measure

GOAL = 5.0
EMPTY = "a page that shows nothing"


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="tongchou-bench-") as name:
        data = Path(name) / "demo"
        command = [sys.executable, "-m", "tongchou.project.cli", "demo", "--no-serve"]
        finished([*command, "--data", str(data)], {})
        taken = finished([sys.executable, "-m", __name__], {"TONGCHOU_DATA": str(data)})
    timings = {name: Timing(**timing) for name, timing in json.loads(taken).items()}
    empty = timings.pop(EMPTY)
    for name, timing in timings.items():
        goal = GOAL if name == "overview, 25 tasks" else None
        yield Figure(name, timing, EMPTY, empty, ratio_goal=goal)


def finished(command: list[str], more: dict[str, str]) -> str:
    held = {k: v for k, v in os.environ.items() if not k.startswith("TONGCHOU_")}
    done = subprocess.run(
        command, check=True, env=held | more, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def pages() -> dict[str, Timing]:
    """Runs in a process of its own, on the demo's data."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tongchou.project.settings"
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from tongchou.apps.organizations.actions import open_account
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme

    settings.ALLOWED_HOSTS = ["testserver"]
    leader = signed_in(Client(), User.objects.get(login="leader"))
    nobody = signed_in(Client(), open_account(login="nobody", name="nobody", password=None))
    slug = Programme.objects.get().slug
    return {
        EMPTY: measure(lambda: page(nobody, "/"), repeat=7, inner=10),
        "overview, 25 tasks": measure(lambda: page(leader, f"/p/{slug}/"), repeat=7, inner=10),
        "task page": measure(lambda: page(leader, f"/p/{slug}/tasks/9/"), repeat=5, inner=5),
    }


def signed_in(client: object, user: object) -> object:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")  # type: ignore[attr-defined]
    return client


def page(client: object, address: str) -> None:
    answer = client.get(address)  # type: ignore[attr-defined]
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")


if __name__ == "__main__":
    print(json.dumps({name: asdict(timing) for name, timing in pages().items()}))

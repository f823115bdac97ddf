"""The commands that work on the database, through the same actions as the pages."""

import sys
from datetime import date, timedelta
from getpass import getpass
from pathlib import Path

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from tongchou.apps.assessments.actions import assess as make_run
from tongchou.apps.assessments.queries import latest_run
from tongchou.apps.audit.queries import verify as differences
from tongchou.apps.organizations.actions import give_role, open_account
from tongchou.apps.organizations.models import User
from tongchou.apps.programmes.actions import take_notice
from tongchou.apps.programmes.models import Programme
from tongchou.apps.publications.actions import publish as make_edition
from tongchou.domain.shared.findings import Refused, has_errors

from . import clock, compiling, listing
from .cli_text import OK, REFUSED, Stop, both

LANGUAGE = "zh"


def load(*, path: Path, slug: str | None, login: str | None) -> int:
    """Receives a notice and drafts its programme; findings of a refused one go to stderr."""
    content = compiling.read_file(path)
    by = _actor(login)
    if by is None:
        raise Stop(
            "请用 --by 指明由谁确认这份通知。", "Name with --by who is to confirm the notice."
        )
    try:
        programme = take_notice(data=content, name=path.name, by=by, slug=slug or "")
    except Refused as refused:
        print("\n".join(listing.finding_lines(path.name, refused.findings, LANGUAGE)),
              file=sys.stderr)  # fmt: skip
        return REFUSED
    print(both(f"已收文，待确认：/p/{programme.slug}/confirm/",
               f"received, to be confirmed: /p/{programme.slug}/confirm/"))  # fmt: skip
    return OK


def assess(*, slug: str | None, as_of: date | None, login: str | None) -> int:
    programme = _programme(slug)
    day = as_of or clock.business_date().replace(day=1) - timedelta(days=1)
    try:
        run = make_run(programme=programme, as_of=day, by=_actor(login), on=clock.business_date())
    except Refused as refused:
        return _refused(programme.slug, refused)
    print(both(f"第 {run.number} 次评估，截至 {day}", f"assessment {run.number} as of {day}"))
    return OK


def publish(*, slug: str | None, number: int | None, login: str | None) -> int:
    programme = _programme(slug)
    run = latest_run(programme) if number is None else programme.runs.filter(number=number).first()
    if run is None:
        raise Stop("还没有这次评估：请先运行 tongchou assess。",
                   "There is no such assessment: run tongchou assess first.")  # fmt: skip
    try:
        edition = make_edition(
            programme=programme, run=run, by=_actor(login), on=clock.business_date()
        )
    except Refused as refused:
        return _refused(programme.slug, refused)
    print(both(f"已发布第 {edition.number} 版", f"published edition {edition.number}"))
    return OK


def account(*, login: str, name: str | None, role: str) -> int:
    """Opens an account with a role that holds everywhere; the other roles are given on the web."""
    if User.objects.filter(login=login).exists():
        raise Stop(f"账号 {login} 已经存在。", f"There is an account {login} already.")
    password = _password()
    try:
        validate_password(password)
    except ValidationError as reason:
        said = " ".join(reason.messages)
        raise Stop(f"口令不合要求：{said}", f"The password will not do: {said}") from reason
    user = open_account(login=login, name=name or login, password=password)
    give_role(user=user, role=role)
    print(both(f"已开设账号 {login}", f"opened the account {login}"))
    return OK


def _password() -> str:
    """Asked for at a terminal, else the first line of the input."""
    if sys.stdin.isatty():
        return getpass(both("口令", "password") + ": ")
    return sys.stdin.readline().rstrip("\n")


def verify() -> int:
    found = differences()
    for line in listing.finding_lines("tongchou", found, LANGUAGE):
        print(line, file=sys.stderr)
    if has_errors(found):
        return REFUSED
    print(both("全部封存记录一致", "every sealed record holds"))
    return OK


def migrate() -> int:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=1)
    return OK


def _refused(name: str, refused: Refused) -> int:
    print("\n".join(listing.finding_lines(name, refused.findings, LANGUAGE)), file=sys.stderr)
    return REFUSED


def _programme(slug: str | None) -> Programme:
    programmes = list(Programme.objects.order_by("slug"))
    chosen = [row for row in programmes if slug in {None, row.slug}]
    if len(chosen) == 1:
        return chosen[0]
    names = "、".join(row.slug for row in programmes) or "—"
    raise Stop(f"请用 --programme 指明一个方案：{names}", f"Name a programme: {names}")


def _actor(login: str | None) -> User | None:
    """The account that acts; without one it is the command line itself."""
    if login is None:
        return None
    user = User.objects.filter(login=login, is_active=True).first()
    if user is None:
        raise Stop(f"没有账号 {login}。", f"There is no account {login}.")
    return user

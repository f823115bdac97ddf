"""What a person had typed when the session expired, carried over the sign-in.

The fields of the refused form are kept in the session of the sign-in page, for an hour, and only
for a browser in which an account was signed in before (a signed cookie says which): so nobody else
can fill the session store, and nobody else gets to see the text.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tongchou.domain.shared.quantities import units

if TYPE_CHECKING:
    from .models import User

COOKIE = "tongchou_account"
SALT = "tongchou.organizations.carried"
COOKIE_AGE = timedelta(days=30)
KEPT_FOR = timedelta(hours=1)
SESSION_KEY = "carried"
CODE = re.compile(r"[A-Za-z0-9_:-]*|\s*")
LIMIT = 256 * 1024


@dataclass(frozen=True, slots=True)
class Carried:
    """A form as it was sent: its address and every field with its values."""

    path: str
    fields: list[tuple[str, list[str]]]

    @property
    def words(self) -> list[str]:
        """What the person is likely to know again: what was written, not the codes of choices."""
        sent = (text for _, values in self.fields for text in values)
        return [text for text in sent if not CODE.fullmatch(text) and text not in units()]


def remember(response: HttpResponse, user: "User") -> None:
    response.set_signed_cookie(
        COOKIE,
        str(user.uuid),
        salt=SALT,
        max_age=COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def keep(request: HttpRequest) -> None:
    """Keeps the fields of a form that came without a session."""
    account = request.get_signed_cookie(COOKIE, None, salt=SALT, max_age=COOKIE_AGE)
    fields = [(k, v) for k, v in request.POST.lists() if k != "csrfmiddlewaretoken"]
    size = sum(len(name) + sum(map(len, values)) for name, values in fields)
    if account is None or not fields or size > LIMIT:
        return
    request.session[SESSION_KEY] = {
        "account": account,
        "path": request.get_full_path(),
        "fields": fields,
    }
    request.session.set_expiry(KEPT_FOR)


def carried(request: HttpRequest, user: "User") -> Carried | None:
    """What this person's browser carried over; another person's is dropped."""
    kept = request.session.get(SESSION_KEY)
    if kept is None:
        return None
    if kept["account"] != str(user.uuid):
        drop(request)
        return None
    return Carried(kept["path"], [(name, list(values)) for name, values in kept["fields"]])


def drop(request: HttpRequest) -> None:
    request.session.pop(SESSION_KEY, None)

"""Uploads go to a temporary file and stop at the limit, so that none fills memory or disk.

A file past the limit is read to its end and thrown away, so that the other fields of the form
still arrive and the person gets a page instead of a broken connection.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.datastructures import MultiValueDict

from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.text import Text

from .findings import UploadTooLarge

View = Callable[..., HttpResponse]
PATIENCE = 8
"""A request this many times the limit is not read at all."""


def refused_uploads(request: HttpRequest) -> tuple[Finding, ...]:
    """The files of this request that were not taken because they pass the upload limit."""
    request.FILES  # noqa: B018  the request is parsed when it is first asked for
    return tuple(getattr(request, "refused_uploads", ()))


def shows_refused_uploads(view: View) -> View:
    """Marks a view that shows `refused_uploads` itself; the others get a page for it."""
    view.shows_refused_uploads = True  # type: ignore[attr-defined]
    return view


UNREAD = Text("所选文件", "the file that was chosen")


class LimitedUploadHandler(TemporaryFileUploadHandler):
    """Drops a file once it passes `TONGCHOU_UPLOAD_LIMIT` and notes that on the request."""

    def handle_raw_input(
        self, _input: Any, _meta: Any, content_length: int, *_rest: Any
    ) -> tuple[QueryDict, MultiValueDict] | None:
        """Leaves a request unread that is far past anything a person would mean to send."""
        if content_length <= PATIENCE * settings.TONGCHOU_UPLOAD_LIMIT:
            return None
        self.note(UNREAD)
        return QueryDict(), MultiValueDict()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.TONGCHOU_UPLOAD_LIMIT:
            self.note(self.file_name or "")
            raise SkipFile
        super().receive_data_chunk(raw_data, start)

    def note(self, name: str | Text) -> None:
        found = UploadTooLarge(name=name, limit=settings.TONGCHOU_UPLOAD_LIMIT // 2**20)
        refused = [*getattr(self.request, "refused_uploads", ()), found]
        self.request.refused_uploads = refused  # type: ignore[union-attr]

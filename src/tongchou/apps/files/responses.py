"""Handing files out: always as an attachment, never as a page of this site."""

from django.http import FileResponse

from .models import StoredFile
from .queries import open_stored


def attachment(file: StoredFile) -> FileResponse:
    """The file to be saved under its own name (RFC 5987), never shown or guessed at."""
    response = FileResponse(
        open_stored(file), as_attachment=True, filename=file.name, content_type=file.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response

"""Old Office files turned into new ones by LibreOffice, where it is installed."""

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path

from tongchou.documents.findings import NoOffice, ReadingStopped
from tongchou.documents.guard import MAX_FILE, MEGABYTE, GuardError, damaged, too_large
from tongchou.documents.kinds import KINDS
from tongchou.documents.processes import run_bounded
from tongchou.documents.readers import OFFICE
from tongchou.domain.shared.text import Text

VARIABLE = "TONGCHOU_SOFFICE"
NAMES = ("soffice", "libreoffice")
USUAL = (
    "/usr/lib/libreoffice/program/soffice",
    "/usr/lib64/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
SECONDS = 60
MOST_WORDS = MEGABYTE
ENDINGS = {"doc": "doc", "rtf": "rtf", "odt": "odt", "wordml": "xml", "sheetml": "xml"}
TOO_SLOW = Text("LibreOffice 超过了时间上限", "LibreOffice took too long")
NOWHERE = "http://127.0.0.1:9"
"""A proxy that answers nobody, should a document ask for an address."""
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
"""No macro runs and no link is followed (names as in LibreOffice's registry schemas)."""

_one_at_a_time = threading.Lock()


def find_office() -> str | None:
    """The path of LibreOffice's program: named in TONGCHOU_SOFFICE, on the path, or where
    systems put it."""
    named = os.environ.get(VARIABLE)
    if named:
        return shutil.which(named)
    if found := next((path for name in NAMES if (path := shutil.which(name))), None):
        return found
    places = (place for usual in USUAL for place in _matching(usual))
    return next((str(place) for place in places if os.access(place, os.X_OK)), None)


def _matching(pattern: str) -> list[Path]:
    root = Path(Path(pattern).anchor or "/")
    return sorted(root.glob(pattern.removeprefix(root.as_posix()))) if root.exists() else []


def converted(data: bytes, name: str, kind: str) -> bytes:
    """The same document as a new kind (OFFICE says which). Raises GuardError."""
    program = find_office()
    if program is None:
        raise GuardError(NoOffice(name=name, kind=KINDS[kind]))
    with tempfile.TemporaryDirectory(prefix="tongchou-office-") as folder, _one_at_a_time:
        return _convert(program, Path(folder), data, name, kind)


def _convert(program: str, folder: Path, data: bytes, name: str, kind: str) -> bytes:
    """One run with a profile of its own, so that runs do not wait for each other's locks."""
    source = folder / f"source.{ENDINGS[kind]}"
    source.write_bytes(data)
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    made = folder / "out" / f"source.{OFFICE[kind]}"
    command = [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
        "--convert-to", OFFICE[kind],
        "--outdir", str(made.parent),
        str(source),
    ]  # fmt: skip
    environment = _environment(folder)
    try:
        ended = run_bounded(command, seconds=SECONDS, most=MOST_WORDS, environment=environment)
    except OSError:
        raise GuardError(NoOffice(name=name, kind=KINDS[kind])) from None
    if ended.late:
        raise GuardError(ReadingStopped(name=name, what=TOO_SLOW))
    if not made.is_file():
        raise GuardError(damaged(name, "LibreOffice 打不开", "LibreOffice cannot open it"))
    if made.stat().st_size > MAX_FILE:
        raise GuardError(too_large(name))
    return made.read_bytes()


def _environment(folder: Path) -> dict[str, str]:
    """Without this server's settings and secrets, and without a way to the network."""
    kept = ("PATH", "LANG", "LC_ALL", "SystemRoot", "TZ")
    own = {name: os.environ[name] for name in kept if name in os.environ}
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy"), NOWHERE)
    home = {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)}
    return {**own, **proxies, **home} if sys.platform != "win32" else {**os.environ, **proxies}

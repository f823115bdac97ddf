"""Where things lie in a checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_BIN = VENV / "bin"
VENV_PYTHON = VENV_BIN / "python"
REQUIREMENTS = ROOT / "requirements"
PACKAGE = ROOT / "src" / "tongchou"
VENDOR = PACKAGE / "web" / "static" / "vendor"


def tracked_files(root: Path = ROOT) -> list[Path]:
    """Every file of the project that git holds or would take, else every file outside
    the folders that are made: a copy without git is checked all the same."""
    listing = ["git", "-C", str(root), "ls-files", "-z", "-co", "--exclude-standard"]
    if (root / ".git").exists():
        names = subprocess.run(listing, check=True, capture_output=True).stdout.decode().split("\0")
        found = [root / name for name in names if name]
    else:
        made = {".venv", "node_modules", "vendor", "__pycache__", "data"}
        found = [p for p in root.rglob("*") if not made & set(p.relative_to(root).parts)]
    return sorted(path for path in found if path.is_file())

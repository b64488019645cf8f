"""Where the program's own files are: inside the installed package, or beside it in a checkout."""

from pathlib import Path


def resources() -> Path:
    """Return the folder with icons and texts."""
    package = Path(__file__).resolve().parents[2]
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"

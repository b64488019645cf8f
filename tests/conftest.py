"""What every test shares: no screen, no dialog that waits for a person, nothing of the person's own files."""

import itertools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "offscreen"
for name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)

# Found once, a failing example is kept and tried again first; in CI the same examples are tried every time.
settings.register_profile("twitchlog", deadline=None, max_examples=50, derandomize="CI" in os.environ)
settings.load_profile("twitchlog")

WAITS_FOR_A_PERSON = {
    "QDialog": ("exec",),
    "QMenu": ("exec",),
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QFileDialog": ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
}


def _refusing(what: str) -> Callable[..., NoReturn]:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError(f"{what} waits for a person: open dialogs with open(), menus with popup()")

    return refuse


@pytest.fixture(autouse=True)
def no_modal_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail instead of waiting for ever; a test without Qt does not import it for this."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return
    for kind, names in WAITS_FOR_A_PERSON.items():
        for name in names:
            monkeypatch.setattr(getattr(widgets, kind), name, _refusing(f"{kind}.{name}"))


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return new empty home folders, one after the other."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(scope="session")
def font_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where matplotlib keeps what fonts there are: finding out takes a second, so once is enough."""
    return tmp_path_factory.mktemp("matplotlib")


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], font_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new home folder for each test, for the processes it starts too; no diary is set."""
    folder = next(homes)
    folder.mkdir(mode=0o700)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TWITCHLOG_DIARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MPLCONFIGDIR", str(font_cache))
    return folder

"""The person's diary in a folder of the test, and the command line at work on it."""

from pathlib import Path

import pytest

from tests.cli.said import Command, Said
from twitchlog.cli import Doors, run


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "home" / "diary.db"
    monkeypatch.setenv("TWITCHLOG_DIARY", str(path))
    return path


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def cli(own: Path, opened: list[Path], capsys: pytest.CaptureFixture[str]) -> Command:
    def open_window(diary: Path) -> int:
        opened.append(diary)
        return 7

    def command(*words: object, doors: Doors | None = None) -> Said:
        code = run(doors or Doors(open_window), [str(word) for word in words])
        return Said(code, *capsys.readouterr())

    return command


@pytest.fixture(scope="module")
def made_up_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "year.db"
    words = [
        "demo",
        str(path),
        "--no-window",
        "--last",
        "2026-11-21",
        "--diary",
        str(path.with_name("own.db")),
    ]
    assert run(Doors(lambda _: 1), words) == 0
    return path

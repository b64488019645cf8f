"""Diaries in a file of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from twitchlog.store import opening
from twitchlog.store.store import Store


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE_S", 0.01)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a diary may be made."""
    return tmp_path / "mine" / "diary.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """An empty diary in a file."""
    store = Store.open(path, wait_s=0.01)
    yield store
    store.close()

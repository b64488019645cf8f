"""What is heavy is loaded beside the window, and leaving waits for no more than one module."""

import importlib
import threading

import pytest
from pytestqt.qtbot import QtBot

from twitchlog.ui import warm_up
from twitchlog.ui.warm_up import WarmUp


def test_everything_is_loaded_and_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(importlib, "import_module", loaded.append)
    warm = WarmUp()
    with qtbot.waitSignal(warm.done):
        warm.start()
    assert tuple(loaded) == warm_up.HEAVY
    warm.stop()


def test_leaving_waits_for_the_module_being_loaded_and_loads_no_more(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def slow(name: str) -> None:
        begun.set()
        go_on.wait(10)
        loaded.append(name)

    monkeypatch.setattr(importlib, "import_module", slow)
    warm = WarmUp()
    warm.start()
    assert begun.wait(10)
    threading.Timer(0.05, go_on.set).start()
    warm.stop()
    assert loaded == [warm_up.HEAVY[0]]
    assert "warm-up" not in [thread.name for thread in threading.enumerate()]


def test_leaving_before_it_began_is_no_trouble(qtbot: QtBot) -> None:
    WarmUp().stop()

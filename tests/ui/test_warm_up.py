"""What is heavy is loaded beside the window, and leaving waits for no more than one module."""

import gc
import importlib
import threading

import pytest
from pytestqt.qtbot import QtBot

from twitchlog.ui import warm_up
from twitchlog.ui.kept_for_good import kept_for_good
from twitchlog.ui.warm_up import WarmUp


def test_everything_is_loaded_and_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(importlib, "import_module", loaded.append)
    warm = WarmUp()
    with qtbot.waitSignal(warm.done):
        warm.start()
    assert loaded == [*warm_up.chart_modules(), *warm_up.STORE_NEEDS]
    assert {"matplotlib.figure", "twitchlog.insight.series.year", "twitchlog.charts.hotspots"} < set(loaded)
    warm.stop()


def test_rubbish_is_looked_for_again_after_loading_also_if_it_failed() -> None:
    meanwhile: list[bool] = []

    def fails() -> None:
        with kept_for_good():
            meanwhile.append(gc.isenabled())
            raise ImportError

    with pytest.raises(ImportError):
        fails()
    assert meanwhile == [False]
    assert gc.isenabled()


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
    assert loaded == [warm_up.CHARTS_NEED[0]]
    assert "warm-up" not in [thread.name for thread in threading.enumerate()]


def test_leaving_before_it_began_is_no_trouble(qtbot: QtBot) -> None:
    WarmUp().stop()

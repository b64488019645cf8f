"""Work aside: only the newest question is answered, a refusal is a sentence, and nobody leaves a thread behind."""

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from twitchlog.store.errors import StoreError
from twitchlog.ui.aside import BUG, Aside


def test_only_the_newest_question_is_answered(qtbot: QtBot, qapp: QObject) -> None:
    aside: Aside[str] = Aside(qapp)
    answers: list[object] = []
    aside.answered.connect(answers.append)
    go = Event()

    def slow() -> str:
        go.wait(5)
        return "old"

    aside.ask(slow)
    (old,) = aside._under_way
    with qtbot.waitSignal(aside.answered):
        aside.ask(lambda: "new")
    with qtbot.waitSignal(old.finished):
        go.set()
    assert answers == ["new"]
    assert aside._under_way == []


def test_what_is_left_is_not_answered_any_more(qtbot: QtBot, qapp: QObject) -> None:
    aside: Aside[str] = Aside(qapp)
    answers: list[object] = []
    aside.answered.connect(answers.append)
    go_on = Event()
    aside.ask(lambda: "late" if go_on.wait(10) else "too late")
    (job,) = aside._under_way
    with qtbot.waitSignal(job.finished):
        go_on.set()
        aside.leave()
    assert answers == []


def test_a_bug_is_said_and_heard_of(qtbot: QtBot, qapp: QObject) -> None:
    aside: Aside[float] = Aside(qapp)
    with capture_exceptions() as raised, qtbot.waitSignal(aside.refused) as said:
        aside.ask(lambda: 1 / 0)
    assert said.args == [BUG]
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]


def test_a_refusal_is_said_and_nothing_answered(qtbot: QtBot, qapp: QObject) -> None:
    aside: Aside[str] = Aside(qapp)
    answers: list[object] = []
    aside.answered.connect(answers.append)

    def refuse() -> str:
        raise StoreError("The disk refused it.")

    with qtbot.waitSignal(aside.refused) as said:
        aside.ask(refuse)
    assert said.args == ["The disk refused it."]
    assert answers == []


def test_leaving_waits_for_what_is_under_way(qapp: QObject) -> None:
    aside: Aside[None] = Aside(qapp)
    done: list[str] = []
    aside.ask(lambda: done.append("done"))
    aside.leave()
    assert done == ["done"]

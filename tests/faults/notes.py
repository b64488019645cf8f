"""Notes made to be read as markup, links, formulas or commands: every page shows them letter for letter, and soon."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from unittest import mock

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableView, QWidget

from tests.faults.row import Row, Run
from tests.faults.turns import Steps, go_through
from tests.helpers import NOON, TODAY, a_day, a_medicine, an_episode, an_exam, an_exercise
from twitchlog import app
from twitchlog.domain.day import CheckIn
from twitchlog.domain.record import Record
from twitchlog.store.preferences import Preferences
from twitchlog.store.store import Store
from twitchlog.ui.forms.dialogs import RecordDialog
from twitchlog.ui.forms.inputs import NoteInput
from twitchlog.ui.look.plain import tooltip
from twitchlog.ui.main_window import MainWindow

BASES = (
    "<b>bold</b> & <i>not</i>",
    "<img src='/dev/zero'>",
    "<img src='file:///dev/random' width=9999999>",
    "<a href='https://example.org'>click</a>",
    "https://example.org/?q=1&r=2",
    "&amp; &lt;b&gt; &#x41;",
    "<!DOCTYPE html><html><body onload=x()>",
    "<style>*{display:none}</style>",
    "<table><tr><td>",
    "$x^2$ and $\\frac{1}{$",
    "$$\\undefined{$$ 100 $",
    "\\input{/etc/passwd}",
    '=HYPERLINK("http://x")',
    "&File && &Quit",
    "%s %d %n {0} {x!r}",
    "\u202eright to left\u202c",
    "a\u0301\u0301\u0301" * 20,
    "\U0001f9e0" * 30,
    "tab\there\nand a line",
    "x" * 9_000,
)
PAGES = ("today", "history", "trends", "places", "report", "settings")
A_NOTE_S = 6.0
"""Processor time for one window with all its pages; what hangs takes for ever."""
CONTROLS = ("markup", "dropped")


def notes(run: Run) -> Row:
    """Each note is shown on every page and in its dialog as it was written; none hangs, acts or raises."""
    found = _tried(run.folder, run.times(6, 60), run.seed, "no")
    controls = [_tried(run.folder, 1, run.seed, control) for control in CONTROLS]
    noticed = sum(len(each) > 1 for each in controls)
    said = "control: a label that guesses what it holds, a note without its last letter"
    return Row(int(found[0]), tuple(found[1:]), noticed, len(controls), said)


def _tried(folder: Path, count: int, seed: int, control: str) -> list[str]:
    words = [sys.executable, "-m", "tests.faults.notes", str(folder), str(count), str(seed), control]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, env=env, check=False, timeout=600)
    if done.returncode or "Error" in done.stderr:
        return ["0", f"ended with {done.returncode}: {done.stderr[-300:]}"]
    return done.stdout.splitlines()


def _written(note: str) -> list[Record]:
    """Records with the note wherever a person's own words can stand."""
    short = note[:190]
    return [
        an_episode(note=note),
        an_exercise(activity=short, note=note, start=NOON - timedelta(hours=1)),
        a_medicine(name=short),
        an_exam(who=short, note=note),
        *(a_day(date=TODAY - timedelta(days=n), check_in=CheckIn.NONE) for n in range(1, 20)),
    ]


@contextmanager
def _window(path: Path, note: str) -> Iterator[MainWindow]:
    store = Store.open(path)
    store.add_new(_written(note))
    window = app.assembled(store, Preferences(templates=({"name": note[:190], "line": "x"},)))
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        store.close()


def _told(window: MainWindow, note: str) -> list[str]:
    """Return every place in the window that does not show its text as it is."""
    wrong = []
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel) and widget.text() and widget.textFormat() != Qt.TextFormat.PlainText:
            wrong.append(f"label {widget.objectName() or widget.text()[:30]!r} guesses")
        if isinstance(widget, QLabel) and widget.openExternalLinks():
            wrong.append(f"label {widget.objectName()} opens links")
        if note[:12] in widget.toolTip() and not _escaped(widget.toolTip()):
            wrong.append(f"tooltip of {widget.objectName()} is not escaped")
        if isinstance(widget, QAbstractButton) and "&File" in widget.text() and "&&File" not in widget.text():
            wrong.append(f"button {widget.objectName()} takes & for a key")
        if isinstance(widget, QTableView):
            wrong += _cells(widget, note)
    return wrong


def _cells(view: QTableView, note: str) -> list[str]:
    model = view.model()
    tips = (
        str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
        for row in range(min(model.rowCount(), 5))
        for column in range(model.columnCount())
    )
    return [
        f"tooltip of a cell of {view.objectName()}" for tip in tips if note[:12] in tip and not _escaped(tip)
    ]


def _escaped(tip: str) -> bool:
    inner = tip.removeprefix('<p style="white-space:pre-wrap">').removesuffix("</p>")
    return tip == tooltip("") or (inner != tip and "<" not in inner)


def _visit(window: MainWindow, note: str) -> Steps:
    yield lambda: window.journal.diary.whole
    for name in PAGES:
        page = window.show_page(name)
        queue = getattr(page, "queue", None)
        yield lambda queue=queue: queue is None or queue.idle  # type: ignore[misc]
        window.grab()
        for line in _told(window, note):
            sys.stdout.write(f"{note[:30]!r}, {name}: {line}\n")
        if name == "history":
            yield from _compared_cell(window, note)
    for record in _written(note)[:4]:
        window.desk.ask(record)
        yield lambda: True
        for dialog in window.findChildren(RecordDialog):
            dialog.grab()
            field = dialog.form.inputs.get("note")
            if field is not None and field.value() != note:
                sys.stdout.write(f"{note[:30]!r}: the form shows another note\n")
            dialog.reject()


def _compared_cell(window: MainWindow, note: str) -> Steps:
    """The table shows the note letter for letter, in one line."""
    page = window.show_page("history")
    yield lambda: True
    table = page.findChild(QTableView)
    model = table.model() if isinstance(table, QTableView) else None
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())] if model else []
    if note.replace("\n", " ") not in cells:
        sys.stdout.write(f"{note[:30]!r}: History shows another note\n")


def _all(folder: Path, found: list[str], control: str) -> Steps:
    sys.stdout.write(f"{len(found)}\n")
    for number, note in enumerate(found):
        started = time.process_time()
        with _window(folder / f"notes-{control}-{number}.db", note) as window:
            window.journal.start_reading()
            if control == "markup":
                QLabel(note, window)
            if control == "dropped":
                _show_less()
            yield from _visit(window, note)
        took = time.process_time() - started
        if took > A_NOTE_S:
            sys.stdout.write(f"{note[:30]!r} took {took:.1f} s\n")


def _show_less() -> None:
    """Show notes with their last letter missing, as a careless form might."""
    show = NoteInput.show_value
    mock.patch.object(NoteInput, "show_value", lambda field, text: show(field, text[:-1])).start()


def main(folder: Path, count: int, seed: int, control: str) -> None:
    """Show the notes one after another in the event loop, and say what is wrong."""
    run = Run(folder, long=False, seed=seed)
    chance = run.chance
    found = chance.sample(BASES, min(count, len(BASES)))
    while len(found) < count:
        found.append("".join(chance.choice(BASES)[:80] for _ in range(4)))
    go_through(app.application(), _all(folder, found, control))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])

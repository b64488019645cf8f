"""The typed line with what was understood below it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from twitchlog.domain.quick_entry import Choice, Offer
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.plain import Card, PlainLabel, button_text, tooltip
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import announce
from twitchlog.ui.today.draft import Drafted

LONGEST = 1_000
SPEAK_MS = 900
EACH_TWITCH = "What twitched? For example: left calf 5 min mild after run, 2 coffees"
ONCE_A_DAY = "Where did it twitch today? For example: left calf, right eyelid"
EXAMPLES = ("left calf 5 min mild", "r eyelid 30 s, 2 coffees", "no twitches today")
QUESTIONS = {
    "side": "Still needed: which side?",
    "site": "Still needed: where?",
    "time": "Still needed: when?",
    "length": "Still needed: what does the time belong to?",
    "strength": "Still needed: how strong?",
    "symptom": "Still needed: is this so?",
    "level": "Still needed: how much stress?",
}


class QuickField(QLineEdit):
    """A line whose Ctrl+Z belongs to the diary while it is empty: Qt would bring the saved text back."""

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window when there is nothing typed to undo."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.text()
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Undo and Redo to the window when there is nothing typed to undo."""
        undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        if undo and not self.text():
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Or the same key would press the answer that has the focus by now.
            event.accept()


class QuickLine(Card):
    """The line, its button, and one row of chips of a fixed height, so that nothing jumps.

    ``typed`` carries each change of the text, ``submitted`` that the person wants it saved, ``again_requested``
    the number of an episode to repeat, ``template_requested`` that of a template.
    """

    typed = Signal(str)
    submitted = Signal()
    again_requested = Signal(int)
    template_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("quick_card")
        self._theme = theme
        self.field = QuickField()
        self.field.setObjectName("quick")
        self.field.setAccessibleName("Type what happened")
        self.show_once(False)  # noqa: FBT003 - a state
        self.field.setMaxLength(LONGEST)
        self.field.setClearButtonEnabled(True)
        self.log = QPushButton("Log it")
        self.log.setObjectName("log")
        self.log.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.log)
        self.column.addLayout(row)
        self._question = self._spoken = ""
        self._speak = QTimer(self, singleShot=True, interval=SPEAK_MS)
        self._speak.timeout.connect(self.speak_question)
        self._chips, self._flow = _chip_row()
        self.column.addWidget(self._chips)
        # Not textEdited: a screen reader that fills the line changes the text without editing it.
        self.field.textChanged.connect(self.typed)
        self.field.returnPressed.connect(self.submitted)
        self.log.clicked.connect(self.submitted)
        theme.changed.connect(self._refit)
        self._refit()

    def set_line(self, line: str) -> None:
        """Put a text into the line as if it had been typed."""
        self.field.setText(line)
        self.field.setFocus()

    def show_once(self, once: bool) -> None:  # noqa: FBT001 - a state
        """Ask for each twitch, or once a day for all of them."""
        self.field.setPlaceholderText(ONCE_A_DAY if once else EACH_TWITCH)

    def show_understood(self, made: Drafted, extra: Sequence[str] = ()) -> None:
        """Show what would be saved, the question first; ``extra`` are words for what the form adds."""
        self._clear()
        self._ask_in_words(made)
        if made.ask is not None:
            self._add(PlainLabel(QUESTIONS[made.ask.field], "field"))
            for choice in made.ask.choices:
                self._add(self._answer(choice))
        elif made.problem:
            self._add(PlainLabel(made.problem, "wrong", name="quick_problem"))
        else:
            self._add(PlainLabel("Will save:", "quiet"))
        for chip in made.chips:
            self._add(self._chip(chip.words, assumed=chip.assumed))
        for text in extra:
            self._add(self._chip(text, assumed=False))
        for offer in made.offers:
            self._add(self._answer(offer))

    def show_hints(self, again: Sequence[str], templates: Sequence[str] = ()) -> None:
        """Show what can be written down with one press, or examples before the first entry."""
        self._clear()
        self._ask_in_words(Drafted())
        if not again and not templates:
            self._add(PlainLabel("Try:", "quiet"))
            for example in EXAMPLES:
                self._add(self._button(example, partial(self.set_line, example)))
            return
        self._add(PlainLabel("Again:", "quiet"))
        for number, text in enumerate(again):
            button = self._button(text, partial(self.again_requested.emit, number))
            button.setObjectName(f"again_{number + 1}")
            self._add(button)
        for number, text in enumerate(templates):
            button = self._button(f"{number + 1}  {text}", partial(self.template_requested.emit, number))
            button.setObjectName(f"template_{number + 1}")
            button.setToolTip(tooltip(f"{text} (Ctrl+{number + 1})"))
            self._add(button)

    def speak_question(self) -> None:
        """Let a screen reader say the open question with its answers, once."""
        self._speak.stop()
        if self._question and self._question != self._spoken:
            self._spoken = self._question
            announce(self.field, self._question)

    def _ask_in_words(self, made: Drafted) -> None:
        """Have the question said when the typing rests, not at every letter."""
        self._question = ""
        if made.ask is not None:
            answers = ", ".join(choice.words for choice in made.ask.choices)
            self._question = f"{QUESTIONS[made.ask.field]} {answers}".strip()
        if self._question != self._spoken:
            self._spoken = ""
        if self._question:
            self._speak.start()
        else:
            self._speak.stop()

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches: the line, its button, the chips."""
        return self.field, self.log, self._chips

    def focus_question(self) -> bool:
        """Say the open question and put the focus on its first answer; false if there is none."""
        self.speak_question()
        for index in range(self._flow.count()):
            item = self._flow.itemAt(index)
            widget = item.widget() if item else None
            if widget is not None and widget.property("kind") == "answer":
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _answer(self, choice: Choice | Offer) -> QPushButton:
        button = self._button(choice.words, lambda: self.set_line(choice.line))
        button.setProperty("kind", "answer")
        code = choice.code if isinstance(choice, Choice) else choice.field
        button.setObjectName(f"ask_{code}")
        return button

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(button_text(_short(text)))
        button.setProperty("kind", "chip")
        button.setToolTip(tooltip(text))
        button.clicked.connect(act)
        return button

    def _chip(self, text: str, *, assumed: bool) -> PlainLabel:
        label = PlainLabel(_short(text), "assumed" if assumed else "chip")
        label.setToolTip(tooltip(f"{text} (assumed)" if assumed else text))
        return label

    def _add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)
        widget.show()

    def _clear(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._chips.isAncestorOf(focused):
            # Before it goes: Qt would hand the focus on as Tab does, which selects the line for overwriting.
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _refit(self) -> None:
        self._chips.setMinimumHeight(self._theme.px(30))
        self.log.setMinimumWidth(self._theme.px(84))


def _short(text: str) -> str:
    return text if len(text) <= 44 else f"{text[:43]}…"


def _chip_row() -> tuple[QWidget, FlowLayout]:
    chips = QWidget()
    chips.setObjectName("chips")
    chips.setSizePolicy(wrapping())
    return chips, FlowLayout(chips, 6)

"""The form beside the figure: when, how long, how strong, and what came with it; all of it optional."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS, Field, Kind
from twitchlog.ui.forms.inputs import CodeInput, CodesInput, NoteInput, TextInput
from twitchlog.ui.look.plain import Card, PlainLabel, Rule
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.when_input import WhenInput

LENGTHS = (
    Choice("10", "10 s"),
    Choice("60", "1 min"),
    Choice("300", "5 min"),
    Choice("1800", "30 min"),
    Choice("ongoing", "Still going"),
    Choice("other", "Other…"),
)
MINUTES = Field(
    name="minutes", kind=Kind.NUMBER, description="A length.", unit="min", low=0, high=7 * 24 * 60
)
NOT_COUNTED = "Kept, but not counted as a twitch."


class EpisodeForm(Card):
    """``hand`` carries a field's name and what the person chose; ``ago`` minutes before now, or -1 for another time."""

    hand = Signal(str, object)
    ago = Signal(int)
    saved = Signal()
    cleared = Signal()

    def __init__(self, theme: Theme, title: str = "Details") -> None:
        super().__init__("details", spacing=6)
        self._theme = theme
        self._timed: list[QWidget] = []
        self._wants_minutes = False
        self._fields = {field.name: field for field in FIELDS["episodes"]}
        head = QHBoxLayout()
        head.addWidget(PlainLabel(title, "title"))
        head.addStretch(1)
        head.addWidget(PlainLabel("all optional", "quiet"))
        self.column.addLayout(head)
        self._build_when()
        self._build_length()
        self.strength = self._bar(
            "strength", "How strong", [Choice(str(n), str(n), word) for n, word in words.STRENGTHS.items()]
        )
        self.strength.chosen.connect(lambda code: self.hand.emit("intensity", int(code) if code else None))
        self.column.addWidget(Rule())
        self._build_with_it()
        self._build_more()
        self._build_note()
        self._build_buttons()
        self.column.addStretch(1)

    def forget(self) -> None:
        """Forget that another time or length was about to be given."""
        self._wants_minutes = False
        self.when.forget()

    def show_episode(self, episode: Episode | None, minutes_ago: int | None, now: datetime) -> None:
        """Show what the draft says; loading is not choosing, so nothing is sent."""
        self.when.show_onset(episode, minutes_ago, now)
        self._show_length(episode)
        self.strength.take(str(episode.intensity) if episode and episode.intensity else "")
        self.symptoms.show_value(episode.symptoms if episode else None)
        self._kind_row.setVisible(bool(episode and Symptom.WEAKNESS in episode.symptoms))
        for name, shown in self._more.items():
            shown.show_value(getattr(episode, name) if episode else None)
        note = episode.note if episode else ""
        if self.note.value() != note and not self.note.hasFocus():
            self.note.show_value(note)
        shaken = bool(episode and not episode.counted)
        self._not_counted.setVisible(shaken)

    def show_live(self, live: bool) -> None:  # noqa: FBT001 - a state
        """Ask for a time as on today, or as on another day."""
        self.when.show_live(live)

    def show_times(self, shown: bool) -> None:  # noqa: FBT001 - a state
        """Ask when and how long, or not: one summary of a day has neither."""
        for widget in self._timed:
            widget.setVisible(shown)

    def show_count(self, places: int) -> None:
        """Say how many twitches Save will write."""
        self.save.setText(f"Save {places} twitches" if places > 1 else "Save")

    def _build_when(self) -> None:
        self.when = WhenInput(self._theme)
        self.when.hand.connect(self.hand)
        self.when.ago.connect(self.ago)
        self.column.addWidget(self.when)
        self._timed.append(self.when)

    def _build_length(self) -> None:
        self.length = self._bar("length", "How long", LENGTHS)
        self.length.chosen.connect(self._length_chosen)
        self.minutes = TextInput(MINUTES)
        self.minutes.setObjectName("length_other")
        self.minutes.setAccessibleName("Length in minutes")
        self.minutes.setPlaceholderText("minutes, for example 12 or 1,5")
        self.minutes.hide()
        self.minutes.textEdited.connect(self._minutes_typed)
        self.column.addWidget(self.minutes)

    def _build_with_it(self) -> None:
        self.symptoms = CodesInput(words.SYMPTOMS)
        for symptom, button in self.symptoms.buttons.items():
            button.setObjectName(f"sym_{symptom}")
        self.symptoms.changed.connect(lambda: self.hand.emit("symptoms", self.symptoms.value()))
        self.kind = CodeInput(
            self._fields["weakness_kind"],
            {
                kind: (word, "")
                for kind, word in zip(
                    words.WEAKNESS_KINDS, ("Tired, heavy", "Could not do it", "Not sure"), strict=True
                )
            },
            "Which is closer?",
            self._theme,
        )
        self.kind.chosen.connect(lambda _: self.hand.emit("weakness_kind", self.kind.value()))
        self._kind_row = QWidget()
        rows = QVBoxLayout(self._kind_row)
        rows.setContentsMargins(0, 0, 0, 0)
        sentence = "Which is closer? Tired or heavy, as after effort; could not do something I normally can; not sure"
        rows.addWidget(PlainLabel(sentence, "quiet", wrap=True))
        rows.addWidget(self.kind)
        self._kind_row.hide()
        self.with_it = self._fold("with_it", "Something with it…", [self.symptoms, self._kind_row])

    def _build_more(self) -> None:
        self._more: dict[str, CodeInput] = {"weakness_kind": self.kind}
        rows: list[QWidget] = []
        yes_no = {True: ("Yes", ""), False: ("No", "")}
        for name, label, choices in (
            ("pattern", "How it went", _capital(words.PATTERNS)),
            ("visible", "Could it be seen?", yes_no),
            ("posture", "Posture", _capital(words.POSTURES)),
            ("pulse", "In time with my pulse", yes_no),
            ("vibration", "Shaken from outside", _capital(words.VIBRATIONS)),
        ):
            bar = CodeInput(self._fields[name], choices, label, self._theme)
            bar.chosen.connect(lambda _, name=name, bar=bar: self.hand.emit(name, bar.value()))
            self._more[name] = bar
            rows += [PlainLabel(label, "field"), bar]
        self._not_counted = PlainLabel(NOT_COUNTED, "quiet")
        self._not_counted.hide()
        self.more = self._fold("more", "More…", rows)
        self.column.addWidget(self._not_counted)

    def _build_note(self) -> None:
        self.note = NoteInput()
        self.note.setObjectName("note")
        self.note.setAccessibleName("Note")
        self.note.setPlaceholderText("Note")
        self.note.setFixedHeight(self._theme.px(36))
        self.note.textChanged.connect(self._note_typed)
        self.column.addWidget(self.note)

    def _build_buttons(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        self.clear = QPushButton("Clear")
        self.clear.setObjectName("clear")
        self.clear.clicked.connect(self.cleared)
        self.save = QPushButton("Save")
        self.save.setObjectName("save")
        self.save.clicked.connect(self.saved)
        row.addWidget(self.clear)
        row.addWidget(self.save)
        self.column.addLayout(row)

    def _bar(self, name: str, label: str, choices: Any, *, always: bool = False) -> Segments:
        title = PlainLabel(label, "field")
        self.column.addWidget(title)
        bar = Segments(name, label, choices, self._theme, always=always)
        self.column.addWidget(bar)
        self._timed += [title, bar] if name == "length" else []
        return bar

    def _fold(self, name: str, label: str, rows: list[QWidget]) -> QPushButton:
        button = QPushButton(label)
        button.setObjectName(name)
        button.setProperty("kind", "flat")
        button.setCheckable(True)
        button.setIcon(self._theme.icon("down", "text2", 16))
        self._theme.changed.connect(lambda: button.setIcon(self._theme.icon("down", "text2", 16)))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in rows:
            column.addWidget(row)
        body.hide()
        button.toggled.connect(body.setVisible)
        self.column.addWidget(button)
        self.column.addWidget(body)
        return button

    def _show_length(self, episode: Episode | None) -> None:
        if self.minutes.hasFocus():
            return
        code = ""
        if episode and episode.ongoing:
            code = "ongoing"
        elif episode and episode.duration_s:
            code = str(episode.duration_s)
            if code not in self.length.segments:
                code = "other"
                self.minutes.setText(f"{round(episode.duration_s / 60, 2):g} min")
        if code or not self._wants_minutes:
            self.length.take(code)
        self.minutes.setVisible(self.length.code() == "other")

    def _length_chosen(self, code: str) -> None:
        self._wants_minutes = code == "other"
        self.minutes.setVisible(code == "other")
        self.hand.emit("ongoing", code == "ongoing")
        self.hand.emit("duration_s", int(code) if code.isdigit() else None)
        if code == "other":
            self.minutes.show_value(None)
            self.minutes.setFocus()

    def _minutes_typed(self) -> None:
        try:
            minutes = self.minutes.value()
        except RecordError:
            return
        self.hand.emit("duration_s", max(round(minutes * 60), 1) if minutes else None)

    def _note_typed(self) -> None:
        if self.note.hasFocus():
            self.hand.emit("note", self.note.value())


def _capital(known: Any) -> dict[Any, tuple[str, str]]:
    return {code: (word[0].upper() + word[1:], "") for code, word in known.items()}

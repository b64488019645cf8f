"""The templates in Settings: their order is that of the keys Ctrl+1 to Ctrl+9."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.look.plain import Card, PlainLabel

NOTE = "To keep one: “Save as template” in the menu of a twitch on Today."


class TemplatesCard(Card):
    """Lists them; each can be moved up and taken away."""

    def __init__(self, choices: Choices) -> None:
        super().__init__("templates_card")
        self._choices = choices
        self.column.addWidget(PlainLabel("Templates", "title"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.column.addLayout(self._rows)
        self.column.addWidget(PlainLabel(NOTE, "quiet", wrap=True))
        choices.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, template in enumerate(self._choices.kept.templates):
            self._rows.addWidget(self._row(number, str(template.get("name", ""))))

    def _row(self, number: int, name: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        key = PlainLabel(f"Ctrl+{number + 1}", "quiet")
        row.addWidget(key)
        row.addWidget(PlainLabel(name, "field", name="template_name"), 1)
        for text, code, act in (
            ("Move up", "template_up", self._move_up),
            ("Remove", "template_remove", self._remove),
        ):
            button = QPushButton(text)
            button.setObjectName(code)
            button.setProperty("kind", "link")
            button.setAccessibleName(f"{text}: {name}")
            button.clicked.connect(partial(act, number))
            row.addWidget(button)
            button.setHidden(code == "template_up" and not number)
        return holder

    def _move_up(self, number: int) -> None:
        kept = list(self._choices.kept.templates)
        kept[number - 1], kept[number] = kept[number], kept[number - 1]
        self._choices.take(templates=tuple(kept))

    def _remove(self, number: int) -> None:
        kept = self._choices.kept.templates
        self._choices.take(templates=kept[:number] + kept[number + 1 :])

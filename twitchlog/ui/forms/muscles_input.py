"""Which muscles worked: a button for each part of the body, and for what else is written down already."""

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from twitchlog.domain.sites import Region
from twitchlog.domain.words import muscle
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.plain import button_text

OFFERED = (Region.LEFT_LEG, Region.RIGHT_LEG, Region.LEFT_ARM, Region.RIGHT_ARM, Region.TRUNK)


class MusclesInput(QWidget):
    """Its value is the record's text: codes separated by commas."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._shown = ""
        holder = QWidget()
        holder.setSizePolicy(wrapping())
        self._flow = FlowLayout(holder, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        for region in OFFERED:
            self._add(region.value)

    def show_value(self, value: Any) -> None:
        """Show the codes of a text as pressed."""
        self._shown = str(value or "")
        codes = _codes(self._shown)
        for code in codes:
            if code not in self.buttons:
                self._add(code)
        for code, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(code in codes)

    def value(self) -> str:
        """Return the pressed codes; the text as it was where nothing else is pressed."""
        pressed = [code for code, button in self.buttons.items() if button.isChecked()]
        return self._shown if set(pressed) == set(_codes(self._shown)) else ", ".join(pressed)

    def _add(self, code: str) -> None:
        words = muscle(code)
        button = QPushButton(button_text(words[0].upper() + words[1:]))
        button.setObjectName(f"muscle_{code}")
        button.setCheckable(True)
        self.buttons[code] = button
        self._flow.addWidget(button)
        button.show()


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]

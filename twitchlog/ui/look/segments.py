"""A row of choices of which one or none is taken, drawn as one bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from twitchlog.ui.look.one_stop import OneStop
from twitchlog.ui.look.theme import BODY_PT, SMALL_PT, Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One segment: its code, its word, and a smaller word below it."""

    code: str
    text: str
    below: str = ""


class Segment(QRadioButton):
    """One choice of the bar, painted as a part of it."""

    def __init__(self, choice: Choice, theme: Theme, ends: tuple[bool, bool]) -> None:
        super().__init__()
        self.choice = choice
        self._theme = theme
        self._ends = ends
        self.setAccessibleName(f"{choice.text} {choice.below}".strip())
        self.setText(choice.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for both words."""
        theme = self._theme
        wide = QFontMetricsF(theme.font(bold=True)).horizontalAdvance(self.choice.text)
        small = QFontMetricsF(theme.font(SMALL_PT, bold=True)).horizontalAdvance(self.choice.below)
        height = theme.px(44) if self.choice.below else theme.px(32)
        return QSize(round(max(wide, small)) + theme.px(12), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a word is never cut."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - the whole segment is the button
        """Return that every point of it is the button."""
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the segment as a part of the bar."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = self._ends[::-1] if self.isRightToLeft() else self._ends
        shape = _segment_path(QRectF(self.rect()), theme.px(7), ends)
        on = self.isChecked()
        fill = theme.colour("accent" if on else "sunken" if self.underMouse() else "surface")
        painter.fillPath(shape, fill)
        painter.setPen(QPen(theme.colour("accent" if on else "control"), 1))
        painter.drawPath(shape)
        self._paint_words(painter, theme.colour("on_accent" if on else "text"), on)

    def _paint_words(self, painter: QPainter, colour: QColor, on: bool) -> None:  # noqa: FBT001 - a state of the paint
        theme, box = self._theme, QRectF(self.rect())
        painter.setPen(colour if self.isEnabled() else theme.colour("control"))
        painter.setFont(theme.font(BODY_PT, bold=on))
        if not self.choice.below:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.choice.text)
            return
        half = QPointF(0, box.height() / 2)
        upper = QRectF(box.topLeft(), box.bottomRight() - half).adjusted(0, 3 * theme.scale, 0, 1)
        lower = QRectF(box.topLeft() + half, box.bottomRight()).adjusted(0, -1, 0, -3 * theme.scale)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.choice.text)
        painter.setFont(theme.font(8.25, bold=on))
        if not on:
            painter.setPen(theme.colour("text2"))
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self.choice.below)


class Segments(QWidget):
    """A bar of choices; a second press on the taken one lets it go, unless one is always taken.

    ``chosen`` is sent when the person takes another one, never when ``take`` is called.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, label: str, choices: Sequence[Choice], theme: Theme, *, always: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._always = always
        self._held = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(choices) - 1
        self.segments = {
            choice.code: Segment(choice, theme, (n == 0, n == last)) for n, choice in enumerate(choices)
        }
        for code, segment in self.segments.items():
            segment.setObjectName(f"{name}_{code}")
            segment.setAutoExclusive(False)
            segment.setAccessibleDescription(label)
            # Not clicked: a screen reader's Toggle never sends that.
            segment.toggled.connect(partial(self._toggled, code))
            row.addWidget(segment)
        self._stop = OneStop(self, list(self.segments.values()))
        theme.changed.connect(self._refit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def code(self) -> str:
        """Return the taken choice, or an empty text."""
        return self._held

    def take(self, code: str) -> None:
        """Show a choice as taken; an empty text or an unknown code shows none."""
        self._held = code if code in self.segments else ""
        for each, segment in self.segments.items():
            with QSignalBlocker(segment):
                segment.setChecked(each == self._held)
        if self._held:
            self._stop.stand_on(self.segments[self._held])

    def _toggled(self, code: str, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.take(code if on or self._always else "")
        self.chosen.emit(self._held)

    def _refit(self) -> None:
        for segment in self.segments.values():
            segment.updateGeometry()
            segment.update()


def _segment_path(box: QRectF, radius: float, ends: tuple[bool, bool]) -> QPainterPath:
    left, right = ends
    inner = box.adjusted(0.5, 0.5, -0.5 if right else 0.5, -0.5)
    path = QPainterPath()
    path.addRoundedRect(inner, radius, radius)
    square = QPainterPath()
    if not left:
        square.addRect(QRectF(inner.left(), inner.top(), radius * 2, inner.height()))
    if not right:
        square.addRect(QRectF(inner.right() - radius * 2, inner.top(), radius * 2, inner.height()))
    return path.united(square).simplified()

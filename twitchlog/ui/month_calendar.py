"""The month beside the pages: one square a day, with the same three kinds of day as the charts."""

from calendar import Calendar, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.ui.look.plain import tooltip
from twitchlog.ui.look.theme import SMALL_PT, Theme

STEPS = (1, 2, 4, 7, 11)
CELL = 26


@dataclass(frozen=True, slots=True)
class DayMark:
    """How a day is drawn: twitches counted (``None`` when not recorded), and whether it was checked."""

    twitches: int | None
    checked: bool

    @property
    def step(self) -> int:
        """The colour step, 0 to 5."""
        return sum(1 for bound in STEPS if (self.twitches or 0) >= bound)


def day_marks(diary: Diary, period: Period) -> dict[date, DayMark]:
    """Return the marks of the recorded days of a period; the others are not recorded."""
    counts: dict[date, int] = {}
    for episode in diary.within(Episode, period):
        if episode.counted:
            day = diary.day_of(episode)
            counts[day] = counts.get(day, 0) + 1
    marks = {day: DayMark(number, checked=False) for day, number in counts.items()}
    for day in period:
        known = diary.day(day)
        if known is not None and known.checked:
            marks[day] = DayMark(counts.get(day, 0), checked=True)
    return marks


class MonthCalendar(QWidget):
    """One month; ``opened`` carries a date that the person wants to see."""

    opened = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("calendar")
        self.setAccessibleName("Calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._theme = theme
        self._diary = Diary()
        self._today = self._day = date(2000, 1, 1)
        self._marks: dict[date, DayMark] = {}
        self._first_weekday = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_diary(self, diary: Diary, today: date, day: date) -> None:
        """Show the month of ``day``."""
        self._diary, self._today, self._day = diary, today, day
        self._read()

    def begin_weeks_on(self, weekday: int) -> None:
        """Begin the weeks on a day: 0 is Monday, 6 Sunday."""
        self._first_weekday = weekday
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for six weeks."""
        cell = self._theme.px(CELL)
        return QSize(cell * 7, cell * 7 + self._theme.px(30))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the month."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        painter.setFont(theme.font(SMALL_PT, bold=True))
        painter.setPen(theme.colour("text"))
        head = QRectF(0, 0, self.width(), theme.px(24))
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, f"{self._day:%B %Y}")
        icons = ("right", "left") if self.isRightToLeft() else ("left", "right")
        for box, icon in zip(self._arrows(), icons, strict=True):
            theme.icon(icon, "text2", 16).paint(painter, box.toRect())
        painter.setFont(theme.font(8.25))
        painter.setPen(theme.colour("text2"))
        for column in range(7):
            letter = "MTWTFSS"[(column + self._first_weekday) % 7]
            painter.drawText(self._cell(0, column), Qt.AlignmentFlag.AlignCenter, letter)
        for day, box in self._boxes():
            self._paint_day(painter, day, box)

    def _paint_day(self, painter: QPainter, day: date, box: QRectF) -> None:
        theme = self._theme
        inner = box.adjusted(2, 2, -2, -2)
        mark = self._marks.get(day)
        ink = "text2" if mark is None else "text"
        if mark is not None and mark.step:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.palette.steps[mark.step]))
            painter.drawPath(_square(inner, cut=not mark.checked))
            ink = "on_accent" if mark.step >= 3 else "text"
        elif mark is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("control"), 1))
            painter.drawRoundedRect(inner, 5, 5)
        if day == self._day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(inner.adjusted(-1, -1, 1, 1), 6, 6)
        painter.setPen(theme.colour(ink if day <= self._today else "control"))
        painter.setFont(theme.font(8.25, bold=day == self._today))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn the month, or open a day."""
        point = event.position()
        back, forward = self._arrows()
        if back.contains(point):
            self._go(self._month_step(-1))
        elif forward.contains(point):
            self._go(self._month_step(1))
        else:
            for day, box in self._boxes():
                if box.contains(point) and day <= self._today:
                    self.opened.emit(day)
                    return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is known of the day under the pointer."""
        for day, box in self._boxes():
            if box.contains(event.position()):
                QToolTip.showText(event.globalPosition().toPoint(), tooltip(self.day_words(day)), self)
                return
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by day, week and month; Enter opens the day."""
        on = -1 if self.isRightToLeft() else 1
        days = {Qt.Key.Key_Left: -on, Qt.Key.Key_Right: on, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in days:
            self._go(self._day + timedelta(days=days[key]))
        elif key in months:
            self._go(self._month_step(months[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self._day)
        else:
            super().keyPressEvent(event)

    def day_words(self, day: date) -> str:
        """Return what is known of a day in words."""
        mark = self._marks.get(day)
        if mark is None:
            return f"{words.long_day(day)}: not recorded"
        if not mark.twitches:
            return f"{words.long_day(day)}: checked, none"
        tail = "" if mark.checked else ", no check-in"
        return f"{words.long_day(day)}: {words.count(mark.twitches, 'twitch', 'twitches')}{tail}"

    def _go(self, day: date) -> None:
        self._day = min(day, self._today)
        self._read()
        self.setAccessibleDescription(self.day_words(self._day))

    def _read(self) -> None:
        first = self._day.replace(day=1)
        self._marks = day_marks(self._diary, Period(first, first + timedelta(days=31)))
        self.update()

    def _month_step(self, step: int) -> date:
        months = self._day.year * 12 + self._day.month - 1 + step
        year, month = divmod(months, 12)
        return date(year, month + 1, min(self._day.day, monthrange(year, month + 1)[1]))

    def _arrows(self) -> tuple[QRectF, QRectF]:
        side = self._theme.px(26)
        left, right = QRectF(0, 0, side, side), QRectF(self.width() - side, 0, side, side)
        return (right, left) if self.isRightToLeft() else (left, right)

    def _cell(self, week: int, column: int) -> QRectF:
        wide, high = self.width() / 7, self._theme.px(CELL)
        column = 6 - column if self.isRightToLeft() else column
        return QRectF(
            QPointF(column * wide, self._theme.px(28) + week * high),
            QPointF((column + 1) * wide, self._theme.px(28) + (week + 1) * high),
        )

    def _boxes(self) -> list[tuple[date, QRectF]]:
        weeks = Calendar(self._first_weekday).monthdatescalendar(self._day.year, self._day.month)
        return [
            (day, self._cell(row + 1, column))
            for row, week in enumerate(weeks)
            for column, day in enumerate(week)
            if day.month == self._day.month
        ]


def _square(box: QRectF, *, cut: bool) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, 5, 5)
    if cut:
        corner = QPainterPath(box.topRight() - QPointF(box.width() * 0.42, 0))
        corner.lineTo(box.topRight())
        corner.lineTo(box.topRight() + QPointF(0, box.width() * 0.42))
        corner.closeSubpath()
        path -= corner
    return path

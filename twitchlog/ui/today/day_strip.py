"""The day at a glance: 24 hours from its start, a lane for each thing that is logged."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.moments import minutes_into_day
from twitchlog.domain.period import Period
from twitchlog.domain.record import Exposure
from twitchlog.ui.look.plain import tooltip
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.exposure_words import exposure_words

NEAR = 7
LANES = ("Twitches", "Exercise", "Caffeine", "Stress", "Sitting")


@dataclass(frozen=True, slots=True)
class StripDay:
    """One day's records, and the minute of now if it is today."""

    day: date
    start: int = 4
    episodes: tuple[Episode, ...] = ()
    exercise: tuple[Exercise, ...] = ()
    caffeine: tuple[Caffeine, ...] = ()
    stress: tuple[Stress, ...] = ()
    sitting: tuple[Sitting, ...] = ()
    now: datetime | None = field(default=None)


def strip_day(diary: Diary, day: date, now: datetime | None) -> StripDay:
    """Return what the strip shows of a day; ``now`` is ``None`` for another day than today."""
    period = Period(day, day + timedelta(days=1))
    return StripDay(
        day,
        diary.settings.day_start,
        tuple(diary.within(Episode, period)),
        tuple(diary.within(Exercise, period)),
        tuple(diary.within(Caffeine, period)),
        tuple(diary.within(Stress, period)),
        tuple(diary.within(Sitting, period)),
        now,
    )


class DayStrip(QWidget):
    """Paints a day; a disc's size is the strength, a hollow one has none given."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAccessibleName("The day, hour by hour")
        self._theme = theme
        self._shown = StripDay(date(2000, 1, 1))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_day(self, shown: StripDay) -> None:
        """Show a day."""
        self._shown = shown
        self.setAccessibleDescription(
            f"{words.count(len(shown.episodes), 'twitch', 'twitches')}, {len(shown.exercise)} exercise, "
            f"{len(shown.caffeine)} caffeine, {len(shown.stress)} stress, {len(shown.sitting)} sitting"
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for five lanes and the hours."""
        return QSize(self._theme.px(400), self._theme.px(20 * len(LANES) + 26))

    def minimumSizeHint(self) -> QSize:
        """Return the same height at any width."""
        return QSize(self._theme.px(240), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the lanes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter)
        for spell in self._shown.sitting:
            self._bar(painter, 4, spell.start, spell.duration_min, "text2", thin=True)
        for bout in self._shown.exercise:
            self._bar(painter, 1, bout.start, bout.duration_min, "exercise")
        for drink in self._shown.caffeine:
            self._triangle(painter, QPointF(self._x(drink.at), self._y(2)))
        for rating in self._shown.stress:
            self._stress(painter, rating)
        for episode in self._shown.episodes:
            self._disc(painter, episode)
        if self._shown.now is not None:
            x = self._x(self._shown.now)
            painter.setPen(QPen(self._theme.colour("accent"), 1.5))
            painter.drawLine(QLineF(x, 2, x, self._y(len(LANES)) - self._theme.px(10)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what lies under the pointer."""
        said = self.words_at(event.position())
        if said:
            QToolTip.showText(event.globalPosition().toPoint(), tooltip(said), self)
        else:
            QToolTip.hideText()

    def words_at(self, point: QPointF) -> str:
        """Return what is written down at a point, a line for each; empty beside everything."""
        lane = next((n for n in range(len(LANES)) if abs(point.y() - self._y(n)) <= self._theme.px(10)), None)
        if lane is None:
            return ""
        near = self._theme.px(NEAR)
        records = self._lane(lane)
        return "\n".join(
            said
            for record, minutes, said in records
            if self._x(record) - near <= point.x() <= self._x(record) + self._wide(minutes) + near
        )

    def _lane(self, lane: int) -> list[tuple[datetime, int, str]]:
        shown = self._shown
        twitches = [(each.onset, 0, _twitch_words(each)) for each in shown.episodes]
        others: tuple[tuple[Exposure, ...], ...] = (
            shown.exercise,
            shown.caffeine,
            shown.stress,
            shown.sitting,
        )
        if lane == 0:
            return twitches
        return [
            (each.when, getattr(each, "duration_min", 0) or 0, exposure_words(each))
            for each in others[lane - 1]
        ]

    def _wide(self, minutes: int) -> float:
        return (self._right() - self._left()) * minutes / 1440

    def _paint_grid(self, painter: QPainter) -> None:
        theme, shown = self._theme, self._shown
        painter.setFont(theme.font(8.25))
        bottom = self._y(len(LANES)) - theme.px(10)
        for hours in range(0, 25, 3):
            x = self._left() + (self._right() - self._left()) * hours / 24
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawLine(QLineF(x, 2, x, bottom))
            painter.setPen(theme.colour("text2"))
            box = QRectF(x - 20, bottom + 2, 40, theme.px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str((shown.start + hours) % 24))
        for lane, name in enumerate(LANES):
            box = QRectF(0, self._y(lane) - theme.px(10), self._left() - theme.px(10), theme.px(20))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)

    def _bar(
        self,
        painter: QPainter,
        lane: int,
        start: datetime,
        minutes: int | None,
        shade: str,
        *,
        thin: bool = False,
    ) -> None:
        theme = self._theme
        left = self._x(start)
        wide = max((self._right() - self._left()) * (minutes or 0) / 1440, theme.px(6))
        high = theme.px(4 if thin else 9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(shade))
        box = QRectF(left, self._y(lane) - high / 2, min(wide, self._right() - left), high)
        painter.drawRoundedRect(box, high / 2.5, high / 2.5)

    def _triangle(self, painter: QPainter, at: QPointF) -> None:
        half = self._theme.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("caffeine"))
        corners = [at + QPointF(-half, -half), at + QPointF(half, -half), at + QPointF(0, half)]
        painter.drawPolygon(QPolygonF(corners))

    def _stress(self, painter: QPainter, rating: Stress) -> None:
        theme = self._theme
        side = theme.px(13)
        box = QRectF(self._x(rating.at) - side / 2, self._y(3) - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("stress"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(theme.colour("surface"))
        painter.setFont(theme.font(8.25, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(rating.level))

    def _disc(self, painter: QPainter, episode: Episode) -> None:
        theme = self._theme
        radius = theme.px(2.5 + 1.2 * (episode.intensity or 2))
        shade = theme.colour("twitch" if episode.counted else "text2")
        painter.setPen(QPen(shade, 1.5))
        painter.setBrush(shade if episode.intensity else theme.colour("surface"))
        painter.drawEllipse(QPointF(self._x(episode.onset), self._y(0)), radius, radius)

    def _left(self) -> float:
        return self._theme.px(84)

    def _right(self) -> float:
        return self.width() - self._theme.px(14)

    def _x(self, moment: datetime) -> float:
        minutes = minutes_into_day(moment, self._shown.start)
        return self._left() + (self._right() - self._left()) * minutes / 1440

    def _y(self, lane: int) -> float:
        return self._theme.px(12 + 20 * lane)


def _twitch_words(episode: Episode) -> str:
    about = "about " if episode.onset_about else ""
    parts = [f"{about}{words.clock(episode.onset)} {words.place(episode.site, episode.side)}"]
    if episode.intensity:
        parts.append(words.STRENGTHS[episode.intensity])
    if episode.duration_s:
        parts.append(words.length(episode.duration_s))
    return ", ".join(parts)

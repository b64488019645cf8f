"""The figure one clicks: choosing places on Today, or how often each twitched on Places."""

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from twitchlog.charts.body.heat import area_count
from twitchlog.charts.body.layout import AREAS, SPOTS
from twitchlog.charts.body.outline import Area, Spot, other_side
from twitchlog.charts.palette import LIGHT, Palette
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import place
from twitchlog.report.body_painter import Marks, heat_of
from twitchlog.report.body_shapes import BodyShapes
from twitchlog.ui.figure.body_buttons import SpotButton
from twitchlog.ui.figure.body_keys import jump, neighbour, on_side
from twitchlog.ui.figure.body_picture import BodyPicture, paint_focus, paint_hover

LETTERS_MS = 900
"""How long typed letters belong to one word."""
POINTS = 9.0
_MARGIN = 3.0
_ASPECT, _TALLEST = 1.03, 460
_CLICKED = {Qt.FocusReason.MouseFocusReason}
_KEYED = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BodyMap(QWidget):
    """Two figures, four lenses and pills, one Tab stop; left is always the person's own left.

    Made for choosing; ``set_counts`` turns it into a heat map. ``chosen_changed`` follows only what the
    person does, never ``choose``. ``other_requested`` asks for a place in words, ``activated`` tells which
    place of the heat map was clicked or entered, as it stands in the drawing.
    """

    chosen_changed = Signal()
    other_requested = Signal()
    activated = Signal(Site, Side)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._scale = 1.0
        self._marks = Marks()
        self._counts: dict[Spot, int] = {}
        self._at = 0
        self._hovered: int | None = None
        self._by_key = False
        self._letters = ""
        self._letters_end = QTimer(self, singleShot=True, interval=LETTERS_MS)
        self._letters_end.timeout.connect(self._forget_letters)
        self._shapes: BodyShapes | None = None
        self._picture = BodyPicture()
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Body")
        self._buttons = {spot: SpotButton(self, *spot) for spot in SPOTS}
        for spot, button in self._buttons.items():
            button.wanted.connect(lambda spot=spot: self._toggle(spot))
            button.focus_came.connect(self._focus_came)
            button.focus_went.connect(self.update)
        self._go_to(0)

    # What it shows

    def chosen(self) -> frozenset[Spot]:
        """Return the chosen places with left, right or middle; both sides are two of them."""
        return self._marks.chosen

    def choose(self, spots: Iterable[tuple[Site, Side]]) -> None:
        """Show these places as chosen; ``both`` chooses left and right."""
        self._set_chosen(frozenset(each for spot in spots for each in _single(spot)))

    def set_counts(self, counts: Mapping[tuple[Site, Side], int]) -> None:
        """Show how often each place twitched: each twitch once, under its own site and side."""
        self._counts = dict(counts)
        self._marks = Marks(heat=heat_of(counts))
        for spot, button in self._buttons.items():
            button.setCheckable(False)
            button.setAccessibleName(f"{place(*spot)}: {_twitches(self._count(spot))}")
        self._repaint()

    def step_bounds(self) -> list[tuple[int, int]]:
        """Return the first and last count of each step in use; step i has ``palette.steps[i]``, i from 1."""
        return [] if self._marks.heat is None else list(self._marks.heat.bounds)

    def set_palette_tokens(self, palette: Palette) -> None:
        """Take the colours of a theme."""
        self._palette = palette
        self._repaint()

    def set_scale(self, scale: float) -> None:
        """Take the text size, 1.0 to 1.5."""
        self._scale = scale
        self._shapes = None
        self.updateGeometry()
        self._place_buttons()
        self._repaint()

    def sizeHint(self) -> QSize:
        """Return a size at which every area is easy to hit."""
        return QSize(round(470 * self._scale), round(480 * self._scale))

    def hasHeightForWidth(self) -> bool:
        """Return that a narrow figure needs less height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a width can fill."""
        return min(round(width * _ASPECT), round(_TALLEST * self._scale))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that still reads."""
        return QSize(round(300 * self._scale), round(320 * self._scale))

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the cached picture, then what moves: the outline under the pointer and the focus."""
        painter = QPainter(self)
        shapes = self._laid_out()
        pixmap = self._picture.pixmap(
            shapes, self.size(), self.devicePixelRatioF(), self._palette, self._marks
        )
        painter.drawPixmap(0, 0, pixmap)
        if self._hovered is not None:
            paint_hover(painter, shapes, self._palette, self._twins(self._hovered), self._hovered)
        if self._by_key and self._button().hasFocus():
            paint_focus(painter, shapes, self._palette, self._twins(self._at), self._at)

    def _laid_out(self) -> BodyShapes:
        if self._shapes is None:
            font = QFont(QApplication.font())
            font.setPointSizeF(POINTS * self._scale)
            rect = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            self._shapes = BodyShapes(rect, font)
        return self._shapes

    def _twins(self, index: int) -> list[int]:
        return [i for i, area in enumerate(AREAS) if area.spot == AREAS[index].spot]

    def _repaint(self) -> None:
        self._picture.forget()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out again."""
        super().resizeEvent(event)
        self._shapes = None
        self._place_buttons()

    def _place_buttons(self) -> None:
        shapes = self._laid_out()
        for spot, button in self._buttons.items():
            index = self._at if AREAS[self._at].spot == spot else _first_area(spot)
            button.stand_on(shapes.shapes[index].path)

    # Choosing

    def _set_chosen(self, chosen: frozenset[Spot]) -> bool:
        if chosen == self._marks.chosen:
            return False
        self._marks = Marks(chosen=chosen, heat=self._marks.heat)
        for spot, button in self._buttons.items():
            button.show_chosen(chosen=spot in chosen)
        self._repaint()
        return True

    def _take(self, index: int, *, adding: bool) -> None:
        """Select an area: alone or added to the others; a selected one is taken away."""
        spot = AREAS[index].spot
        chosen = self._marks.chosen
        if self._marks.heat is not None:
            self.activated.emit(*spot)
        elif spot in chosen:
            self._change(chosen - {spot})
        elif spot[0] is Site.OTHER:
            self.other_requested.emit()
        else:
            self._change((chosen | {spot}) if adding else frozenset({spot}))

    def _toggle(self, spot: Spot) -> None:
        """Do what a screen reader asks for: take the place in or out, leaving the others alone."""
        self._take(_first_area(spot), adding=True)
        self._buttons[spot].show_chosen(chosen=spot in self._marks.chosen)

    def _change(self, chosen: frozenset[Spot]) -> None:
        if self._set_chosen(chosen):
            self.chosen_changed.emit()

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Outline the area under the pointer."""
        self._hover(self._laid_out().hit(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the outline."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what was hit; with Ctrl or Shift add it."""
        index = self._laid_out().hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or index is None:
            event.ignore()
            return
        self._go_to(index)
        self._by_key = False
        self._button().setFocus(Qt.FocusReason.MouseFocusReason)
        adding = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        self._take(index, adding=bool(adding))

    def event(self, event: QEvent) -> bool:
        """Show the place, and its count, as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def words_at(self, point: QPoint) -> str:
        """Return what the tooltip says at a point; empty beside the body."""
        index = self._laid_out().hit(QPointF(point))
        return "" if index is None else self._words(AREAS[index])

    def _tip(self, here: QPoint, on_screen: QPoint) -> None:
        index = self._laid_out().hit(QPointF(here))
        box = QRect() if index is None else self._laid_out().shapes[index].bounds.toAlignedRect()
        QToolTip.showText(on_screen, self.words_at(here), self, box)

    def _words(self, area: Area) -> str:
        if self._marks.heat is None:
            return place(*area.spot)
        return f"{place(*area.spot)}: {_twitches(area_count(area, self._counts))}"

    def _count(self, spot: Spot) -> int:
        return area_count(AREAS[_first_area(spot)], self._counts)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.setCursor(Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, select, change the side, jump by letters; see the table of keys in Help."""
        key = Qt.Key(event.key())
        self._by_key = True
        self.update()
        adding = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and (self._moved(key) or self._acted(key, adding=adding) or self._spelled(event.text())):
            event.accept()
        else:
            event.ignore()

    def _moved(self, key: Qt.Key) -> bool:
        if key in _ARROWS:
            self._walk_to(neighbour(self._at, _ARROWS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._walk_to(0 if key == Qt.Key.Key_Home else len(AREAS) - 1)
        else:
            return False
        self._forget_letters()
        return True

    def _acted(self, key: Qt.Key, *, adding: bool) -> bool:
        if key == Qt.Key.Key_Space:
            self._take(self._at, adding=adding)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        elif key == Qt.Key.Key_Escape and self._marks.chosen:
            self._change(frozenset())
        elif key in {Qt.Key.Key_L, Qt.Key.Key_R} and not self._letters:
            self._change_side(Side.LEFT if key == Qt.Key.Key_L else Side.RIGHT)
        else:
            return False
        return True

    def _go_on(self) -> None:
        if self._marks.heat is not None:
            self.activated.emit(*AREAS[self._at].spot)
        else:
            self._button().focusNextChild()

    def _change_side(self, side: Side) -> None:
        """Go to the other side, taking a choice along; an area without sides changes only its choice."""
        site, before = AREAS[self._at].spot
        there = on_side(self._at, side)
        was = {(site, before), (site, other_side(side))} & self._marks.chosen
        if there is not None:
            self._walk_to(there)
        if was and (there is not None or site not in {Site.MANY, Site.OTHER}):
            self._change((self._marks.chosen - was) | {(site, side)})

    def _spelled(self, text: str) -> bool:
        if len(text) != 1 or not (text.isalpha() or (text == " " and self._letters)):
            return False
        self._letters += text.lower()
        self._letters_end.start()
        found = jump(self._letters, self._at)
        if found is not None:
            self._walk_to(found)
        return True

    def _forget_letters(self) -> None:
        self._letters = ""
        self._letters_end.stop()

    # Focus

    def _button(self) -> SpotButton:
        return self._buttons[AREAS[self._at].spot]

    def _walk_to(self, index: int) -> None:
        self._go_to(index)
        self._button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, index: int) -> None:
        """Make an area the one Tab leads to."""
        self._button().setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = index
        button = self._button()
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(button)
        if self._shapes is not None:
            button.stand_on(self._shapes.shapes[index].path)
        self.update()

    def _focus_came(self, button: SpotButton, reason: Qt.FocusReason) -> None:
        """Follow a focus that a screen reader moved; a click needs no outline around what it hit."""
        if reason in _CLICKED | _KEYED:
            self._by_key = reason in _KEYED
        if AREAS[self._at].spot != button.spot:
            self._go_to(_first_area(button.spot))
        self.update()


def spots(chosen: Collection[Spot]) -> list[tuple[Site, Side]]:
    """Return the places as twitches have them, in the order of the sites: left and right make ``both``."""
    found: list[tuple[Site, Side]] = []
    for site in Site:
        sides = [side for side in (Side.LEFT, Side.RIGHT, Side.MIDDLE) if (site, side) in chosen]
        if sides[:2] == [Side.LEFT, Side.RIGHT]:
            sides = [Side.BOTH, *sides[2:]]
        found += [(site, side) for side in sides]
    return found


def _single(spot: tuple[Site, Side]) -> tuple[Spot, ...]:
    site, side = spot
    return ((site, Side.LEFT), (site, Side.RIGHT)) if side is Side.BOTH else (spot,)


def _first_area(spot: Spot) -> int:
    return next(i for i, area in enumerate(AREAS) if area.spot == spot)


def _twitches(count: int) -> str:
    return "no twitches" if count == 0 else "1 twitch" if count == 1 else f"{count:,} twitches"

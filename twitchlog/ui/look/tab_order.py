"""The order of the Tab key: what is seen decides, not what was made first.

Qt's own chain follows the order in which widgets were made, so every row and chip made later would come last.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLayout, QScrollArea, QStackedWidget, QWidget


@runtime_checkable
class OwnOrder(Protocol):
    """A part that says itself in which order Tab goes through it."""

    def tab_parts(self) -> Sequence[QWidget]:
        """Return its parts in that order."""


def tab_stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches inside a widget, in the order of its layouts; nothing that cannot be used now."""
    if not part.isVisible() or not part.isEnabled():
        return
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part, QScrollArea):
        yield part
        return
    for inner in _inside(part):
        yield from tab_stops(inner)


def move_focus(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Put the focus on the next or last stop of the parts, going round; false if there is none."""
    stops = [stop for part in parts for stop in tab_stops(part)]
    if not stops:
        return False
    here = _place(stops, QApplication.focusWidget(), forward=forward)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(here + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _place(stops: Sequence[QWidget], focused: QWidget | None, *, forward: bool) -> int:
    if focused in stops:
        return stops.index(focused)
    for place, stop in enumerate(stops):
        if focused is not None and stop.isAncestorOf(focused):
            return place
    return -1 if forward else 0


def _inside(part: QWidget) -> Sequence[QWidget]:
    layout = part.layout()
    if isinstance(part, OwnOrder):
        return part.tab_parts()
    if isinstance(part, QScrollArea | QStackedWidget):
        inner = part.widget() if isinstance(part, QScrollArea) else part.currentWidget()
        return [inner] if inner is not None else []
    if layout is not None:
        return list(_laid_out(layout))
    if isinstance(part, QAbstractScrollArea):
        return []
    return [each for each in part.children() if isinstance(each, QWidget) and not each.isWindow()]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)

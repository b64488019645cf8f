"""A layout that puts widgets in a row and goes on in the next when the row is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


class FlowLayout(QLayout):
    """Widgets side by side, wrapped like words; with ``ends`` the last of a full first row stands at its right end.

    ``gap`` is between widgets, ``lines`` between rows, in pixels.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 6, *, ends: bool = False, lines: int | None = None
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self._lines = gap if lines is None else lines
        self._ends = ends
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item in."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or ``None`` past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away, or ``None`` past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width; Qt asks for the same one many times a turn."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), moving=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the heights: something in it changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """Return the size of all items in one row."""
        shown = [item.sizeHint() for item in self._items if not _hidden(item)]
        wide = sum(size.width() for size in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, moving: bool) -> int:
        y = rect.y()
        rows = self._rows(rect.width())
        for row in rows:
            sizes = [_fitted(item, rect.width()) for item in row]
            high = max(size.height() for size in sizes)
            x = rect.x()
            for item, size in zip(row, sizes, strict=True):
                wide = size.width()
                if self._ends and len(rows) == 1 and item is row[-1] and len(row) > 1:
                    x = rect.right() + 1 - wide
                if moving:
                    box = QRect(QPoint(x, y + (high - size.height()) // 2), QSize(wide, size.height()))
                    item.setGeometry(QStyle.visualRect(self._direction(), rect, box))
                x += wide + self._gap
            y += high + self._lines
        return max(y - self._lines - rect.y(), 0)

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        left = 0
        for item in self._items:
            if _hidden(item):
                continue
            wide = item.sizeHint().width()
            if not rows or wide > left:
                rows.append([])
                left = width
            rows[-1].append(item)
            left -= wide + self._gap
        return rows


def _hidden(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.isHidden()


def _fitted(item: QLayoutItem, room: int) -> QSize:
    """The size of an item that is no wider than the room; one that wraps becomes higher instead."""
    size = item.sizeHint()
    if size.width() <= room:
        return size
    return QSize(room, item.heightForWidth(room) if item.hasHeightForWidth() else size.height())


def wrapping() -> QSizePolicy:
    """Return the policy of a widget whose height follows from its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def row_of(*widgets: QWidget, gap: int = 6, lines: int | None = None) -> QWidget:
    """Return a widget that holds others in wrapped rows."""
    holder = QWidget()
    layout = FlowLayout(holder, gap, lines=lines)
    for widget in widgets:
        layout.addWidget(widget)
    holder.setSizePolicy(wrapping())
    return holder

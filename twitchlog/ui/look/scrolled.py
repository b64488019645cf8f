"""What is scrolled: as high as its words and pictures need at the width it gets, and no higher."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledPage(QWidget):
    """A page of wrapping words in a scroll area.

    Qt's scroll area makes a page at least as high as it would be at its narrowest, where words wrap the most: hundreds
    of pixels of nothing below the last card. What it needs at its present width it gets all the same.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and no height."""
        return QSize(super().minimumSizeHint().width(), 0)

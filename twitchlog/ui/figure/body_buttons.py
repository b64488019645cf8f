"""What a screen reader meets on the figure: one check button for each place, painted by the figure."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainterPath, QPaintEvent, QRegion, QTransform
from PySide6.QtWidgets import QAbstractButton, QWidget

from twitchlog.charts.body.outline import Spot
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import place


class SpotButton(QAbstractButton):
    """A place as a control with a name, a state and the actions Toggle and SetFocus; it paints nothing.

    Keys and the mouse are its parent's. Hand-made accessible children crash when asked for actions, so these
    are real widgets.
    """

    wanted = Signal()
    """A screen reader toggled or pressed it."""
    focus_came = Signal(QAbstractButton, Qt.FocusReason)
    focus_went = Signal()

    def __init__(self, parent: QWidget, site: Site, side: Side) -> None:
        super().__init__(parent)
        self.spot: Spot = (site, side)
        self.setObjectName(f"spot_{site}_{side}")
        self.setAccessibleName(place(site, side))
        self.setCheckable(True)
        self.toggled.connect(lambda _: self.wanted.emit())
        self.clicked.connect(lambda _: None if self.isCheckable() else self.wanted.emit())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def stand_on(self, path: QPainterPath) -> None:
        """Take the place and the shape of an area, given in the parent's pixels."""
        box = path.boundingRect().toAlignedRect()
        self.setGeometry(box)
        inside = path.toFillPolygon(QTransform.fromTranslate(-box.left(), -box.top()))
        self.setMask(QRegion(inside.toPolygon(), Qt.FillRule.WindingFill))

    def show_chosen(self, *, chosen: bool) -> None:
        """Take a state without asking for anything; a screen reader is still told."""
        if self.isCheckable():
            with QSignalBlocker(self):
                self.setChecked(chosen)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Leave the painting to the figure."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the figure."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the figure."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the figure."""
        super().focusInEvent(event)
        self.focus_came.emit(self, event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the figure."""
        super().focusOutEvent(event)
        self.focus_went.emit()

    def event(self, event: QEvent) -> bool:
        """Let tooltips through to the figure."""
        if event.type() == QEvent.Type.ToolTip:
            event.ignore()
            return False
        return super().event(event)

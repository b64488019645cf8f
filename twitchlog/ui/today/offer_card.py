"""An offer, made once: a sentence, what it would do, and "Not now"; it waits on the page and never pops up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from twitchlog.insight.offers import Offer
from twitchlog.ui.look.flow import row_of
from twitchlog.ui.look.plain import PlainLabel, dress


class OfferCard(QFrame):
    """``taken`` and ``left`` carry the code of the offer that was answered."""

    taken = Signal(str)
    left = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("offer_card")
        self._code = ""
        self._text = PlainLabel("", wrap=True, name="offer_text")
        self._take = QPushButton()
        self._take.setObjectName("offer_take")
        self._take.clicked.connect(lambda: self.taken.emit(self._code))
        leave = QPushButton("Not now")
        leave.setObjectName("offer_leave")
        leave.setProperty("kind", "card_link")
        leave.clicked.connect(lambda: self.left.emit(self._code))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 11, 14, 10)
        column.addWidget(self._text)
        column.addWidget(row_of(self._take, leave, gap=10))
        dress(self, level="note")
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Show an offer, or nothing."""
        self.setVisible(offer is not None)
        if offer is not None:
            self._code = offer.code
            self._text.setText(offer.text)
            self._take.setText(offer.action)

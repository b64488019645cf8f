"""What the person chose about this program on this computer: kept at once, and told to whom it concerns."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from twitchlog.store.preferences import Preferences


class Choices(QObject):
    """``kept`` holds the preferences in force; ``changed`` says that they are others now."""

    changed = Signal()

    def __init__(
        self, preferences: Preferences | None = None, keep: Callable[[Preferences], None] = lambda _: None
    ) -> None:
        super().__init__()
        self.kept = preferences or Preferences()
        self._keep = keep

    def take(self, **values: Any) -> None:
        """Change some of them."""
        self.kept = replace(self.kept, **values)
        self._keep(self.kept)
        self.changed.emit()

    def offered(self, offer: str) -> None:
        """Remember that an offer was answered: it is made once."""
        self.take(offered=(*self.kept.offered, offer))

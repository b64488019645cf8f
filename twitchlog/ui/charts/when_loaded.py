"""Waits for what draws and computes: loading it takes longer than a turn of the event loop may."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

from twitchlog.ui.warm_up import CHARTS_NEED, WarmUp


class WhenLoaded:
    """Calls something as soon as numpy and matplotlib are there; loads them on a thread if nobody has.

    The thread belongs to ``parent``, so that whoever closes the window finds it and waits for it.
    """

    def __init__(self, act: Callable[[], None], parent: QObject) -> None:
        self._act, self._parent = act, parent
        self._warm_up: WarmUp | None = None

    def __call__(self) -> None:
        """Call it now, or when it can be."""
        if all(name in sys.modules for name in CHARTS_NEED):
            self._act()
        elif self._warm_up is None:
            self._warm_up = WarmUp(self._parent)
            self._warm_up.done.connect(self._act)
            self._warm_up.start()

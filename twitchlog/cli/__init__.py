"""The command line: composition, and the only place beside the window that reads the clock.

What is slow to load (the store, files, numpy) is imported inside the command that needs it, so that ``add``,
``today`` and ``flags`` start at once.
"""

from twitchlog.cli.root import run, twitchlog
from twitchlog.cli.wiring import Doors

__all__ = ["Doors", "run", "twitchlog"]

"""One window for one diary: a second start brings the first to the front."""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, Signal


class OneWindow(QObject):
    """Holds a lock beside the diary while the window is open; ``wanted`` says that somebody started it again.

    ``first`` says whether this one holds the lock. ``elsewhere`` is the name of the other computer that holds it, in a
    folder that both share; empty if none does.
    """

    wanted = Signal()

    def __init__(self, diary: Path) -> None:
        super().__init__()
        self._call = diary.with_name(f"{diary.name}.raise")
        self._lock = QLockFile(str(diary.with_name(f"{diary.name}.window")))
        self._lock.setStaleLockTime(0)
        diary.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.first = self._lock.tryLock(0)
        self.elsewhere = "" if self.first else self._other_computer()
        self._watcher = QFileSystemWatcher(self)
        if self.first:
            self._touch()
            self._watcher.addPath(str(self._call))
            self._watcher.fileChanged.connect(self._called)

    @property
    def lock(self) -> Path:
        """The file that says who has the window open."""
        return Path(self._lock.fileName())

    def raise_first(self) -> None:
        """Call the window that is open already."""
        self._touch()

    def close(self) -> None:
        """Let another start be the first."""
        if self.first:
            self._watcher.removePath(str(self._call))
            self._call.unlink(missing_ok=True)
            self._lock.unlock()

    def _other_computer(self) -> str:
        _, host, _ = self._lock.getLockInfo()
        return "" if host == QSysInfo.machineHostName() else str(host)

    def _called(self) -> None:
        self.wanted.emit()
        if str(self._call) not in self._watcher.files():
            self._touch()
            self._watcher.addPath(str(self._call))

    def _touch(self) -> None:
        handle = os.open(self._call, os.O_CREAT | os.O_WRONLY, 0o600)
        os.close(handle)
        os.utime(self._call)

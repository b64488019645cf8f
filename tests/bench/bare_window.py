"""The floor of a start: a window with one line, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from tests.bench.when_ready import say_ready, when_ready


def main() -> int:
    """Open it until its line takes keys."""
    when_ready(say_ready)
    app = QApplication([])
    window = QMainWindow()
    line = QLineEdit()
    line.setObjectName("quick")
    window.setCentralWidget(line)
    window.resize(1440, 900)
    window.show()
    line.setFocus()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

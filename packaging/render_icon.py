"""Paint resources/icons/twitchlog.svg as the PNG that desktops want; run again after the drawing has changed.

Use:
    uv run python packaging/render_icon.py
"""

import os
from pathlib import Path

ICONS = Path(__file__).parent.parent / "resources" / "icons"
SIDE_PX = 256


def render(drawing: Path, picture: Path, side_px: int) -> None:
    """Paint a drawing on a transparent square and write it as PNG.

    Raises:
        OSError: the drawing is not one, or the picture could not be written.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    image = QImage(side_px, side_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not renderer.isValid() or not image.save(str(picture)):
        raise OSError(f"{drawing.name} could not be painted to {picture}")
    del app


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    render(ICONS / "twitchlog.svg", ICONS / "twitchlog.png", SIDE_PX)

"""Colours, type and measures of the window; the only place that turns a palette into a look."""

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from twitchlog.charts.palette import DARK, LIGHT, Palette
from twitchlog.ui.look.resources import resources
from twitchlog.ui.look.style_sheet import style_sheet

BODY_PT = 9.75
SMALL_PT = 9.0
CARD_TITLE_PT = 11.25
PAGE_TITLE_PT = 16.5


class Theme(QObject):
    """The look in force; ``changed`` says that everything painted by hand must be painted again."""

    changed = Signal()

    def __init__(self, choice: str = "system", text_size: int = 100) -> None:
        super().__init__()
        self.choice = choice
        self.scale = text_size / 100
        self.palette = self._wanted()
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def px(self, pixels: float) -> int:
        """Return a measure at the chosen text size."""
        return round(pixels * self.scale)

    def font(self, points: float = BODY_PT, *, bold: bool = False) -> QFont:
        """Return the window's font in a size given in points at 100 %."""
        font = QFont(QApplication.font())
        font.setPointSizeF(points * self.scale)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def colour(self, shade: str) -> QColor:
        """Return a palette colour by its name."""
        return QColor(getattr(self.palette, shade))

    def icon(self, name: str, shade: str = "text", size: int = 20) -> QIcon:
        """Return one of our line icons in a palette colour."""
        key = (name, getattr(self.palette, shade), self.px(size))
        if key not in self._icons:
            self._icons[key] = QIcon(_pixmap(*key, _ratio()))
        return self._icons[key]

    def pixmap(self, name: str, shade: str = "text", size: int = 20) -> QPixmap:
        """Return one of our line icons as a picture."""
        side = self.px(size)
        return self.icon(name, shade, size).pixmap(QSize(side, side), _ratio())

    def choose(self, choice: str, text_size: int) -> None:
        """Take another theme (system, light, dark) and text size (100 to 150 %), at once."""
        self.choice, self.scale = choice, text_size / 100
        self.apply()

    def apply(self) -> None:
        """Dress the application; called at the start and whenever the system's colours change."""
        self.palette = self._wanted()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        font = app.font()
        font.setPointSizeF(BODY_PT * self.scale)
        app.setFont(font)
        app.setPalette(_qt_palette(self.palette))
        sheet = style_sheet(self.palette, self.scale, (resources() / "arrows").as_posix())
        if sheet != app.styleSheet():
            # Every widget is dressed anew, 90 ms for a window: only for another look.
            app.setStyleSheet(sheet)
        self.changed.emit()

    def _wanted(self) -> Palette:
        if self.choice == "system":
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self.choice == "dark"
        return DARK if dark else LIGHT


def _ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


def _pixmap(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    svg = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _qt_palette(tokens: Palette) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text2,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.on_accent,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Link: tokens.accent_text,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.border,
        QPalette.ColorRole.Mid: tokens.control,
        QPalette.ColorRole.Dark: tokens.control,
        QPalette.ColorRole.Shadow: tokens.text2,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.control))
    return palette

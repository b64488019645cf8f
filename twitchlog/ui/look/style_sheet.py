"""The style sheet: how Qt's own widgets look in our colours."""

from collections.abc import Callable
from typing import TypeAlias

from twitchlog.charts.palette import Palette

Measure: TypeAlias = Callable[[float], str]
"""Pixels or points at 100 % as Qt's style sheet writes them at the text size in force."""


def style_sheet(p: Palette, scale: float, arrows: str) -> str:
    """Return Qt's style sheet for a palette; ``scale`` multiplies every measure (1.0 to 1.5).

    ``arrows`` is the folder of the arrows of lists, with forward slashes.
    """

    def px(pixels: float) -> str:
        return f"{round(pixels * scale)}px"

    def pt(points: float) -> str:
        return f"{points * scale:.2f}pt"

    parts = (
        _surfaces(p, px, pt),
        _buttons(p, px),
        _fields(p, px, pt, arrows),
        _tables_and_menus(p, px),
        _levels(p, px, pt),
        _messages(p, px),
    )
    return "\n".join(parts)


def _surfaces(p: Palette, px: Measure, pt: Measure) -> str:
    """The ground, the cards, and the labels on them."""
    return f"""
QToolTip {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.control}; padding: {px(5)}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page_body {{ background: transparent; border: none; }}
QFrame[kind="card"] {{ background: {p.surface}; border: 1px solid {p.border}; border-radius: {px(10)}; }}
QFrame[kind="rule"] {{ background: {p.border}; border: none; max-height: 1px; min-height: 1px; }}
QLabel[kind="page_title"] {{ font-size: {pt(16.5)}; font-weight: 600; }}
QLabel[kind="title"] {{ font-size: {pt(11.25)}; font-weight: 600; }}
QLabel[kind="brand"] {{ font-size: {pt(13.5)}; font-weight: 600; color: {p.accent_text}; }}
QLabel[kind="field"] {{ font-weight: 600; color: {p.text}; font-size: {pt(9)}; }}
QLabel[kind="quiet"] {{ color: {p.text2}; font-size: {pt(9)}; }}
QLabel[kind="wrong"] {{ color: {p.urgent_fg}; font-size: {pt(9)}; }}
"""


def _buttons(p: Palette, px: Measure) -> str:
    """Every kind of button, and the chips."""
    return f"""
QPushButton {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.control}; border-radius: {px(7)};
  padding: 0 {px(13)}; min-height: {px(30)}; }}
QPushButton:hover {{ background: {p.sunken}; }}
QPushButton:pressed {{ background: {p.border}; }}
QPushButton:disabled {{ color: {p.control}; border-color: {p.border}; }}
QPushButton:checked {{ background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; }}
QPushButton[kind="primary"] {{ background: {p.accent}; color: {p.on_accent}; border-color: {p.accent};
  font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {p.accent_text}; }}
QPushButton[kind="primary"]:disabled {{ background: {p.sunken}; color: {p.control}; border-color: {p.border}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {p.accent_text}; padding: 0 {px(3)};
  text-decoration: underline; min-height: {px(24)}; text-align: left; }}
QPushButton[kind="link"]:hover {{ color: {p.text}; }}
QPushButton[kind="flat"] {{ background: transparent; border: none; color: {p.text}; padding: 0 {px(8)};
  text-align: left; }}
QPushButton[kind="flat"]:hover {{ background: {p.sunken}; }}
QPushButton[kind="nav"] {{ background: transparent; border: none; text-align: left; padding: 0 {px(12)};
  min-height: {px(38)}; border-radius: {px(8)}; color: {p.text}; }}
QPushButton[kind="nav"]:hover {{ background: {p.sunken}; }}
QPushButton[kind="nav"]:checked {{ background: {p.accent_soft}; color: {p.accent_text}; font-weight: 600; }}
QPushButton[kind="narrow_nav"] {{ background: transparent; border: none; padding: 0; min-height: {px(40)};
  border-radius: {px(8)}; }}
QPushButton[kind="narrow_nav"]:hover {{ background: {p.sunken}; }}
QPushButton[kind="narrow_nav"]:checked {{ background: {p.accent_soft}; }}
QPushButton[kind="chip"] {{ background: {p.accent_soft}; color: {p.accent_text}; border: none;
  border-radius: {px(11)}; min-height: {px(26)}; padding: 0 {px(11)}; }}
QPushButton[kind="chip"]:hover {{ background: {p.border}; }}
QPushButton[kind="answer"] {{ background: {p.surface}; color: {p.accent_text}; border: 2px solid {p.accent};
  border-radius: {px(12)}; min-height: {px(24)}; padding: 0 {px(12)}; font-weight: 600; }}
QPushButton[kind="answer"]:hover {{ background: {p.accent_soft}; }}
QPushButton[kind="icon"] {{ background: transparent; border: none; padding: 0; min-height: {px(28)};
  min-width: {px(28)}; border-radius: {px(7)}; }}
QPushButton[kind="icon"]:hover {{ background: {p.sunken}; }}
QLabel[kind="chip"] {{ background: {p.accent_soft}; color: {p.accent_text}; border-radius: {px(11)};
  padding: {px(5)} {px(11)}; }}
QLabel[kind="assumed"] {{ background: {p.sunken}; color: {p.text2}; border-radius: {px(11)};
  padding: {px(5)} {px(11)}; }}
"""


def _fields(p: Palette, px: Measure, pt: Measure, arrows: str) -> str:
    """What is typed into, chosen from or ticked."""
    return f"""
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QDateEdit, QTimeEdit, QDateTimeEdit {{
  background: {p.surface}; color: {p.text}; border: 1px solid {p.control}; border-radius: {px(7)};
  padding: {px(3)} {px(8)}; min-height: {px(24)}; placeholder-text-color: {p.text2};
  selection-background-color: {p.accent};
  selection-color: {p.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QComboBox:focus, QDateEdit:focus,
QTimeEdit:focus, QDateTimeEdit:focus {{ border: 2px solid {p.accent}; padding: {px(2)} {px(7)}; }}
QLineEdit[wrong="true"], QSpinBox[wrong="true"], QDoubleSpinBox[wrong="true"] {{
  border: 2px solid {p.urgent_fg}; }}
QLineEdit#quick {{ font-size: {pt(12)}; min-height: {px(34)}; padding: {px(3)} {px(12)}; border-radius: {px(8)}; }}
QLineEdit#quick:focus {{ border: 2px solid {p.accent}; padding: {px(2)} {px(11)}; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down {{ border: none; background: transparent;
  width: {px(22)}; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{ image: url("{arrows}/{"dark" if p.dark else "light"}.svg");
  width: {px(14)}; height: {px(14)}; }}
QComboBox QAbstractItemView {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.control};
  selection-background-color: {p.accent_soft}; selection-color: {p.accent_text}; }}

QCheckBox {{ spacing: {px(7)}; min-height: {px(24)}; }}
QCheckBox::indicator, QListWidget::indicator {{ width: {px(15)}; height: {px(15)}; border: 1px solid {p.control};
  border-radius: {px(4)}; background: {p.surface}; }}
QCheckBox::indicator:checked, QListWidget::indicator:checked {{ background: {p.accent}; border-color: {p.accent};
  image: url("{arrows}/check-{"dark" if p.dark else "light"}.svg"); }}
"""


def _tables_and_menus(p: Palette, px: Measure) -> str:
    """Tables, menus, scroll bars, and the two sides of the window."""
    return f"""
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QListWidget#backups {{ background: {p.surface}; border: 1px solid {p.control}; border-radius: {px(7)};
  selection-background-color: {p.accent_soft}; selection-color: {p.accent_text}; }}
QListWidget#backups::item {{ padding: 0 {px(8)}; border-bottom: 1px solid {p.border}; }}
QListWidget#backups::item:selected {{ background: {p.accent_soft}; color: {p.accent_text}; }}
QTableView {{ background: {p.surface}; alternate-background-color: {p.surface}; border: none;
  gridline-color: {p.border}; selection-background-color: {p.accent_soft}; selection-color: {p.text}; }}
QTableView::item {{ padding: 0 {px(8)}; border-bottom: 1px solid {p.border}; }}
QHeaderView::section {{ background: {p.surface}; color: {p.text2}; border: none;
  border-bottom: 1px solid {p.control}; padding: {px(6)} {px(8)}; font-weight: 600; }}
QMenuBar {{ background: {p.bg}; color: {p.text}; }}
QMenuBar::item {{ padding: {px(4)} {px(10)}; background: transparent; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {p.accent_soft}; color: {p.accent_text}; }}
QMenu {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.control}; padding: {px(4)}; }}
QMenu::item {{ padding: {px(5)} {px(22)}; }}
QMenu::separator {{ height: 1px; background: {p.border}; margin: {px(4)} {px(6)}; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}; margin: 0; }}
QScrollBar::handle {{ background: {p.control}; border-radius: {px(4)}; margin: {px(2)}; min-height: {px(32)};
  min-width: {px(32)}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: transparent; border: none; width: 0; height: 0; }}
QWidget#nav, QWidget#insights_side {{ background: {p.bg}; }}
QWidget#nav {{ border-right: 1px solid {p.border}; }}
QWidget#insights_side {{ border-left: 1px solid {p.border}; }}
"""


def _messages(p: Palette, px: Measure) -> str:
    """The bar above the page and the word after a save."""
    return f"""
QFrame#message_bar {{ background: {p.mention_bg}; border: 1px solid {p.mention_fg}; border-radius: {px(8)}; }}
QFrame#message_bar QLabel {{ color: {p.mention_fg}; }}
QFrame#message_bar[kind="quiet"] {{ background: {p.note_bg}; border: 1px solid {p.border}; }}
QFrame#message_bar[kind="quiet"] QLabel {{ color: {p.note_fg}; }}
QFrame#toast {{ background: {p.text}; border-radius: {px(8)}; }}
QFrame#toast QLabel {{ color: {p.bg}; }}
QFrame#toast QPushButton {{ background: transparent; color: {p.bg}; border: none; text-decoration: underline;
  font-weight: 600; }}
"""


def _levels(p: Palette, px: Measure, pt: Measure) -> str:
    """The four levels of a card: each has its own ground and ink, and says itself in words besides."""
    rules = []
    for level in ("note", "mention", "see", "urgent"):
        ground, ink = getattr(p, f"{level}_bg"), getattr(p, f"{level}_fg")
        frame = f'QFrame[level="{level}"]'
        rules.append(
            f"{frame} {{ background: {ground}; border: 1px solid {p.border}; border-radius: {px(10)}; }}"
            f"{frame} QLabel {{ color: {p.text}; }}"
            f'{frame} QLabel[kind="field"] {{ color: {ink}; }}'
            f'{frame} QLabel[kind="title"] {{ font-size: {pt(10.5)}; }}'
            f'{frame} QLabel[kind="card_small"] {{ color: {p.text2}; font-size: {pt(9)}; }}'
            f'{frame} QPushButton[kind="card_link"] {{ background: transparent; border: none; color: {ink};'
            f" padding: 0 1px; text-decoration: underline; min-height: {px(24)}; text-align: left;"
            f" font-size: {pt(9)}; }}"
        )
    return "\n".join(rules)

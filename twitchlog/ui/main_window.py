"""The window: places and wires."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from twitchlog.ui.actions import build_menus
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.commands import commands
from twitchlog.ui.curtain import Curtain
from twitchlog.ui.desk import Desk
from twitchlog.ui.focus_ring import FocusRing
from twitchlog.ui.insights.insights_panel import InsightsPanel
from twitchlog.ui.insights.insights_watch import InsightsWatch
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.tab_order import move_focus
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import MessageBar
from twitchlog.ui.month_calendar import MonthCalendar
from twitchlog.ui.navigation import Navigation
from twitchlog.ui.page_list import FOOT, PAGES, PLACES
from twitchlog.ui.toast import Toast
from twitchlog.ui.warm_up import WarmUp

LEAST, USUAL = (900, 600), (1440, 900)
FRAME = QSize(16, 48)
"""Room for the frame and the title, whose size is not known before the window is on screen."""
NARROW_NAV, NARROW_SIDE = 1040, 1240
WITH_INSIGHTS = {"today", "history", "trends"}
LOOK_MS = 2_000
MADE_UP = "A made-up diary to look around in. Nobody wrote it, and your own is not touched."


class MainWindow(QMainWindow):
    """Shows a journal; a page is built when it is first shown."""

    def __init__(
        self,
        journal: Journal,
        theme: Theme,
        clock: Callable[[], datetime],
        zone: str,
        choices: Choices | None = None,
    ) -> None:
        super().__init__()
        self.choices = choices or Choices()
        self.setObjectName("window")
        self.setWindowTitle("twitchlog")
        self.journal, self.theme = journal, theme
        self.pages: dict[str, QWidget] = {}
        self._shown = ""
        self._insights_over = False
        self.warm_up = WarmUp(self)
        self.bar = MessageBar(theme)
        self.insights = InsightsPanel(theme)
        self.watch = InsightsWatch(journal, self.insights, clock)
        self.calendar = MonthCalendar(theme)
        self.navigation = Navigation(PLACES, FOOT, self.calendar, theme)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        self._insights_button = QPushButton("Insights")
        self._insights_button.setObjectName("insights_button")
        body = self._build()
        self.setCentralWidget(body)
        self.toast = Toast(body)
        self.desk = Desk(
            self,
            journal,
            theme,
            self.bar,
            clock=clock,
            zone=zone,
            show_page=self.show_page,
            choices=self.choices,
        )
        self._ring = FocusRing(self, theme)
        self.curtain = Curtain(self, self.choices)
        build_menus(self, commands(self, self.desk))
        self.menuBar().setObjectName("menu_bar")
        self._wire()
        self.setMinimumSize(*LEAST)
        self.show_page("today")
        self.desk.focus_line()

    def show_page(self, name: str) -> QWidget:
        """Show a page; build it first if it was never shown."""
        if name not in self.pages:
            page = PAGES[name](self.desk)
            self.pages[name] = page
            self._stack.addWidget(_scrolled(page))
        page = self.pages[name]
        self._stack.setCurrentIndex(list(self.pages).index(name))
        self._shown = name
        self.desk.on_today = name == "today"
        self.navigation.show_page(name)
        page.show_diary()  # type: ignore[attr-defined]
        self._fit()
        return page

    def show_calendar(self, day: date) -> None:
        """Show the month of a day beside the pages."""
        self.calendar.show_diary(self.journal.diary, self.watch.today, day)

    def toggle_insights(self) -> None:
        """Show or hide Insights over the page where there is no room beside it."""
        self._insights_over = not self._insights_over
        self._fit()

    def leave(self) -> None:
        """Wait for every thread that loads a module: Python must not end in the middle of one."""
        for warm_up in self.findChildren(WarmUp):
            warm_up.stop()

    def restore_geometry(self, text: str) -> None:
        """Take the size and place of last time; an empty text takes the usual size."""
        if not text or not self.restoreGeometry(QByteArray.fromHex(text.encode())):
            room = self.screen().availableSize() - FRAME
            self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))

    def geometry_text(self) -> str:
        """Return the size and place for next time."""
        return bytes(self.saveGeometry().toHex().data()).decode()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch keys and clicks once there is a window on screen."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self._ring.watch(handle)
            self.curtain.watch(handle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Go on in the order in which things are seen, the page before what stands around it."""
        around = (self._insights_button, self._side, self.navigation, self.bar, self.toast)
        return move_focus((self._stack, *around), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the focused button with Enter, as with Space; close what lies over the page with Esc."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.bar.clear()
            self._insights_over = False
            self._fit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(24, 8, 36, 0)
        top.setSpacing(12)
        top.addWidget(self.bar, 1)
        top.addStretch(0)
        top.addWidget(self._insights_button, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._side = QWidget()
        self._side.setObjectName("insights_side")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.insights)
        for widget, stretch in ((self.navigation, 0), (middle, 1), (self._side, 0)):
            row.addWidget(widget, stretch)
        return body

    def _wire(self) -> None:
        QGuiApplication.instance().focusWindowChanged.connect(self._ring_dialogs)  # type: ignore[union-attr]
        journal = self.journal
        self.choices.changed.connect(self._take_choices)
        self._take_choices()
        self.navigation.asked.connect(self.show_page)
        self.calendar.opened.connect(self.desk.open_day)
        self._insights_button.clicked.connect(self.toggle_insights)
        self.toast.undo_requested.connect(journal.undo_stack.undo)
        journal.saved.connect(self.toast.say)
        journal.turned.connect(self.toast.tell)
        journal.saved.connect(self.desk.saved)
        journal.changed.connect(self._follow)
        journal.read.connect(self._show_again)
        journal.read.connect(self.warm_up.start, Qt.ConnectionType.SingleShotConnection)
        self.warm_up.done.connect(self.watch.warmed_up)
        self.desk.day_changed.connect(self.show_calendar)
        self.desk.insights_toggled.connect(self.toggle_insights)
        journal.saver.refused.connect(self.desk.refused)
        journal.saver.waiting.connect(self.bar.say)
        self.insights.cards.day_opened.connect(self.desk.open_history_day)
        self.insights.cards.report_requested.connect(lambda: self.show_page("report"))
        self.insights.cards.reported.connect(self.desk.add_to_report)
        self.insights.cards.thresholds_requested.connect(lambda: self.show_page("settings"))
        self.insights.chart_requested.connect(lambda: self.desk.show_chart("triggers"))
        self.insights.signs_requested.connect(self.desk.show_signs)
        self.insights.earlier_requested.connect(self.desk.show_earlier)
        self._foreign = QTimer(self, interval=LOOK_MS)
        self._foreign.timeout.connect(journal.look_for_changes)
        self._foreign.start()

    def _ring_dialogs(self) -> None:
        """Let every dialog that comes up show where the keyboard is."""
        for dialog in self.findChildren(QDialog):
            handle = dialog.windowHandle()
            if handle is not None and dialog.findChild(FocusRing) is None:
                FocusRing(dialog, self.theme).watch(handle)

    def _take_choices(self) -> None:
        self.insights.numbers = not self.choices.kept.hide_numbers
        self.calendar.begin_weeks_on(self.choices.kept.first_weekday)
        self.insights.show_insights(self.insights.shown)

    def _follow(self, edits: object) -> None:
        self.show_calendar(self.pages["today"].day)  # type: ignore[attr-defined]
        self.desk.follow_up(edits)  # type: ignore[arg-type]

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed and not saved."""
        self.journal.keep_draft(self.desk.typed())
        super().closeEvent(event)

    def _show_again(self) -> None:
        if self.journal.diary.settings.made_up:
            self.setWindowTitle("twitchlog: a made-up diary")
            self.bar.stand(MADE_UP)
        for page in self.pages.values():
            page.show_diary()  # type: ignore[attr-defined]
        self.show_calendar(self.watch.today)

    def _fit(self) -> None:
        if not self._shown:
            return
        wide = self.width() / self.theme.scale
        self.navigation.set_narrow(wide < NARROW_NAV)
        beside = self._shown in WITH_INSIGHTS and wide >= NARROW_SIDE
        self._side.setVisible(beside or self._insights_over)
        self._insights_button.setVisible(not beside)
        shown = len(self.insights.shown.raised.shown)
        self._insights_button.setText(f"Insights ({shown})" if shown else "Insights")


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area

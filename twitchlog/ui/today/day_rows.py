"""The day's twitches as rows, the newest first."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain import words
from twitchlog.domain.episode import Episode
from twitchlog.ui.focus_ring import bring_into_view
from twitchlog.ui.look.one_stop import OneStop
from twitchlog.ui.look.plain import PlainLabel, Rule, tooltip
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.row_editor import RowEditor

MOST = 60
ONE_LINE = 620
LAID_OUT_MS = 40
"""After this the page has the height that it needs with the form in a row."""
MENU = (
    ("Edit", "edit"),
    ("Same again", "again"),
    ("Another at the same time", "another"),
    ("Save as template", "template"),
    ("Delete", "delete"),
)
"""What can be done with a row: its words, and its code in ``asked``."""


def row_words(episode: Episode) -> tuple[str, str, str, str]:
    """Return a row's words: place, strength, length, and all else in one text."""
    lasted = words.length(episode.duration_s) if episode.duration_s else ""
    if episode.ongoing:
        lasted = f"{lasted}, still going".removeprefix(", ")
    rest = [words.with_it(episode)]
    if episode.pattern:
        rest.append(words.PATTERNS[episode.pattern])
    if episode.posture:
        rest.append(words.POSTURES[episode.posture])
    if not episode.counted:
        rest.append("not counted")
    rest.append(episode.note.replace("\n", " "))
    strength = words.STRENGTHS[episode.intensity] if episode.intensity else ""
    return (
        words.place(episode.site, episode.side),
        strength,
        lasted,
        " · ".join(part for part in rest if part),
    )


class EpisodeRow(QFrame):
    """One twitch: what was written down; ``asked`` carries the code of what is to be done with it.

    With the focus on it, Enter and F2 edit, Del deletes, Space and the menu key open the menu.
    """

    asked = Signal(str)

    def __init__(self, episode: Episode, theme: Theme) -> None:
        super().__init__()
        self.episode = episode
        self._theme = theme
        self.setObjectName("row")
        place, strength, lasted, rest = row_words(episode)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 2, 0, 2)
        line.setSpacing(theme.px(10))
        about = "about " if episode.onset_about else ""
        when = f"{about}{words.clock(episode.onset)}"
        where = words.lived_in(episode.onset, episode.zone)
        first = _texts(theme, (when, "", 92 if about else 48, where), (place, "field", 150, ""))
        second = _texts(theme, (strength, "", 84, ""), (lasted, "", 76, ""))
        second.addWidget(_rest(rest), 1)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(theme.px(4))
        self._words.addLayout(first)
        self._words.addLayout(second, 1)
        line.addLayout(self._words, 1)
        self.buttons: list[QPushButton] = []
        if episode.ongoing:
            self._link(line, "Stopped now", "stopped")
        self._link(line, "Edit", "edit")
        self._menu_button(line)
        self.setAccessibleName(f"{words.clock(episode.onset)} {place} {strength} {lasted} {rest}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one is too narrow."""
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._words.setDirection(across if self.width() >= self._theme.px(ONE_LINE) else down)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, delete, or open the menu."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self.asked.emit("edit")
            case Qt.Key.Key_Delete:
                self.asked.emit("delete")
            case Qt.Key.Key_Space | Qt.Key.Key_Menu:
                self.open_menu(self.mapToGlobal(self.rect().bottomLeft()))
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where the pointer is."""
        self.open_menu(event.globalPos())

    def open_menu(self, where: QPoint) -> QMenu:
        """Open the menu of the row and return it."""
        menu = QMenu(self)
        menu.setObjectName("row_actions")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, code in MENU:
            menu.addAction(text).triggered.connect(lambda _, code=code: self.asked.emit(code))
        menu.popup(where)
        return menu

    def _link(self, line: QHBoxLayout, text: str, code: str) -> None:
        button = QPushButton(text)
        button.setObjectName(code)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{text}: {words.place(self.episode.site, self.episode.side)}")
        button.clicked.connect(lambda: self.asked.emit(code))
        self._add(line, button)

    def _menu_button(self, line: QHBoxLayout) -> None:
        button = QPushButton()
        button.setObjectName("row_menu")
        button.setProperty("kind", "icon")
        button.setIcon(self._theme.icon("more", "text2"))
        button.setAccessibleName(f"More for {words.place(self.episode.site, self.episode.side)}")
        button.clicked.connect(lambda: self.open_menu(button.mapToGlobal(button.rect().bottomLeft())))
        self._add(line, button)

    def _add(self, line: QHBoxLayout, button: QPushButton) -> None:
        line.addWidget(button)
        self.buttons.append(button)


class DayRows(QWidget):
    """The rows of a day; a save adds one row and leaves the others as they are.

    ``asked`` carries a code of ``MENU`` or "stopped", and the episode; ``changed`` an episode edited in its row.
    """

    asked = Signal(str, object)
    changed = Signal(object)

    def __init__(self, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._theme, self._clock = theme, clock
        self._rows: dict[Episode, tuple[QWidget, EpisodeRow]] = {}
        self._editor: RowEditor | None = None
        self._stop = OneStop(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = PlainLabel("", "quiet", wrap=True, name="rows_empty")
        self._column.addWidget(self._empty)
        self._more = PlainLabel("", "quiet", name="rows_more")
        self._column.addWidget(self._more)
        theme.changed.connect(self._forget)

    def show_episodes(self, episodes: Sequence[Episode], empty: str) -> None:
        """Show a day's episodes, given the oldest first; ``empty`` is said when there is none."""
        wanted = list(reversed(episodes))[:MOST]
        focused = self._focused_place()
        for gone in set(self._rows) - set(wanted):
            self._drop(gone)
        for place, episode in enumerate(wanted):
            if episode not in self._rows:
                self._rows[episode] = self._made(episode)
            holder, _ = self._rows[episode]
            if self._column.indexOf(holder) != place:
                self._column.insertWidget(place, holder)
            holder.show()
        self._stop.hold([self._rows[episode][1] for episode in wanted])
        if focused is not None and wanted and self._focused_place() is None:
            self._rows[wanted[min(focused, len(wanted) - 1)]][1].setFocus(Qt.FocusReason.OtherFocusReason)
        hidden = len(episodes) - len(wanted)
        self._more.setText(f"and {words.count(hidden, 'more twitch', 'more twitches')}: see History")
        self._more.setVisible(hidden > 0)
        self._empty.setText(empty)
        self._empty.setVisible(not episodes)

    def edit(self, episode: Episode) -> None:
        """Put the form of an episode into its row."""
        self._leave()
        holder, row = self._rows[episode]
        layout = holder.layout()
        if layout is None:
            return
        self._editor = RowEditor(episode, self._theme, self._clock)
        self._editor.saved.connect(self._changed)
        self._editor.left.connect(self._leave)
        row.hide()
        layout.addWidget(self._editor)
        self._editor.form.strength.segments["1"].setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(LAID_OUT_MS, self._editor, self._show_editor)

    def _show_editor(self) -> None:
        if self._editor is not None:
            bring_into_view(self._editor)

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches: the current row and its buttons, or the form in it."""
        for _, row in self._rows.values():
            if row.focusPolicy() & Qt.FocusPolicy.TabFocus:
                mine = (row, *row.buttons) if not row.isHidden() else ()
                return mine if self._editor is None else (*mine, self._editor)
        return ()

    def _focused_place(self) -> int | None:
        """The place of the row that holds the focus, so that it does not get lost with a row that goes."""
        focused = QApplication.focusWidget()
        for holder, _ in self._rows.values():
            if focused is not None and holder.isAncestorOf(focused):
                return self._column.indexOf(holder)
        return None

    def _made(self, episode: Episode) -> tuple[QWidget, EpisodeRow]:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = EpisodeRow(episode, self._theme)
        column.addWidget(Rule())
        column.addWidget(row)
        row.asked.connect(lambda code: self._asked(code, episode))
        return holder, row

    def _asked(self, code: str, episode: Episode) -> None:
        if code == "edit":
            self.edit(episode)
        else:
            self.asked.emit(code, episode)

    def _changed(self, episode: Episode) -> None:
        self._leave()
        self.changed.emit(episode)

    def _leave(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.hide()
        editor.deleteLater()
        for _, row in self._rows.values():
            if row.isHidden():
                row.show()
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self, episode: Episode) -> None:
        holder, _ = self._rows.pop(episode)
        if self._editor is not None and holder.isAncestorOf(self._editor):
            self._editor = None
        self._column.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    def _forget(self) -> None:
        shown = [row.episode for _, row in self._rows.values()]
        empty = self._empty.text()
        self.show_episodes([], "")
        self.show_episodes(sorted(shown, key=lambda each: each.onset), empty)


def _texts(theme: Theme, *texts: tuple[str, str, int, str]) -> QHBoxLayout:
    """Labels side by side, each with its kind, least width and tooltip."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(10))
    for text, kind, width, tip in texts:
        label = PlainLabel(text, kind)
        label.setToolTip(tooltip(tip) if tip else "")
        label.setMinimumWidth(theme.px(width))
        row.addWidget(label)
    row.addStretch(0)
    return row


def _rest(text: str) -> PlainLabel:
    """The last text of a row, which may be longer than the row."""
    label = PlainLabel(text, "quiet")
    label.setToolTip(tooltip(text) if text else "")
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label


def stopped(episode: Episode, now: datetime) -> dict[str, object]:
    """Return the fields of an episode that has stopped now: its length, and no longer going on."""
    return {"ongoing": False, "duration_s": max(int((now - episode.onset).total_seconds()), 1)}

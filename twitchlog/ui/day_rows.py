"""The day's twitches as rows, the newest first."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.domain.episode import Episode
from twitchlog.ui.plain import PlainLabel, Rule
from twitchlog.ui.theme import Theme

MOST = 60


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
    """One twitch: what was written down, and what can be done with it."""

    edit_requested = Signal(object)
    again_requested = Signal(object)
    stopped_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, episode: Episode, theme: Theme) -> None:
        super().__init__()
        self.episode = episode
        self.setObjectName("row")
        place, strength, lasted, rest = row_words(episode)
        line = QHBoxLayout(self)
        line.setContentsMargins(4, 2, 0, 2)
        line.setSpacing(theme.px(10))
        about = "about " if episode.onset_about else ""
        for text, width, bold in (
            (f"{about}{words.clock(episode.onset)}", 92 if about else 48, False),
            (place, 176, True),
            (strength, 92, False),
            (lasted, 92, False),
        ):
            label = PlainLabel(text, "field" if bold else "")
            label.setMinimumWidth(theme.px(width))
            line.addWidget(label)
        rest_label = PlainLabel(rest, "quiet")
        rest_label.setSizePolicy(
            rest_label.sizePolicy().Policy.Ignored, rest_label.sizePolicy().Policy.Preferred
        )
        line.addWidget(rest_label, 1)
        if episode.ongoing:
            line.addWidget(self._link("Stopped now", "stopped", lambda: self.stopped_requested.emit(episode)))
        line.addWidget(self._link("Edit", "edit", lambda: self.edit_requested.emit(episode)))
        line.addWidget(self._menu_button(theme))
        self.setAccessibleName(f"{words.clock(episode.onset)} {place} {strength} {lasted} {rest}".strip())

    def _link(self, text: str, name: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setAccessibleName(f"{text}: {words.place(self.episode.site, self.episode.side)}")
        button.clicked.connect(act)
        return button

    def _menu_button(self, theme: Theme) -> QPushButton:
        button = QPushButton()
        button.setObjectName("row_menu")
        button.setProperty("kind", "icon")
        button.setIcon(theme.icon("more", "text2"))
        button.setAccessibleName(f"More for {words.place(self.episode.site, self.episode.side)}")
        menu = QMenu(button)
        menu.addAction("Same again", lambda: self.again_requested.emit(self.episode))
        menu.addAction("Delete", lambda: self.delete_requested.emit(self.episode))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button


class DayRows(QWidget):
    """The rows of a day; a save adds one row and leaves the others as they are."""

    edit_requested = Signal(object)
    again_requested = Signal(object)
    stopped_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rows")
        self._theme = theme
        self._rows: dict[Episode, tuple[QWidget, EpisodeRow]] = {}
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
        for gone in set(self._rows) - set(wanted):
            holder, _ = self._rows.pop(gone)
            self._column.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        for place, episode in enumerate(wanted):
            if episode not in self._rows:
                self._rows[episode] = self._made(episode)
            holder, _ = self._rows[episode]
            if self._column.indexOf(holder) != place:
                self._column.insertWidget(place, holder)
            holder.show()
        hidden = len(episodes) - len(wanted)
        self._more.setText(f"and {words.count(hidden, 'more twitch', 'more twitches')}: see History")
        self._more.setVisible(hidden > 0)
        self._empty.setText(empty)
        self._empty.setVisible(not episodes)

    def _made(self, episode: Episode) -> tuple[QWidget, EpisodeRow]:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = EpisodeRow(episode, self._theme)
        column.addWidget(Rule())
        column.addWidget(row)
        row.edit_requested.connect(self.edit_requested)
        row.again_requested.connect(self.again_requested)
        row.stopped_requested.connect(self.stopped_requested)
        row.delete_requested.connect(self.delete_requested)
        return holder, row

    def _forget(self) -> None:
        shown = [row.episode for _, row in self._rows.values()]
        self.show_episodes([], "")
        self.show_episodes(sorted(shown, key=lambda each: each.onset), self._empty.text())


def stopped(episode: Episode, now: datetime) -> dict[str, object]:
    """Return the fields of an episode that has stopped now: its length, and no longer going on."""
    return {"ongoing": False, "duration_s": max(int((now - episode.onset).total_seconds()), 1)}

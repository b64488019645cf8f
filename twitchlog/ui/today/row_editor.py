"""A twitch being changed in its row: the form of a new one, filled with what was written down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.errors import RecordError
from twitchlog.ui.forms.inputs import SpotInput
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import announce
from twitchlog.ui.today.episode_form import EpisodeForm


class RowEditor(QFrame):
    """Enter saves, Esc leaves the twitch as it was; ``saved`` carries it with its changes."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, episode: Episode, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("row_editor")
        self._before, self._clock = episode, clock
        self._values: dict[str, Any] = {}
        self.place = SpotInput(theme)
        self.place.show_value((episode.site, episode.side))
        self.form = EpisodeForm(theme, "Change this twitch")
        self.form.when.moment.zone = episode.zone
        self.form.save.setObjectName("row_save")
        self.form.clear.setObjectName("row_cancel")
        self.form.clear.setText("Cancel")
        self._wrong = PlainLabel("", "wrong", wrap=True, name="row_wrong")
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        for widget in (self.place, self.form, self._wrong):
            column.addWidget(widget)
        self.form.hand.connect(self._chosen)
        self.form.ago.connect(self._ago)
        self.form.saved.connect(self.save)
        self.form.cleared.connect(self.left)
        self._show(episode)

    def save(self) -> None:
        """Hand over the changed twitch; what cannot be stays and is said."""
        try:
            site, side = self.place.value()
            changed = replace(self._built(), site=site, side=side)
        except RecordError as error:
            self._wrong.setText(error.reason)
            self._wrong.show()
            announce(self, error.reason)
            return
        self.saved.emit(changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, leave with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _built(self) -> Episode:
        values = dict(self._values)
        if values.get("ongoing"):
            values["duration_s"] = None
        if Symptom.WEAKNESS not in values.get("symptoms", self._before.symptoms):
            values["weakness_kind"] = None
        return replace(self._before, **values)

    def _chosen(self, name: str, value: object) -> None:
        self._values[name] = value
        self._try()

    def _ago(self, minutes: int) -> None:
        if minutes >= 0:
            self._values["onset"] = self._clock().replace(microsecond=0) - timedelta(minutes=minutes)
            self._values["onset_about"] = minutes > 0
        else:
            self._values.pop("onset", None)
            self._values.pop("onset_about", None)
        self._try()

    def _try(self) -> None:
        try:
            shown = self._built()
        except RecordError as error:
            self._wrong.setText(error.reason)
        else:
            self._wrong.setText("")
            self._show(shown)
        self._wrong.setVisible(bool(self._wrong.text()))

    def _show(self, episode: Episode) -> None:
        self.form.show_episode(episode, None, self._clock().replace(microsecond=0))

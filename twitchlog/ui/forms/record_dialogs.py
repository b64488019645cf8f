"""Opens the dialog for a new record or a changed one, and writes the answer into the journal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from twitchlog.domain import words
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.moments import local_day, whole_seconds
from twitchlog.domain.quick_entry import Vocabulary, vocabulary_of
from twitchlog.domain.record import Edit, Record, table_of
from twitchlog.ui.forms.dialogs import TITLES, RecordDialog
from twitchlog.ui.forms.local_time import lived
from twitchlog.ui.forms.record_form import RecordForm
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.theme import Theme

NOON = time(12)


def ask_record(  # noqa: PLR0913 - all that a dialog is made of
    parent: QWidget,
    wanted: str | Record,
    journal: Journal,
    theme: Theme,
    clock: Callable[[], datetime],
    zone: str,
    *,
    day: date | None = None,
) -> RecordDialog:
    """Ask for a new record of a table, or for changes of a record; Save is one step to undo.

    A new record is of now, or of noon of ``day``, which is another day.
    """
    table = wanted if isinstance(wanted, str) else table_of(wanted)
    now = whole_seconds(clock())
    today = day or local_day(now, journal.diary.settings.day_start)
    known = vocabulary_of(journal.diary.settings)

    def save(record: Record) -> None:
        old = None if isinstance(wanted, str) else wanted
        if isinstance(record, Day):
            record = merged_day(journal, record, old)
        if isinstance(old, Day) and isinstance(record, Day) and old.date != record.date:
            journal.replace(
                f"Saved: {TITLES[table]}", [Edit(old, None), Edit(journal.diary.day(record.date), record)]
            )
            return
        said, taken_back = f"Saved: {_words(record)}", _taken_back(journal, record)
        if old is None:
            journal.put(said, record, *taken_back)
            return
        # An edit names what was on screen, so that a newer entry of another program is never overwritten.
        also = [Edit(journal.diary.day(day.date), day) for day in taken_back]
        journal.replace(said, [Edit(old, record), *also])

    form = RecordForm(table, theme, zone, known)
    dialog = RecordDialog(form, theme, clock, save, parent)
    if isinstance(wanted, str):
        begin = now if day is None else lived(datetime.combine(day, NOON), zone)
        dialog.form.show_new(begin, **_given_before(table, today, known))
    else:
        dialog.form.show_record(wanted)
    dialog.open()
    return dialog


def _given_before(table: str, today: date, known: Vocabulary) -> dict[str, object]:
    """Return what a new record has in its form before anything is typed."""
    if table == "caffeine":
        return {"drink": "coffee", "servings": 1.0, "mg": known.drinks["coffee"]}
    return {"date": today} if table == "days" else {}


def merged_day(journal: Journal, record: Day, old: Record | None) -> Day:
    """Return a new day's record without losing what the diary says of that day already."""
    known = journal.diary.day(record.date)
    if old is not None or known is None:
        return record
    given = {
        name: getattr(record, name)
        for name in ("check_in", "awake_from", "awake_to", "sleep_hours", "worry")
        if getattr(record, name) is not None
    }
    given |= {name: True for name in ("exposures_complete", "sleep_position_odd") if getattr(record, name)}
    return replace(known, **given)


def _taken_back(journal: Journal, record: Record) -> list[Day]:
    if not isinstance(record, Episode) or not record.counted:
        return []
    day = journal.diary.day(local_day(record.onset, journal.diary.settings.day_start))
    return [replace(day, check_in=None)] if day is not None and day.check_in is CheckIn.NONE else []


def _words(record: Record) -> str:
    if isinstance(record, Episode):
        return words.place(record.site, record.side)
    return TITLES[table_of(record)]

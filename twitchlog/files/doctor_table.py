"""The doctor's table: one row per episode with what went before it, made for a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from typing import TypeAlias

from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.period import Period
from twitchlog.domain.texts import number_text
from twitchlog.domain.words import PATTERNS, POSTURES, SITES, SYMPTOMS, WEAKNESS_KINDS
from twitchlog.files.formulas import inert
from twitchlog.files.written import Written, compared, replacing, to_disk
from twitchlog.insight.context import Context, Effort, contexts

Cell: TypeAlias = str | int | float
"""Numbers stay numbers until written, so that the decimal sign is chosen there."""

HEADER: tuple[str, ...] = (
    "Date",
    "Time",
    "UTC offset",
    "Place",
    "Side",
    "Strength (1-5)",
    "Length (min)",
    "Still going",
    "Pattern",
    "Other symptoms",
    "Exercise in the 48 h before (what, min, hours before)",
    "Caffeine in the 12 h before (mg)",
    "Stress (1-5, latest that day)",
    "Sitting before (min)",
    "Posture",
    "Counted as twitch",
    "Note",
    "Written down at",
)
ALL_COLUMNS = tuple(range(len(HEADER)))
TABLE = "episodes"


def rows(diary: Diary, period: Period | None = None) -> list[tuple[Cell, ...]]:
    """Return the cells of every episode, or of those of a period, the newest last; not given is the empty text."""
    chosen = list(diary.every(Episode) if period is None else diary.within(Episode, period))
    return [_row(episode, before) for episode, before in zip(chosen, contexts(diary, chosen), strict=True)]


def _row(episode: Episode, before: Context) -> tuple[Cell, ...]:
    onset = episode.onset
    return (
        f"{onset:%Y-%m-%d}",
        f"about {onset:%H:%M}" if episode.onset_about else f"{onset:%H:%M}",
        _offset(onset),
        SITES[episode.site],
        episode.side.value,
        episode.intensity or "",
        round(episode.duration_s / 60, 2) if episode.duration_s else "",
        "yes" if episode.ongoing else "",
        PATTERNS[episode.pattern] if episode.pattern else "",
        _symptoms(episode),
        "; ".join(_effort(effort) for effort in before.exercise),
        _caffeine(before),
        before.stress or "",
        before.sitting_min or "",
        POSTURES[episode.posture] if episode.posture else "",
        "yes" if episode.counted else "no",
        episode.note,
        _written_down(episode),
    )


def _offset(moment: datetime) -> str:
    return moment.isoformat()[19:]


def _symptoms(episode: Episode) -> str:
    names = [
        f"{SYMPTOMS[symptom]} ({WEAKNESS_KINDS[episode.weakness_kind]})"
        if symptom is Symptom.WEAKNESS and episode.weakness_kind
        else SYMPTOMS[symptom]
        for symptom in Symptom
        if symptom in episode.symptoms
    ]
    return ", ".join(names)


def _effort(effort: Effort) -> str:
    """Return "run, 45 min, 3 h before": whole hours, so that no decimal sign is needed inside a text."""
    done = effort.exercise
    what = [done.activity or "exercise", *([f"{done.duration_min} min"] if done.duration_min else [])]
    return ", ".join([*what, _ago(effort.hours)])


def _ago(hours: float | None) -> str:
    if hours is None:
        return "during it"
    return f"{round(hours)} h before" if hours >= 0.5 else "under half an hour before"


def _caffeine(before: Context) -> Cell:
    """Return the amount; one that leaves a drink out says so instead of looking whole."""
    if before.caffeine_mg is None:
        return "amount not given" if before.caffeine_unknown else ""
    amount = round(before.caffeine_mg, 1)
    return f"{number_text(amount)} and more" if before.caffeine_unknown else amount


def _written_down(episode: Episode) -> str:
    """Return when it was written down; with its offset only where that is not the onset's."""
    written = episode.recorded_at
    elsewhere = written.utcoffset() != episode.onset.utcoffset()
    return f"{written:%Y-%m-%d %H:%M}" + (f" {_offset(written)}" if elsewhere else "")


def write(
    path: Path,
    table: Sequence[tuple[Cell, ...]],
    delimiter: str = ",",
    decimal: str = ".",
    *,
    columns: Sequence[int] = ALL_COLUMNS,
) -> Written:
    """Write the table as a spreadsheet wants it: UTF-8 with a byte order mark, a header, nothing that runs.

    ``columns`` are the numbers of those to write, 0 the first, at least one.

    Raises:
        FileError: the disk refuses, or the file did not read back as written.
    """
    with replacing(path) as file:
        text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        csv.writer(text, delimiter=delimiter).writerows(_texts(table, decimal, columns))
        text.flush()
        to_disk(file)
        file.seek(0)
        found = csv.reader(text, delimiter=delimiter, strict=True)
        count, same = -1, True
        for expected, cells in zip_longest(_texts(table, decimal, columns), found):
            same = same and expected == cells
            count += 1
        text.detach()
        return compared(path, {TABLE: len(table)}, {TABLE: count}, same=same)


def _texts(table: Iterable[tuple[Cell, ...]], decimal: str, columns: Sequence[int]) -> Iterator[list[str]]:
    yield [HEADER[number] for number in columns]
    for row in table:
        cells = (row[number] for number in columns)
        yield [
            inert(cell) if isinstance(cell, str) else number_text(cell).replace(".", decimal)
            for cell in cells
        ]

"""What the diary file holds, as values of the domain."""

import json
import sqlite3
from datetime import date, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import Any, TypeAlias

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary, Month, MonthKey
from twitchlog.domain.record import TABLES, Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.rows import SHAPES, Row, Shape, records_from

Fetched: TypeAlias = dict[str, list[Row]]
"""Rows of ``shape.read`` by table, in the diary's order: taken at once, so that a writer need not wait."""

WHOLE_HISTORY = ("medicines", "labs", "exams", "discussions")
MARGIN = timedelta(days=3)
"""What went before the first day asked for (exercise of the 48 hours before), and the offset of its clock."""
EVER = ("0", ":")
"""Sorts before and after every date."""


def month_keys(conn: sqlite3.Connection) -> list[MonthKey]:
    """Return the months that have records, the newest first; jumps from month to month along the indexes."""
    steps = [_months_of_one(shape) for shape in SHAPES.values()]
    rows = conn.execute(f"{' UNION '.join(steps)} ORDER BY 1 DESC").fetchall()
    return [(int(text[:4]), int(text[5:7])) for (text,) in rows]


def _months_of_one(shape: Shape) -> str:
    newest = shape.selecting([f"max({shape.when})"])
    before = shape.selecting([f"max({shape.when})"], f"WHERE {shape.when} < substr(latest, 1, 7)")
    walk = " ".join(("SELECT", f"({before})", "FROM walk WHERE latest IS NOT NULL"))
    # A CTE inside a subquery, so that each table may have its own of the same name.
    return " ".join(
        (
            "SELECT * FROM (WITH RECURSIVE walk(latest) AS (",
            f"{newest} UNION {walk}) ",  # not ALL: along a broken index that would never end
            "SELECT substr(latest, 1, 7) FROM walk WHERE latest IS NOT NULL)",
        )
    )


def fetched(conn: sqlite3.Connection, first: str, after: str) -> Fetched:
    """Return the rows from one text of a time to before another."""
    return {table: _between(conn, shape, first, after) for table, shape in SHAPES.items()}


def fetched_month(conn: sqlite3.Connection, key: MonthKey) -> Fetched:
    """Return the rows of one month."""
    year, month = key
    following = (year + 1, 1) if month == 12 else (year, month + 1)
    return fetched(conn, _prefix(key), _prefix(following))


def fetched_recent(conn: sqlite3.Connection, since: date) -> Fetched:
    """Return the rows from three days before a day on, all medical ones, and what tells when the diary began.

    That is the first entry, the first counted one and whatever came in the two days after it (another clock's
    offset may give one of them the earlier day), the first day and the first checked day.
    """
    first = (since - MARGIN).isoformat()
    rows = fetched(conn, first, EVER[1])
    for table in WHOLE_HISTORY:
        rows[table] = _between(conn, SHAPES[table], *EVER)
    rows["episodes"] = _first_episodes(conn, first) + rows["episodes"]
    days = SHAPES["days"]
    early = _first(conn, days, first) + _first(conn, days, first, "check_in IS NOT NULL")
    rows["days"] = list(dict.fromkeys(early)) + rows["days"]
    return rows


def _first_episodes(conn: sqlite3.Connection, before: str) -> list[Row]:
    shape = SHAPES["episodes"]
    early = _first(conn, shape, before)
    counted = _first(conn, shape, before, "vibration IS NULL AND pulse IS NOT 1")
    if counted:
        began = counted[0][shape.read.index(shape.when)]
        until = min(before, (date.fromisoformat(began[:10]) + timedelta(days=3)).isoformat())
        early += _between(conn, shape, began, until)
    return list(dict.fromkeys(early))


def _first(conn: sqlite3.Connection, shape: Shape, before: str, only: str = "1") -> list[Row]:
    where = f"WHERE {shape.when} < ? AND {only} {shape.in_order} LIMIT 1"
    return conn.execute(shape.selecting(shape.read, where), (before,)).fetchall()


def _between(conn: sqlite3.Connection, shape: Shape, first: str, after: str) -> list[Row]:
    where = f"WHERE {shape.when} >= ? AND {shape.when} < ? {shape.in_order}"
    return conn.execute(shape.selecting(shape.read, where), (first, after)).fetchall()


def _prefix(key: MonthKey) -> str:
    return f"{key[0]:04}-{key[1]:02}"


def months_from(rows: Fetched) -> dict[MonthKey, Month]:
    """Return fetched rows as months.

    Raises:
        ValueError, KeyError, TypeError: the file holds something no twitchlog wrote.
    """
    found: dict[MonthKey, dict[type[object], tuple[Record, ...]]] = {}
    for table, some in rows.items():
        shape = SHAPES[table]
        when = shape.read.index(shape.when)
        records = iter(records_from(shape, some))
        for text, group in groupby(some, key=lambda row, at=when: row[at][:7]):  # type: ignore[misc]
            key = (int(text[:4]), int(text[5:7]))
            found.setdefault(key, {})[TABLES[table]] = tuple(next(records) for _ in group)
    return {key: Month(MappingProxyType(kinds)) for key, kinds in found.items()}


def diary_from(rows: Fetched, settings: DiarySettings, *, whole: bool) -> Diary:
    """Return fetched rows as a diary."""
    return Diary(MappingProxyType(months_from(rows)), settings, whole)


def settings_text(conn: sqlite3.Connection) -> str:
    """Return the diary's settings as they are kept."""
    return str(conn.execute("SELECT settings FROM meta").fetchone()[0])


def settings_from(text: str) -> DiarySettings:
    """Return the settings a kept text stands for.

    Raises:
        ValueError, KeyError, TypeError: no twitchlog wrote it.
    """
    given = json.loads(text)
    if not isinstance(given, dict):
        raise TypeError(text)
    plain = DiarySettings()
    day_start = given.get("day_start", plain.day_start)
    activities = given.get("activities", [])
    if type(day_start) is not int or not 0 <= day_start <= 23:
        raise ValueError(text)
    if not isinstance(activities, list) or any(type(name) is not str for name in activities):
        raise TypeError(text)
    hidden = _table(given, "hidden", str)
    return DiarySettings(
        day_start=day_start,
        thresholds=MappingProxyType(_table(given, "thresholds", int, float)),
        hidden=MappingProxyType({rule: date.fromisoformat(day) for rule, day in hidden.items()}),
        drinks=MappingProxyType(_table(given, "drinks", int, float)),
        activities=tuple(activities),
        made_up=given.get("made_up") is True,
    )


def _table(given: dict[str, Any], name: str, *kinds: type) -> dict[str, Any]:
    """Return a table of the settings, empty if it is not there."""
    table = given.get(name, {})
    if not isinstance(table, dict) or any(type(value) not in kinds for value in table.values()):
        raise TypeError(name)
    return table


def text_of_settings(settings: DiarySettings) -> str:
    """Return settings as they are kept: only what differs from the usual."""
    plain = DiarySettings()
    given: dict[str, object] = {}
    if settings.day_start != plain.day_start:
        given["day_start"] = settings.day_start
    if settings.thresholds:
        given["thresholds"] = dict(settings.thresholds)
    if settings.hidden:
        given["hidden"] = {rule: day.isoformat() for rule, day in settings.hidden.items()}
    if settings.drinks:
        given["drinks"] = dict(settings.drinks)
    if settings.activities:
        given["activities"] = list(settings.activities)
    if settings.made_up:
        given["made_up"] = True
    return json.dumps(given, sort_keys=True)


def newest_onset(conn: sqlite3.Connection) -> str:
    """Return the onset of the newest episode, as the contract writes it; empty if there is none."""
    shape = SHAPES["episodes"]
    newest = shape.selecting(shape.read, f"ORDER BY {shape.when} DESC LIMIT 1")
    records = records_from(shape, conn.execute(newest).fetchall())
    when = records[0].when if records else None
    return when.isoformat() if when else ""


def day_of(conn: sqlite3.Connection, day: date) -> Day | None:
    """Return what is known of a day, or ``None``."""
    shape = SHAPES["days"]
    rows = conn.execute(shape.selecting(shape.read, "WHERE date = ?"), (day.isoformat(),)).fetchall()
    records = records_from(shape, rows)
    return records[0] if records and isinstance(records[0], Day) else None

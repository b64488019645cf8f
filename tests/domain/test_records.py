"""Impossible values are refused with the field named; every record crosses into text and back."""

from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import (
    NOON,
    a_caffeine,
    a_day,
    a_discussion,
    a_lab,
    a_medicine,
    a_sitting,
    a_stress,
    an_episode,
    an_exam,
    an_exercise,
)
from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Symptom, Vibration, WeaknessKind
from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS, Kind
from twitchlog.domain.moments import local_day, minutes_into_day, whole_seconds
from twitchlog.domain.record import TABLES, Record
from twitchlog.domain.sites import Region, Side, Site, regions_named, regions_of, sides_of
from twitchlog.domain.texts import given as given_columns
from twitchlog.domain.texts import moment_from, record_from, texts_of, value_from

BUILDERS: dict[str, Any] = {
    "episodes": an_episode,
    "exercise": an_exercise,
    "caffeine": a_caffeine,
    "stress": a_stress,
    "sitting": a_sitting,
    "days": a_day,
    "medicines": a_medicine,
    "labs": a_lab,
    "exams": an_exam,
    "discussions": a_discussion,
}


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("episodes", "id", "1"),
        ("episodes", "id", "ABCDEF00-0000-0000-0000-000000000000"),
        ("episodes", "onset", datetime(2026, 11, 22, 12)),  # noqa: DTZ001 - that is what is refused
        ("episodes", "onset", datetime(2026, 11, 22, 12, tzinfo=UTC, microsecond=1)),
        ("episodes", "onset", datetime(1900, 1, 1, tzinfo=UTC)),
        ("episodes", "recorded_at", datetime(2200, 1, 1, tzinfo=UTC)),
        ("episodes", "onset", NOON.astimezone(timezone(timedelta(seconds=90)))),
        ("episodes", "side", Side.MIDDLE),
        ("episodes", "duration_s", 0),
        ("episodes", "duration_s", 604_801),
        ("episodes", "intensity", 0),
        ("episodes", "intensity", 6),
        ("episodes", "weakness_kind", WeaknessKind.HEAVY),
        ("episodes", "note", "x" * 10_001),
        ("exercise", "duration_min", 1_441),
        ("exercise", "activity", "x" * 201),
        ("caffeine", "mg", 1_000.5),
        ("caffeine", "mg", -1.0),
        ("caffeine", "servings", 0.0),
        ("stress", "level", 0),
        ("stress", "level", 6),
        ("sitting", "duration_min", 0),
        ("days", "sleep_hours", 24.5),
        ("days", "worry", 6),
        ("days", "awake_from", time(7, 0, 30)),
        ("medicines", "name", "  "),
        ("labs", "value", -0.1),
        ("labs", "low", 9.0),
        ("discussions", "rule", ""),
    ],
)
def test_an_impossible_value_is_refused_and_its_field_named(table: str, field: str, value: object) -> None:
    only = {field: value} | ({"high": 5.0} if field == "low" else {})
    with pytest.raises(RecordError) as refused:
        BUILDERS[table](**only)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("table", "field", "value"),
    [
        ("episodes", "duration_s", 1),
        ("episodes", "duration_s", 604_800),
        ("episodes", "intensity", 5),
        ("episodes", "note", "x" * 10_000),
        ("exercise", "duration_min", 1_440),
        ("caffeine", "mg", 1_000.0),
        ("caffeine", "mg", 0.0),
        ("days", "sleep_hours", 24.0),
        ("days", "awake_to", time(4, 0)),
    ],
)
def test_the_last_possible_value_is_taken(table: str, field: str, value: object) -> None:
    assert getattr(BUILDERS[table](**{field: value}), field) == value


@pytest.mark.parametrize("site", list(Site))
def test_a_site_has_the_sides_of_the_contract(site: Site) -> None:
    with_middle = [
        "scalp",
        "forehead",
        "lips",
        "jaw",
        "tongue",
        "neck",
        "chest",
        "abdomen",
        "back_upper",
        "back_lower",
        "many",
        "other",
    ]
    assert (Side.MIDDLE in sides_of(site)) == (site in with_middle)
    for side in Side:
        if side in sides_of(site):
            assert an_episode(site=site, side=side).side is side
        else:
            with pytest.raises(RecordError):
                an_episode(site=site, side=side)


def test_regions_are_derived_from_site_and_side() -> None:
    assert regions_of(Site.CALF, Side.BOTH) == {Region.LEFT_LEG, Region.RIGHT_LEG}
    assert regions_of(Site.THUMB, Side.LEFT) == {Region.LEFT_ARM}
    assert regions_of(Site.HIP, Side.RIGHT) == {Region.RIGHT_LEG}
    assert regions_of(Site.NECK, Side.BOTH) == {Region.HEAD}
    assert regions_of(Site.BACK_UPPER, Side.MIDDLE) == {Region.TRUNK}
    assert regions_of(Site.MANY, Side.BOTH) == regions_of(Site.OTHER, Side.LEFT) == frozenset()


def test_muscles_name_regions_and_sites_on_both_sides() -> None:
    assert regions_named("left_leg, calf") == {Region.LEFT_LEG, Region.RIGHT_LEG}
    assert regions_named("") == regions_named("wings") == frozenset()


def test_shaken_or_in_time_with_the_pulse_is_kept_but_not_counted() -> None:
    assert an_episode(pulse=False).counted
    assert not an_episode(pulse=True).counted
    assert not an_episode(vibration=Vibration.OTHER).counted


def test_the_known_length_is_given_or_until_written_down_and_at_most_a_day() -> None:
    hour = timedelta(hours=1)
    assert an_episode(duration_s=60).known_length == timedelta(minutes=1)
    assert an_episode(ongoing=True, recorded_at=NOON + hour).known_length == hour
    assert an_episode(ongoing=True, recorded_at=NOON - hour).known_length == timedelta(0)
    assert an_episode(duration_s=604_800).known_length == timedelta(hours=24)
    assert an_episode().known_length == timedelta(0)


def test_a_day_is_complete_only_when_twitches_and_exposures_are() -> None:
    assert a_day(check_in=CheckIn.NONE, exposures_complete=True).complete
    assert not a_day(check_in=CheckIn.SOME_LOGGED, exposures_complete=True).complete
    assert not a_day(check_in=CheckIn.ALL_LOGGED).complete
    assert not a_day(exposures_complete=True).checked


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1901, 1, 2), datetime(2199, 12, 30)).flatmap(  # noqa: DTZ001 - the zone follows
    lambda wall: OFFSETS.map(lambda zone: wall.replace(microsecond=0, tzinfo=zone))
)
WORDS = st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), max_size=40)
VALUES: dict[Kind, Any] = {
    Kind.MOMENT: MOMENTS,
    Kind.DATE: st.dates(datetime(1901, 1, 1).date(), datetime(2199, 1, 1).date()),  # noqa: DTZ001 - a date
    Kind.CLOCK: st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    Kind.BOOLEAN: st.booleans(),
    Kind.TEXT: WORDS,
    Kind.ID: st.uuids().map(str),
}


@st.composite
def records(draw: st.DrawFn) -> tuple[str, Record]:
    """Any record of any table."""
    table = draw(st.sampled_from(list(TABLES)))
    values: dict[str, Any] = {}
    for field in FIELDS[table]:
        match field.kind:
            case Kind.CODE:
                value: Any = st.sampled_from(list(field.codes or []))
            case Kind.CODES:
                value = st.frozensets(st.sampled_from(list(field.codes or [])))
            case Kind.INTEGER:
                value = st.integers(int(field.low or 0), int(field.high or 0))
            case Kind.NUMBER:
                value = st.floats(field.low or 0, field.high or 0, allow_nan=False).map(lambda x: round(x, 6))
            case kind:
                value = VALUES[kind]
        optional = not field.required and field.kind not in {Kind.TEXT, Kind.CODES, Kind.BOOLEAN}
        values[field.name] = draw(st.none() | value if optional or field.tri else value)
    return table, _possible(table, values)


def _possible(table: str, values: dict[str, Any]) -> Record:
    if table == "episodes":
        values["side"] = values["side"] if values["side"] in sides_of(values["site"]) else Side.LEFT
        if Symptom.WEAKNESS not in values["symptoms"]:
            values["weakness_kind"] = None
    if table == "labs" and values["low"] is not None and values["high"] is not None:
        values["low"], values["high"] = sorted((values["low"], values["high"]))
    if table == "caffeine" and values["servings"] is not None:
        values["servings"] = max(values["servings"], 0.1)
    for name in ("name", "rule"):
        if name in values and not values[name].strip():
            values[name] = "x"
    return TABLES[table](**values)


@given(records())
def test_every_record_crosses_into_text_and_back(made: tuple[str, Record]) -> None:
    table, record = made
    back = record_from(table, texts_of(table, record))
    assert back == record
    assert texts_of(table, back) == texts_of(table, record)


@given(records())
def test_json_shows_only_what_was_given(made: tuple[str, Record]) -> None:
    table, record = made
    assert {"", None} & {
        value if isinstance(value, str) else 0 for value in given_columns(table, record).values()
    } == set()


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22T14:32:00",
        "2026-11-22 14:32:00+01:00",
        "2026-02-30T10:00:00Z",
        "2026-11-22T24:00:00Z",
        "2026-11-22T14:32:00+15:00",
        "2026-11-22T14:32:00.5Z",
        "٢٠٢٦-11-22T14:32:00Z",
    ],
)
def test_a_time_that_cannot_be_read_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(RecordError) as refused:
        moment_from("onset", text)
    assert refused.value.field == "onset"


@pytest.mark.parametrize("text", ["1_0", "٣", "1e3", "nan", "inf", " 5", "5.", "0x10"])
def test_only_plain_numbers_are_numbers(text: str) -> None:
    field = next(field for field in FIELDS["caffeine"] if field.name == "mg")
    with pytest.raises(RecordError):
        value_from(field, text)


@given(MOMENTS, st.integers(0, 23))
def test_the_local_day_is_the_wall_clock_less_the_hours_before_the_day_starts(
    moment: datetime, start: int
) -> None:
    assert local_day(moment, start) == (moment.replace(tzinfo=None) - timedelta(hours=start)).date()
    assert 0 <= minutes_into_day(moment, start) < 1440


@given(MOMENTS, st.integers(0, 999_999))
def test_whole_seconds_keep_the_instant_to_the_second(moment: datetime, micro: int) -> None:
    kept = whole_seconds(moment.replace(microsecond=micro))
    assert kept == moment
    assert kept.utcoffset() == moment.utcoffset()


def test_a_moment_without_an_offset_has_no_instant() -> None:
    with pytest.raises(ValueError, match="offset"):
        whole_seconds(datetime(2026, 11, 22))  # noqa: DTZ001 - that is what is refused

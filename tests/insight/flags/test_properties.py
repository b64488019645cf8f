"""What holds for every diary."""

import json
import random
from collections.abc import Callable, Iterable
from datetime import date, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import TODAY, a_day, a_discussion, an_episode, at
from tests.insight.flags.made import cut, elsewhere, hidings, moved, record_lists
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Symptom, Vibration
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Region
from twitchlog.insight.flags import RULES, Raised, flags
from twitchlog.insight.flags.arranged import CALMING
from twitchlog.insight.flags.banned import banned_in
from twitchlog.insight.flags.claims import BASES
from twitchlog.insight.flags.discussed import LISTED, OLDEST_TALK, judged, links_back
from twitchlog.insight.flags.gathered import gathered
from twitchlog.insight.flags.more import more_of
from twitchlog.insight.flags.recent import Recent

STATES = [
    rule for rule, basis in BASES.items() if not basis.event and rule not in {"urgent", "examined_normal"}
]
SOME = settings(max_examples=40, deadline=None)


def raised(records: Iterable[Record], on: date = TODAY, hidden: dict[str, date] | None = None) -> Raised:
    return flags(Diary.of(records, DiarySettings(hidden=hidden or {})), on)


def bare(found: Raised) -> list[tuple[object, ...]]:
    return [(flag.rule, flag.level, flag.evidence, flag.quiet) for flag in found.shown + found.quiet]


@SOME
@given(record_lists, hidings, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(
    records: list[Record], hidden: dict[str, date], chance: random.Random
) -> None:
    shuffled = list(records)
    chance.shuffle(shuffled)
    diary = Diary()
    for record in shuffled:
        diary = diary.apply(None, record)
    assert flags(Diary(diary.months, DiarySettings(hidden=hidden)), TODAY) == raised(records, hidden=hidden)


@SOME
@given(record_lists, record_lists, st.integers(1, 400))
def test_rows_of_later_days_are_not_seen(records: list[Record], later: list[Record], days: int) -> None:
    ahead = [moved(row, timedelta(days=days + 400)) for row in later]
    near = [moved(row, timedelta(days=days)) for row in later]
    near = [row for row in near if Diary().day_of(row) > TODAY]
    known = {row.id for row in records}
    assert raised([*records, *(row for row in [*ahead, *near] if row.id not in known)]) == raised(records)


@SOME
@given(record_lists, st.integers(0, 120))
def test_an_earlier_day_is_answered_as_it_was_known_then(records: list[Record], back: int) -> None:
    on = TODAY - timedelta(days=back)
    assert raised(records, on) == raised((row for row in records if Diary().day_of(row) <= on), on)


@SOME
@given(record_lists, st.integers(0, 94))
def test_looking_back_sees_a_day_as_that_day_saw_itself(records: list[Record], back: int) -> None:
    diary, day = Diary.of(records), TODAY - timedelta(days=back)
    now, then = Recent(TODAY, gathered(diary, TODAY)), Recent(day, gathered(diary, day))
    for rule in STATES:
        assert RULES[rule](now.at(day)) == RULES[rule](then)


@SOME
@given(record_lists)
def test_a_shaken_entry_changes_only_vibration_and_attention(records: list[Record]) -> None:
    shaken = an_episode(vibration=Vibration.VEHICLE, onset=at(clock="11:11"))
    before, after = bare(raised(records)), bare(raised([*records, shaken]))
    own = {"vibration", "attention"}
    assert [row for row in after if row[0] not in own] == [row for row in before if row[0] not in own]
    assert "vibration" in {row[0] for row in after}


@SOME
@given(record_lists)
def test_nothing_is_shown_once_all_of_it_was_discussed(records: list[Record]) -> None:
    found = raised(records)
    talks = [a_discussion(rule=flag.rule, date=TODAY, recorded_at=at(clock="23:00")) for flag in found.shown]
    discussed = raised([*records, *talks])
    kept = {flag.rule for flag in found.shown + found.quiet} - gone(found)
    assert {flag.rule for flag in discussed.quiet} == kept
    # Nothing is shown, but for what an old yes had left out and no longer does once it is gone.
    assert {flag.rule for flag in discussed.shown} <= (set(CALMING) if gone(found) else set())
    tomorrow = at(TODAY + timedelta(days=1))
    weak = an_episode(onset=tomorrow, symptoms=frozenset({Symptom.WEAKNESS}))
    assert ("weakness", 2) in {
        (flag.rule, flag.level) for flag in raised([*records, *talks, weak], tomorrow.date()).shown
    }


def gone(found: Raised) -> set[str]:
    """A yes over a fortnight old is gone as soon as a doctor has checked it."""
    return {
        flag.rule
        for flag in found.shown
        if flag.rule == "urgent" and flag.since <= TODAY - timedelta(days=14)
    }


@SOME
@given(record_lists, st.integers(-200, 200))
def test_whole_weeks_change_nothing(records: list[Record], weeks: int) -> None:
    by = timedelta(weeks=weeks)
    later = raised((moved(row, by) for row in records), TODAY + by)
    days_too = {row.id for row in records if isinstance(row, Day)}
    assert [_without_days(row, days_too) for row in bare(later)] == [
        _without_days(row, days_too) for row in bare(raised(records))
    ]


def _without_days(row: tuple[object, ...], days: set[str]) -> tuple[object, ...]:
    """A day's id is its date, so it moves with it."""
    rule, level, evidence, quiet = row
    assert isinstance(evidence, tuple)
    return (rule, level, [each for each in evidence if len(each) > 10], quiet)


@SOME
@given(record_lists, st.sampled_from([-12 * 60, -150, 60, 345, 14 * 60]))
def test_elsewhere_the_days_are_as_they_were_lived(records: list[Record], minutes: int) -> None:
    offset = timezone(timedelta(minutes=minutes))
    assert raised(elsewhere(row, offset) for row in records) == raised(records)


@SOME
@given(record_lists, hidings)
def test_a_part_of_the_diary_gives_the_flags_of_the_whole(
    records: list[Record], hidden: dict[str, date]
) -> None:
    diary = Diary.of(records, DiarySettings(hidden=hidden))
    assert flags(cut(diary, TODAY - timedelta(days=210)), TODAY) == flags(diary, TODAY)


@SOME
@given(record_lists, hidings)
def test_every_flag_is_short_calm_and_complete(records: list[Record], hidden: dict[str, date]) -> None:
    found = raised(records, hidden=hidden)
    assert list(found.shown) == sorted(found.shown, key=lambda flag: flag.order)
    assert [flag.quiet for flag in found.shown + found.quiet] == [False] * len(found.shown) + [True] * len(
        found.quiet
    )
    assert len({flag.rule for flag in found.shown + found.quiet}) == len(found.shown) + len(found.quiet)
    for flag in found.shown + found.quiet:
        assert len(flag.text.split()) <= 60
        assert not banned_in(" ".join((flag.title, flag.text, flag.why, flag.clears)))
        assert flag.since == flag.days[0]
        assert list(flag.days) == sorted(set(flag.days))
        assert flag.days[-1] <= TODAY
        assert list(flag.sites) == sorted(set(flag.sites))
        assert json.loads(json.dumps(flag.row())) == flag.row()


@SOME
@given(record_lists, st.sampled_from(STATES), st.integers(0, 130))
def test_a_state_is_quiet_as_a_day_by_day_look_at_the_past_says(
    records: list[Record], rule: str, back: int
) -> None:
    talked = TODAY - timedelta(days=back)
    rows = [row for row in records if getattr(row, "rule", "") != rule]
    diary = Diary.of([*rows, a_discussion(rule=rule, date=talked, recorded_at=at(talked))])

    def seen(day: date) -> Recent:
        return Recent(day, gathered(diary, day))

    flag = judged(rule, seen(TODAY))
    if flag is None:
        assert RULES[rule](seen(TODAY)) is None
    elif rule in LISTED:
        regions = LISTED[rule](seen(TODAY))
        known = {each for each in regions if _reaches(TODAY, talked, _listing(rule, each, seen))}
        assert flag.quiet is (known == set(regions))
    else:
        reached = _reaches(TODAY, talked, lambda day: RULES[rule](seen(day)) is not None)
        assert flag.quiet is (reached and (rule != "persistent_with_more" or _nothing_more(seen, talked)))


def _listing(rule: str, region: Region, seen: Callable[[date], Recent]) -> Callable[[date], bool]:
    return lambda day: region in LISTED[rule](seen(day))


def _nothing_more(seen: Callable[[date], Recent], talked: date) -> bool:
    then = seen(max(talked, TODAY - timedelta(days=OLDEST_TALK)))
    return set(more_of(seen(TODAY))) <= set(more_of(then))


def _reaches(on: date, talked: date, holds: Callable[[date], bool]) -> bool:
    """The same as a search of all chains, without the short cut."""
    oldest = on - timedelta(days=OLDEST_TALK)
    to = max(talked, oldest)
    reached, new = set(), {on}
    while new:
        reached |= new
        steps = {day - timedelta(days=back) for day in new for back in range(1, 15)} - reached
        new = {
            day
            for day in steps
            if day >= oldest - timedelta(days=14) and (holds(day) or (talked < oldest and day == oldest))
        }
    return min(reached) <= to


@given(st.frozensets(st.integers(1, 120)), st.integers(0, 130))
def test_the_furthest_step_finds_every_chain(held: frozenset[int], back: int) -> None:
    days = {TODAY - timedelta(days=each) for each in held}
    talked = TODAY - timedelta(days=back)
    assert links_back(TODAY, talked, days.__contains__) is _reaches(TODAY, talked, days.__contains__)


def test_a_thousand_entries_in_one_day_are_still_one_day() -> None:
    records = [
        an_episode(onset=at(clock=f"{hour:02}:{minute:02}")) for hour in range(5, 22) for minute in range(59)
    ]
    found = raised(records[:1000])
    assert [flag.rule for flag in found.shown] == ["common"]
    assert len(raised([*records, a_day(check_in=CheckIn.ALL_LOGGED)]).shown[0].days) == 1


def test_an_empty_diary_raises_nothing() -> None:
    assert flags(Diary(), TODAY) == Raised()

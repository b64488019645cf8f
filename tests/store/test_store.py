"""What is written is there: whole, letter for letter, and only once."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.helpers import NOON, TODAY, a_day, a_lab, a_medicine, an_episode, an_exercise, an_id, at
from tests.store.made import as_texts, dump, everything, in_order, one_of_each, records
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.record import Edit, Record, table_of
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.connection import tables
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.rows import SHAPES
from twitchlog.store.store import Store


def test_every_kind_of_record_survives_a_restart(path: Path) -> None:
    with_everything = one_of_each()
    store = Store.open(path)
    store.put(with_everything)
    store.close()
    again = Store.open(path, create=False)
    assert dump(again.diary()) == as_texts(with_everything)
    again.close()


@given(records)
@settings(max_examples=60, deadline=None)
def test_any_record_comes_back_letter_for_letter(record: Record) -> None:
    store = Store.in_memory()
    store.put([record])
    assert dump(store.diary()) == as_texts([record])
    assert store.problems() == []
    store.close()


def test_a_new_record_is_told_as_one_and_an_edit_with_what_stood_before(store: Store) -> None:
    old, new = an_episode(id=an_id(1)), an_episode(id=an_id(1), intensity=4)
    assert store.put([old]) == [Edit(None, old)]
    assert store.put([new]) == [Edit(old, new)]
    assert everything(store.diary()) == [new]


def test_a_day_has_one_record_whoever_writes_it(store: Store) -> None:
    store.put([a_day(check_in=CheckIn.NONE)])
    store.put([a_day(worry=2)])
    assert everything(store.diary()) == [a_day(worry=2)]
    assert store.day(TODAY) == a_day(worry=2)
    assert store.day(TODAY - timedelta(days=1)) is None


def test_of_two_versions_put_together_the_last_stays_and_both_edits_are_told(store: Store) -> None:
    one, two = an_episode(id=an_id(1)), an_episode(id=an_id(1), intensity=1)
    assert store.put([one, two]) == [Edit(None, one), Edit(one, two)]


def test_a_delete_tells_what_the_record_said_by_now(store: Store) -> None:
    seen, now = an_episode(id=an_id(1)), an_episode(id=an_id(1), note="changed since")
    store.put([seen])
    store.put([now])
    assert store.remove([seen, an_episode(id=an_id("gone"))]) == [Edit(now, None)]
    assert everything(store.diary()) == []


def test_what_was_deleted_can_be_brought_back_with_its_place_in_the_order_of_writing(store: Store) -> None:
    first, second = an_episode(id=an_id(1)), an_episode(id=an_id(2))
    store.put([first])
    store.put([second])
    store.remove([first])
    [(when, record)] = store.deleted()
    assert record == first
    assert when.tzinfo is UTC
    assert store.restore_deleted([first.id, an_id("never")]) == [Edit(None, first)]
    assert store.deleted() == []
    conn = store._connected()
    assert conn.execute("SELECT id FROM episodes ORDER BY seq").fetchall() == [(first.id,), (second.id,)]


def test_an_undone_step_leaves_the_same_diary(store: Store) -> None:
    store.put(one_of_each())
    before = dump(store.diary())
    day = a_day(date=date(2026, 1, 1))
    edits = store.put([an_episode(intensity=3), day]) + store.put([a_day(worry=5)]) + store.remove([day])
    store.make([edit.reversed for edit in reversed(edits)])
    assert dump(store.diary()) == before
    assert store.problems() == []


def test_an_edit_of_what_was_changed_elsewhere_changes_nothing(store: Store) -> None:
    mine = an_episode(id=an_id(1))
    theirs = an_episode(id=an_id(1), note="theirs")
    store.put([theirs])
    other = an_episode(id=an_id(2))
    for edit in (Edit(mine, None), Edit(None, mine), Edit(mine, an_episode(id=an_id(1), note="x"))):
        with pytest.raises(
            StoreError, match=r"^This entry was changed elsewhere; this is how it is now\.$"
        ) as said:
            store.make([Edit(None, other), edit])
        assert said.value.reason is Reason.CHANGED
    assert everything(store.diary()) == [theirs]


def test_another_offset_of_the_same_instant_is_a_change(store: Store) -> None:
    here = an_episode(id=an_id(1), onset=at(clock="12:00"), recorded_at=NOON)
    there = an_episode(id=an_id(1), onset=at(clock="13:00", offset_min=60), recorded_at=NOON)
    assert here == there
    store.put([here])
    with pytest.raises(StoreError, match="changed elsewhere"):
        store.make([Edit(there, None)])


def test_a_record_can_move_to_another_month_and_another_day(store: Store) -> None:
    here, there = an_episode(id=an_id(1)), an_episode(id=an_id(1), onset=NOON - timedelta(days=90))
    store.put([here])
    assert store.make([Edit(here, there)]) == [Edit(here, there)]
    store.put([a_day()])
    store.make([Edit(a_day(), a_day(date=date(2026, 5, 5)))])
    assert store.month_keys() == [(2026, 8), (2026, 5)]


def test_months_are_listed_newest_first_and_read_one_by_one(store: Store) -> None:
    store.put(one_of_each())
    whole = store.diary()
    keys = store.month_keys()
    assert keys == [(2026, 11), (2026, 3)]
    parts = Diary()
    for key in keys:
        parts = parts.with_month(key, store.month(key))
    assert in_order(parts) == in_order(whole) == in_order(Diary.of(one_of_each()))
    assert not store.month((2020, 1)).rows


def test_a_month_is_that_of_the_instant_not_of_the_clock(store: Store) -> None:
    late = an_episode(onset=at(date(2026, 12, 1), "00:30", offset_min=60), recorded_at=NOON)
    store.put([late])
    assert store.month_keys() == [(2026, 11)] == list(Diary.of([late]).months)


def test_the_recent_diary_knows_when_it_all_began(store: Store) -> None:
    since = TODAY - timedelta(days=180)
    long_ago = NOON - timedelta(days=900)
    shaken = an_episode(onset=long_ago, pulse=True)
    first = an_episode(onset=long_ago + timedelta(days=10, hours=1))
    just_after = an_episode(onset=long_ago + timedelta(days=10, hours=2))
    forgotten = an_episode(onset=long_ago + timedelta(days=300))
    old_day, first_checked = a_day(date=date(2024, 6, 1)), a_day(date=date(2024, 6, 2), check_in=CheckIn.NONE)
    old_lab, old_medicine = a_lab(date=date(2020, 1, 1)), a_medicine(date=date(2020, 1, 1))
    old_run = an_exercise(start=long_ago)
    run_before = an_exercise(start=at(since, "04:00") - timedelta(hours=48))
    recent = an_episode(onset=at(since, "04:00"))
    kept: list[Record] = [
        shaken,
        first,
        just_after,
        old_day,
        first_checked,
        old_lab,
        old_medicine,
        run_before,
        recent,
    ]
    store.put([*kept, forgotten, old_run, a_day(date=date(2024, 6, 3), check_in=CheckIn.NONE)])
    diary = store.recent_diary(since)
    assert dump(diary) == as_texts(kept)
    assert not diary.whole
    assert store.diary().whole


def test_the_recent_diary_reaches_back_over_the_first_day(store: Store) -> None:
    run = an_exercise(start=at(date(2026, 5, 1), "04:00") - timedelta(hours=48))
    store.put([run])
    assert everything(store.recent_diary(date(2026, 5, 1))) == [run]


def test_an_import_leaves_what_is_there_and_what_was_deleted(store: Store) -> None:
    there, deleted, new = (an_episode(id=an_id(name)) for name in ("there", "deleted", "new"))
    store.put([there, deleted])
    store.remove([deleted])
    changed = an_episode(id=there.id, note="other words")
    assert store.add_new([changed, deleted, new, new]) == ([Edit(None, new)], 3)
    assert as_texts(everything(store.diary())) == as_texts([there, new])


def test_an_import_fills_what_a_day_lacks_and_keeps_what_it_has(store: Store) -> None:
    mine = a_day(worry=2)
    theirs = a_day(
        worry=5, check_in=CheckIn.NONE, exposures_complete=True, recorded_at=NOON + timedelta(hours=1)
    )
    both = a_day(worry=2, check_in=CheckIn.NONE, exposures_complete=True)
    store.put([mine])
    assert store.add_new([theirs]) == ([Edit(mine, both)], 0)
    assert store.add_new([theirs]) == ([], 1)
    assert everything(store.diary()) == [both]


def test_two_rows_of_one_new_day_in_an_import_become_one(store: Store) -> None:
    first, second = a_day(worry=2), a_day(worry=4, check_in=CheckIn.NONE)
    both = a_day(worry=2, check_in=CheckIn.NONE)
    assert store.add_new([first, second]) == ([Edit(None, first), Edit(first, both)], 0)
    assert everything(store.diary()) == [both]


def test_minus_nothing_is_nothing(store: Store) -> None:
    store.put([a_day(sleep_hours=-0.0)])
    assert store.problems() == []


def many(number: int) -> list[Episode]:
    start = NOON - timedelta(hours=number)
    return [an_episode(id=an_id("many", n), onset=start + timedelta(hours=n)) for n in range(number)]


def test_a_large_import_is_one_step_to_take_back_and_to_make_again(store: Store) -> None:
    rows = many(500)
    edits, present = store.add_new([*rows, a_day()])
    assert (len(edits), present) == (501, 0)
    assert as_texts(everything(store.diary())) == as_texts([*rows, a_day()])
    assert store.problems() == []
    order = [key for (key,) in store._connected().execute("SELECT id FROM episodes ORDER BY seq").fetchall()]
    assert order == [row.id for row in rows]
    store.make([edit.reversed for edit in reversed(edits)])
    assert everything(store.diary()) == []
    store.make(list(reversed(edits)))
    assert as_texts(everything(store.diary())) == as_texts([*rows, a_day()])
    again = [key for (key,) in store._connected().execute("SELECT id FROM episodes ORDER BY seq").fetchall()]
    assert again == order
    assert store.deleted() == []
    assert store.problems() == []


def test_a_large_import_that_fails_at_its_end_adds_nothing(store: Store) -> None:
    broken = an_episode(id=an_id("broken"), note="\udcff")
    with pytest.raises(StoreError, match="broken letter"):
        store.add_new([*many(500), broken])
    assert everything(store.diary()) == []


def test_an_import_of_any_size_is_one_transaction(store: Store) -> None:
    steps: list[str] = []
    store._connected().set_trace_callback(
        lambda sql: steps.append(sql) if sql[:6] in {"BEGIN ", "COMMIT"} else None
    )
    edits, _ = store.add_new(many(10_000))
    store._connected().set_trace_callback(None)
    assert len(edits) == store.counts()["episodes"] == 10_000
    assert steps == ["BEGIN IMMEDIATE", "COMMIT"]


def test_what_was_deleted_is_forgotten_after_30_days(store: Store) -> None:
    store.put([an_episode(id=an_id(1))])
    store.remove([an_episode(id=an_id(1))])
    [(when, _)] = store.deleted(1)
    store.put([an_episode(id=an_id(2), onset=when + timedelta(days=20))])
    assert store.purge(when + timedelta(days=29, hours=23)) == 0
    assert store.purge(when + timedelta(days=30)) == 1
    assert store.deleted() == []


def test_a_clock_that_may_be_wrong_forgets_nothing(store: Store) -> None:
    newest = NOON
    store.put([an_episode(id=an_id(n), onset=newest) for n in (1, 2)])
    store.remove([an_episode(id=an_id(1))])
    [(when, _)] = store.deleted(1)
    far = max(when + timedelta(days=31), newest + timedelta(days=46))
    assert store.purge(far) == 0
    assert len(store.deleted()) == 1


def test_settings_that_change_the_meaning_live_in_the_diary(path: Path) -> None:
    store = Store.open(path)
    assert store.settings() == DiarySettings()
    changed = DiarySettings(day_start=5, thresholds={"persistent_days": 12}, hidden={"gaps": TODAY})
    store.put_settings(changed)
    store.close()
    again = Store.open(path)
    assert again.settings() == again.diary().settings == again.recent_diary(TODAY).settings == changed
    again.close()


def test_a_draft_survives_and_goes_away_in_the_step_that_saves_it(path: Path) -> None:
    store = Store.open(path)
    assert store.draft() == ""
    store.put_draft("left cal")
    store.close()
    again = Store.open(path)
    assert again.draft() == "left cal"
    again.put([an_episode()])
    assert again.draft() == "left cal"
    again.put([an_episode()], draft="")
    assert again.draft() == ""
    again.close()


def test_numbers_of_the_diary(store: Store) -> None:
    assert store.newest() == ""
    store.put(one_of_each())
    assert store.newest() == "2026-11-22T12:00:00+00:00"
    assert set(store.counts().values()) == {2}
    assert store.schema == 1


def test_nothing_given_writes_nothing(store: Store) -> None:
    before = store.state()
    assert store.put([]) == store.remove([an_episode()]) == store.make([]) == store.add_new([])[0] == []
    assert store.purge(NOON) == 0
    store.put_draft("")
    assert store.state() == before


def test_a_refused_value_is_named_and_nothing_is_kept(store: Store) -> None:
    # A record that slipped past its own checks, as a bug would make it.
    wrong = an_episode(id=an_id("wrong"))
    object.__setattr__(wrong, "intensity", 9)
    with pytest.raises(StoreError, match=r"Not saved: intensity cannot be like this\.") as said:
        store.put([an_episode(), wrong])
    assert (said.value.field, said.value.reason) == ("intensity", Reason.REFUSED)
    assert everything(store.diary()) == []


def test_what_is_too_long_for_a_cell_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="too long"):
        store.put_draft("x" * 1_100_000)


def test_memory_can_stand_in_for_the_file() -> None:
    store = Store.in_memory()
    assert (store.read_only, store.on_disk) == ("", False)
    store.put(one_of_each())
    assert store.changes() == []
    assert dump(store.diary()) == as_texts(one_of_each())
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.diary()


SAVES_LIGHTLY = """
import sys
from pathlib import Path
from datetime import date
from tests.helpers import an_episode, a_day
from twitchlog.store.store import Store
store = Store.open(Path(sys.argv[1]))
store.put([an_episode(), a_day()])
store.remove([an_episode()])
store.recent_diary(date(2026, 6, 1))
store.changes()
store.day(date(2026, 6, 1))
store.close()
print([name for name in ("sqlite_utils", "numpy", "PySide6", "matplotlib") if name in sys.modules])
"""


def test_reading_and_single_saves_do_not_load_sqlite_utils(path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", SAVES_LIGHTLY, str(path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[]\n"


def test_sqlite_utils_gets_our_own_sqlite(store: Store) -> None:
    db = tables(store._connected())
    assert db.conn is store._connected()
    names = set(db.table_names())
    assert {*SHAPES, "meta", "draft", "trash"} == names
    assert all(db.table(name).strict for name in names)


@pytest.mark.parametrize("job", [lambda s: s.put([an_episode()]), lambda s: s.add_new(many(300))])
def test_memory_that_takes_the_edits_equals_the_disk(store: Store, job: Callable[[Store], object]) -> None:
    memory = store.diary()
    result = job(store)
    edits = result[0] if isinstance(result, tuple) else result
    assert isinstance(edits, list)
    for edit in edits:
        memory = memory.apply(edit.before, edit.after)
    assert in_order(memory) == in_order(store.diary())
    assert table_of(edits[0].after) == "episodes"


def test_a_trashed_moment_is_a_real_one(store: Store) -> None:
    store.put([an_episode()])
    store.remove([an_episode()])
    [(when, _)] = store.deleted(1)
    assert abs(when - datetime.now(UTC)) < timedelta(minutes=1)  # noqa: TID251 - what SQLite's clock is compared with

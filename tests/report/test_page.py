"""What the page says, as a value."""

from dataclasses import FrozenInstanceError, replace
from datetime import timedelta

import pytest

from tests.helpers import (
    NOON,
    TODAY,
    a_caffeine,
    a_day,
    a_discussion,
    a_lab,
    a_medicine,
    a_stress,
    an_episode,
    an_exam,
    an_exercise,
    at,
)
from tests.report.diaries import EMPTY, SCRIPTS, a_week, ago
from tests.report.pages import YEAR, a_full_page, a_page
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Symptom, Vibration, WeaknessKind
from twitchlog.domain.medical import Analyte, ExamKind, ExamResult, MedicineChange
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.flags.banned import banned_in
from twitchlog.report.medical import Kind
from twitchlog.report.numbers import percent
from twitchlog.report.page import Page
from twitchlog.report.typed import ISOLATE, POP


def checked(days: range, check_in: CheckIn = CheckIn.ALL_LOGGED, **only: object) -> list[Record]:
    return [a_day(date=ago(n), check_in=check_in, **only) for n in days]


def figures(page: Page) -> dict[str, tuple[str, str]]:
    return {figure.label: (figure.value, figure.detail) for figure in page.figures}


def symptom(page: Page, wanted: Symptom) -> tuple[str, str]:
    return next((row.said, row.detail) for row in page.facts.symptoms if row.symptom is wanted)


def medical(page: Page, kind: Kind) -> list[str]:
    bare = [f"{row.text}, {row.when}" for row in page.medical if row.kind is kind]
    return [text.replace(ISOLATE, "").replace(POP, "") for text in bare]


def test_a_page_cannot_be_changed(year: Diary) -> None:
    page = a_page(year)
    with pytest.raises(FrozenInstanceError):
        page.made_on = TODAY  # type: ignore[misc]
    assert page == a_page(year)


def test_it_speaks_of_the_last_eight_weeks_unless_asked_otherwise(year: Diary) -> None:
    assert a_page(year).period_words == "28 Sep to 22 Nov 2026 (56 days)"
    assert a_page(year, Period.of_days(ago(3), 1)).period_words == "19 Nov 2026 (1 day)"
    assert a_page(year, YEAR).period_words == "23 Nov 2025 to 22 Nov 2026 (365 days)"


def test_days_to_come_are_not_asked_for(year: Diary) -> None:
    asked = Period(ago(6), TODAY + timedelta(days=200))
    assert a_page(year, asked).facts.asked == Period.of_days(TODAY, 7)


def test_an_open_beginning_is_the_first_day_of_the_diary() -> None:
    diary = Diary.of([an_episode(onset=at(ago(90)))])
    asked = Period(ago(40_000), TODAY + timedelta(days=1))
    assert a_page(diary, asked).facts.asked.first == ago(90)
    before = Period(ago(40_000), ago(100))
    assert len(a_page(diary, before).facts.asked) == 56


def test_a_diary_younger_than_the_period_says_so_and_counts_from_its_first_day() -> None:
    page = a_page(a_week())
    assert page.period_words == "28 Sep to 22 Nov 2026 (56 days); the diary begins 16 Nov"
    assert page.facts.numbers.days == 7
    assert figures(page)["days checked"][0].endswith("of 7")


def test_an_empty_diary_claims_nothing() -> None:
    page = a_page(EMPTY, questions=("Why?",))
    assert page.facts.empty
    assert [*page.figures, *page.details, *page.points, *page.notes] == []
    assert page.questions == ("Why?",)
    assert not page.compares
    assert {row.said for row in page.facts.symptoms} == {"not recorded"}
    assert "regression" not in page.method


def test_twitches_without_a_check_in_are_not_called_none_noted() -> None:
    page = a_page(Diary.of([an_episode()]))
    assert not page.facts.empty
    assert symptom(page, Symptom.PAIN) == ("not recorded", "")
    assert figures(page)["days with twitching"] == ("not known", "no day was checked")
    assert figures(page)["twitches a day"][0] == "not known"


def test_every_sign_is_there_with_its_days_or_with_none_noted_on_so_many_days() -> None:
    rows: list[Record] = [
        an_episode(
            onset=at(ago(2)), symptoms=frozenset({Symptom.NUMBNESS, Symptom.PAIN}), vibration=Vibration.MUSIC
        ),
        an_episode(onset=at(ago(9)), symptoms=frozenset({Symptom.NUMBNESS}), side=Side.RIGHT),
        *(an_episode(onset=at(ago(n)), symptoms=frozenset({Symptom.CRAMP})) for n in range(5)),
    ]
    page = a_page(Diary.of([*rows, *checked(range(21))]))
    assert {row.symptom for row in page.facts.symptoms} == set(Symptom)
    assert symptom(page, Symptom.NUMBNESS) == ("2 days", "13 Nov and 20 Nov; left calf and right calf")
    assert symptom(page, Symptom.PAIN) == ("1 day", "20 Nov; left calf")
    assert symptom(page, Symptom.CRAMP) == ("5 days", "from 18 Nov to 22 Nov; left calf")
    for none in (Symptom.TINGLING, Symptom.WEAKNESS, Symptom.STIFFNESS, Symptom.THINNING):
        assert symptom(page, none) == ("none noted on 21 checked days", "")


def test_weakness_says_which_kind() -> None:
    kinds = (WeaknessKind.COULD_NOT, WeaknessKind.HEAVY, WeaknessKind.HEAVY, None)
    rows = [
        an_episode(onset=at(ago(n)), symptoms=frozenset({Symptom.WEAKNESS}), weakness_kind=kind)
        for n, kind in enumerate(kinds)
    ]
    _, detail = symptom(a_page(Diary.of(rows)), Symptom.WEAKNESS)
    assert "could not do something (1), tired or heavy (2), kind not given (1)" in detail


def test_the_key_figures_say_what_they_rest_on() -> None:
    rows: list[Record] = [
        an_episode(onset=at(ago(1), "10:00"), duration_s=60, intensity=2, recorded_at=at(ago(1), "11:00")),
        an_episode(onset=at(ago(1), "11:00"), duration_s=600, recorded_at=at(ago(1), "12:01")),
        an_episode(onset=at(ago(3), "11:00"), intensity=4, duration_s=60),
        an_episode(onset=at(ago(3), "12:00"), pulse=True, duration_s=90_000),
        *checked(range(1, 3)),
        *checked(range(3, 4), CheckIn.SOME_LOGGED),
        *checked(range(5, 8), CheckIn.NONE),
    ]
    page = a_page(Diary.of(rows))
    assert figures(page) == {
        "days checked": ("6 of 8", "2 not recorded"),
        "days with twitching": ("2 of 6", "of checked days"),
        "twitches a day": ("0.4", "on 5 counted days"),
        "usual length": ("1 min", "longest 10 min; given for 3 of 3"),
        "usual strength": ("2 of 5", "mild, most 4; given for 2 of 3"),
        "written within 1 h": ("67%", "2 of 3 twitches"),
    }
    assert page.details == ("Not counted: 1 in time with the pulse",)


def test_days_of_twenty_eight_only_from_twenty_eight_checked_days_on() -> None:
    twitch = an_episode()
    assert figures(a_page(Diary.of([twitch, *checked(range(27))])))["days with twitching"][0] == "1 of 27"
    assert figures(a_page(Diary.of([twitch, *checked(range(56))])))["days with twitching"] == (
        "1 in 28",
        "1 of 56 checked",
    )


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(0, 9, "0%"), (1, 300, "<1%"), (1, 8, "12%"), (299, 300, ">99%"), (9, 9, "100%")],
)
def test_shares_never_round_to_none_or_all(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


def test_a_place_that_keeps_coming_back_shows_in_how_many_weeks() -> None:
    rows = [an_episode(onset=at(ago(n))) for n in (0, 6, 7, 13, 20, 21)]
    places = a_page(Diary.of([*rows, *checked(range(24))])).facts.places
    # 24 days: three weeks, whose first takes the three days before it.
    assert (places.weeks, places.rows[0].weeks, places.rows[0].days) == (3, 3, 6)


def test_the_figure_counts_what_the_list_counts(year: Diary) -> None:
    places = a_page(year).facts.places
    assert sum(places.counts.values()) == places.twitches
    assert places.counts[Site.CALF, Side.LEFT] == places.rows[0].twitches


def test_lab_values_stand_beside_the_limits_the_lab_printed_and_no_others() -> None:
    rows = [
        a_lab(value=3.4, unit="mmol/l", low=3.5, high=5.1),
        a_lab(date=ago(3), value=4.0, unit="mmol/l", low=3.5, high=5.1),
        a_lab(date=ago(400), analyte=Analyte.MAGNESIUM, value=1.2, high=1.05),
        a_lab(analyte=Analyte.CALCIUM, value=2.3, unit="mmol/l"),
        a_lab(analyte=Analyte.OTHER),
        a_lab(date=TODAY + timedelta(days=1), value=9.0),
    ]
    assert set(medical(a_page(Diary.of(rows)), Kind.LAB)) == {
        "Potassium 3.4 mmol/l, below lab's 3.5 to 5.1, 22 Nov",
        "Magnesium 1.2, above lab's up to 1.05, 18 Oct 2025",
        "Calcium 2.3 mmol/l, no limits given, 22 Nov",
        "Other: no value given, 22 Nov",
    }


def test_exams_and_the_last_change_of_each_medicine_whenever_they_were() -> None:
    rows: list[Record] = [
        an_exam(date=ago(500), kind=ExamKind.EMG, result=ExamResult.AWAITING, who="Dr. Roth"),
        an_exam(date=ago(2), result=ExamResult.ABNORMAL),
        a_medicine(date=ago(400), name="examplin"),
        a_medicine(date=ago(9), name="Examplin ", change=MedicineChange.STOPPED),
    ]
    page = a_page(Diary.of(rows))
    assert medical(page, Kind.EXAM) == [
        "Neurological examination: not normal, 20 Nov",
        "EMG: waiting, Dr. Roth, 10 Jul 2025",
    ]
    assert medical(page, Kind.MEDICINE) == ["Examplin stopped, 13 Nov"]
    assert len(page.facts.medicine_changes) == 2


def test_what_was_left_out_is_not_on_the_page(year: Diary) -> None:
    page = a_page(year, include_labs=False, include_medicines=False, include_triggers=False)
    assert {row.kind for row in page.medical} == {Kind.EXAM}
    assert page.medical_kinds == (Kind.EXAM,)
    assert not page.compares
    assert "regression" not in page.method


def test_points_worth_mentioning_stand_there_and_others_when_added() -> None:
    diary = Diary.of([an_episode(symptoms=frozenset({Symptom.NUMBNESS}), vibration=Vibration.MUSIC)])
    page = a_page(diary)
    assert [(point.rule, point.title, point.detail) for point in page.points] == [
        ("numbness", "Numbness noted", "left calf; 22 Nov")
    ]
    assert [point.rule for point in page.facts.points] == ["numbness", "vibration"]
    assert [point.rule for point in a_page(diary, rules=frozenset({"vibration"})).points] == ["vibration"]
    assert a_page(diary, rules=frozenset()).points == ()


def test_a_point_that_was_discussed_is_not_pointed_out_again() -> None:
    row = an_episode(onset=at(ago(2)), symptoms=frozenset({Symptom.NUMBNESS}))
    assert a_page(Diary.of([row, a_discussion(rule="numbness")])).points == ()


def test_an_answer_that_cannot_wait_is_said_without_telling_the_doctor_what_to_do() -> None:
    page = a_page(Diary.of([an_episode(), a_discussion(rule="urgent_yes")]))
    assert page.points[0].title.startswith("The question about signs")


def test_visits_medicines_and_exams_stand_on_the_timeline() -> None:
    rows: list[Record] = [
        an_episode(onset=at(ago(30))),
        a_discussion(date=ago(3)),
        a_discussion(date=ago(3), rule="pain"),
    ]
    rows += [a_discussion(date=ago(5), rule="urgent_no"), an_exam(date=ago(4)), a_medicine(date=ago(60))]
    marks = a_page(Diary.of(rows)).facts.timeline.marks
    assert [(mark.date, mark.label) for mark in marks] == [(ago(4), "Exam"), (ago(3), "Talked with a doctor")]


def test_a_typical_week_is_of_complete_days_only() -> None:
    rows: list[Record] = checked(range(14), exposures_complete=True, sleep_hours=7.0)
    rows += checked(range(14, 20))
    for n in (1, 2, 16):
        rows.append(an_exercise(start=at(ago(n)), duration_min=45))
        rows.append(a_stress(at=at(ago(n)), level=5))
    rows += [a_caffeine(at=at(ago(n)), mg=100.0) for n in range(13)]
    rows.append(a_caffeine(at=at(ago(13)), mg=None))
    assert dict(a_page(Diary.of(rows)).facts.week) == {
        "exercise": "on 1 of 7 days, 45 min",
        "caffeine": "every day, 100 mg a day",
        "stress": "high every day; usually 5 of 5",
        "sitting": "not written down",
        "short_sleep": "7.0 h; under 6 h in 0 nights of 14",
    }
    few = a_page(Diary.of(checked(range(6), exposures_complete=True))).facts.week
    assert set(few.values()) == {"too few complete days"}


def test_the_method_names_settings_that_were_changed_and_the_version(year: Diary) -> None:
    assert "Settings as they come." in a_page(year).method
    settings = DiarySettings(day_start=5, thresholds={"continuous_min": 30, "cramp_days": 3})
    changed = a_page(year.with_settings(settings))
    assert "day begins at 05:00 (usual 04:00) and continuous min 30 (usual 60)" in changed.method
    assert "cramp" not in changed.method
    assert "twitchlog 0." in changed.made_words
    assert changed.method.endswith("not a diagnosis.")


def test_a_second_page_is_there_only_on_request(year: Diary) -> None:
    assert a_page(year).sheets == 1
    assert a_page(year, include_notes=True).sheets == 1
    assert a_page(year, include_raster=True).sheets == 2
    key = a_page(year).facts.notes[0].key
    ticked = a_page(year, include_notes=True, notes=frozenset({key, "of other days"}))
    assert (ticked.sheets, [note.key for note in ticked.notes]) == (2, [key])
    assert a_page(year, notes=frozenset({key})).notes == ()


def test_the_persons_words_are_theirs_letter_for_letter() -> None:
    page = a_page(
        Diary.of([an_episode(note=f"<b>{SCRIPTS}</b>\n&amp; $x$")]),
        name="  عمر ",
        questions=("  Is it\n<i>that</i>?  ", "", "second", "third", "a fourth"),
    )
    assert page.questions == ("Is it <i>that</i>?", "second", "third")
    assert page.person == (("Name", f"{ISOLATE}عمر{POP}"),)
    assert page.facts.notes[0].text == f"<b>{SCRIPTS}</b> &amp; $x$"


def test_nothing_on_the_page_frightens(year: Diary) -> None:
    for page in (a_full_page(year), a_page(EMPTY), a_page(a_week()), a_page(year, YEAR)):
        words = [page.title, page.period_words, page.made_words, page.method, page.course, *page.details]
        words += [f"{figure.value} {figure.label} {figure.detail}" for figure in page.figures]
        words += [f"{row.name} {row.said} {row.detail}" for row in page.facts.symptoms]
        words += [f"{point.title} {point.detail}" for point in page.facts.points]
        words += [*page.facts.week.values(), *(kind.value for kind in Kind)]
        assert [banned_in(text) for text in words if banned_in(text)] == []


def test_every_rule_has_neutral_words() -> None:
    rows = [an_episode(onset=NOON - timedelta(days=n), symptoms=frozenset(Symptom)) for n in range(30)]
    rows = [replace(row, pulse=n == 2) for n, row in enumerate(rows)]
    for point in a_page(Diary.of(rows)).facts.points:
        assert "you" not in f"{point.title} {point.detail}".lower().split()

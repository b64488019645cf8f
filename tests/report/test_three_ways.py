"""The numbers of the page, of the screen and of the table for the spreadsheet are the same numbers."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import fmean, median, median_low

import pytest

from tests.helpers import TODAY
from tests.report.pages import YEAR, a_page
from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import SITES, SYMPTOMS
from twitchlog.files import doctor_table
from twitchlog.insight.series import hours, rate
from twitchlog.insight.series import year as year_series
from twitchlog.insight.tally import tallies
from twitchlog.insight.triggers import triggers
from twitchlog.report.facts import Facts

EIGHT_WEEKS = Period.of_days(TODAY, 56)
Row = dict[str, str]


@pytest.fixture(params=[EIGHT_WEEKS, YEAR, Period(date(2026, 3, 1), date(2026, 5, 1))], ids=str)
def days(request: pytest.FixtureRequest) -> Period:
    """Some of the days that a person might choose."""
    period: Period = request.param
    return period


@pytest.fixture
def table(year: Diary, days: Period, tmp_path: Path) -> list[Row]:
    """The rows of the file that a doctor opens in a spreadsheet."""
    path = tmp_path / "table.csv"
    doctor_table.write(path, doctor_table.rows(year, days))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def moment_of(row: Row) -> datetime:
    return datetime.fromisoformat(f"{row['Date']}T{row['Time'].removeprefix('about ')}{row['UTC offset']}")


def day_of(row: Row) -> date:
    return (moment_of(row) - timedelta(hours=4)).date()


def counted(table: list[Row]) -> list[Row]:
    return [row for row in table if row["Counted as twitch"] == "yes"]


def given(table: list[Row], column: str) -> Iterator[float]:
    return (float(row[column]) for row in counted(table) if row[column])


def test_twitches_by_place(year: Diary, days: Period, table: list[Row]) -> None:
    facts = a_page(year, days).facts
    page = {(row.site.value, row.side.value): row.twitches for row in facts.places.rows}
    screen = {(each.site.value, each.side.value): each.twitches for each in tallies(year, days)[0]}
    names = {value: site.value for site, value in SITES.items()}
    sheet = Counter((names[row["Place"]], row["Side"]) for row in counted(table))
    assert page == screen == sheet
    assert len(page) > 3
    assert facts.places.twitches == facts.numbers.twitches == len(counted(table))


def test_days_of_checked_days_by_place(year: Diary, days: Period, table: list[Row]) -> None:
    facts = a_page(year, days).facts
    found, checked = tallies(year, days)
    dates = {row.date for row in year.within(Day, days) if row.checked}
    sheet = {(row["Place"], row["Side"], day_of(row)) for row in counted(table) if day_of(row) in dates}
    by_spot = Counter((place, side) for place, side, _ in sheet)
    page = {(SITES[row.site], row.side.value): row.days for row in facts.places.rows if row.days}
    assert page == by_spot
    assert [row.days for row in facts.places.rows] == [each.days for each in found]
    assert facts.places.checked == facts.numbers.checked == checked == len(dates)


def test_days_with_twitching_and_twitches_a_day(year: Diary, days: Period, table: list[Row]) -> None:
    numbers = a_page(year, days).facts.numbers
    rows = list(year.within(Day, days))
    by_day = Counter(day_of(row) for row in counted(table))
    twitched = [
        row.date for row in rows if row.checked and (by_day[row.date] or row.check_in == "some_logged")
    ]
    whole = [by_day[row.date] for row in rows if row.fully_logged]
    assert (numbers.twitch_days, numbers.counted) == (len(twitched), len(whole))
    assert numbers.mean == pytest.approx(fmean(whole))
    screen = year_series.series(year, days, TODAY)
    assert screen.title == f"Twitches on {numbers.twitch_days} of {numbers.checked} checked days"
    assert (
        f"on {numbers.counted} counted days of {len(days)} days" in rate.series(year, days, TODAY).explanation
    )


def test_length_and_strength(year: Diary, days: Period, table: list[Row]) -> None:
    numbers = a_page(year, days).facts.numbers
    lengths, strengths = list(given(table, "Length (min)")), list(given(table, "Strength (1-5)"))
    assert (numbers.lengths, numbers.strengths) == (len(lengths), len(strengths))
    # The table rounds minutes to hundredths, so seconds to a third.
    assert numbers.usual_s == pytest.approx(60 * median(lengths), abs=0.5)
    assert numbers.longest_s == pytest.approx(60 * max(lengths), abs=0.5)
    assert (numbers.usual_strength, numbers.strongest) == (median_low(strengths), max(strengths))


def test_written_down_within_the_hour(year: Diary, days: Period, table: list[Row]) -> None:
    numbers = a_page(year, days).facts.numbers
    late = [
        datetime.fromisoformat(
            f"{row['Written down at'][:16]}{row['Written down at'][17:] or row['UTC offset']}"
        )
        - moment_of(row)
        for row in counted(table)
    ]
    assert numbers.prompt == sum(gap <= timedelta(hours=1) for gap in late)
    assert 0 < numbers.prompt < len(late)


def test_every_sign_and_its_days(year: Diary, days: Period, table: list[Row]) -> None:
    for row in a_page(year, days).facts.symptoms:
        word = SYMPTOMS[row.symptom]
        sheet = [each for each in table if word in each["Other symptoms"].replace(" (", ", (").split(", ")]
        assert row.entries == len(sheet)
        assert row.days == tuple(sorted({day_of(each) for each in sheet}))


def test_what_goes_together_and_when_in_the_day(year: Diary, days: Period) -> None:
    facts: Facts = a_page(year, days).facts
    command = triggers(year, days.first, days.last)
    assert [row.answer for row in facts.triggers.rows] == list(command.rows)
    assert f"on {command.complete_days} complete days" in facts.triggers.explanation
    assert facts.time_of_day == hours.series(year, days, TODAY).title
    assert facts.timeline.mean == rate.series(year, days, TODAY).mean
    assert sum(day.twitches for day in facts.timeline.days) == facts.numbers.twitches

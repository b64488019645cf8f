"""Forms give back what they show, and say what cannot be."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

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
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.errors import RecordError
from twitchlog.domain.exposures import Caffeine, Effort, Exercise, Sitting
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.ui.forms.dialogs import RecordDialog
from twitchlog.ui.forms.form_words import LABELS
from twitchlog.ui.forms.record_form import RecordForm
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme

FULL: list[Record] = [
    an_episode(
        zone="Europe/Berlin",
        onset_about=True,
        duration_s=75,
        pattern=Pattern.ON_AND_OFF,
        intensity=3,
        symptoms=frozenset({Symptom.WEAKNESS, Symptom.TINGLING}),
        weakness_kind=WeaknessKind.UNSURE,
        visible=False,
        posture=Posture.LYING,
        pulse=True,
        vibration=Vibration.MUSIC,
        note="one\ntwo <b>&\u00a0three",
    ),
    an_exercise(duration_min=45, effort=Effort.HARD, muscles="left_leg,calf", note="hills", source="strava"),
    a_caffeine(mg=79.5, servings=1.5, drink="energy drink"),
    a_stress(level=5, note="exam"),
    a_sitting(duration_min=90),
    a_day(
        check_in=CheckIn.SOME_LOGGED,
        exposures_complete=True,
        sleep_hours=5.5,
        sleep_position_odd=True,
        worry=2,
    ),
    a_medicine(),
    a_lab(value=3.4, unit="mmol/l", low=3.5, high=5.1),
    an_exam(who="Dr. <Green>", note="fine"),
    a_discussion(),
]


@pytest.mark.parametrize("record", FULL, ids=table_of)
def test_a_record_that_is_shown_and_saved_again_is_the_same(
    qtbot: QtBot, theme: Theme, record: Record
) -> None:
    form = RecordForm(table_of(record), theme)
    qtbot.addWidget(form)
    form.show_record(record)
    assert form.record(NOON) == record


SPOTS = [(site, side) for site in Site for side in sides_of(site)]


@given(spot=st.sampled_from(SPOTS), seconds=st.integers(1, 604800))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_place_and_length_comes_back(theme: Theme, spot: tuple[Site, Side], seconds: int) -> None:
    form = RecordForm("episodes", theme)
    record = an_episode(site=spot[0], side=spot[1], duration_s=seconds)
    form.show_record(record)
    assert form.record(NOON) == record


@pytest.mark.parametrize(
    ("table", "field", "typed", "said"),
    [
        ("exercise", "duration_min", "3 hours", "Minutes: “3 hours” is not a whole number"),
        ("exercise", "duration_min", "0", "Minutes: must lie between 1 and 1,440"),
        ("caffeine", "mg", "2000", "Caffeine in all, about (mg): must lie between 0 and 1,000"),
        ("days", "sleep_hours", "25", "Hours slept: must lie between 0 and 24"),
        ("days", "awake_from", "7 am", "Awake from: “7 am” is not a time like 07:30"),
        ("labs", "value", "3.4.5", "Result: “3.4.5” is not a number"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_kept(
    qtbot: QtBot, theme: Theme, table: str, field: str, typed: str, said: str
) -> None:
    form = RecordForm(table, theme)
    qtbot.addWidget(form)
    form.show_new(NOON, activity="run", drink="coffee", analyte=None)
    form.inputs[field].setText(typed)  # type: ignore[attr-defined]
    with pytest.raises(RecordError):
        form.record(NOON)
    assert form._wrong.text() == said
    assert form.inputs[field].text() == typed  # type: ignore[attr-defined]


def test_exercise_that_ended_now_began_its_length_ago(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.desk.ask("exercise")
    dialog = window.findChild(RecordDialog, "exercise_dialog")
    assert dialog is not None
    dialog.form.inputs["activity"].show_value("run")
    dialog.form.inputs["duration_min"].show_value(45)
    dialog.accept()
    (run,) = in_diary(window, Exercise)
    assert isinstance(run, Exercise)
    assert (run.start.hour, run.start.minute, run.end) == (11, 15, NOON)


def test_the_usual_caffeine_of_a_drink_is_offered_until_another_is_typed(qtbot: QtBot, theme: Theme) -> None:
    form = RecordForm("caffeine", theme)
    qtbot.addWidget(form)
    form.show_new(NOON)
    form.inputs["drink"].setCurrentText("espresso")  # type: ignore[attr-defined]
    form.inputs["servings"].setText("2")  # type: ignore[attr-defined]
    drink = form.record(NOON)
    assert isinstance(drink, Caffeine)
    assert drink.mg == 160


def test_sleep_is_noted_without_losing_the_check_in(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(a_day(check_in=CheckIn.NONE))
    window.desk.ask("days")
    dialog = window.findChild(RecordDialog, "day_dialog")
    assert dialog is not None
    dialog.form.inputs["sleep_hours"].show_value(7.5)
    dialog.accept()
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert (day.check_in, day.sleep_hours) == (CheckIn.NONE, 7.5)


def test_a_dialog_that_cannot_save_stays_open(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.desk.ask("sitting")
    dialog = window.findChild(RecordDialog, "sitting_dialog")
    assert dialog is not None
    dialog.accept()
    assert dialog.isVisible()
    assert in_diary(window, Sitting) == []


@pytest.mark.parametrize(
    ("table", "missing"),
    [
        ("stress", "level"),
        ("medicines", "name"),
        ("labs", "analyte"),
        ("exams", "kind"),
        ("sitting", "duration_min"),
    ],
)
def test_a_form_without_what_is_needed_says_so_and_stays(
    make_window: MakeWindow, table: str, missing: str
) -> None:
    window = make_window()
    window.desk.ask(table)
    dialog = window.findChild(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    dialog.accept()
    assert dialog.isVisible()
    said = dialog.findChild(PlainLabel, "form_error")
    assert isinstance(said, PlainLabel)
    assert said.text().endswith("is needed")
    assert LABELS[table][missing] in said.text()
    assert sum(window.journal.saver.store.counts().values()) == 0
    dialog.reject()

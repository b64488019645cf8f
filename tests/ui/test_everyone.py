"""Today for everyone: by keyboard alone, by ear, with large text, in both themes, from right to left."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.helpers import (
    NOON,
    TODAY,
    a_caffeine,
    a_day,
    a_sitting,
    a_stress,
    an_episode,
    an_exercise,
    at,
)
from tests.ui.conftest import MakeWindow
from tests.ui.hands import button, today, type_line
from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Symptom
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.ui.figure.body_buttons import SpotButton
from twitchlog.ui.forms.date_inputs import DayInput, MomentInput
from twitchlog.ui.forms.inputs import ListInput
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow

A_FULL_DAY: tuple[Record, ...] = (
    an_episode(onset=at(clock="07:10"), intensity=2, duration_s=300, symptoms=frozenset({Symptom.NUMBNESS})),
    an_episode(onset=at(clock="08:20"), site=Site.EYELID, side=Side.RIGHT, onset_about=True, note="tired"),
    an_episode(onset=at(clock="11:30"), site=Site.GLUTE_MAX, intensity=5, ongoing=True),
    an_exercise(start=at(clock="06:00"), duration_min=45),
    a_caffeine(at=at(clock="09:00")),
    a_stress(at=at(clock="10:00")),
    a_sitting(start=at(clock="08:30")),
    *(a_day(date=TODAY.replace(day=day), check_in=CheckIn.NONE) for day in range(1, 20)),
)
SIZES = ((100, 1440, 900), (100, 1024, 700), (150, 1024, 700), (150, 900, 600))
ORDER = [
    "quick",
    "log",
    "again_1",
    "check_in_all",
    "spot_",
    "when_",
    "save",
    "row",
    "why",
    "nav_today",
    "calendar",
]


def walked(window: MainWindow) -> list[QWidget]:
    """The stops of a whole round with the Tab key, from the typed line back to it."""
    start = today(window).quick.field
    start.setFocus()
    stops: list[QWidget] = []
    for _ in range(100):
        focused = QApplication.focusWidget()
        assert focused is not None
        if stops and focused is stops[0]:
            return stops
        stops.append(focused)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    raise AssertionError("a trap: " + " ".join(each.objectName() for each in stops[-5:]))


def settle() -> None:
    """Let layouts inside layouts come to rest."""
    for _ in range(3):
        QApplication.processEvents()


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of the guidelines for web content."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_and_ground(image: QImage) -> float:
    """The contrast of the commonest colour with the one furthest from it."""
    counts: dict[int, int] = {}
    for y in range(1, image.height() - 1, 2):
        for x in range(1, image.width() - 1):
            pixel = image.pixel(x, y)
            counts[pixel] = counts.get(pixel, 0) + 1
    ground = QColor(max(counts, key=lambda pixel: counts[pixel]))
    return max(contrast(ground, QColor(pixel)) for pixel in counts)


@pytest.fixture
def full_day(qtbot: QtBot, make_window: MakeWindow) -> MainWindow:
    """The window on a day that has something of everything, active, with its Insights shown."""
    window = make_window(*A_FULL_DAY)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.watch.look()
    return window


def test_tab_goes_round_in_the_promised_order_without_a_trap(full_day: MainWindow) -> None:
    names = [each.objectName() for each in walked(full_day)]
    assert len(names) < 40, names
    places = [next(i for i, name in enumerate(names) if name.startswith(part)) for part in ORDER]
    assert places == sorted(places), names


def test_backtab_is_the_same_way_back(full_day: MainWindow) -> None:
    forward = [each.objectName() for each in walked(full_day)]
    today(full_day).quick.field.setFocus()
    back = []
    for _ in forward:
        QTest.keyClick(full_day.windowHandle(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        focused = QApplication.focusWidget()
        assert focused is not None
        back.append(focused.objectName())
    assert back == forward[::-1]


def test_every_stop_has_a_name_a_role_and_can_be_hit(full_day: MainWindow) -> None:
    for stop in walked(full_day):
        spoken = QAccessible.queryAccessibleInterface(stop)
        assert spoken.text(QAccessible.Text.Name), stop.objectName()
        assert spoken.role() not in {
            QAccessible.Role.NoRole,
            QAccessible.Role.Client,
        } or stop.objectName() in {
            "calendar",
            "row",
        }, stop.objectName()
        if not isinstance(stop, SpotButton):
            assert min(stop.width(), stop.height()) >= 24, (stop.objectName(), stop.size())


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_focus_is_seen_on_every_stop(full_day: MainWindow, theme: Theme, look: str) -> None:
    theme.choose(look, 100)
    for stop in walked(full_day):
        if isinstance(stop, SpotButton):
            continue
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        QTest.keyClick(full_day.windowHandle(), Qt.Key.Key_Tab)
        without = full_day.grab().toImage()
        QTest.keyClick(full_day.windowHandle(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget() is stop
        assert _changed_outline(full_day, stop, without) >= 0.5, stop.objectName()


def _changed_outline(window: MainWindow, stop: QWidget, before: QImage) -> float:
    """The share of a widget's outline on which some pixel changed by 3:1, looking 4 px to both sides."""
    after = window.grab().toImage()
    corner = stop.mapTo(window, QPoint(0, 0))
    left, top = corner.x(), corner.y()
    right, bottom = left + stop.width() - 1, top + stop.height() - 1
    hit = seen = 0
    for x in range(left + 8, right - 8, 4):
        for y in (top, bottom):
            seen += 1
            hit += any(_changed(before, after, x, y + d) for d in range(-4, 5))
    for y in range(top + 8, bottom - 8, 4):
        for x in (left, right):
            seen += 1
            hit += any(_changed(before, after, x + d, y) for d in range(-4, 5))
    return hit / max(seen, 1)


def _changed(before: QImage, after: QImage, x: int, y: int) -> bool:
    if not before.rect().contains(x, y):
        return False
    return contrast(before.pixelColor(x, y), after.pixelColor(x, y)) >= 3


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(full_day: MainWindow, theme: Theme, look: str) -> None:
    theme.choose(look, 100)
    page = today(full_day)
    page.form.with_it.setChecked(True)
    page.form.more.setChecked(True)
    page.map.choose([(Site.CALF, Side.LEFT)])
    full_day.resize(1440, 2000)
    QApplication.processEvents()
    picture = full_day.grab().toImage()
    for widget in _with_words(full_day):
        corner = widget.mapTo(full_day, QPoint(0, 0))
        seen = picture.copy(QRect(corner, widget.size()))
        assert ink_and_ground(seen) >= 4.5, (look, widget.objectName(), _text(widget))


@pytest.mark.parametrize(("percent", "width", "height"), SIZES)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    full_day: MainWindow, theme: Theme, percent: int, width: int, height: int
) -> None:
    theme.choose("light", percent)
    full_day.resize(width, height)
    page = today(full_day)
    page.form.with_it.setChecked(True)
    page.form.more.setChecked(True)
    for line in ("", "left leg 5 min", "l calf 2/5 1m after run, 2 coffees"):
        page.quick.set_line(line)
        settle()
        area = full_day.findChild(QStackedWidget, "pages")
        assert area is not None
        scrolled = area.currentWidget()
        assert isinstance(scrolled, QScrollArea)
        assert page.width() <= scrolled.viewport().width()
        cut = [(each.objectName(), _text(each)) for each in _with_words(full_day) if _is_cut(each)]
        assert cut == [], (percent, width, line)


@pytest.mark.parametrize("name", ["settings", "history", "places"])
def test_the_other_pages_are_not_cut_at_their_smallest(
    qtbot: QtBot, full_day: MainWindow, theme: Theme, name: str
) -> None:
    theme.choose("light", 150)
    full_day.resize(900, 600)
    page = full_day.show_page(name)
    settle()
    area = full_day.findChild(QStackedWidget, "pages")
    assert area is not None
    scrolled = area.currentWidget()
    assert isinstance(scrolled, QScrollArea)
    assert page.width() <= scrolled.viewport().width(), name
    # A chart puts its words in when it is drawn.
    qtbot.waitUntil(lambda: not any(_is_cut(each) for each in _with_words(full_day)))


def _with_words(window: MainWindow) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if isinstance(widget, SpotButton) or not _text(widget).strip():
            continue
        if widget.isVisible() and widget.isEnabled():
            yield widget


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _is_cut(widget: QWidget) -> bool:
    """Whether a widget has less room than its words need; the rest of a row ends where the row does."""
    parent = widget.parentWidget()
    if parent is None or widget.sizePolicy().horizontalPolicy() == widget.sizePolicy().Policy.Ignored:
        return False
    inside = parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())
    if isinstance(widget, QLabel) and widget.wordWrap():
        return not inside or widget.height() < widget.heightForWidth(widget.width())
    hint = widget.sizeHint()
    return not inside or widget.width() < hint.width() or widget.height() < hint.height()


@contextmanager
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is told to say."""
    said: list[str] = []

    def hear(event: object) -> None:
        if hasattr(event, "message"):
            said.append(event.message())

    with monkeypatch.context() as patch:
        patch.setattr(QAccessible, "updateAccessibility", hear)
        yield said


def test_a_save_and_a_question_are_spoken(full_day: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    with spoken(monkeypatch) as said:
        type_line(full_day, "left calf 5 min")
    assert "Saved: Left calf. Press Control Z to undo." in said
    with spoken(monkeypatch) as said:
        type_line(full_day, "calves")
    assert said[0] == "Still needed: which side? Left calf, Right calf, Both calves"
    assert len(said) == 1
    today(full_day).drafting.clear()
    with spoken(monkeypatch) as said:
        QTest.mouseClick(button(full_day, "log"), Qt.MouseButton.LeftButton)
    assert said == ["Where? Type a place or click the figure."]


def test_the_wheel_changes_no_field_without_the_focus(qtbot: QtBot) -> None:
    moment, day, choice = MomentInput(), DayInput(), ListInput({"a": "first", "b": "second"})
    moment.show_value(NOON)
    day.show_value(TODAY)
    choice.show_value("a")
    for field in (moment, day, choice):
        qtbot.addWidget(field)
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
        assert not event.isAccepted()
    assert (moment.value(), day.value(), choice.value()) == (NOON, TODAY, "a")


def test_from_right_to_left_the_page_mirrors_and_the_figure_does_not(full_day: MainWindow) -> None:
    page = today(full_day)
    settle()
    figure = page.map.grab().toImage()
    full_day.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert full_day.navigation.x() > page.mapTo(full_day, QPoint(0, 0)).x()
    assert page.form.x() < page.where.x()
    assert page.quick.log.x() < page.quick.field.x()
    segments = page.form.strength.segments
    assert segments["1"].x() > segments["5"].x()
    first, last = button(full_day, "again_1"), button(full_day, "again_3")
    assert first.x() > last.x()
    segments["2"].setFocus()
    QTest.keyClick(segments["2"], Qt.Key.Key_Left)
    assert QApplication.focusWidget() is segments["3"]
    assert page.map.grab().toImage().size() == figure.size()
    assert page.map.grab().toImage() == figure


def test_arrows_go_through_a_bar_and_space_takes_one(full_day: MainWindow) -> None:
    bar = today(full_day).form.length
    bar.segments["10"].setFocus()
    QTest.keyClick(bar.segments["10"], Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is bar.segments["60"]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert bar.code() == "60"


def test_a_button_is_pressed_with_enter_too(full_day: MainWindow) -> None:
    chip = button(full_day, "again_1")
    chip.setFocus()
    QTest.keyClick(full_day.windowHandle(), Qt.Key.Key_Return)
    assert full_day.journal.undo_stack.count() == 1


def test_the_system_changing_to_dark_changes_the_window(
    full_day: MainWindow, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme.choose("system", 100)
    before = full_day.grab().toImage().pixelColor(700, 20)

    class Dark:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

    monkeypatch.setattr("twitchlog.ui.look.theme.QGuiApplication.styleHints", Dark)
    theme.apply()
    QApplication.processEvents()
    after = full_day.grab().toImage().pixelColor(700, 20)
    assert before.lightness() > 200
    assert after.lightness() < 60


def test_what_a_screen_reader_toggles_counts_as_chosen(full_day: MainWindow) -> None:
    form = today(full_day).form
    form.with_it.setChecked(True)
    for control in (form.strength.segments["3"], form.symptoms.buttons[Symptom.PAIN]):
        QAccessible.queryAccessibleInterface(control).actionInterface().doAction("Toggle")
    given = today(full_day).drafting.draft.by_hand
    assert given["intensity"] == 3
    assert given["symptoms"] == frozenset({Symptom.PAIN})
    places = QAccessible.queryAccessibleInterface(button(full_day, "nav_places"))
    places.actionInterface().doAction("Toggle")
    assert full_day.pages["places"].isVisible()

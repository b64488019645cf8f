"""Which instant a said time means, or the ones it may mean."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from twitchlog.domain.quick_entry.clocks import WEEKDAYS, LocalClock
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.times import FUTURE_SAID, NIGHT_HOURS, PART_HOURS, PARTS, WHOLE, Said
from twitchlog.domain.quick_entry.understood import Ask, Choice
from twitchlog.domain.texts import moment_text

PART_BEGINS = {"morning": 4, "afternoon": 12, "evening": 17, "night": 20}


@dataclass(frozen=True, slots=True)
class Meant:
    """One instant a said time may mean; ``typed`` says it so that it means nothing else."""

    moment: datetime
    typed: str
    about: bool = False
    skipped: str = ""
    second: datetime | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The instants a said time may mean; ``certain`` when the first is the only one and no question is needed."""

    meant: tuple[Meant, ...]
    certain: bool
    problem: str = ""


def when_meant(said: Said, clock: LocalClock) -> When:
    """Return what a said time means, as seen from now."""
    if said.at is not None:
        meant = Meant(said.at, f"{'since ' if said.since else ''}{moment_text(said.at)}", said.about)
        return When((meant,), certain=True, problem=FUTURE_SAID if said.at > clock.now else "")
    if said.clocks:
        return _by_clock(said, clock)
    if said.part:
        return _by_part(said, clock)
    return _by_day(said, clock)


def _settled(meant: list[Meant], clock: LocalClock) -> When:
    past = tuple(dict.fromkeys(each for each in meant if each.moment <= clock.now))
    return When(past, certain=len(past) == 1, problem="" if past else FUTURE_SAID)


def _by_clock(said: Said, clock: LocalClock) -> When:
    if said.dates:
        return _settled(
            [_at(said, day, *face, clock) for day in said.dates for face in _faces(said, day, clock)], clock
        )
    days = sorted({clock.day, clock.today})
    here = [_at(said, day, hour, minute, clock) for day in days for hour, minute in _in_part(said)]
    begins = (
        clock.at(clock.day, clock.day_start).moment
        if clock.before_day_start
        else clock.at(clock.today, 0).moment
    )
    lately = [each for each in here if begins <= each.moment <= clock.now]
    if lately:
        return When(tuple(lately), certain=len(lately) == 1)
    earlier = [
        _at(said, day, hour, minute, clock)
        for day in (clock.today - timedelta(days=1), clock.today)
        for hour, minute in _in_part(said)
    ]
    past = [each for each in earlier if each.moment <= clock.now]
    return When(tuple(past), certain=False, problem="" if past else FUTURE_SAID)


def _in_part(said: Said) -> list[tuple[int, int]]:
    """Return the readings that fit the part of the day; all of them if none does or no part was said."""
    hours = NIGHT_HOURS if said.part == "night" else set(PART_HOURS.get(said.part, range(24)))
    return [face for face in said.clocks if face[0] in hours] or list(said.clocks)


def _faces(said: Said, day: date, clock: LocalClock) -> list[tuple[int, int]]:
    """Return the readings for a date; 24 and more are hours of the date after it."""
    faces = _in_part(said)
    if said.part == "night":
        return [(hour + 24 if hour < 12 else hour, minute) for hour, minute in faces]
    if said.strays and not said.part and day < clock.today:
        return [*faces, *((hour + 24, minute) for hour, minute in faces if hour < clock.day_start)]
    return faces


def _at(said: Said, day: date, hour: int, minute: int, clock: LocalClock) -> Meant:
    day, hour = day + timedelta(days=hour // 24), hour % 24
    wall = clock.at(day, hour, minute)
    shown = f"{hour:02}:{minute:02}"
    typed_day = _day_typed(day, hour, clock)
    prefix = "since" if said.since else "around" if said.about else "" if typed_day else "at"
    skipped = shown if wall.skipped else ""
    return Meant(wall.moment, f"{prefix} {typed_day} {shown}", said.about, skipped, wall.second)


def _day_typed(day: date, hour: int, clock: LocalClock) -> str:
    """Return a day so that, before this hour, it means only this one."""
    back = (clock.today - day).days
    if back == 0 and not clock.before_day_start:
        return ""
    return WEEKDAYS[day.weekday()] if 0 < back < 7 and hour >= clock.day_start else day.isoformat()


def _by_part(said: Said, clock: LocalClock) -> When:
    days = said.dates or (clock.day,)
    meant = [_part(said, day, said.part, clock) for day in days]
    past = [each for each in meant if each.moment <= clock.now]
    if past:
        return When(tuple(past), certain=len(past) == 1)
    day = days[0]
    if day == clock.day and clock.now >= clock.at(day, PART_BEGINS[said.part]).moment:
        return When((Meant(clock.now, "now", about=True),), certain=True)
    if said.dates and day > clock.day:
        return When((), certain=False, problem=FUTURE_SAID)
    return When((_part(said, day - timedelta(days=1), said.part, clock),), certain=False)


def _part(said: Said, day: date, part: str, clock: LocalClock) -> Meant:
    wall = clock.at(day, PARTS[part])
    named = "this" if day == clock.day else _day_typed(day, PARTS[part], clock)
    prefix = "since " if said.since else "all " if said.words & WHOLE else ""
    typed = f"{prefix}{named} {part}"
    return Meant(wall.moment, typed, about=True)


def _by_day(said: Said, clock: LocalClock) -> When:
    """A day alone leaves its four parts to choose from; today also leaves now."""
    days = said.dates or (clock.day,)
    meant = [_part(said, day, part, clock) for day in days for part in PARTS]
    past = tuple(each for each in meant if each.moment <= clock.now)
    if clock.day in days:
        past += (Meant(clock.now, "now"),)
    return When(past, certain=False, problem="" if past else FUTURE_SAID)


def code_of(moment: datetime, clock: LocalClock) -> str:
    """Return the code of an instant: 02:00, Sat 18:00, or with its whole date."""
    day, shown = moment.date(), f"{moment:%H:%M}"
    back = (clock.today - day).days
    if back == 0:
        return shown
    return f"{WEEKDAYS[day.weekday()]} {shown}" if 0 < back < 7 else f"{day} {shown}"


def time_ask(reading: Reading, saids: list[Said], meant: tuple[Meant, ...], clock: LocalClock) -> Ask:
    """Ask which of several instants is meant; the answer stands in place of what was said."""
    spans = sorted(span for said in saids for span in said.spans)
    others = [(start, end, "") for start, end in spans[1:]]
    choices = []
    for each in meant:
        words = f"about {code_of(each.moment, clock)}" if each.about else code_of(each.moment, clock)
        line = reading.edited([(*spans[0], each.typed), *others])
        choices.append(Choice(code=code_of(each.moment, clock), words=words, line=line))
    return Ask(field="time", choices=tuple(choices))


def offer_second(reading: Reading, said: Said, meant: Meant) -> None:
    """Offer the later of the two instants the clock showed alike."""
    if meant.second is None:
        return
    others = [(start, end, "") for start, end in said.spans[1:]]
    line = reading.edited([(*said.spans[0], moment_text(meant.second)), *others])
    reading.offer("time", f"the second {meant.moment:%H:%M}", line)

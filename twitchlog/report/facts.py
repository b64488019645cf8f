"""What the diary says of a period, for a doctor: everything on the page that does not depend on what is chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.flags import flags
from twitchlog.insight.series import hours, raster
from twitchlog.insight.series import triggers as trigger_series
from twitchlog.insight.series.daily import shown
from twitchlog.insight.series.raster import RasterSeries
from twitchlog.insight.series.triggers import TriggersSeries
from twitchlog.report import dates
from twitchlog.report.medical import MedicalRow, medical_of, medicine_changes
from twitchlog.report.method import changed_settings
from twitchlog.report.notes import Note, notes_of
from twitchlog.report.numbers import Numbers, numbers_of
from twitchlog.report.places import Places, places_of
from twitchlog.report.points import Point, points_of
from twitchlog.report.symptoms import SymptomRow, symptoms_of
from twitchlog.report.timeline import Timeline, timeline_of
from twitchlog.report.typical_week import typical_week


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The numbers and rows of a period.

    ``asked`` are the days chosen, up to ``on``; ``known`` those of them since the diary began, which every
    denominator is of. ``medical`` and ``points`` are as of the last day of the period.
    """

    asked: Period
    known: Period
    numbers: Numbers
    places: Places
    symptoms: tuple[SymptomRow, ...]
    timeline: Timeline
    time_of_day: str
    week: Mapping[str, str]
    triggers: TriggersSeries
    points: tuple[Point, ...]
    medical: tuple[MedicalRow, ...]
    medicine_changes: tuple[MedicalRow, ...]
    raster: RasterSeries
    notes: tuple[Note, ...]
    settings: str

    @property
    def empty(self) -> bool:
        """Whether nothing is written down in the period."""
        return not (
            self.numbers.checked or self.numbers.twitches or self.numbers.pulse or self.numbers.shaken
        )

    @property
    def begins_late(self) -> str:
        """The day the diary begins, in words, if that lies within the period; else empty."""
        late = self.known.first > self.asked.first and len(self.known) > 0
        return f"the diary begins {words.day(self.known.first)}" if late else ""


def facts_of(diary: Diary, asked: Period | None, on: date) -> Facts:
    """Return the facts of the days asked for, by default the last eight weeks; ``on`` is today."""
    period = dates.period_of_page(diary, asked, on)
    known, last = shown(diary, period, on), period.last
    places = places_of(diary, known)
    return Facts(
        asked=period,
        known=known,
        numbers=numbers_of(diary, known),
        places=places,
        symptoms=symptoms_of(diary, known, places.checked),
        timeline=timeline_of(diary, known, on),
        time_of_day=hours.series(diary, known, on).title,
        week=typical_week(diary, known),
        triggers=trigger_series.series(diary, known, on),
        points=points_of(flags(diary, last).shown, last),
        medical=medical_of(diary, last),
        medicine_changes=medicine_changes(diary, last),
        raster=raster.series(diary, known, on),
        notes=notes_of(diary, known),
        settings=changed_settings(diary.settings),
    )

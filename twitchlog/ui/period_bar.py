"""The period that charts are drawn for."""

from datetime import date, timedelta

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.ui.segments import Choice, Segments
from twitchlog.ui.theme import Theme

CHOICES = (Choice("30", "30 days"), Choice("90", "90 days"), Choice("365", "1 year"), Choice("all", "All"))


class PeriodBar(Segments):
    """30 days, 90 days, 1 year or all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("period", "Period", CHOICES, theme, always=True)
        self.take("90")

    def period(self, diary: Diary, today: date) -> Period:
        """Return the chosen days up to today; all means from the first day with an entry."""
        if self.code() != "all":
            return Period.of_days(today, int(self.code()))
        span = diary.span()
        first = span.first if span else today
        return Period(min(first, today), today + timedelta(days=1))

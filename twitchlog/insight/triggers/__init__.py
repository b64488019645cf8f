"""What goes with what: are twitches noticed more often after something than at the same times of day without it?"""

from twitchlog.insight.triggers.analysis import triggers
from twitchlog.insight.triggers.result import Method, Side, Trigger, Triggers
from twitchlog.insight.triggers.verdict import Verdict

__all__ = ["Method", "Side", "Trigger", "Triggers", "Verdict", "triggers"]

"""Both sides of every boundary, in the language of vectors.py; on 2026-11-22, a Sunday."""

import pytest

from tests.helpers import TODAY
from tests.insight.flags.vectors import diary_of, summary
from twitchlog.insight.flags import flags

CASES = """
weakness of a kind not given is not heavy      | e 1122 +weakness                                   | weakness 2
weakness not sure                              | e 1122 +weakness weakness_kind=unsure              | weakness 2
weakness whatever shook the muscle             | e 1122 +weakness vibration=machine                 | weakness 2, vibration 0
weakness on the first day of the window        | e 1109,1122 +weakness                              | weakness 2, gaps 0
weakness a day too long ago                    | e 1108 +weakness                                   | -
a thinner muscle alone                         | e 1122 +thinning                                   | weakness 1, common 0
one that is not heavy is enough                | e 1121 +weakness weakness_kind=heavy; e 1122 +weakness | weakness 2
tingling is not numbness                       | e 1122 +tingling                                   | common 0
pain on the first day of the window            | e 1109 +pain                                       | pain 2, gaps 0
pain a day too long ago                        | e 1108 +pain                                       | -
on and off is not without a pause              | e 1122 pattern=on_and_off duration_s=7200          | common 0
without a pause in time with the pulse         | e 1122 pattern=continuous duration_s=7200 pulse=true | pulse 0
still going, 59 minutes                        | e 1122 pattern=continuous ongoing=true written=12:59 | common 0
not going any more, length not given           | e 1122 pattern=continuous written=14:00            | common 0
without a pause a day too long ago             | e 1108 pattern=continuous duration_s=7200; e 1109-1118 | -
equal to the limit is not below                | lab 1122 potassium 3.5 low=3.5                     | -
no limit of our own                            | lab 1122 potassium 0.1                             | -
the upper limit is not used                    | lab 1122 potassium 9 low=3.5 high=5                | -
another mineral is not among them              | lab 1122 other 1 low=3.5                           | -
a newer result without a limit changes nothing | lab 1101 potassium 3.4 low=3.5; lab 1115 potassium 3.9 | mineral 2
a newer magnesium says nothing of potassium    | lab 1101 potassium 3.4 low=3.5; lab 1115 magnesium 0.9 low=0.7 | mineral 2
lasting, its first day just in the window      | e 1102-1116                                        | persistent 1, gaps 0
lasting, its first day just out of it          | e 1101-1115                                        | gaps 0
half of the days, whatever the others held     | e 1108-1113,1121,1122                              | persistent 1, gaps 0
under half of the days, the others not checked | e 1108-1112,1121,1122                              | gaps 0
checked on 70 percent, twitching on half       | all 1103-1110,1115,1116,1117,1118,1120,1122; e 1103-1109,1122 | persistent 1, gaps 0
checked on 70 percent, twitching on under half | all 1103-1110,1115,1116,1117,1118,1120,1122; e 1103-1107,1122 | comes_and_goes 0, gaps 0
checked on under 70 percent                    | all 1103-1110,1115,1116,1117,1118,1122; e 1103-1107,1122 | gaps 0
two places each a week do not make one lasting | all 1108-1122; e 1108-1114/2; e 1116-1122/2 eyelid.left | several_places 1
some_logged makes a twitch day                 | some 1109-1113,1116-1120                           | too_often 1
some_logged makes no place                     | some 1101-1122                                     | too_often 1
most days, the first a day too long ago        | e 1108,1110-1113,1116-1120 eyelid.left               | gaps 0
most days, a week's last and the next's first  | e 1109-1112,1115,1116-1120 eyelid.left               | too_often 1, common 0
five days, then four                           | e 1110-1113,1116-1121 eyelid.left                  | common 0
a place of one day is no place                 | e 1120,1121; e 1121 hand.right                     | common 0
a place's second day just in the window        | e 1109,1110; e 1109,1121 hand.right; none 1111-1118 | several_places 1, common 0
a place's second day just out of it            | e 1109,1110; e 1108,1121 hand.right; none 1111-1118 | -
many and other are no place                    | e 1120,1121; e 1120,1121 other.middle; e 1120,1121 many.middle | common 0
legs 48 hours after                            | ex 1119 12:00 60 foot; e 1121 13:00 calf.both; e 1120 13:00 calf.both | common 0
legs more than 48 hours after                  | ex 1119 12:00 59 foot; e 1121 13:00 calf.both; e 1120 13:00 calf.both | several_places 1, common 0
legs before the exercise                       | ex 1120 13:01 60 foot; e 1121 13:00 calf.both; e 1120 13:00 calf.both | several_places 1, common 0
legs after exercise of an arm                  | ex 1119 18:00 60 hand; e 1120,1121 calf.both        | several_places 1, common 0
legs after exercise of one leg                 | ex 1119 18:00 60 left_leg; e 1120,1121 calf.both   | common 0
legs after exercise, and the trunk             | ex 1119 18:00 60 foot; e 1120,1121 calf.both; e 1120,1121 chest.left | several_places 1, common 0
came back in each of six fortnights            | all 0831-1122; e 0831,0914,1011,1012,1108,1115,1122,1101 | comes_and_goes 1
one fortnight without                          | all 0831-1122; e 0831,1011,1012,1108,1115,1122,1101 | comes_and_goes 0
comes and goes, its first day just in the window | all 1001-1122; e 1026,1109                         | comes_and_goes 0
comes and goes, its first day just out of it   | all 1001-1122; e 1025,1108                           | -
three after exercise, one a day too long ago   | ex 1108 10:00 60 calf; e 1108; ex 1120 10:00 60 calf; e 1120,1121 | gaps 0
stiffness and cramp on three days              | e 1119 +stiffness; e 1120,1121 +cramp               | cramps 1, common 0
cramp on two days only                         | e 1120x3,1121x3 +cramp                              | common 0
cramps on the first day of the window          | e 1109,1121,1122 +cramp                             | cramps 1, gaps 0, common 0
cramps a day too long ago                      | e 1108,1121,1122 +cramp                             | gaps 0
weakness like tiredness is no more             | all 1108-1122; e 1108-1122/2; e 1120 +weakness weakness_kind=heavy | weakness 1, persistent 1
weakness four weeks ago is more                | all 1101-1122; e 1101-1122/2; e 1026 +weakness      | persistent_with_more 2
weakness over four weeks ago is not            | all 1101-1122; e 1101-1122/2; e 1025 +weakness      | persistent 1
thinning with it is more                       | all 1108-1122; e 1108-1122/2; e 1120 +thinning      | persistent_with_more 2, weakness 1
cramps twice on one day are not                | all 1108-1122; e 1108-1120/2; e 1122x2 +cramp      | persistent 1
months of coming back, and more                | all 0831-1122; e 0906-1122/7; e 1122 +weakness      | persistent_with_more 2, weakness 2
a month of coming back, and more               | all 1026-1122; e 1026-1122/7; e 1122 +weakness      | weakness 2, comes_and_goes 0
a medicine on the day                          | e 1120; med 1120 changed                            | medicine 1, common 0
a medicine that was stopped                    | e 1120; med 1115 stopped                            | common 0
a medicine after the first day                 | e 1120; med 1121 started                            | common 0
a medicine stopped on an earlier first day     | e 1106,1120; med 1106 stopped                      | gaps 0
a twitch 14 days before                        | e 1106,1120; med 1107 started                      | gaps 0
a twitch 15 days before                        | e 1105,1120; med 1107 started                       | medicine 1, gaps 0
a first day four weeks ago                     | e 1026; med 1020 started                            | medicine 1
a first day over four weeks ago                | e 1025; med 1020 started                            | -
worry on three days                            | worry 1120-1122 5                                   | -
worry of three                                 | worry 1116-1122 3                                   | -
worry on the first day of the week             | worry 1116,1120-1122 4                              | attention 0
worry a day too long ago                       | worry 1115,1120-1122 4                              | -
eight entries are not many                     | e 1120x8,1121x8,1122x8                              | common 0
many entries on two days                       | e 1120x8,1121x9,1122x9                              | common 0
a diary not yet a fortnight old                | none 1110-1117                                      | -
an empty fortnight is a pause                  | none 1001-1108                                      | -
a fortnight fully recorded                     | none 1101-1122                                      | -
an examination four weeks ago                  | exam 1026 normal                                    | examined_normal 0
an examination over four weeks ago             | exam 1025 normal                                    | -
a test alone is no examination                 | exam 1120 normal emg                                | -
an examination that was not normal             | exam 1120 abnormal                                  | -
a newer one still open                         | exam 1110 normal; exam 1120 awaiting                | -
a test that was not normal, then was           | exam 1120 normal; exam 1101 abnormal blood; exam 1110 normal blood | examined_normal 0
an old examination that still lowers           | e 0801-1122; exam 0805 normal                       | persistent 0, too_often 0, examined_normal 0
an examination before it began lowers nothing  | e 1101-1122; exam 1030 normal                       | persistent 1, too_often 1, examined_normal 0
every listed region must link back             | all 1001-1122; e 1020-1122; e 1108-1122 hand.left; exam 1119 normal | persistent_with_more 2, too_often 0, examined_normal 0
two of three after exercise                    | ex 1120 10:00 60 calf; e 1120,1121; e 1109         | gaps 0, only_symptom_after_exercise 0, common 0
two twitches are too few                       | ex 1120 10:00 60 calf; e 1120,1121                 | common 0
half of four after exercise                    | ex 1120 10:00 60 calf; e 1120,1121; e 1109,1110; none 1111-1118 | common 0
another part was exercised                     | ex 1120 10:00 60 hand; e 1120x3                     | common 0
what was exercised is not given                | ex 1120 10:00 60; e 1120x3                          | common 0
after exercise with tingling                   | ex 1119 10:00 60 calf; e 1120x3 +tingling           | common 0
12 hours after exercise                        | ex 1121 23:00 60 calf; e 1122 posture=lying         | at_rest_after_exercise 0, common 0
12 hours and a minute after                    | ex 1121 22:59 60 calf; e 1122 posture=lying         | common 0
at rest after exercise on the week's first day | ex 1116 10:00 60 calf; e 1116 posture=lying         | at_rest_after_exercise 0, common 0
at rest after exercise a day before the week   | ex 1115 10:00 60 calf; e 1115 posture=lying         | common 0
walking                                        | e 1122 posture=walking                              | after_moving 0, common 0
standing                                       | e 1122 posture=standing                             | after_moving 0, common 0
as the exercise begins                         | ex 1122 12:00 60; e 1122                            | after_moving 0, common 0
a minute before the exercise                   | ex 1122 12:01 60; e 1122                            | common 0
an hour after the exercise                     | ex 1122 10:00 60; e 1122                            | common 0
caffeine 49 mg                                 | caf 1122 08:00 49; e 1122                           | common 0
caffeine not given                             | caf 1122 08:00 ?; e 1122                            | caffeine_or_stress_before 0, common 0
caffeine at the same time                      | caf 1122 12:00 80; e 1122                           | caffeine_or_stress_before 0, common 0
caffeine afterwards                            | caf 1122 12:01 80; e 1122                           | common 0
stress of three                                | stress 1122 08:00 3; e 1122                         | common 0
stress of four                                 | stress 1122 08:00 4; e 1122                         | caffeine_or_stress_before 0, common 0
stress at the same time is not earlier         | stress 1122 12:00 4; e 1122                         | common 0
stress of the day before                       | stress 1122 03:59 4; e 1122                         | common 0
stress of the same night                       | stress 1121 23:00 4; e 1122 03:59                   | caffeine_or_stress_before 0, common 0
sitting 119 minutes                            | sit 1122 08:00 119; e 1122                          | common 0
in the first two hours of sitting              | sit 1122 10:01 300; e 1122                          | common 0
after two hours of sitting                     | sit 1122 10:00 300; e 1122                          | long_sitting 0, common 0
an odd position, before noon                   | odd 1122; e 1122 11:59                              | long_sitting 0, common 0
an odd position, noon                          | odd 1122; e 1122 12:00                              | common 0
an odd position, after midnight                | odd 1121; e 1122 03:59                              | common 0
vibration on the first day of the week         | e 1116 vibration=music                              | vibration 0
vibration a day before the week                | e 1115 vibration=music                              | -
the pulse on the first day of the week         | e 1116 pulse=true                                   | pulse 0
the pulse a day before the week                | e 1115 pulse=true                                   | -
the pulse, not                                 | e 1122 pulse=false                                  | common 0
the first one a fortnight ago                  | e 1109; none 1110-1118                              | common 0
the first one over a fortnight ago             | e 1108; none 1110-1119                              | -
the first counted one                          | e 1101 pulse=true; e 1122                           | common 0
a yes is not forgotten                         | talk 0601 urgent_yes                                | urgent 3
checked before the yes                         | talk 1120 urgent_yes; talk 1119 urgent              | urgent 3
a yes, quiet for a fortnight                   | talk 1109 urgent_yes; talk 1110 urgent              | - / quiet urgent 3
checked on the day of the yes                  | talk 1120 urgent_yes; talk 1120 urgent              | - / quiet urgent 3
a yes, gone after a fortnight                  | talk 1108 urgent_yes; talk 1110 urgent              | -
a yes after one that was checked               | talk 1115 urgent_yes; talk 1116 urgent; talk 1121 urgent_yes | urgent 3
a no does no more                              | talk 1122 urgent_no                                 | -
a yes leaves out what calms                    | talk 1120 urgent_yes; talk 1121 urgent; e 1122      | - / quiet urgent 3
nothing at all                                 | talk 1122 nonsense                                  | -
"""


def _cases() -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("diary", "expected"), [pytest.param(*case[1:], id=case[0]) for case in _cases()])
def test_a_boundary_lies_exactly_there(diary: str, expected: str) -> None:
    assert summary(flags(diary_of(diary), TODAY)) == expected

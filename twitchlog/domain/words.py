"""English words for codes and numbers: the one place where a code becomes what a person reads."""

from collections.abc import Sequence
from datetime import date, datetime

from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.exposures import Caffeine, Effort, Exercise
from twitchlog.domain.medical import Analyte, ExamKind, ExamResult, MedicineChange
from twitchlog.domain.sites import WITH_MIDDLE, Region, Side, Site

SITES: dict[Site, str] = {
    Site.SCALP: "scalp",
    Site.FOREHEAD: "forehead",
    Site.EYELID: "eyelid",
    Site.CHEEK: "cheek",
    Site.LIPS: "lips",
    Site.JAW: "jaw",
    Site.TONGUE: "tongue",
    Site.NECK: "neck",
    Site.SHOULDER: "shoulder",
    Site.UPPER_ARM: "upper arm",
    Site.FOREARM: "forearm",
    Site.HAND: "hand",
    Site.THUMB: "thumb",
    Site.FINGERS: "fingers",
    Site.CHEST: "chest",
    Site.ABDOMEN: "abdomen",
    Site.BACK_UPPER: "upper back",
    Site.BACK_LOWER: "lower back",
    Site.GLUTE: "buttock",
    Site.GLUTE_MAX: "gluteus maximus",
    Site.GLUTE_MED: "gluteus medius",
    Site.GLUTE_MIN: "gluteus minimus",
    Site.HIP: "hip",
    Site.THIGH_FRONT: "front of thigh",
    Site.THIGH_BACK: "back of thigh",
    Site.KNEE: "knee",
    Site.SHIN: "shin",
    Site.CALF: "calf",
    Site.ANKLE: "ankle",
    Site.FOOT: "foot",
    Site.ARCH: "arch of foot",
    Site.TOES: "toes",
    Site.MANY: "many places",
    Site.OTHER: "other place",
}
STRENGTHS = {1: "barely", 2: "mild", 3: "moderate", 4: "strong", 5: "very strong"}
STRESS_LEVELS = {1: "calm", 2: "a little", 3: "medium", 4: "high", 5: "very high"}
REGIONS: dict[Region, str] = {
    Region.HEAD: "head or neck",
    Region.LEFT_ARM: "left arm",
    Region.RIGHT_ARM: "right arm",
    Region.TRUNK: "trunk",
    Region.LEFT_LEG: "left leg",
    Region.RIGHT_LEG: "right leg",
}
MUSCLES: dict[str, str] = {code.value: word for table in (REGIONS, SITES) for code, word in table.items()}
"""Regions and sites together, as an exercise names what worked."""
PATTERNS: dict[Pattern, str] = {
    Pattern.SINGLE: "once",
    Pattern.ON_AND_OFF: "on and off",
    Pattern.CONTINUOUS: "without a pause",
}
SYMPTOMS: dict[Symptom, str] = {
    Symptom.PAIN: "pain",
    Symptom.NUMBNESS: "numbness",
    Symptom.TINGLING: "tingling",
    Symptom.WEAKNESS: "weakness",
    Symptom.CRAMP: "cramp",
    Symptom.STIFFNESS: "stiffness",
    Symptom.THINNING: "a muscle that looks thinner",
}
WEAKNESS_KINDS: dict[WeaknessKind, str] = {
    WeaknessKind.HEAVY: "tired or heavy, as after effort",
    WeaknessKind.COULD_NOT: "could not do something I normally can",
    WeaknessKind.UNSURE: "not sure",
}
POSTURES: dict[Posture, str] = {
    Posture.LYING: "lying",
    Posture.SITTING: "sitting",
    Posture.STANDING: "standing",
    Posture.WALKING: "walking",
    Posture.OTHER: "other",
}
VIBRATIONS: dict[Vibration, str] = {
    Vibration.VEHICLE: "vehicle",
    Vibration.MUSIC: "music",
    Vibration.MACHINE: "machine",
    Vibration.OTHER: "other",
}
EFFORTS: dict[Effort, str] = {Effort.LIGHT: "light", Effort.MODERATE: "moderate", Effort.HARD: "hard"}
CHECK_INS: dict[CheckIn, str] = {
    CheckIn.NONE: "no twitches",
    CheckIn.ALL_LOGGED: "all written down",
    CheckIn.SOME_LOGGED: "more than written down",
}
CHANGES: dict[MedicineChange, str] = {
    MedicineChange.STARTED: "started",
    MedicineChange.CHANGED: "changed",
    MedicineChange.STOPPED: "stopped",
}
ANALYTES: dict[Analyte, str] = {
    Analyte.POTASSIUM: "potassium",
    Analyte.MAGNESIUM: "magnesium",
    Analyte.CALCIUM: "calcium",
    Analyte.OTHER: "other",
}
EXAM_KINDS: dict[ExamKind, str] = {
    ExamKind.NEUROLOGICAL_EXAM: "neurological examination",
    ExamKind.EMG: "EMG",
    ExamKind.BLOOD: "blood test",
    ExamKind.IMAGING: "imaging",
    ExamKind.OTHER: "other",
}
EXAM_RESULTS: dict[ExamResult, str] = {
    ExamResult.NORMAL: "normal",
    ExamResult.ABNORMAL: "not normal",
    ExamResult.AWAITING: "waiting",
}
PLURALS = {"calf": "calves", "front of thigh": "fronts of thighs", "back of thigh": "backs of thighs"}
PLURALS |= {"foot": "feet", "arch of foot": "arches of feet"}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ALREADY_PLURAL = {"lips", "fingers", "toes", "gluteus maximus", "gluteus medius", "gluteus minimus"}


def place(site: Site, side: Side) -> str:
    """Return a spot in words, always with its side: "Left calf", "Both eyelids", "Tongue"."""
    name = SITES[site]
    if side is Side.MIDDLE:
        return name[0].upper() + name[1:]
    if side is Side.BOTH:
        return f"{_capital(name)}, both sides" if site in WITH_MIDDLE else f"Both {_plural(name)}"
    return f"{_capital(side)} {name}"


def _plural(name: str) -> str:
    if name in ALREADY_PLURAL:
        return name
    return PLURALS.get(name, f"{name}s")


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def length(seconds: int) -> str:
    """Return a length as a person says it: "30 s", "5 min", "1 h 30 min"."""
    if seconds < 60 or (seconds < 120 and seconds % 60):
        return f"{seconds} s"
    minutes = round(seconds / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def day(when: date) -> str:
    """Return a date without its year: "9 Nov"."""
    return f"{when.day} {month(when)[:3]}"


def long_day(when: date) -> str:
    """Return a date with its weekday: "Sunday 22 November"."""
    return f"{weekday(when)} {when.day} {month(when)}"


def month(when: date) -> str:
    """Return a date's month in full, whatever language the computer speaks."""
    return MONTHS[when.month - 1]


def weekday(when: date) -> str:
    """Return a date's weekday in full, whatever language the computer speaks."""
    return WEEKDAYS[when.weekday()]


def listed(words: Sequence[str]) -> str:
    """Return words as a list: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 twitch", "2 twitches"; ``many`` defaults to ``one`` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def with_it(episode: Episode) -> str:
    """Return what came with an episode, in the order of the contract: "numbness, cramp"."""
    return ", ".join(SYMPTOMS[symptom] for symptom in Symptom if symptom in episode.symptoms)


def drink(record: Caffeine) -> str:
    """Return a drink in words: "2 coffees", "coffee", "caffeine, 80 mg"."""
    name = record.drink or "caffeine"
    if record.servings and record.servings != 1:
        plural = name if name.endswith("s") else f"{name}s"
        return f"{record.servings:g} {plural}"
    return name


def exercise(record: Exercise) -> str:
    """Return an exercise in words: "run, 45 min, hard"."""
    parts = [record.activity or "exercise"]
    if record.duration_min:
        parts.append(length(record.duration_min * 60))
    if record.effort:
        parts.append(EFFORTS[record.effort])
    return ", ".join(parts)


def muscle(code: str) -> str:
    """Return a region or site of an exercise in words: "left leg"; what is neither as it stands."""
    return MUSCLES.get(code, code)


def muscles(text: str) -> str:
    """Return the muscles of an exercise in words: "left leg, calf"."""
    return ", ".join(muscle(code.strip()) for code in text.split(",") if code.strip())


def lived_in(moment: datetime, zone: str) -> str:
    """Return where a moment was lived: "Time of America/New York, UTC-05:00"; an unknown zone has its offset alone."""
    offset = f"UTC{moment.isoformat()[19:25]}"
    return f"Time of {zone.replace('_', ' ')}, {offset}" if zone else f"Time of {offset}"


def clock(moment: datetime) -> str:
    """Return the wall clock of a moment: "14:32"."""
    return f"{moment:%H:%M}"

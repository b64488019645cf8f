"""What came with a twitch; words that only hint at it are offered, never taken."""

from dataclasses import dataclass
from functools import partial

from twitchlog.domain.episode import Symptom, WeaknessKind
from twitchlog.domain.quick_entry.reading import Phrases, Reading, meanings
from twitchlog.domain.quick_entry.understood import Ask, Choice
from twitchlog.domain.words import SYMPTOMS, WEAKNESS_KINDS

SURE = Phrases(
    meanings(
        {
            Symptom.PAIN: "pain,pains,painful,hurt,hurts,hurting,ache,aches,aching,achy",
            Symptom.NUMBNESS: "numb,numbness",
            Symptom.TINGLING: "tingling,tingle,tingles,tingly,pins and needles",
            Symptom.WEAKNESS: "weak,weakness,weaker",
            Symptom.CRAMP: "cramp,cramps,cramping,cramped,crampy",
            Symptom.STIFFNESS: "stiff,stiffness",
            Symptom.THINNING: "thinning,thinner,wasting,wasted,muscle that looks thinner",
        }
    )
)
HINTS = Phrases(
    {"sore": Symptom.PAIN, "soreness": Symptom.PAIN, "tender": Symptom.PAIN, "smaller": Symptom.THINNING}
)
TYPED = {symptom: symptom.value for symptom in Symptom}
HEAVY = {"heavy", "tired"}
FEARS = {"worried", "worry", "worrying", "afraid", "scared", "fear", "fearing", "anxious"}
COULD_NOT = Phrases(
    dict.fromkeys(
        ["could not", "couldn't", "couldnt", "can not", "cannot", "can't", "cant", "unable to"], "could not"
    )
)
NOT_STRENGTH = {"see", "feel", "sleep", "tell", "stop", "say", "remember", "count", "find", "believe"}
KIND_TYPED = {
    WeaknessKind.HEAVY: "heavy",
    WeaknessKind.COULD_NOT: "could not",
    WeaknessKind.UNSURE: "not sure",
}
TWITCHES = {"twitch", "twitches", "twitching", "twitchy", "twitched", "pulse", "spasm", "spasms"}


@dataclass(slots=True, eq=False)
class Noted:
    """A symptom in the line, over the tokens ``start`` to before ``end``."""

    symptom: Symptom
    start: int
    end: int


def find_symptoms(reading: Reading) -> list[Noted]:
    """Take every symptom that is plainly said; offer those that are feared, doubted or only hinted at."""
    noted: list[Noted] = []
    feared = -1
    for i in range(len(reading)):
        if reading.word(i) in FEARS:
            feared = reading.tokens[i].clause
        sure, hint = SURE.at(reading, i), HINTS.at(reading, i)
        if hint or (sure and (feared == reading.tokens[i].clause or _doubtful(reading, *sure))):
            _offer(reading, (hint or sure or (Symptom.PAIN, 0))[0])
        elif sure:
            reading.take(i, sure[1], "symptom")
            reading.chip(SYMPTOMS[sure[0]], "symptom", i, sure[1])
            noted.append(Noted(sure[0], i, sure[1]))
    return noted


def _doubtful(reading: Reading, symptom: Symptom, end: int) -> bool:
    """A weak twitch is no weak muscle."""
    weak_twitch = (
        symptom is Symptom.WEAKNESS and reading.word(end) in TWITCHES and reading.joined(end - 1, end)
    )
    return weak_twitch or reading.tokens[end - 1].doubt


def _offer(reading: Reading, symptom: Symptom) -> None:
    reading.offer("symptom", SYMPTOMS[symptom], reading.appended(TYPED[symptom]))


def find_weakness_kind(reading: Reading, noted: list[Noted]) -> WeaknessKind | None:
    """Return which weakness it was, if weakness is noted and a kind is said; otherwise offer what is missing."""
    said = _kinds_said(reading)
    if not any(each.symptom is Symptom.WEAKNESS for each in noted):
        if WeaknessKind.HEAVY in said or WeaknessKind.COULD_NOT in said:
            _offer(reading, Symptom.WEAKNESS)
        return None
    for kind, (start, end) in said.items():
        if kind is not WeaknessKind.COULD_NOT or end == start + len(KIND_TYPED[kind].split()):
            reading.kept.pop(start, None)
            reading.take(start, end, "symptom")
    for surest in (WeaknessKind.COULD_NOT, WeaknessKind.HEAVY, WeaknessKind.UNSURE):
        if surest in said:
            reading.chip(WEAKNESS_KINDS[surest], "symptom", *said[surest])
            return surest
    for each, words in WEAKNESS_KINDS.items():
        reading.offer("weakness_kind", words, reading.appended(KIND_TYPED[each]))
    return None


def _kinds_said(reading: Reading) -> dict[WeaknessKind, tuple[int, int]]:
    said: dict[WeaknessKind, tuple[int, int]] = {}
    for i in range(len(reading)):
        if reading.word(i) in HEAVY:
            said.setdefault(WeaknessKind.HEAVY, (i, i + 1))
        elif reading.word(i) == "unsure":
            said.setdefault(WeaknessKind.UNSURE, (i, i + 1))
    for start, end in reading.kept.items():
        first, second = reading.raw(start), reading.raw(start + 1)
        if (first, second) == ("not", "sure") and end == start + 2:
            said.setdefault(WeaknessKind.UNSURE, (start, end))
        elif _is_could_not(reading, start, end):
            said.setdefault(WeaknessKind.COULD_NOT, (start, end))
    return said


def _is_could_not(reading: Reading, start: int, end: int) -> bool:
    words = tuple(reading.raw(i) for i in range(start, min(end, start + 3)))
    length = could_not_length(words)
    return bool(length) and words[length : length + 1] not in {(word,) for word in NOT_STRENGTH}


def could_not_length(words: tuple[str, ...]) -> int:
    """Return of how many words "could not" at the beginning consists; 0 if the words begin otherwise."""
    if words[:2] in {("could", "not"), ("can", "not"), ("unable", "to")}:
        return 2
    return int(words[:1] in {("couldn't",), ("couldnt",), ("cannot",), ("can't",), ("cant",)})


def ask_if_negated(reading: Reading, symptom: Symptom, joint: int) -> None:
    """Ask whether a symptom after "no pain and" is there or not; ``joint`` is the token "and"."""
    but = reading.edited([(joint, joint + 1, "but")])
    there = Choice(code=symptom.value, words=f"with {SYMPTOMS[symptom]}", line=but)
    reading.ask("symptom", partial(Ask, field="symptom", choices=(there,)))
    neither = reading.edited([(joint, joint + 1, "or")])
    reading.offer("symptom", f"no {SYMPTOMS[symptom]} either", neither)

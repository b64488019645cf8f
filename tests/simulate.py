"""How often the triggers are right: ``python -m tests.simulate [--quick]``.

Diaries whose truth is known go through the public ``triggers``. The table printed says, of the diaries with enough
data for an exposure, how many intervals leave out 1 when nothing acts, hold the true ratio, or find it. Exit 1 if
a figure lies outside the bands that a change to the method must keep.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import Pool

import numpy as np

from tests.simulated import NOTHING_ACTS, Scenario, simulated
from twitchlog.insight.columns import Bools, Floats
from twitchlog.insight.triggers import Method, triggers
from twitchlog.insight.triggers.exposures import EXPOSURES

OTHERS = 1.5
SCENARIOS = (
    Scenario("nothing acts, 0.3 a day", 0.3),
    Scenario("nothing acts, 1 a day", 1.0),
    Scenario("nothing acts, 1 a day, days differ more", 1.0, spread=0.7),
    Scenario("nothing acts, 40 % of quiet days not recorded", 1.0, unchecked_quiet=0.4),
    Scenario("nothing acts, 0.6 a day in bursts", 0.6, bursts=0.5),
    Scenario("nothing acts, 1 a day, a year", 1.0, days=365),
    Scenario("all 1.5, 1 a day", 1.0, ratios=(1.5,) * 5),
    Scenario("exercise 2, others 1.5, 0.3 a day", 0.3, ratios=(2.0, *(OTHERS,) * 4)),
    Scenario("exercise 2, others 1.5, 1 a day", 1.0, ratios=(2.0, *(OTHERS,) * 4)),
    Scenario("exercise 3, others 1.5, 0.3 a day", 0.3, ratios=(3.0, *(OTHERS,) * 4)),
    Scenario("exercise 3, others 1.5, 1 a day", 1.0, ratios=(3.0, *(OTHERS,) * 4)),
)


@dataclass(frozen=True)
class Bands:
    """What a table must keep to."""

    most_false: float
    least_coverage: float
    most_coverage: float
    median_within: float
    least_power: dict[str, float]


TRIPLED, DOUBLED = "exercise 3, others 1.5, 0.3 a day", "exercise 2, others 1.5, 1 a day"
FULL = Bands(0.07, 0.925, 0.99, 0.08, {TRIPLED: 0.78, DOUBLED: 0.75})
QUICK = Bands(18 / 200, 0.89, 1.0, 0.15, {TRIPLED: 0.70, DOUBLED: 0.67})


@dataclass(frozen=True)
class Outcome:
    """What was found in many diaries of one scenario; arrays of shape (diaries, 5), nan where there was too little."""

    scenario: Scenario
    ratio: Floats
    low: Floats
    high: Floats
    likely: Bools

    @property
    def tested(self) -> Bools:
        """Which exposures had enough data."""
        return ~np.isnan(self.ratio)

    def share(self, of: Bools) -> Floats:
        """The share of the tested diaries, for each exposure; nan if none was tested."""
        tested = self.tested.sum(axis=0)
        return np.where(tested > 0, (of & self.tested).sum(axis=0) / np.maximum(tested, 1), np.nan)

    @property
    def without_one(self) -> Floats:
        """The share of intervals that leave out 1."""
        return self.share((self.low > 1) | (self.high < 1))

    @property
    def above_one(self) -> Floats:
        """The share of intervals that lie above 1."""
        return self.share(self.low > 1)

    @property
    def coverage(self) -> Floats:
        """The share of intervals that hold the true ratio."""
        truth = np.array(self.scenario.ratios)
        return self.share((self.low <= truth) & (truth <= self.high))

    @property
    def median(self) -> Floats:
        """The median ratio found, as a multiple of the true one."""
        some = self.tested.any(axis=0)
        ratios = np.where(some, self.ratio, 1.0)
        return np.where(some, np.nanmedian(ratios, axis=0) / np.array(self.scenario.ratios), np.nan)

    @property
    def any_likely(self) -> float:
        """The share of all diaries with any verdict of likely."""
        return float(self.likely.any(axis=1).mean())


def outcome_of(scenario: Scenario, seeds: Sequence[tuple[int, int]]) -> Outcome:
    """Return what is found in one diary for each seed."""
    found = [triggers(simulated(scenario, np.random.default_rng(seed))).rows for seed in seeds]
    missing = float("nan")

    def column(name: str) -> Floats:
        values = [[getattr(row, name) for row in rows] for rows in found]
        return np.array([[missing if value is None else value for value in row] for row in values])

    likely = [
        [row.method is not Method.NONE and row.verdict.startswith("likely") for row in rows] for rows in found
    ]
    return Outcome(scenario, column("ratio"), column("low"), column("high"), np.array(likely))


def outcomes(scenarios: Sequence[Scenario], diaries: int, seed: int) -> Iterator[Outcome]:
    """Return the outcome of each scenario, on all processors."""
    with Pool() as pool:
        for number, scenario in enumerate(scenarios):
            seeds = [(seed * 1000 + number, k) for k in range(diaries)]
            parts = [(scenario, seeds[k : k + 25]) for k in range(0, diaries, 25)]
            done = pool.starmap(outcome_of, parts)
            yield Outcome(
                scenario,
                np.concatenate([part.ratio for part in done]),
                np.concatenate([part.low for part in done]),
                np.concatenate([part.high for part in done]),
                np.concatenate([part.likely for part in done]),
            )


def outside(found: Outcome, bands: Bands) -> list[str]:
    """Return what lies outside the bands, in words; exposures with enough data in under 30 diaries say nothing."""
    enough = found.tested.sum(axis=0) >= 30
    problems = []
    for j, exposure in enumerate(EXPOSURES):
        if not enough[j]:
            continue
        if found.scenario.ratios == NOTHING_ACTS and found.without_one[j] > bands.most_false:
            problems.append(f"{exposure}: {found.without_one[j]:.1%} of intervals without 1")
        if not bands.least_coverage <= found.coverage[j] <= bands.most_coverage:
            problems.append(f"{exposure}: {found.coverage[j]:.1%} of intervals hold the true ratio")
        if abs(found.median[j] - 1) > bands.median_within:
            problems.append(f"{exposure}: median {found.median[j]:.3f} times the true ratio")
    if found.scenario.ratios == NOTHING_ACTS and found.any_likely > bands.most_false:
        problems.append(f"any likely in {found.any_likely:.1%}")
    least = bands.least_power.get(found.scenario.name)
    if least is not None and found.above_one[0] < least:
        problems.append(f"exercise found in {found.above_one[0]:.1%}")
    return problems


def as_lines(found: Outcome) -> Iterator[str]:
    """Return the table of one scenario, a line for each figure."""
    yield f"{found.scenario.name} ({len(found.ratio)} diaries; any likely in {found.any_likely:.1%})"
    figures = {
        "with the minimum, %": found.tested.mean(axis=0) * 100,
        "intervals without 1, %": found.without_one * 100,
        "intervals above 1, %": found.above_one * 100,
        "hold the true ratio, %": found.coverage * 100,
        "median / true ratio": found.median,
    }
    for name, values in figures.items():
        digits = 3 if "median" in name else 1
        yield f"  {name:<24}" + "".join(f"{value:>13.{digits}f}" for value in values)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 1 if a figure lies outside its band."""
    parser = ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="200 diaries a row instead of 1000, wider bands")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    say = sys.stdout.write
    say(f"{'':26}" + "".join(f"{name:>13}" for name in EXPOSURES) + "\n")
    bad = 0
    for found in outcomes(SCENARIOS, 200 if asked.quick else 1000, asked.seed):
        problems = outside(found, QUICK if asked.quick else FULL)
        bad += len(problems)
        say("".join(f"{line}\n" for line in [*as_lines(found), *(f"  OUTSIDE: {each}" for each in problems)]))
        sys.stdout.flush()
    say(f"{'all within the bands' if not bad else f'{bad} figures outside the bands'}\n")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())

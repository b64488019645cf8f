"""How far a moving mean of clumped counts can be trusted: residuals resampled in blocks of a week."""

import numpy as np

from twitchlog.insight.columns import Bools, Floats

RESAMPLES = 200
SCALE_DAYS = 29
MOST_POINTS = 3_000
AT_ONCE = 75_000
"""Numbers worked on together: many enough for numpy, few enough for the memory nearest to the processor."""


def box_sum(values: Floats, width: int) -> Floats:
    """Return the sum of the ``width`` values around each one along the last axis; fewer at the ends."""
    sums = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=sums[..., 1:])
    here, half = np.arange(values.shape[-1]), width // 2
    upper, lower = np.minimum(here + half + 1, values.shape[-1]), np.maximum(here - half, 0)
    return np.asarray(sums[..., upper] - sums[..., lower])


def block_band(values: Floats, counted: Bools, width: int, seed: int = 0) -> tuple[Floats, Floats]:
    """Return how far below (negative) and above its ``width``-day mean the true mean may lie, 95 of 100 times.

    ``values`` are 0 where a day is not ``counted``. A day's distance from the mean of the four weeks around it,
    over the square root of that mean, is drawn again in blocks of 7 counted days, so that clumps stay together:
    a band that takes the days for independent is too narrow. Seeded: the same diary gives the same band.
    Measured coverage: 90 to 95 %.
    """
    days = np.flatnonzero(counted)
    if not len(days):
        nothing = np.zeros(len(values))
        return nothing, nothing
    scale, rest = _residuals(values, counted, width)
    seen = np.maximum(box_sum(counted.astype(float), width), 1)
    # Decades of days are looked at every few days: a picture has no more points than that.
    at = np.arange(0, len(values), -(-len(values) // MOST_POINTS))
    starts = np.random.default_rng(seed).integers(0, len(days), (RESAMPLES, -(-len(days) // 7)))
    drawn = np.empty((RESAMPLES, len(at)))
    parts = min(-(-RESAMPLES * len(values) // AT_ONCE), RESAMPLES)
    for some in np.array_split(np.arange(RESAMPLES), parts):
        blocks = (starts[some, :, None] + np.arange(7)).reshape(len(some), -1)[:, : len(days)] % len(days)
        noise = np.zeros((len(some), len(values)))
        noise[:, days] = rest[blocks] * scale[days]
        drawn[some] = (box_sum(noise, width) / seen)[:, at]
    low, high = np.quantile(drawn, [0.025, 0.975], axis=0)
    everywhere = np.arange(len(values))
    return np.interp(everywhere, at, low), np.interp(everywhere, at, high)


def _residuals(values: Floats, counted: Bools, width: int) -> tuple[Floats, Floats]:
    """Return the scale of every day, and the centred residuals of the counted days in units of it."""
    ones = counted.astype(float)
    around = box_sum(ones, SCALE_DAYS)
    smooth = box_sum(values, SCALE_DAYS) / np.maximum(around, 1)
    total = ones.sum()
    # A quiet month is not proof of a rate of zero: some scatter is left everywhere.
    scale = np.sqrt(np.maximum(smooth, max(0.1 * values.sum() / total, 0.5 / total)))
    own = np.minimum(box_sum(ones, width) / np.maximum(around, 1), 0.75)
    rest = ((values - smooth) / scale / np.sqrt(1 - own))[counted]
    return scale, rest - rest.mean()

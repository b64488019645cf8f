"""How far a count can be trusted."""

from math import sqrt

Z = 1.959963984540054


def count_range(found: float, clumped: float = 1.0) -> tuple[float, float]:
    """Return the 95 % range of the mean behind a count (Byar's approximation to the exact Poisson limits).

    ``clumped`` is the variance over the mean, at least 1: so many twitches come as one.
    """
    number = found / clumped
    low = number * (1 - 1 / (9 * number) - Z / (3 * sqrt(number))) ** 3 if number > 0 else 0.0
    more = number + 1
    high = more * (1 - 1 / (9 * more) + Z / (3 * sqrt(more))) ** 3
    return max(low, 0.0) * clumped, high * clumped

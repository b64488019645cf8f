import pytest

from tests.helpers import TODAY
from tests.insight.flags.vectors import Vector, diary_of, summary, vectors
from twitchlog.insight.flags import flags


def test_no_vector_is_lost() -> None:
    assert [vector.name for vector in vectors()] == [f"v{number:02}" for number in range(1, 56)]


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.name)
def test_the_diary_raises_exactly_these_flags(vector: Vector) -> None:
    assert summary(flags(diary_of(vector.diary), TODAY)) == vector.flags

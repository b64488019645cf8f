from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.files.formulas import guarded, inert, unguarded

SIGNS = ("'", "=", "+", "-", "@", "\t", "\r", "x", " ")


def test_the_guard_comes_off_exactly_for_all_short_texts() -> None:
    for length in range(6):
        for letters in product(SIGNS, repeat=length):
            text = "".join(letters)
            assert unguarded(guarded(text)) == text


@given(st.text())
def test_the_guard_comes_off_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="'=+-@\t\rab"))
def test_nothing_that_is_exported_starts_a_formula(text: str) -> None:
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_contracts_examples() -> None:
    assert guarded("=x") == "'=x"
    assert guarded("'=x") == "''=x"
    assert guarded("'x") == "'x"
    assert guarded("a=x") == "a=x"


@pytest.mark.parametrize(
    "text",
    [
        "=1",
        "+1",
        "-1",
        "@A",
        "\t=1",
        "|calc",
        "%x",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A",
        " =1",
        "'=1",
        "\n=1",
    ],
)
def test_no_spreadsheet_runs_a_cell_of_the_doctors_table(text: str) -> None:
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "calf", "5 min", "'", "a=b", "2-3 times"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert inert(text) == text

"""A person's text is kept letter for letter, without what could harm."""

from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.text import clean_text


@given(st.text())
def test_ordinary_text_is_cleaned_once_and_never_changes_again(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufeff"))
)
def test_letters_of_every_script_stay_as_they_are(text: str) -> None:
    assert clean_text(text) == text


def test_line_ends_become_one_kind_and_controls_go() -> None:
    assert clean_text("a\r\nb\rc\u2028d\u2029e\x00\x07\x1bf\tg") == "a\nb\nc\nd\nef\tg"


def test_half_letters_become_the_sign_for_unreadable() -> None:
    assert clean_text("a\ud800b") == "a\ufffdb"
    assert clean_text("\ud83d\ude00") == "\U0001f600"


def test_byte_order_marks_before_the_text_go_but_not_those_inside() -> None:
    assert clean_text("\ufeff\x00\ufeffa\ufeffb") == "a\ufeffb"

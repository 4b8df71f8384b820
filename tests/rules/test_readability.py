"""Is a hard text told from an easy one?"""

import pytest

from heard.rules.readability import may_be_public, minutes_to_read, reading_age, syllables_in

EASY = "We will come to see you. You can tell us what you want. We will write it down in your words."
ORDINARY = (
    "Ask the adult what they want to happen before you decide what to do. Write their answer down in their own words. "
    "If somebody else answers for them, find a safe time to talk to the adult alone."
)
HARD = (
    "Multi-disciplinary professionals undertaking safeguarding responsibilities necessarily demonstrate organisational accountability "
    "through comprehensive documentation of individualised outcome-focused considerations."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        pytest.param("cat", 1, id="one vowel"),
        pytest.param("make", 1, id="an e that is not sounded"),
        pytest.param("table", 2, id="an le that is sounded"),
        pytest.param("asked", 1, id="an ed that is not sounded"),
        pytest.param("wanted", 2, id="an ed that is sounded after t"),
        pytest.param("needed", 2, id="an ed that is sounded after d"),
        pytest.param("places", 2, id="an es that is sounded after c"),
        pytest.param("times", 1, id="an es that is not sounded"),
        pytest.param("the", 1, id="a word always has one"),
        pytest.param("adult’s", 2, id="an owner's s adds nothing"),
        pytest.param("capacity", 4, id="a long word"),
    ],
)
def test_syllables_in(word, count):
    assert syllables_in(word) == count


def test_reading_age_by_the_published_formula():
    sixteen_of_one_syllable = "The cat sat on a mat in the sun and it was a red mat too."
    # 0.39 × 16 + 11.8 × 1 − 15.59 = 2.45, and five years, rounded up
    assert reading_age(sixteen_of_one_syllable) == 8


@pytest.mark.parametrize(
    ("text", "public"),
    [
        pytest.param(EASY, True, id="short sentences of short words"),
        pytest.param(ORDINARY, True, id="plain sentences written for practice"),
        pytest.param(HARD, False, id="one long sentence of long words"),
        pytest.param(EASY.replace(". ", ", and ") * 4, False, id="short words in one endless sentence"),
        pytest.param("", False, id="no words are not a resource"),
    ],
)
def test_may_be_public(text, public):
    assert may_be_public(text) is public


def test_a_council_may_ask_for_an_easier_text():
    assert not may_be_public(ORDINARY, oldest=5)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        pytest.param(0, 0, id="nothing takes no time"),
        pytest.param(200, 1, id="200 words are a minute"),
        pytest.param(201, 2, id="one more begins the next"),
    ],
)
def test_minutes_to_read(words, minutes):
    assert minutes_to_read("word " * words) == minutes

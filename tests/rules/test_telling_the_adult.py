"""Has the adult been told that something was done without their agreement, and by when must they be?"""

from datetime import date

import pytest

from heard.rules.telling_the_adult import adult_is_to_be_told, telling_is_settled, told_by, words_to_say
from heard.rules.vocabulary.concern import Ground

MARCH_3, MARCH_4, MARCH_5 = date(2026, 3, 3), date(2026, 3, 4), date(2026, 3, 5)
NOTHING = {"was_told": "", "told_on": None, "told_how": "", "not_told_because": "", "tell_by": None}
TOLD = {"was_told": "yes", "told_on": MARCH_4, "told_how": "At home, alone."}
NOT_YET = {"was_told": "no", "not_told_because": "He was in the room.", "tell_by": MARCH_5}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param(TOLD, "", id="told, when and how"),
        pytest.param({**TOLD, "told_on": None}, "the day on which they were told", id="told, but not when"),
        pytest.param({**TOLD, "told_how": " "}, "how they were told", id="told, but not how"),
        pytest.param({**TOLD, "told_on": MARCH_5}, "today or in the past", id="told tomorrow"),
        pytest.param(NOT_YET, "", id="not told, why, and by when"),
        pytest.param({**NOT_YET, "not_told_because": ""}, "why they have not been told", id="not told and no reason"),
        pytest.param({**NOT_YET, "tell_by": None}, "by which they will be told", id="not told and no day"),
        pytest.param({**NOT_YET, "tell_by": date(2026, 3, 1)}, "cannot be before the decision", id="a day before the decision"),
        pytest.param({}, "whether the adult has been told", id="nothing said"),
    ],
)
def test_telling_is_settled(given, said):
    decision = telling_is_settled(**{**NOTHING, **given}, decided_on=MARCH_3, today=MARCH_4)
    assert bool(decision) is (not said) and said in " ".join(decision.because)


@pytest.mark.parametrize(
    ("agreement", "ground", "knows", "owed"),
    [
        pytest.param("not-asked", "not-practicable", "", True, id="could not be asked in time: told soonest"),
        pytest.param("not-asked", "not-practicable", "yes", False, id="could not be asked, and knows"),
        pytest.param("refused", "crime", "no", True, id="refused, overridden, and does not know"),
        pytest.param("refused", "crime", "", False, id="whether they know is not recorded"),
        pytest.param("refused", "", "no", False, id="no ground yet: that is owed first"),
        pytest.param("not-asked", "asking-increases-risk", "no", False, id="telling may be dangerous until somebody says when it is safe"),
        pytest.param("agreed", "", "no", False, id="they agreed"),
        pytest.param("", "not-practicable", "", False, id="nothing recorded about agreement"),
    ],
)
def test_adult_is_to_be_told(agreement, ground, knows, owed):
    assert bool(adult_is_to_be_told(agreement=agreement, ground=ground, adult_knows=knows)) is owed


@pytest.mark.parametrize(
    ("ground", "tell_by", "by"),
    [
        pytest.param("not-practicable", None, MARCH_4, id="not practicable: the next day"),
        pytest.param("not-practicable", date(2026, 4, 1), MARCH_4, id="not practicable: a later day does not put it off"),
        pytest.param("not-practicable", MARCH_3, MARCH_3, id="not practicable: a sooner day stands"),
        pytest.param("crime", date(2026, 4, 1), date(2026, 4, 1), id="the day that was set"),
        pytest.param("crime", None, date(2026, 3, 8), id="no day set: the council's own target"),
    ],
)
def test_told_by(ground, tell_by, by):
    assert told_by(ground=ground, since=MARCH_3, tell_by=tell_by, soonest=1, otherwise=5) == by


@pytest.mark.parametrize("ground", list(Ground))
def test_there_are_plain_words_to_say_for_every_ground(ground):
    assert all("You" in one or "We" in one or "The law" in one for one in words_to_say(ground)) and len(words_to_say(ground)) == 5


def test_no_day_is_set_for_an_adult_who_has_died():
    given = {**NOTHING, "was_told": "no", "not_told_because": "She died that night."}
    assert telling_is_settled(**given, decided_on=MARCH_3, today=MARCH_4, has_died=True)


def test_there_are_words_before_a_ground_is_chosen():
    assert words_to_say("")[1] == "We will tell you why."

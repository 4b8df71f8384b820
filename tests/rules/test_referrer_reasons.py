"""Does each plain reason become the ground it is, and no finding about capacity?"""

import pytest

from heard.rules.referrer_reasons import GROUND_OF, PlainReason, ground_of, words_kept
from heard.rules.vocabulary.concern import Ground


@pytest.mark.parametrize(
    ("reason", "ground"),
    [
        pytest.param(PlainReason.DANGER_TO_ADULT, Ground.ASKING_INCREASES_RISK, id="danger to the adult: asking increases risk"),
        pytest.param(PlainReason.DANGER_TO_ME, Ground.ASKING_INCREASES_RISK, id="danger to the one who tells: asking increases risk"),
        pytest.param(PlainReason.COULD_NOT_ASK, Ground.NOT_PRACTICABLE, id="no time to ask: not practicable"),
        pytest.param(PlainReason.DO_NOT_KNOW, None, id="I don't know leaves the ground blank"),
        pytest.param(PlainReason.SOMETHING_ELSE, None, id="something else leaves the ground blank"),
        pytest.param(None, None, id="no reason leaves the ground blank"),
    ],
)
def test_ground(reason, ground):
    assert ground_of(reason) == ground


def test_every_plain_reason_has_its_row():
    assert set(GROUND_OF) == set(PlainReason)


def test_only_two_reasons_leave_the_ground_blank():
    assert {reason for reason, ground in GROUND_OF.items() if ground is None} == {PlainReason.DO_NOT_KNOW, PlainReason.SOMETHING_ELSE}


def test_nothing_the_public_choose_says_that_the_adult_lacks_capacity():
    assert Ground.BEST_INTERESTS not in GROUND_OF.values()
    assert not any("capacity" in reason.label.lower() for reason in PlainReason)


def test_the_words_they_read_and_the_words_they_wrote_are_both_kept():
    assert words_kept(PlainReason.DANGER_TO_ME, " He has hit me too. ") == "Asking them could put me in danger. He has hit me too."
    assert words_kept(PlainReason.DO_NOT_KNOW, "") == "I don't know"
    assert words_kept(None, "") == ""

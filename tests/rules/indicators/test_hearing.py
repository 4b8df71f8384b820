"""Were adults heard, alone, at which stage; and where not, why not?"""

import pytest

from heard.rules.indicators.hearing import indicators_of_hearing
from heard.rules.seen_alone import HowHeard
from tests.rules.indicators.made import counted, enquiry, talk

NOBODY = talk(HowHeard.NOT_HEARD, because="could-not-reach")


@pytest.mark.parametrize(
    ("talks", "heard", "alone", "spoken_for"),
    [
        pytest.param((), (0, 1), (0, 0), (0, 1), id="nothing recorded is not heard"),
        pytest.param((talk(),), (1, 1), (1, 1), (0, 1), id="heard alone"),
        pytest.param((talk(HowHeard.WITH_OTHERS), talk()), (1, 1), (1, 1), (0, 1), id="with others first, alone later"),
        pytest.param((talk(HowHeard.ALONE_NOT_RECORDED),), (1, 1), (0, 1), (0, 1), id="heard; nobody wrote down whether alone"),
        pytest.param((talk(HowHeard.REPRESENTED),), (0, 1), (0, 0), (1, 1), id="only a daughter spoke: never drawn as the adult's voice"),
        pytest.param((talk(HowHeard.REPRESENTED), talk()), (1, 1), (1, 1), (0, 1), id="a daughter spoke, and the adult too"),
        pytest.param((NOBODY,), (0, 1), (0, 0), (0, 1), id="an opportunity that came to nothing"),
    ],
)
def test_how_the_adult_was_heard(talks, heard, alone, spoken_for):
    one = enquiry(talks=talks)
    assert [counted(slug, one) for slug in ("heard", "heard-alone", "spoken-for")] == [heard, alone, spoken_for]


def test_a_stage_counts_only_where_the_adult_was_heard_at_it():
    one = enquiry(talks=(talk(stage="planning"), talk(HowHeard.REPRESENTED, stage="closing"), talk(stage="planning")))
    assert [counted(f"heard-{stage}", one) for stage in ("planning", "closing", "review")] == [(1, 1), (0, 1), (0, 1)]


def test_each_reason_is_of_all_opportunities_with_a_reason():
    again = talk(HowHeard.NOT_HEARD, because="declined")
    one = enquiry(talks=(NOBODY, NOBODY, again, talk(HowHeard.NOT_HEARD), talk()))
    assert counted("not-heard-could-not-reach", one) == (2, 3) and counted("not-heard-declined", one) == (1, 3)


def test_every_indicator_says_what_it_counts():
    assert all(one.question.endswith("?") or "? " in one.question for one in indicators_of_hearing())
    assert all(one.numerator and one.denominator and one.source for one in indicators_of_hearing())

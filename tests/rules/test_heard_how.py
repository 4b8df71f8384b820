"""How was the adult heard where there was no conversation?"""

import pytest

from heard.rules.heard_how import heard_at_closing, heard_in_wish, heard_when_raised
from heard.rules.seen_alone import HowHeard


@pytest.mark.parametrize(
    ("facts", "how"),
    [
        pytest.param({"raised_by": "adult"}, HowHeard.ALONE_NOT_RECORDED, id="the adult raised it themselves"),
        pytest.param({"agreement": "agreed"}, HowHeard.REPRESENTED, id="they agreed, as the referrer tells it"),
        pytest.param({"agreement": "refused"}, HowHeard.REPRESENTED, id="they refused, as the referrer tells it"),
        pytest.param({"agreement": "not-asked", "words": "Leave it."}, HowHeard.REPRESENTED, id="their words, as the referrer tells them"),
        pytest.param({"agreement": "not-asked"}, HowHeard.NOT_HEARD, id="they were not asked"),
        pytest.param({"agreement": "unable"}, HowHeard.NOT_HEARD, id="the referrer's unable is only not heard"),
        pytest.param({}, HowHeard.NOT_HEARD, id="nothing is recorded"),
    ],
)
def test_how_they_were_heard_as_the_concern_was_raised(facts, how):
    assert heard_when_raised(**{"raised_by": "nhs", "agreement": "", "words": "", **facts}) == how


@pytest.mark.parametrize(
    ("by", "how"),
    [
        pytest.param("adult", HowHeard.ALONE_NOT_RECORDED, id="the adult's own wish"),
        pytest.param("advocate", HowHeard.REPRESENTED, id="an advocate's"),
        pytest.param("representative", HowHeard.REPRESENTED, id="a representative's"),
    ],
)
def test_how_they_were_heard_in_a_wish(by, how):
    assert heard_in_wish(by) == how


@pytest.mark.parametrize(
    ("view", "how"),
    [
        pytest.param("agrees", HowHeard.ALONE_NOT_RECORDED, id="they agreed"),
        pytest.param("disagrees", HowHeard.ALONE_NOT_RECORDED, id="they disagreed, and were heard"),
        pytest.param("not-asked", HowHeard.NOT_HEARD, id="they were not asked"),
        pytest.param("unable", HowHeard.NOT_HEARD, id="they were not able to say"),
        pytest.param("", None, id="nothing is recorded"),
    ],
)
def test_how_they_were_heard_about_closing(view, how):
    assert heard_at_closing(view) == how

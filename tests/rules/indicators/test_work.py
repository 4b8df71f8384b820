"""How was the work done?"""

import pytest

from heard.rules.indicators.facts import WorkFacts
from heard.rules.indicators.work import indicators_of_work
from heard.rules.seen_alone import HowHeard
from tests.rules.indicators.made import counted, enquiry, talk


@pytest.mark.parametrize(
    ("work", "slug", "counts"),
    [
        pytest.param({"reasons": 3}, "three-reasons", (1, 1), id="a reason for each part"),
        pytest.param({"reasons": 2}, "three-reasons", (0, 1), id="two of three are not enough"),
        pytest.param({}, "three-reasons", (0, 0), id="no decision recorded"),
        pytest.param({"needs_asked": True, "needs_met": ("yes", "yes")}, "needs-met", (1, 1), id="asked, and met each time"),
        pytest.param({"needs_asked": True, "needs_met": ("yes", "partly")}, "needs-met", (0, 1), id="once only partly met"),
        pytest.param({"needs_asked": True}, "needs-met", (0, 1), id="asked, and nobody looked whether it was met"),
        pytest.param({"involvement_asked": True}, "involvement-asked", (1, 1), id="asked how much they want to be involved"),
        pytest.param({"plan": "agrees-in-part"}, "plan-agreed", (1, 1), id="agrees with some of the plan"),
        pytest.param({"plan": "disagrees"}, "plan-agreed", (0, 1), id="does not agree with it"),
        pytest.param({"plan": ""}, "plan-agreed", (0, 1), id="a plan, and their view is not recorded"),
        pytest.param({}, "plan-agreed", (0, 0), id="no plan"),
        pytest.param({"person_of_risk": "not-needed"}, "risk-followed-up", (1, 1), id="thought of, and not needed"),
        pytest.param({"person_of_risk": "not-yet"}, "risk-followed-up", (0, 1), id="not done when it closed"),
        pytest.param({}, "risk-followed-up", (0, 0), id="no checklist"),
        pytest.param({"network_asked": True}, "network-asked", (1, 1), id="asked whom they want involved"),
        pytest.param({}, "about-me", (0, 1), id="nothing written of what matters to them"),
        pytest.param({"about_me": True}, "about-me", (1, 1), id="written in their words"),
    ],
)
def test_work(work, slug, counts):
    assert counted(slug, enquiry(work=WorkFacts(**work))) == counts


@pytest.mark.parametrize(
    ("ethnicity", "language", "counts"),
    [
        pytest.param("white-irish", "en", (1, 1), id="both known"),
        pytest.param("refused", "en", (1, 1), id="they would rather not say: it was asked"),
        pytest.param("not-known", "en", (0, 1), id="ethnicity not known"),
        pytest.param("white-irish", "", (0, 1), id="language not recorded"),
    ],
)
def test_ethnicity_and_language(ethnicity, language, counts):
    assert counted("ethnicity-and-language", enquiry(ethnicity=ethnicity, work=WorkFacts(language=language))) == counts


def test_own_words_are_counted_of_the_conversations_in_which_the_adult_was_heard():
    talks = (talk(has_words=True), talk(), talk(how=HowHeard.NOT_HEARD, has_words=True))
    assert counted("own-words", enquiry(talks=talks)) == (1, 2)


def test_each_has_a_slug_of_its_own():
    slugs = [one.slug for one in indicators_of_work()]
    assert len(slugs) == len(set(slugs)) == 9

"""How was the work done?"""

import pytest

from heard.rules.indicators.work import indicators_of_work
from heard.rules.seen_alone import HowHeard
from tests.rules.indicators.made import counted, enquiry, talk


@pytest.mark.parametrize(
    ("work", "slug", "counts"),
    [
        pytest.param({"reasons": 3}, "three-reasons", (1, 1), id="a reason for each part"),
        pytest.param({"reasons": 2}, "three-reasons", (0, 1), id="two of three are not enough"),
        pytest.param({}, "three-reasons", (0, 0), id="no decision recorded"),
        pytest.param({"needs_met": 1}, "needs-met", (1, 1), id="asked, and met each time"),
        pytest.param({}, "needs-met", (0, 1), id="not asked, or not met each time, or nobody looked whether it was"),
        pytest.param({"involvement_asked": 1}, "involvement-asked", (1, 1), id="asked how much they want to be involved"),
        pytest.param({"has_plan": 1, "plan": "agrees-in-part"}, "plan-agreed", (1, 1), id="agrees with some of the plan"),
        pytest.param({"has_plan": 1, "plan": "disagrees"}, "plan-agreed", (0, 1), id="does not agree with it"),
        pytest.param({"has_plan": 1, "plan": ""}, "plan-agreed", (0, 1), id="a plan, and their view is not recorded"),
        pytest.param({}, "plan-agreed", (0, 0), id="no plan"),
        pytest.param({"person_of_risk": "not-needed"}, "risk-followed-up", (1, 1), id="thought of, and not needed"),
        pytest.param({"person_of_risk": "not-yet"}, "risk-followed-up", (0, 1), id="not done when it closed"),
        pytest.param({}, "risk-followed-up", (0, 0), id="no checklist"),
        pytest.param({"network_asked": 1}, "network-asked", (1, 1), id="asked whom they want involved"),
        pytest.param({}, "about-me", (0, 1), id="nothing written of what matters to them"),
        pytest.param({"about_me": 1}, "about-me", (1, 1), id="written in their words"),
    ],
)
def test_work(work, slug, counts):
    assert counted(slug, enquiry(**work)) == counts


@pytest.mark.parametrize(
    ("ethnicity", "language_known", "counts"),
    [
        pytest.param("white-irish", 1, (1, 1), id="both known"),
        pytest.param("refused", 1, (1, 1), id="they would rather not say: it was asked"),
        pytest.param("not-known", 1, (0, 1), id="ethnicity not known"),
        pytest.param("white-irish", 0, (0, 1), id="language not recorded"),
    ],
)
def test_ethnicity_and_language(ethnicity, language_known, counts):
    assert counted("ethnicity-and-language", enquiry(ethnicity=ethnicity, language_known=language_known)) == counts


def test_own_words_are_counted_of_the_conversations_in_which_the_adult_was_heard():
    talks = (talk(words=1), talk(), talk(how=HowHeard.NOT_HEARD, words=1))
    assert counted("own-words", enquiry(talks=talks)) == (1, 2)


def test_each_has_a_slug_of_its_own():
    slugs = [one.slug for one in indicators_of_work()]
    assert len(slugs) == len(set(slugs)) == 9

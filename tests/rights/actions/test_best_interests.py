"""Is a decision made for the adult only where they could not make it, and with everything thought of?"""

import pytest

from heard.rights.actions.best_interests import decide_in_best_interests
from heard.rights.models import BestInterestsDecision
from heard.rules.decision import NotAllowed
from tests import factories
from tests.rights.made import LACKING, WHOLE, assess

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_it_is_kept_with_what_was_thought_of(enquiry):
    made = decide_in_best_interests(assessment=assess(enquiry, **LACKING), by=enquiry.lead, **WHOLE)
    assert (made.consulted, made.decided_by_name) == (["Her sister: she would want to keep it."], enquiry.lead.full_name)
    assert made.checklist["may-regain-capacity"] == "Considered."


def test_where_nobody_was_consulted_it_says_why(enquiry):
    none = {**WHOLE, "consulted": [], "nobody_because": "She has nobody; an IMCA is instructed."}
    made = decide_in_best_interests(assessment=assess(enquiry, **LACKING), by=enquiry.lead, **none)
    assert made.checklist["nobody-consulted-because"] == "She has nobody; an IMCA is instructed."


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"checklist": {}}, id="a factor not considered"),
        pytest.param({"follows": "no"}, id="a departure from their wishes without why"),
        pytest.param({"less_restrictive": " "}, id="no less restrictive option considered"),
    ],
)
def test_it_is_refused_where_something_was_not_thought_of(enquiry, change):
    with pytest.raises(NotAllowed):
        decide_in_best_interests(assessment=assess(enquiry, **LACKING), by=enquiry.lead, **{**WHOLE, **change})
    assert not BestInterestsDecision.objects.exists()


def test_a_decision_that_is_the_adults_own_is_not_made_for_them(enquiry):
    with pytest.raises(NotAllowed, match="theirs to make"):
        decide_in_best_interests(assessment=assess(enquiry), by=enquiry.lead, **WHOLE)


def test_an_earlier_assessment_is_not_gone_by_once_there_is_a_later_one(enquiry):
    first = assess(enquiry, **LACKING)
    assess(enquiry, day=9, because="The infection has gone.")
    with pytest.raises(NotAllowed, match="assessed again later"):
        decide_in_best_interests(assessment=first, by=enquiry.lead, **WHOLE)

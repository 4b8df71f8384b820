"""What does a safeguarding plan need before it is agreed, and when it is reviewed?"""

from datetime import date

import pytest

from heard.rules.safeguarding_plan import may_add_action, may_agree, may_have_a_part, may_review
from heard.rules.vocabulary.enquiry import PlanOwner, PlanView, StillWanted

TODAY, LATER = date(2026, 3, 9), date(2026, 4, 9)


@pytest.mark.parametrize(
    ("for_wish", "for_risk", "owner", "is_named", "allowed"),
    [
        pytest.param(True, False, PlanOwner.ADULT, False, True, id="for a wish, by the adult"),
        pytest.param(False, True, PlanOwner.NETWORK, True, True, id="against a risk, by somebody named in the network"),
        pytest.param(True, True, PlanOwner.WORKER, True, True, id="for both"),
        pytest.param(False, False, PlanOwner.ADULT, False, False, id="for neither"),
        pytest.param(True, False, PlanOwner.ORGANISATION, False, False, id="an organisation without a name"),
        pytest.param(True, False, PlanOwner.WORKER, False, False, id="a worker without a name"),
    ],
)
def test_may_add_action(for_wish, for_risk, owner, is_named, allowed):
    assert bool(may_add_action(for_wish=for_wish, for_risk=for_risk, owner=owner, is_named=is_named)) is allowed


@pytest.mark.parametrize(
    ("due_on", "allowed"),
    [
        pytest.param(None, True, id="no day"),
        pytest.param(TODAY, True, id="today"),
        pytest.param(date(2020, 12, 5), False, id="a day that has passed"),
    ],
)
def test_the_day_of_an_action_is_to_come(due_on, allowed):
    said = may_add_action(for_wish=True, for_risk=False, owner=PlanOwner.ADULT, is_named=False, due_on=due_on, today=TODAY)
    assert bool(said) is allowed and (allowed or "Give today or a later day" in said.because[0])


@pytest.mark.parametrize(
    ("name", "posing", "hidden", "allowed"),
    [
        pytest.param("Testa Example", False, [], True, id="nothing stands against them"),
        pytest.param("Testa Example", True, [], False, id="may pose a risk"),
        pytest.param("The neighbour upstairs", False, ["Her sister", "the neighbour"], False, id="must not know"),
        pytest.param("The adult's sister", False, ["The adult's husband"], True, id="only words that say nothing of who it is are shared"),
    ],
)
def test_may_have_a_part(name, posing, hidden, allowed):
    said = may_have_a_part(name=name, may_pose_risk=posing, who_must_not_know=hidden)
    assert bool(said) is allowed and (allowed or "Choose somebody else" in said.because[0])


@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        pytest.param({}, True, id="agreed, in the adult's words, with a day of review"),
        pytest.param({"actions": 0}, False, id="nothing in it"),
        pytest.param({"words": " "}, False, id="agreed without words"),
        pytest.param({"view": PlanView.PARTLY}, True, id="agrees with some of it"),
        pytest.param({"view": PlanView.DISAGREES}, False, id="disagrees, and no reason to go on"),
        pytest.param({"view": PlanView.DISAGREES, "because": "Others are at risk."}, True, id="disagrees, with why it goes on"),
        pytest.param({"view": PlanView.NOT_ASKED, "words": ""}, False, id="not asked, and not why"),
        pytest.param({"view": PlanView.UNABLE, "words": "", "because": "Unconscious."}, True, id="unable, with what was tried"),
        pytest.param({"review_on": None}, False, id="no day of review"),
        pytest.param({"review_on": TODAY}, False, id="review today"),
    ],
)
def test_may_agree(change, allowed):
    given = {"actions": 1, "view": PlanView.AGREES, "words": "That will help.", "because": "", "review_on": LATER, "today": TODAY}
    assert bool(may_agree(**{**given, **change})) is allowed


@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        pytest.param({}, True, id="still wanted, and reviewed again"),
        pytest.param({"has_plan": False}, False, id="no plan"),
        pytest.param({"still_wanted": ""}, False, id="not said whether it is still wanted"),
        pytest.param({"words": ""}, False, id="without the adult's words"),
        pytest.param({"still_wanted": StillWanted.NOT_ASKED, "words": "In hospital."}, True, id="not asked, with why"),
        pytest.param({"next_review_on": None}, False, id="no next review, and not why"),
        pytest.param({"next_review_on": None, "no_next_because": "We are closing."}, True, id="no next review, with why"),
        pytest.param({"next_review_on": TODAY}, False, id="the next review today"),
    ],
)
def test_may_review(change, allowed):
    given = {
        "has_plan": True, "still_wanted": StillWanted.YES, "words": "Yes.", "next_review_on": LATER, "no_next_because": "", "today": TODAY,
    }  # fmt: skip
    assert bool(may_review(**{**given, **change})) is allowed

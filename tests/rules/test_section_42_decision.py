"""What may be decided about a concern, by whom, given what the rule says?"""

import pytest

from heard.rules.decision import Decision
from heard.rules.section_42_decision import Proposed, is_against_rule, likely_route, may_change_decision, may_decide
from heard.rules.vocabulary.concern import SectionDecision

S42, OTHER, NONE = SectionDecision.SECTION_42, SectionDecision.OTHER, SectionDecision.NO_ENQUIRY
YES, NO, UNKNOWN = (Decision(yes, ("because",)) for yes in (True, False, None))


@pytest.mark.parametrize(
    ("decision", "rule", "against"),
    [
        pytest.param(S42, YES, False, id="section 42 on three yeses follows the rule"),
        pytest.param(NONE, YES, True, id="no enquiry on three yeses goes against it"),
        pytest.param(OTHER, YES, True, id="another kind of enquiry on three yeses goes against it"),
        pytest.param(S42, NO, True, id="section 42 against a no goes against it"),
        pytest.param(OTHER, NO, False, id="another enquiry where there is no duty is allowed"),
        pytest.param(NONE, NO, False, id="no enquiry where there is no duty follows the rule"),
        pytest.param(NONE, UNKNOWN, True, id="not yet known never counts as no"),
        pytest.param(S42, UNKNOWN, False, id="an enquiry may start while something is not known"),
        pytest.param(OTHER, UNKNOWN, False, id="another enquiry may start while something is not known"),
    ],
)
def test_against_the_rule(decision, rule, against):
    assert bool(is_against_rule(decision, rule)) is against


def _said(rule=YES, *, decide=True, against=True, **more):
    given = {"decision": S42, "reason": "Bruises, and she is afraid.", **more}
    return may_decide(Proposed(**given), rule=rule, may_decide_at_all=decide, may_decide_against=against)


@pytest.mark.parametrize(
    ("said", "allowed"),
    [
        pytest.param(_said(), True, id="a manager with a reason decides"),
        pytest.param(_said(decide=False), False, id="somebody without the permission does not"),
        pytest.param(_said(reason="  "), False, id="a decision without a reason is not recorded"),
        pytest.param(_said(adult_heard=False), False, id="the adult has been heard, or it says why not yet"),
        pytest.param(_said(decision=NONE, rule=NO), False, id="no enquiry says what happens instead"),
        pytest.param(_said(decision=NONE, rule=NO, route="advice"), True, id="no enquiry with advice"),
        pytest.param(_said(decision=NONE, route="advice"), False, id="no enquiry on three yeses needs a second reason"),
        pytest.param(_said(decision=NONE, route="advice", second_reason="Why"), True, id="with a second reason a manager may"),
        pytest.param(_said(decision=NONE, route="advice", second_reason="Why", against=False), False, id="only a manager may"),
        pytest.param(_said(rule=NO, second_reason="Why"), True, id="section 42 against a no, with a second reason"),
        pytest.param(_said(rule=NO), False, id="section 42 against a no without one"),
        pytest.param(_said(decision=NONE, route="advice", rule=UNKNOWN), False, id="not yet known is no ground for no enquiry"),
        pytest.param(_said(met_by_conversation=True), False, id="a conversation that was not held met nothing"),
        pytest.param(_said(met_by_conversation=True, conversation_was_held=True), True, id="a conversation held met the enquiry"),
        pytest.param(
            _said(decision=OTHER, rule=NO, met_by_conversation=True, conversation_was_held=True), False,
            id="only a section 42 enquiry is met by a conversation",
        ),
    ],
)  # fmt: skip
def test_who_may_decide_what(said, allowed):
    assert bool(said) is allowed
    assert said.because or allowed


@pytest.mark.parametrize(
    ("to", "has_enquiry", "allowed"),
    [
        pytest.param(NONE, True, False, id="an enquiry that started is closed, not undecided"),
        pytest.param(OTHER, True, True, id="the kind of an enquiry can change"),
        pytest.param(S42, False, True, id="no enquiry can become section 42"),
    ],
)
def test_deciding_again(to, has_enquiry, allowed):
    assert bool(may_change_decision(to=to, has_enquiry=has_enquiry)) is allowed


@pytest.mark.parametrize(
    ("is_adult", "in_area", "route"),
    [
        pytest.param("no", "yes", "childrens-services", id="under 18: children's services"),
        pytest.param("yes", "no", "other-council", id="somewhere else: the council there"),
        pytest.param("yes", "yes", "", id="neither: nothing by itself"),
    ],
)
def test_the_route_an_answer_points_to(is_adult, in_area, route):
    assert likely_route(is_adult=is_adult, in_area=in_area) == route

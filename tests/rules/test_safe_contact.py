"""May this go to the adult, this way, to this place, at this time?"""

from datetime import datetime

import pytest

from heard.rules.decision import Decision
from heard.rules.safe_contact import (
    DIED,
    Card,
    WayOnCard,
    may_go,
    may_leave_again,
    may_override,
    must_not_know,
    never_safe_in,
    part_of_week,
    place_to_fill_in,
    warning_of_a_call,
)
from heard.rules.safe_hours import hours_in
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.safe_contact import SafeTime, Watched, Way

MONDAY_9, MONDAY_14, MONDAY_18 = (datetime(2026, 3, 2, hour) for hour in (9, 14, 18))
SATURDAY_9 = datetime(2026, 3, 7, 9)


def card(*ways, **more):
    return Card(ways=tuple(WayOnCard(*way) for way in ways), **more)


POST = ("post", "yes")
CENTRE = ("post", "yes", "The Day Centre, 1 Park Lane")
HOME = "2 High Street\nTesttown\nZZ1 1ZZ"


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        pytest.param({"card": None}, "Nobody has recorded", id="no card is never read as safe"),
        pytest.param({"card": card()}, "not known whether", id="a card that is silent about the way is not known"),
        pytest.param({"card": card(("post", "not-known"))}, "not known whether", id="not known is not safe"),
        pytest.param({"card": card(POST)}, "", id="post is safe, anywhere"),
        pytest.param({"card": card(("post", "no", "", "He opens it"))}, "not safe (post): He opens it", id="post is not safe, and why"),
        pytest.param({"card": card(POST, ("", "no", "2 High Street"))}, "not safe: 2 High Street", id="an address that is never safe"),
        pytest.param({"card": card(POST, ("", "no", "12 High Street"))}, "", id="another house in the same street"),
        pytest.param({"card": card(CENTRE)}, "does not name as safe. Safe: The Day Centre", id="not an address named as safe"),
        pytest.param(
            {"card": card(CENTRE), "where": "the day centre, 1 park lane, Testtown"}, "", id="an address named as safe, written more fully"
        ),
        pytest.param({"card": card(CENTRE), "where": ""}, "does not name as safe", id="nobody said where"),
        pytest.param({"card": card(POST, shared_or_watched=(Watched.POST,))}, "Post is opened", id="post that somebody else opens"),
        pytest.param({"card": card(POST, shared_or_watched=(Watched.PHONE,))}, "", id="a watched phone does not stop the post"),
        pytest.param(
            {"card": card(CENTRE, shared_or_watched=(Watched.POST,)), "where": "The Day Centre, 1 Park Lane"},
            "", id="post is watched at home, but the day centre is named as safe",
        ),
        pytest.param({"card": card(POST, told_since=True)}, "Something more was told", id="more was told since the card was written"),
        pytest.param({"card": card(POST), "died": True}, "has died", id="the adult has died"),
        pytest.param({"card": None, "died": True}, "has died", id="the adult has died, and there is no card"),
    ],
)  # fmt: skip
def test_a_letter_by_post(facts, reason):
    said = may_go(**{"died": False, "way": Way.POST, "where": HOME, **facts})
    assert bool(said) is not bool(reason)
    assert not reason or reason in " ".join(said.because)


def test_a_full_stop_stands_once():
    said = may_go(died=False, way=Way.POST, where=HOME, card=card(("post", "no", "", "He opens it.")))
    assert said.because[0].endswith("He opens it.")


@pytest.mark.parametrize(
    ("facts", "goes"),
    [
        pytest.param({"at": MONDAY_9}, True, id="a visit on a safe morning"),
        pytest.param({"at": MONDAY_14}, False, id="a visit in the afternoon"),
        pytest.param({"at": SATURDAY_9}, False, id="a visit on a Saturday morning"),
        pytest.param({"at": None}, False, id="nobody said when"),
        pytest.param({"way": Way.POST, "at": None}, True, id="post is opened when it is opened"),
    ],
)
def test_safe_times(facts, goes):
    safe = card(("visit", "yes"), POST, safe_times=(SafeTime.MORNING,))
    assert bool(may_go(**{"card": safe, "died": False, "way": Way.VISIT, **facts})) is goes


@pytest.mark.parametrize(
    ("safe", "never", "parts", "at", "reason"),
    [
        pytest.param("Monday 9am to 10am", "", (), MONDAY_9, "", id="in the hours that are safe"),
        pytest.param("Monday 9am to 10am", "", (), MONDAY_14, "Safe: Monday 9am to 10am", id="outside the hours that are safe"),
        pytest.param("Monday 9am to 10am", "", (), SATURDAY_9, "Safe: Monday 9am to 10am", id="a day on which no hours are safe"),
        pytest.param("Monday 9am to 10am", "", (SafeTime.WEEKEND,), SATURDAY_9, "", id="another day goes by the part of the week"),
        pytest.param("Monday 9am to 10am", "", (SafeTime.AFTERNOON,), MONDAY_14, "not a safe time", id="on a day with hours they decide"),
        pytest.param("", "Mondays", (SafeTime.MORNING,), MONDAY_9, "Not safe: Mondays", id="a day never safe in a part that is"),
        pytest.param("", "Mondays", (), SATURDAY_9, "", id="only some hours are not safe, and this is another"),
        pytest.param("", "Mondays", (), None, "Say when", id="nobody said when, and some hours are not safe"),
    ],
)
def test_safe_hours(safe, never, parts, at, reason):
    hours = (*hours_in(safe, is_safe=Answer.YES), *hours_in(never, is_safe=Answer.NO))
    said = may_go(card=card(("phone", "yes"), safe_times=parts, hours=hours), died=False, way=Way.PHONE, at=at)
    assert bool(said) is not bool(reason)
    assert not reason or reason in " ".join(said.because)
    by_post = {"card": card(POST, safe_times=parts, hours=hours), "died": False, "way": Way.POST, "at": at}
    assert may_go(**by_post), "nobody knows when post is opened"
    assert bool(may_go(**by_post, is_opened=True)) is not bool(reason), "opened now, the hours count whichever way it came"


@pytest.mark.parametrize(
    ("number", "goes"),
    [
        pytest.param("01632 960 001", True, id="the safe number"),
        pytest.param("01632960001", True, id="the safe number, written without spaces"),
        pytest.param("01632 960 002", False, id="another number"),
        pytest.param("01632 960 003", False, id="the number that is not safe"),
    ],
)
def test_numbers(number, goes):
    safe = card(("phone", "yes", "01632 960001"), ("", "no", "01632960003"))
    assert bool(may_go(card=safe, died=False, way=Way.PHONE, where=number)) is goes


@pytest.mark.parametrize(
    ("to_whom", "died", "goes"),
    [
        pytest.param("Peter Example", False, False, id="somebody who must not know"),
        pytest.param("Ann Advocate", False, True, id="somebody else"),
        pytest.param("Ann Advocate", True, True, id="what is owed to others stays after a death"),
    ],
)
def test_to_somebody_else(to_whom, died, goes):
    kept_from = card(must_not_know="Her son, Peter")
    assert bool(may_go(card=kept_from, died=died, way=Way.POST, where="1 Elsewhere", to_whom=to_whom)) is goes


def test_every_reason_is_given_at_once():
    closed = card(POST, ("", "no", "2 High Street"), shared_or_watched=(Watched.POST,), told_since=True)
    assert len(may_go(card=closed, died=False, way=Way.POST, where=HOME).because) == 3


@pytest.mark.parametrize(
    ("facts", "goes"),
    [
        pytest.param({}, True, id="a manager with a reason"),
        pytest.param({"because": " "}, False, id="a manager without a reason"),
        pytest.param({"may_decide": False}, False, id="somebody else with a reason"),
        pytest.param({"died": True}, False, id="never to somebody who has died"),
    ],
)
def test_may_override(facts, goes):
    assert bool(may_override(**{"died": False, "may_decide": True, "because": "She asked for it today.", **facts})) is goes


@pytest.mark.parametrize(
    ("at", "part"),
    [
        pytest.param(MONDAY_9, SafeTime.MORNING, id="Monday at nine"),
        pytest.param(MONDAY_14, SafeTime.AFTERNOON, id="Monday at two"),
        pytest.param(MONDAY_18, SafeTime.EVENING, id="Monday at six"),
        pytest.param(SATURDAY_9, SafeTime.WEEKEND, id="Saturday at nine"),
    ],
)
def test_part_of_week(at, part):
    assert part_of_week(at) is part


@pytest.mark.parametrize(
    ("said", "named", "hit"),
    [
        pytest.param("Kev Example, brother", "Kev", True, id="the name"),
        pytest.param("The police", "Kev, her brother", False, id="somebody else"),
        pytest.param("Her brother", "Kev, her brother", True, id="what they are to the adult, where no name is given"),
        pytest.param("The adult’s sister", "The adult's brother", False, id="words that do not say who it is"),
        pytest.param("", "Kev", False, id="nobody"),
        pytest.param("Kev", "", False, id="nobody is named on the card"),
    ],
)
def test_who_must_not_know(said, named, hit):
    assert must_not_know(said=said, named=named) is hit


@pytest.mark.parametrize(
    ("now", "despite", "leaves"),
    [
        pytest.param(Decision(True), (), True, id="the card lets it now"),
        pytest.param(Decision(False, ("Not by post.",)), (), False, id="the card stops it now"),
        pytest.param(Decision(False, ("Not by post.",)), ("Not by post.", "Not now."), True, id="a manager let it go despite that"),
        pytest.param(Decision(False, ("He moved in.", "Not by post.")), ("Not by post.",), False, id="a reason nobody saw then"),
        pytest.param(Decision(False, (DIED,)), (DIED,), False, id="nothing goes to somebody who has died"),
    ],
)
def test_may_leave_again(now, despite, leaves):
    assert may_leave_again(now=now, let_go_despite=despite).yes is leaves


HIS, HERS = "01632 960145", "07700 900123"


@pytest.mark.parametrize(
    ("found", "known", "place"),
    [
        pytest.param(None, HIS, "", id="no card: nothing is filled in"),
        pytest.param(card(), HIS, "", id="a card that is silent about the way"),
        pytest.param(card(("text", "yes")), HIS, HIS, id="the way is safe: the number on the record"),
        pytest.param(card(("text", "yes"), ("", "no", HIS)), HIS, "", id="the number on the record is never safe"),
        pytest.param(card(("text", "yes", HERS), ("", "no", HIS)), HIS, HERS, id="the number that the card names as safe"),
        pytest.param(card(("text", "yes", HERS)), HIS, HERS, id="the named number, not the one on the record"),
        pytest.param(card(("text", "no"), ("text", "yes", HERS)), "", "", id="the whole way is not safe"),
        pytest.param(card(("text", "yes", HERS), told_since=True), HIS, "", id="more was told since the card was written"),
        pytest.param(card(("email", "yes", HERS)), HIS, "", id="safe for another way only"),
    ],
)
def test_only_a_place_that_the_card_calls_safe_is_filled_in(found, known, place):
    assert place_to_fill_in(card=found, way=Way.TEXT, known=known) == place


@pytest.mark.parametrize(
    ("found", "said", "never"),
    [
        pytest.param(None, HIS, (), id="no card"),
        pytest.param(card(("", "no", HIS)), f"Please ring {HIS} after six.", (HIS,), id="a number among other words"),
        pytest.param(card(("", "no", HIS)), "Ring 01632-960-145.", (HIS,), id="a number written in another way"),
        pytest.param(card(("", "no", HIS)), f"Ring {HERS}.", (), id="another number"),
        pytest.param(card(("phone", "no", HIS), ("", "no", HIS)), HIS, (HIS,), id="named twice, said once"),
        pytest.param(card(("post", "no", HIS)), HIS, (), id="not safe for another way"),
        pytest.param(card(("phone", "no", "My brother")), "Ask my brother.", ("My brother",), id="a place in words"),
    ],
)
def test_a_place_that_is_never_safe_is_noticed_in_what_they_say(found, said, never):
    assert never_safe_in(card=found, way=Way.PHONE, said=said) == never


def test_a_call_to_a_number_that_is_never_safe_has_a_warning_and_another_has_none():
    found = card(("", "no", HIS))
    assert f"Do not ring {HIS}" in warning_of_a_call(card=found, said=f"Ring {HIS}")
    assert warning_of_a_call(card=found, said=f"Ring {HERS}") == warning_of_a_call(card=None, said=HIS) == ""

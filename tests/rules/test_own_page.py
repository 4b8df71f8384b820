"""When may a page be offered and opened, what may be said, and what does it ask of us?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from heard.rules.own_page import (
    CALL_TASK,
    NOT_SAFE_TASK,
    READ_TASK,
    STOP_TASK,
    WRONG_ANSWERS,
    are_words_kept,
    asks_of_us,
    due_on,
    is_shut_by_wrong_answers,
    is_still_open,
    may_offer_page,
    may_say,
    way_in_state,
    what_they_may_say,
)
from heard.rules.vocabulary.own_page import Feeling, Reader, Said, WayInState

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
GOOD = {"is_safe": True, "how_we_know": "Asked her alone.", "died": False, "days": 7}


@pytest.mark.parametrize(
    ("more", "may"),
    [
        pytest.param({}, True, id="asked alone and recorded: offered"),
        pytest.param({"is_safe": False}, False, id="not recorded as safe: not offered"),
        pytest.param({"how_we_know": " "}, False, id="nobody says how it is known: not offered"),
        pytest.param({"died": True}, False, id="the adult has died: not offered"),
        pytest.param({"may_see_words": False}, False, id="a representative who may not see the words: not offered"),
        pytest.param({"cover_works": False}, False, id="a cover who does not work here: not offered"),
        pytest.param({"cover_is_another": False}, False, id="the lead, or the worker who offers it, as the cover: not offered"),
        pytest.param({"days": 0}, False, id="for no day: not offered"),
        pytest.param({"days": 29}, False, id="for more than four weeks: not offered"),
        pytest.param({"days": 28}, True, id="for four weeks: offered"),
    ],
)
def test_a_page_is_offered_only_where_it_is_recorded_as_safe(more, may):
    said = may_offer_page(**{**GOOD, **more})
    assert said.yes is may and (may or said.because)


@pytest.mark.parametrize(
    ("more", "state"),
    [
        pytest.param({}, WayInState.OPEN, id="not used"),
        pytest.param({"used": True}, WayInState.USED, id="used"),
        pytest.param({"ended": True, "used": True}, WayInState.ENDED, id="used and then ended"),
        pytest.param({"expires_at": NOW}, WayInState.EXPIRED, id="expires at this moment"),
        pytest.param({"expires_at": NOW, "used": True}, WayInState.USED, id="used before it expired"),
        pytest.param({"may_read": False}, WayInState.MAY_NOT_READ, id="a representative who may not read now"),
        pytest.param({"died": True, "may_read": False}, WayInState.DIED, id="the adult has died"),
        pytest.param({"card_allows": False}, WayInState.NOT_NOW, id="the safe-contact card says not now"),
        pytest.param({"card_allows": False, "used": True}, WayInState.USED, id="used, whatever the card says"),
    ],
)
def test_what_has_become_of_a_way_in(more, state):
    usual = {"used": False, "ended": False, "expires_at": NOW + timedelta(days=1), "now": NOW, "may_read": True, "died": False}
    assert way_in_state(**{**usual, **more}) == state


@pytest.mark.parametrize(
    ("more", "shown", "kept"),
    [
        pytest.param({}, True, True, id="in use"),
        pytest.param({"idle": 19}, True, True, id="19 minutes idle"),
        pytest.param({"idle": 20}, False, True, id="20 minutes idle: closed, words kept"),
        pytest.param({"open": 120}, False, True, id="open for two hours: closed, words kept"),
        pytest.param({"open": 24 * 60}, False, False, id="a day later: closed for good"),
        pytest.param({"ended": True}, False, False, id="left or taken back"),
        pytest.param({"may_read": False}, False, False, id="may not read any more"),
        pytest.param({"died": True}, False, False, id="the adult has died"),
    ],
)
def test_a_page_closes_by_itself_and_its_words_are_kept_for_a_day(more, shown, kept):
    usual = {"ended": False, "may_read": True, "died": False}
    about = {name: more.get(name, value) for name, value in usual.items()}
    begun = NOW - timedelta(minutes=more.get("open", more.get("idle", 0)))
    assert is_still_open(opened_at=begun, seen_at=NOW - timedelta(minutes=more.get("idle", 0)), now=NOW, **about) is shown
    assert are_words_kept(opened_at=begun, now=NOW, **about) is kept


def test_a_representative_may_say_less_than_the_adult():
    assert what_they_may_say(Reader.ADULT) == tuple(Said)
    assert what_they_may_say(Reader.REPRESENTATIVE) == (Said.WISH, Said.CALL, Said.JUDGED, Said.EXPERIENCE, Said.ANYTHING)
    assert not may_say(reader=Reader.REPRESENTATIVE, said=Said.SAFE_TODAY, words="She is fine.")
    assert may_say(reader=Reader.ADULT, said=Said.STOP, needs_words=False)
    assert not may_say(reader=Reader.ADULT, said=Said.WISH, words=" \n")


@pytest.mark.parametrize(
    ("said", "feeling", "kind", "days"),
    [
        pytest.param(Said.SAFE_TODAY, Feeling.NOT_SAFE, NOT_SAFE_TASK, 0, id="not safe: today"),
        pytest.param(Said.SAFE_TODAY, Feeling.NOT_SURE, READ_TASK, 3, id="not sure: to be read"),
        pytest.param(Said.STOP, "", STOP_TASK, 1, id="stop: a talk, by tomorrow"),
        pytest.param(Said.CALL, "", CALL_TASK, 1, id="a call, by tomorrow"),
        pytest.param(Said.NOT_WHAT_I_SAID, "", READ_TASK, 1, id="not what I said: by tomorrow"),
        pytest.param(Said.WISH, "", READ_TASK, 3, id="a wish: to be read"),
    ],
)
def test_what_is_said_asks_something_of_us(said, feeling, kind, days):
    asks = asks_of_us(said, feeling=feeling)
    assert (asks.kind, due_on(asks, date(2026, 3, 5))) == (kind, date(2026, 3, 5) + timedelta(days=days))


def test_stop_is_the_adults_view_and_stops_nothing():
    note = asks_of_us(Said.STOP).note
    assert "Nothing has been stopped" in note and "alone" in note and "position of trust" in note


def test_too_many_wrong_answers_close_it():
    assert not is_shut_by_wrong_answers(WRONG_ANSWERS - 1) and is_shut_by_wrong_answers(WRONG_ANSWERS)

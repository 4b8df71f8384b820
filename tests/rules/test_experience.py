"""What may be kept of how it was, and when was it asked?"""

import json
from datetime import date

import pytest

from heard.rules.experience import (
    Given,
    days_since_closing,
    how_asked_in_words,
    is_asker_named,
    is_better_asked_by_another,
    may_keep,
    may_keep_anonymous,
    unknown_answers,
    which_asking,
)
from heard.rules.instrument import instrument_from
from heard.rules.vocabulary.experience import AnsweredHow, AskedBy, Asking, AskingEnded, Who, Wording
from tests.standards.tree import HEARD

OURS = instrument_from(json.loads((HEARD / "voice/instruments/heard-1.json").read_text()))
STARTED, CLOSED, TODAY = date(2026, 3, 4), date(2026, 3, 20), date(2026, 6, 1)
YES = {"listened-to": "yes"}


def given(**changes) -> Given:
    usual = {
        "who": Who.ADULT, "asking": Asking.AFTER_CLOSING, "asked_by": AskedBy.SOMEBODY_ELSE, "ended": AskingEnded.ANSWERED,
        "asked_on": date(2026, 4, 20), "started_on": STARTED, "closed_on": CLOSED, "asked_by_name": "Jo Example",
    }  # fmt: skip
    return Given(**{**usual, **changes})


SPOKE = {"who": Who.REPRESENTATIVE, "wording": Wording.REPRESENTATIVE}


@pytest.mark.parametrize(
    ("changes", "answers", "reason"),
    [
        pytest.param({}, YES, "", id="an adult answered after the closing"),
        pytest.param({"asking": Asking.AT_CLOSING, "asked_on": CLOSED}, YES, "", id="asked on the day of the closing"),
        pytest.param({"asking": Asking.AT_CLOSING, "closed_on": None}, YES, "", id="asked as it closes, not yet closed"),
        pytest.param({"asking": Asking.AT_CLOSING, "asked_on": date(2026, 3, 10)}, YES, "", id="asked ten days before the closing"),
        pytest.param({"asking": Asking.AT_CLOSING, "asked_on": date(2026, 4, 4)}, YES, "within 14 days", id="as it closed, 15 days on"),
        pytest.param({"closed_on": None}, YES, "still open", id="again after a closing that has not been"),
        pytest.param({"asked_on": date(2026, 3, 19)}, YES, "before that", id="again the day before the closing"),
        pytest.param({"asked_on": date(2026, 3, 1)}, YES, "began on 4 March 2026", id="before the enquiry began"),
        pytest.param({"asked_on": date(2026, 6, 2)}, YES, "today or in the past", id="tomorrow"),
        pytest.param({"died_on": date(2026, 4, 1)}, YES, "died on 1 April 2026", id="an adult who had died"),
        pytest.param({"died_on": date(2026, 4, 1), "who_name": "Sam", **SPOKE}, YES, "", id="whoever spoke for an adult who had died"),
        pytest.param({**SPOKE}, YES, "name of whoever spoke", id="a representative without a name"),
        pytest.param({"wording": Wording.REPRESENTATIVE}, YES, "not for them", id="an adult asked in another's words"),
        pytest.param({"wording": Wording.EASY_READ}, YES, "", id="an adult asked in Easy Read"),
        pytest.param({"asked_by_name": " "}, YES, "Enter who asked", id="nobody says who asked"),
        pytest.param({"asked_by_name": "", "asked_by": AskedBy.NOBODY}, YES, "", id="nobody asked: on paper"),
        pytest.param({}, {}, "at least one answer", id="answered, and no answer"),
        pytest.param({"words": "It was fine."}, {}, "", id="answered in words alone"),
        pytest.param({}, {"listened-to": ""}, "at least one answer", id="every answer blank"),
        pytest.param({"ended": AskingEnded.DECLINED}, {}, "", id="they did not want to"),
        pytest.param({"ended": AskingEnded.DECLINED}, YES, "there can be no answers", id="declined, with an answer"),
        pytest.param({"ended": AskingEnded.UNABLE}, {}, "Say why they could not", id="could not, without a reason"),
        pytest.param({"ended": AskingEnded.UNABLE, "because": "In hospital."}, {}, "", id="could not, with a reason"),
        pytest.param({}, {"listened-to": "maybe"}, "no such answer: listened-to, maybe", id="an answer nobody offered"),
    ],
)
def test_may_keep(changes, answers, reason):
    said = may_keep(given(**changes), instrument=OURS, answers=answers, today=TODAY)
    assert bool(said) is not bool(reason)
    assert reason in " ".join(said.because)


def test_unknown_answers_names_a_question_of_another_questionnaire():
    assert unknown_answers(OURS, {"feel-safer": "no", "involved": ""}) == ()
    assert unknown_answers(OURS, {"q7": "yes"}) == ("The questionnaire heard-1 has no such answer: q7, yes.",)


@pytest.mark.parametrize(
    ("answers", "month", "reason"),
    [
        pytest.param(YES, date(2026, 6, 30), "", id="this month, whatever the day"),
        pytest.param(YES, date(2025, 12, 1), "", id="a month gone by"),
        pytest.param(YES, date(2026, 7, 1), "this one or one before", id="next month"),
        pytest.param({}, date(2026, 6, 1), "at least one answer", id="a blank paper"),
        pytest.param({"x": "y"}, date(2026, 6, 1), "no such answer", id="an answer nobody offered"),
    ],
)
def test_may_keep_anonymous(answers, month, reason):
    said = may_keep_anonymous(instrument=OURS, answers=answers, month=month, today=TODAY)
    assert bool(said) is not bool(reason)
    assert reason in " ".join(said.because)


@pytest.mark.parametrize(
    ("asked_on", "closed_on", "days"),
    [
        pytest.param(CLOSED, CLOSED, 0, id="on the day"),
        pytest.param(date(2026, 5, 15), CLOSED, 56, id="eight weeks on"),
        pytest.param(date(2026, 3, 19), CLOSED, None, id="the day before: never less than nothing"),
        pytest.param(CLOSED, None, None, id="still open"),
    ],
)
def test_days_since_closing(asked_on, closed_on, days):
    assert days_since_closing(asked_on=asked_on, closed_on=closed_on) == days


@pytest.mark.parametrize(
    ("asked_by", "name", "is_lead"),
    [
        pytest.param("lead", "Anybody", True, id="the lead, as they say themselves"),
        pytest.param("somebody-else", "Jo Example", False, id="somebody else"),
        pytest.param("somebody-else", "robin  LEAD", True, id="somebody else by the lead's name"),
        pytest.param("nobody", "", False, id="nobody asked"),
    ],
)
def test_is_better_asked_by_another(asked_by, name, is_lead):
    said = is_better_asked_by_another(asked_by=asked_by, asked_by_name=name, lead_name="Robin Lead")
    assert bool(said) is is_lead and bool(said.because) is is_lead


@pytest.mark.parametrize(
    ("closed_on", "asking"),
    [
        pytest.param(None, Asking.AT_CLOSING, id="still open: as it closes"),
        pytest.param(date(2026, 3, 5), Asking.AT_CLOSING, id="closed two weeks ago: as it closed"),
        pytest.param(date(2026, 3, 4), Asking.AFTER_CLOSING, id="closed longer ago: again, after it closed"),
    ],
)
def test_which_of_the_two_times_it_is(closed_on, asking):
    assert which_asking(closed_on=closed_on, today=date(2026, 3, 19)) == asking


@pytest.mark.parametrize(
    ("asked_by", "name", "is_said"),
    [
        pytest.param(AskedBy.NOBODY, "", True, id="nobody asked"),
        pytest.param(AskedBy.LEAD, "Jo Example", True, id="the lead by name"),
        pytest.param(AskedBy.SOMEBODY_ELSE, " ", False, id="somebody else without a name"),
    ],
)
def test_who_asked_is_said_by_name(asked_by, name, is_said):
    assert bool(is_asker_named(asked_by=asked_by, asked_by_name=name)) is is_said


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"how": ""}, "", id="not kept"),
        pytest.param({}, "By phone. Asked by Jo Example.", id="as it closed"),
        pytest.param({"days_since_closing": 0}, "By phone, the day the enquiry closed. Asked by Jo Example.", id="the same day"),
        pytest.param({"days_since_closing": 1}, "By phone, 1 day after the enquiry closed. Asked by Jo Example.", id="a day after"),
        pytest.param(
            {"days_since_closing": 20, "by_lead": True},
            "By phone, 20 days after the enquiry closed. Asked by Jo Example, who led the enquiry.", id="by the lead",
        ),
        pytest.param(
            {"how": AnsweredHow.PAGE, "asked_by": AskedBy.NOBODY}, "On their own page. Nobody asked: they answered by themselves.",
            id="by themselves",
        ),
    ],
)  # fmt: skip
def test_how_somebody_was_asked_is_said_in_words(changes, words):
    usual = {"how": AnsweredHow.PHONE, "asked_by": AskedBy.SOMEBODY_ELSE, "asked_by_name": "Jo Example", "by_lead": False}
    assert how_asked_in_words(**{**usual, "days_since_closing": None, **changes}) == words

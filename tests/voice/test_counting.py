"""Are the answers counted for each group apart, each person once, and those without a name by their month?"""

from datetime import date

import pytest

from heard.rules.instrument import instrument_from
from heard.rules.vocabulary.experience import AskingWent, Counted
from heard.voice.actions.experience import record_anonymous_answers, record_experience
from heard.voice.counting import askings_counts, experience_counts
from heard.voice.models import Experience
from heard.voice.questionnaires import instrument_in_use
from tests import factories

pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
CLOSED = date(2026, 3, 20)


def said(enquiry, safer, **changes):
    usual = {
        "who": "adult", "asking": "after-closing", "asked_on": date(2026, 4, 9), "how": "phone", "asked_by": "somebody-else",
        "asked_by_name": "Jo Example", "answers": {"feel-safer": safer}, "instrument": instrument_in_use(),
    }  # fmt: skip
    return record_experience(enquiry=enquiry, by=None, **{**usual, **changes})


def without_a_name(authority, safer, who="adult", month=CLOSED):
    record_anonymous_answers(authority=authority, month=month, instrument=instrument_in_use(), who=who, answers={"feel-safer": safer})


def safer(authority, *days) -> dict[str, dict[str, int]]:
    """The counts of "feel safer", without the noughts."""
    found = [one for one in experience_counts(authority, *(days or YEAR)) if one.question == "feel-safer"]
    assert len(found) <= 1
    tallies = {str(group): {answer: n for answer, n in tally.items() if n} for one in found for group, tally in one.counts.items()}
    return {group: tally for group, tally in tallies.items() if tally}


def test_the_four_groups_are_counted_apart():
    enquiry = factories.enquiry(concluded_on=CLOSED)
    said(enquiry, "yes")
    said(enquiry, "no", who="representative", who_name="Sam")
    without_a_name(enquiry.authority, "partly")
    without_a_name(enquiry.authority, "not-say", who="representative")
    assert safer(enquiry.authority) == {
        "adult": {"yes": 1}, "representative": {"no": 1}, "anonymous-adult": {"partly": 1}, "anonymous-representative": {"not-say": 1},
    }  # fmt: skip
    counted = experience_counts(enquiry.authority, *YEAR)
    assert [one.question for one in counted] == ["listened-to", "understood-why", "involved", "happy-with-result", "feel-safer"]
    assert counted[0].counts[Counted.ADULT][""] == 1, "a question left blank is counted as blank"
    assert dict(counted[-1].answers)["yes"] == "Yes, a lot" and counted[-1].asked == "Do you feel safer now?"


def test_a_person_counts_once_by_what_they_said_last():
    enquiry = factories.enquiry(concluded_on=CLOSED)
    said(enquiry, "no", asking="at-closing", asked_on=CLOSED)
    said(enquiry, "yes")
    said(enquiry, "", ended="declined", answers={}, asked_on=date(2026, 5, 1))
    assert safer(enquiry.authority) == {"adult": {"yes": 1}}
    assert safer(enquiry.authority, CLOSED, CLOSED) == {"adult": {"no": 1}}


def test_without_a_name_the_month_counts_and_another_council_never():
    council = factories.authority()
    without_a_name(council, "yes", month=date(2025, 12, 31))
    without_a_name(council, "no", month=date(2026, 2, 3))
    without_a_name(factories.authority("Elsewhere"), "no", month=date(2026, 2, 3))
    assert safer(council) == {"anonymous-adult": {"no": 1}}
    assert safer(council, date(2025, 12, 15), date(2026, 2, 1)) == {"anonymous-adult": {"yes": 1, "no": 1}}


def test_how_the_askings_ended_and_who_asked():
    enquiry = factories.enquiry(concluded_on=CLOSED)
    said(enquiry, "yes", asked_by="lead")
    said(enquiry, "", ended="unable", ended_because="In hospital.", answers={}, asked_on=date(2026, 5, 1))
    said(enquiry, "yes", who="representative", who_name="Sam")
    found = askings_counts(enquiry.authority, *YEAR)
    assert found[Counted.ADULT] == {"to-the-lead": 1, "to-another": 0, "declined": 0, "unable": 1}
    assert found[Counted.REPRESENTATIVE] == {"to-the-lead": 0, "to-another": 1, "declined": 0, "unable": 0}
    assert askings_counts(factories.authority("Elsewhere"), *YEAR)[Counted.ADULT] == dict.fromkeys(AskingWent, 0)


def test_one_version_in_two_wordings_is_two_questionnaires():
    enquiry = factories.enquiry(concluded_on=CLOSED)
    said(enquiry, "yes")
    reworded = instrument_in_use().as_data()
    reworded["questions"][-1]["asks"]["adult"] = "Do you feel less afraid now?"
    said(factories.enquiry(concluded_on=CLOSED), "no", instrument=instrument_from(reworded))
    found = [one for one in experience_counts(enquiry.authority, *YEAR) if one.question == "feel-safer"]
    answered = {one.asked: {answer for answer, number in one.counts[Counted.ADULT].items() if number} for one in found}
    assert answered == {"Do you feel safer now?": {"yes"}, "Do you feel less afraid now?": {"no"}}


def test_answers_kept_before_there_was_a_key_are_counted_with_the_others():
    enquiry = factories.enquiry(concluded_on=CLOSED)
    said(enquiry, "yes")
    assert Experience.objects.get().questionnaire_key == instrument_in_use().words_key
    factories.experience(enquiry, who="representative", who_name="Sam", asked_on=date(2026, 4, 9), answers={"feel-safer": "no"})
    assert safer(enquiry.authority) == {"adult": {"yes": 1}, "representative": {"no": 1}}


def test_nothing_said_is_nothing_counted(django_assert_num_queries):
    council = factories.authority()
    with django_assert_num_queries(2):
        assert experience_counts(council, *YEAR) == []

"""Something is shared although the adult did not want it, and the adult is told about it the next day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from heard.people.models import NetworkMember
from heard.rights.actions.for_the_return import record_agreement
from heard.rights.actions.without_agreement import act_without_agreement
from heard.rights.models import ActingWithoutAgreement
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_follow,
    when_i_give_the_date,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

TELL = "Tell the adult what was done without their agreement"
SAID = "She said: I am still cross, but I am glad the card is stopped."


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    record_agreement(concern=made.concern, by=None, answer="refused")
    NetworkMember.objects.create(authority=made.authority, person=made.case.person, name="Lee Sample", may_pose_risk=True)
    return made


def when_i_give(page, question: str, day: date) -> None:
    when_i_give_the_date(page, question, day.day, day.month, day.year)


def when_i_record_the_decision(page, told_by: date) -> None:
    when_i_answer(page, "On what ground?", "A crime may have been committed")
    when_i_type(page, "What does the ground rest on, in this case?", "Her card was used while she was in hospital.")
    when_i_answer(page, "What is the lawful basis?", "Public task")
    when_i_type(page, "Why is it proportionate?", "The bank is told that the card is used, and nothing else.")
    when_i_answer(page, "Has the adult been told?", "No")
    when_i_type(page, "Why not yet?", "Lee was in the room when I rang.")
    when_i_give(page, "When were they told, or by when will they be?", told_by)
    when_i_press(page, "Save this decision")


def when_i_share_with_the_bank(page) -> None:
    when_i_follow(page, "Record something that was shared")
    then_the_page_is(page, "What was shared, and with whom")
    when_i_type(page, "With whom?", "The bank where Lee works")
    when_i_type(page, "What was shared?", "That her card was used while she was in hospital.")
    when_i_answer(page, "Did the adult agree to this being shared?", "No, they did not want it shared")
    when_i_answer(page, "What is the lawful basis?", "Public task")
    when_i_type(page, "Why is it right to share this?", "More money may be taken tonight.")
    when_i_press(page, "Save what was shared")


def test_she_is_told_the_next_day(page, enquiry):
    today = timezone.localdate()
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    then_i_see(page, "The person who raised this said that the adult did not want it raised.")
    when_i_follow(page, "Record why, who decided, and telling the adult")
    then_the_page_is(page, "Acting without the adult’s agreement")
    then_i_see(page, "We did something that you had not agreed to. You have a right to know.")
    picture(page, "override-form")
    when_i_press(page, "Save this decision")
    then_i_am_told_of_the_error(page, "Write why it is proportionate")
    when_i_record_the_decision(page, today + timedelta(days=1))
    then_i_see(page, "Decision saved", TELL, "Why they have not been told yet:")
    picture(page, "override-recorded")

    when_i_share_with_the_bank(page)
    then_the_page_is(page, "What was shared, and with whom")
    then_i_see(page, "Lee Sample may pose a risk.")
    picture(page, "sharing-warns")
    when_i_press(page, "Save it as it is")
    then_i_see(page, "What was shared is saved", "The bank where Lee works")


def test_the_next_day(page):
    enquiry = factories.enquiry()
    today = timezone.localdate()
    act_without_agreement(
        concern=enquiry.concern, by=enquiry.lead, ground="not-practicable", ground_words="Nobody could reach her before the bank closed.",
        lawful_basis="public-task", proportionality="One call.", decided_by_name="Robin Example", decided_on=today - timedelta(days=1),
        was_told="no", not_told_because="Her telephone was off.", tell_by=today + timedelta(days=20),
    )  # fmt: skip
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_follow(page, TELL)
    then_the_page_is(page, "The adult has been told")
    then_i_see(page, "Her telephone was off.", "We could not reach you in time to ask you first.")
    when_i_type(page, "How were they told, and what did they say?", SAID)
    when_i_press(page, "Save")
    then_i_see(page, "It is recorded that the adult was told", SAID)
    then_i_do_not_see(page, TELL)
    first, second = ActingWithoutAgreement.objects.filter(concern=enquiry.concern).order_by("recorded_at")
    assert (first.is_current, first.was_told, second.was_told, second.told_on) == (False, "no", "yes", today)
    picture(page, "override-told")


def test_it_is_recorded_without_javascript(page_without_javascript, enquiry):
    page = page_without_javascript
    given_i_am(page, enquiry.lead)
    when_i_go_to(page, f"/concerns/{enquiry.concern.reference}/without-agreement")
    when_i_answer(page, "On what ground?", "They lack capacity to decide this, and it is in their best interests")
    when_i_answer(page, "Which assessment found that they could not make this decision?", "It is urgent, so the assessment is to follow")
    when_i_give(page, "By when will it follow?", timezone.localdate())
    when_i_type(page, "What does the ground rest on, in this case?", "She could not say where she was.")
    when_i_answer(page, "What is the lawful basis?", "Vital interests")
    when_i_type(page, "Why is it proportionate?", "Only the ward was told.")
    when_i_answer(page, "Has the adult been told?", "Yes")
    when_i_type(page, "How were they told, and what did they say?", "At her bed, alone. She nodded.")
    when_i_give(page, "When were they told, or by when will they be?", timezone.localdate())
    when_i_press(page, "Save this decision")
    then_i_see(page, "Assess capacity for this decision", "The assessment behind it:")
    then_i_do_not_see(page, TELL)

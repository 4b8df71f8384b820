"""Are agreement, capacity for the return and support answered again by adding, with one event for each record?"""

import pytest

from heard.audit.models import Event
from heard.rights.actions import for_the_return as actions
from heard.rights.models import AgreementToRaise, CapacityForEnquiry, SupportInEnquiry
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def events():
    return [(row.event, row.case_id) for row in Event.objects.order_by("pk")]


def test_a_later_agreement_sets_the_first_aside(enquiry):
    concern = enquiry.concern
    first = actions.record_agreement(concern=concern, by=None, answer="refused")
    second = actions.record_agreement(
        concern=concern, by=enquiry.lead, answer="refused", ground="crime", said_by_referrer=False, because="Settled at triage."
    )
    first.refresh_from_db()
    assert (first.is_current, second.supersedes, second.because) == (False, first, "Settled at triage.")
    assert AgreementToRaise.objects.get(is_current=True) == second
    assert events() == [(name, concern.case_id) for name in ("record-agreement", "set-aside-version", "record-agreement")]


def test_capacity_is_this_enquirys_answer_by_a_named_person(enquiry):
    said = actions.answer_capacity(enquiry=enquiry, had_capacity="yes", answered_by_name="Testo Example", by=enquiry.lead)
    assert CapacityForEnquiry.objects.get() == said and said.answered_by_name == "Testo Example"
    assert events() == [("answer-capacity", enquiry.case_id)]


def test_support_is_a_list_and_nobody_stands_alone(enquiry):
    said = actions.answer_support(enquiry=enquiry, supported_by=["advocate", "family"], by=enquiry.lead)
    assert SupportInEnquiry.objects.get() == said and said.supported_by == ["advocate", "family"]
    with pytest.raises(NotAllowed):
        actions.answer_support(enquiry=enquiry, supported_by=["none", "family"], by=enquiry.lead)
    assert events() == [("answer-support", enquiry.case_id)]


def test_in_a_closed_case_a_blank_is_answered_and_an_answer_is_changed_by_reopening(enquiry):
    enquiry.case.stage = CaseStage.CLOSED
    enquiry.case.save()
    actions.answer_capacity(enquiry=enquiry, had_capacity="not-known", answered_by_name="Testo Example", by=enquiry.lead)
    actions.answer_support(enquiry=enquiry, supported_by=["family"], by=enquiry.lead)
    with pytest.raises(NotAllowed, match="Reopen it"):
        actions.answer_capacity(enquiry=enquiry, had_capacity="yes", answered_by_name="Testo Example", by=enquiry.lead)
    with pytest.raises(NotAllowed, match="Reopen it"):
        actions.answer_support(enquiry=enquiry, supported_by=["none"], by=enquiry.lead)

"""Which facts do the rules of "what this case needs next" rest on?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heard.cases.models import Case
from heard.casework.queries.facts import facts_of
from heard.concerns.models import ReferrerFeedback, Section42Decision
from heard.enquiries.models import SafeguardingPlan
from heard.rights.models import AgreementToRaise, CapacityForEnquiry
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.step import Duty
from heard.voice.models import AskedWhatTheyWant, Judgement
from tests import factories

pytestmark = pytest.mark.django_db


def facts(case):
    return facts_of(Case.objects.filter(pk=case.pk).select_related("person"))[case.pk]


def test_a_new_concern():
    it = factories.concern()
    found = facts(it.case)
    (concern,) = found.concerns
    assert (found.reference, concern.reference, concern.is_waiting) == (it.case.reference, it.reference, True)
    assert (concern.received_on, concern.decided_on, concern.raised_by) == (date(2026, 3, 2), None, "nhs")
    assert [step.duty for step in next_steps(found)] == [Duty.TALK, Duty.ASK_WISHES, Duty.DECIDE]


def test_only_the_current_answers_count():
    enquiry = factories.enquiry()
    concern, whose = enquiry.concern, {"authority": enquiry.authority}
    was = AgreementToRaise.objects.create(concern=concern, answer="refused", is_current=False, **whose)
    AgreementToRaise.objects.create(concern=concern, answer="refused", ground="crime", supersedes=was, **whose)
    Section42Decision.objects.create(concern=concern, decision="section-42", decided_at=factories.at(date(2026, 3, 4)), **whose)
    ReferrerFeedback.objects.create(concern=concern, not_told_because="They may pose a risk.", **whose)
    CapacityForEnquiry.objects.create(enquiry=enquiry, had_capacity="yes", **whose)
    AskedWhatTheyWant.objects.create(enquiry=enquiry, answer="yes-expressed", **whose)
    SafeguardingPlan.objects.create(enquiry=enquiry, review_on=date(2026, 4, 1), **whose)
    found = facts(enquiry.case)
    assert (found.concerns[0].ground, found.concerns[0].decided_on, found.concerns[0].referrer_settled) == ("crime", date(2026, 3, 4), True)
    of = found.enquiries[0]
    assert (of.asked, of.capacity_answered, of.support_answered) == ("yes-expressed", True, False)
    assert (of.has_a_plan, of.plan_review_on) == (True, date(2026, 4, 1))


def test_a_wish_counts_as_judged_by_the_one_who_expressed_it():
    enquiry = factories.enquiry()
    own, theirs, old = factories.wish(enquiry), factories.wish(enquiry, expressed_by="advocate"), factories.wish(enquiry)
    factories.wish(enquiry, replaces=old)
    factories.wish(enquiry, withdrawn_on=date(2026, 4, 1))
    for wish, judge in ((own, "representative"), (theirs, "advocate")):
        Judgement.objects.create(authority=enquiry.authority, wish=wish, judge=judge, rating="met", judged_on=date(2026, 4, 2))
    of = facts(enquiry.case).enquiries[0]
    assert (of.has_a_wish, of.wishes_standing, of.wishes_the_adult_has_not_judged, of.judging_began_on) == (True, 3, 2, date(2026, 4, 2))


def test_what_was_recorded_in_error_is_no_fact():
    it = factories.concern()
    factories.conversation(it, in_error_at=factories.at(date(2026, 3, 5)))
    assert facts(it.case).conversations == ()


def test_a_wish_made_before_the_enquiry_is_the_enquirys():
    enquiry = factories.enquiry()
    wish = factories.wish(enquiry)
    wish.enquiry = None
    wish.save()
    assert facts(enquiry.case).enquiries[0].wishes_standing == 1


def queries_for(cases):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        facts_of(Case.objects.filter(pk__in=[case.pk for case in cases]).select_related("person"))
    return len(asked)


def test_the_number_of_queries_never_grows_with_the_cases():
    def one():
        enquiry = factories.enquiry()
        factories.conversation(enquiry)
        factories.wish(enquiry)
        return enquiry.case

    few = queries_for([one()])
    assert few == queries_for([one() for _ in range(8)]) <= 14

"""Are the facts of each concluded enquiry those that were recorded, and do the figures kept come to the same as the figures live?"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from heard.concerns.models import Section42Answers, Section42Decision
from heard.enquiries.models import Closing, RiskFinding, SafeguardingPlan
from heard.measures.actions import fresh_figures, refresh_figures
from heard.measures.models import MonthOfFigures, Refreshed
from heard.measures.queries.concluded import measures_for
from heard.measures.queries.facts import facts_of_concluded
from heard.measures.queries.kept import month_by_month, together_in
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, NetworkMember
from heard.rights.models import ActingWithoutAgreement, Advocacy, CapacityForEnquiry, SubstantialDifficulty, SupportInEnquiry
from heard.rules.indicators.facts import AdvocateFacts, RiskFacts, WishFacts, WorkFacts
from heard.rules.measures import Measure
from heard.rules.seen_alone import HowHeard
from heard.voice.models import FeedbackOffer, Involvement, Judgement
from tests import factories

pytestmark = pytest.mark.django_db
DAY, LATELY = date(2026, 3, 5), timezone.localdate() - timedelta(days=20)
ALL = (date(2020, 1, 1), date(2040, 1, 1))


def everything_recorded(on=LATELY):
    """An enquiry with something of everything."""
    enquiry = factories.enquiry(concluded_on=on)
    whose, case = {"authority": enquiry.authority}, enquiry.case
    talk = factories.conversation(enquiry, alone="no", stage="planning")
    wish = factories.wish(enquiry, conversation=talk)
    for judge, rating in (("adult", "partly-met"), ("professional", "met")):
        Judgement.objects.create(**whose, wish=wish, judge=judge, rating=rating)
    risk = factories.risk(enquiry, source="service-provider", provider="Hollybank")
    RiskFinding.objects.create(**whose, risk=risk, finding="risk-action", outcome="remained", adults_reason="She is my sister.")
    CapacityForEnquiry.objects.create(**whose, enquiry=enquiry, had_capacity="no")
    SupportInEnquiry.objects.create(**whose, enquiry=enquiry, supported_by=["family"])
    SubstantialDifficulty.objects.create(**whose, case=case, areas={"retaining": {"answer": "yes"}}, considered_on=DAY)
    Advocacy.objects.create(**whose, case=case, kind="imca", referred_on=DAY, met_on=DAY + timedelta(days=4))
    said = {"needs_because": "A stroke.", "at_risk_because": "Bruises.", "cannot_protect_because": "Cannot walk."}
    answers = Section42Answers.objects.create(**whose, concern=enquiry.concern, **said)
    decided = {"decision": "section-42", "decided_at": factories.at(date(2026, 3, 4)), "answers": answers}
    Section42Decision.objects.create(**whose, concern=enquiry.concern, **decided)
    ActingWithoutAgreement.objects.create(
        **whose, case=case, concern=enquiry.concern, ground="crime", was_told="yes", decided_by_name="R", decided_on=DAY
    )
    _worked_well(enquiry)
    FeedbackOffer.objects.create(**whose, enquiry=enquiry, offered_on=DAY, offered_by_name="R", how="phone", answer="yes")
    return enquiry


def _worked_well(enquiry):
    """What is asked of the work itself, all of it before the end."""
    whose, person = {"authority": enquiry.authority}, enquiry.case.person
    person.ethnicity, person.preferred_language = "white-irish", "en"
    person.save()
    CommunicationNeeds.objects.create(**whose, person=person, asked_on=DAY, asked_whom="The adult")
    CommunicationCheck.objects.create(**whose, person=person, step="review", on=DAY, was_met="yes")
    AboutMe.objects.create(**whose, person=person, words={"people": "My sister."}, written_on=DAY)
    before = factories.at(DAY)
    NetworkMember.objects.create(**whose, person=person, name="Ann Example", adult_wants_involved="yes", recorded_at=before)
    Involvement.objects.create(**whose, case=enquiry.case, how_much="everything", said_by="adult", said_on=DAY)
    SafeguardingPlan.objects.create(**whose, enquiry=enquiry, adult_agrees="agrees-in-part")
    checklist = {"person-who-may-pose-a-risk": {"answer": "done", "words": ""}}
    Closing.objects.create(**whose, enquiry=enquiry, view="agrees", checklist=checklist)


def test_the_work_is_read_as_it_stood_at_the_end():
    enquiry = everything_recorded()
    (found,) = facts_of_concluded(enquiry.authority, *ALL)
    assert found.work == WorkFacts(3, True, ("yes",), True, "agrees-in-part", "done", True, "en", True)
    assert [one.has_words for one in found.talks] == [True]


def test_what_was_asked_only_after_the_end_is_no_part_of_the_work():
    enquiry = everything_recorded()
    late, whose = LATELY + timedelta(days=1), {"authority": enquiry.authority}
    for model, day in ((CommunicationNeeds, "asked_on"), (CommunicationCheck, "on"), (AboutMe, "written_on"), (Involvement, "said_on")):
        model.objects.update(**{day: late})
    NetworkMember.objects.update(recorded_at=factories.at(late))
    (found,) = facts_of_concluded(enquiry.authority, *ALL)
    assert found.work == WorkFacts(3, plan="agrees-in-part", person_of_risk="done", language="en")
    NetworkMember.objects.create(**whose, person=enquiry.case.person, name="Bea Example", adult_wants_involved="no", ref="old-1")
    (found,) = facts_of_concluded(enquiry.authority, *ALL)
    assert found.work.network_asked, "another system does not say when: it counts"


def test_the_facts_are_those_recorded():
    enquiry = everything_recorded()
    (found,) = facts_of_concluded(enquiry.authority, *ALL)
    assert (found.asked, found.wishes) == ("yes-expressed", (WishFacts("partly-met", "met"),))
    assert [(one.how, one.stage, one.on) for one in found.talks] == [(HowHeard.WITH_OTHERS, "planning", date(2026, 3, 3))]
    assert found.risks == (RiskFacts("physical", "service-provider", "own-home", "Hollybank", "risk-action", "remained", True),)
    assert (found.had_capacity, found.supported_by, found.has_difficulty) == ("no", ("family",), True)
    assert found.advocates == (AdvocateFacts(DAY, date(2026, 3, 9)),)
    assert (found.received_on, found.decided_on, found.overridden, found.was_told) == (date(2026, 3, 2), date(2026, 3, 4), True, "yes")
    assert (found.closing_view, found.feedback_offered, found.team, found.age) == ("agrees", True, "North team", 76)


def test_what_was_recorded_in_error_or_replaced_is_no_fact():
    enquiry = factories.enquiry(concluded_on=LATELY)
    wrong = {"in_error_at": factories.at(DAY)}
    factories.conversation(enquiry, **wrong), factories.risk(enquiry, **wrong), factories.conversation(enquiry, is_current=False)
    CapacityForEnquiry.objects.create(authority=enquiry.authority, enquiry=enquiry, had_capacity="no", is_current=False)
    (found,) = facts_of_concluded(enquiry.authority, *ALL)
    assert (found.talks, found.risks, found.had_capacity, found.wishes) == ((), (), "", ())


def test_an_earlier_enquiry_of_the_same_adult_is_known_whatever_case_it_was_in():
    person = factories.person()
    first = factories.enquiry(factories.concern(factories.case(person=person)), started_on=date(2025, 6, 1), concluded_on=date(2025, 7, 1))
    again = factories.enquiry(factories.concern(factories.case(person=person)), concluded_on=LATELY)
    found = {one.concluded_on: one.earlier_end for one in facts_of_concluded(again.authority, *ALL)}
    assert found == {first.concluded_on: None, LATELY: first.concluded_on}


def test_figures_kept_come_to_the_same_as_figures_live():
    everything_recorded(), everything_recorded(), factories.enquiry(concluded_on=LATELY)
    council = factories.authority()
    refresh_figures(authority=council)
    kept = month_by_month(council, [f"{LATELY:%Y-%m}"])[f"{LATELY:%Y-%m}"]
    live = {row["measure"]: (row["numerator"], row["denominator"]) for row in measures_for(council)}
    assert {slug: (kept.parts[slug], kept.wholes[slug]) for slug in Measure} == live


def test_parts_are_kept_apart_and_nobody_sees_across_councils():
    enquiry = everything_recorded()
    refresh_figures(authority=enquiry.authority)
    months = [f"{LATELY:%Y-%m}"]
    assert together_in(enquiry.authority, months, "provider")["Hollybank"].parts["risk-remained"] == 1
    assert together_in(enquiry.authority, months)[""].spreads["days-to-meet-advocate"] == {4: 1}
    assert together_in(factories.authority("Othershire"), months) == {}


def test_figures_are_made_again_where_they_are_old_and_quick_and_not_before():
    council = factories.authority()
    first = fresh_figures(authority=council)
    everything_recorded()
    assert fresh_figures(authority=council).as_at == first.as_at and not MonthOfFigures.objects.exists()
    Refreshed.objects.update(as_at=timezone.now() - timedelta(minutes=16))
    assert fresh_figures(authority=council).as_at > first.as_at and MonthOfFigures.objects.exists()
    Refreshed.objects.update(as_at=first.as_at - timedelta(days=1), seconds=30)
    assert fresh_figures(authority=council).as_at == first.as_at - timedelta(days=1)


def test_the_number_of_queries_never_grows():
    council = factories.authority()

    def count():
        with CaptureQueriesContext(connection) as asked:
            refresh_figures(authority=council)
        return len(asked)

    everything_recorded(), refresh_figures(authority=council)
    few = count()
    for _ in range(5):
        everything_recorded()
    assert count() == few

"""Is every indicator counted from what was recorded, and do the figures kept come to the same as the figures live?"""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from heard.cases.models import Concern, Enquiry
from heard.concerns.models import Section42Answers, Section42Decision
from heard.enquiries.models import Closing, RiskFinding, SafeguardingPlan
from heard.measures.actions import fresh_figures, refresh_figures
from heard.measures.models import MonthOfFigures, Refreshed
from heard.measures.queries.kept import month_by_month, together_in
from heard.measures.queries.tallied import measures_for, tallied
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, NetworkMember, Person
from heard.rights.models import ActingWithoutAgreement, Advocacy, CapacityForEnquiry, SubstantialDifficulty, SupportInEnquiry
from heard.rules.indicators.tally import Tally
from heard.rules.measures import Measure
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


def together(council, start=ALL[0], end=ALL[1]):
    """Every indicator of the council, all months added up: parts, wholes and days."""
    made = Tally()
    for (_, by, _), one in tallied(council, start, end).items():
        if not by:
            made.parts.update(one.parts)
            made.wholes.update(one.wholes)
            for slug, spread in one.spreads.items():
                made.spreads[slug].update(spread)
    return made


def share(made, slug):
    return made.parts[slug], made.wholes[slug]


def test_what_is_recorded_is_counted():
    enquiry = everything_recorded()
    found = together(enquiry.authority)
    assert [share(found, slug) for slug in ("expressed", "adult-partly-met", "professional-met", "judged-alike")] == [(1, 1)] * 3 + [(0, 1)]
    assert [share(found, slug) for slug in ("heard", "heard-alone", "heard-planning", "spoken-for")] == [(1, 1), (0, 1), (1, 1), (0, 1)]
    assert [share(found, slug) for slug in ("risk-remained", "remained-by-choice", "risk-less")] == [(1, 1), (1, 1), (0, 1)]
    assert [share(found, slug) for slug in ("lacked-and-supported", "difficulty-helped", "advocate-met")] == [(1, 1)] * 3
    assert [share(found, slug) for slug in ("overridden-told", "closing-agrees", "feedback-offered")] == [(1, 1)] * 3
    days = {"days-to-first-conversation": {1: 1}, "days-to-decision": {2: 1}, "days-to-meet-advocate": {4: 1}}
    assert {slug: found.spreads[slug] for slug in days} == days


WORK = (
    "three-reasons", "needs-met", "involvement-asked", "plan-agreed", "risk-followed-up", "network-asked", "own-words",
    "ethnicity-and-language", "about-me",
)  # fmt: skip


def test_the_work_is_counted_as_it_stood_at_the_end():
    enquiry = everything_recorded()
    found = together(enquiry.authority)
    assert {slug: share(found, slug) for slug in WORK} == dict.fromkeys(WORK, (1, 1))
    late, whose = LATELY + timedelta(days=1), {"authority": enquiry.authority}
    for model, day in ((CommunicationNeeds, "asked_on"), (CommunicationCheck, "on"), (AboutMe, "written_on"), (Involvement, "said_on")):
        model.objects.update(**{day: late})
    NetworkMember.objects.update(recorded_at=factories.at(late))
    found, asked_after = together(enquiry.authority), ("needs-met", "involvement-asked", "network-asked", "about-me")
    assert {slug: share(found, slug) for slug in WORK} == {slug: (int(slug not in asked_after), 1) for slug in WORK}
    NetworkMember.objects.create(**whose, person=enquiry.case.person, name="Bea Example", adult_wants_involved="no", ref="old-1")
    assert share(together(enquiry.authority), "network-asked") == (1, 1), "another system does not say when: it counts"
    Section42Decision.objects.update(answers=None)
    assert "three-reasons" not in together(enquiry.authority).wholes, "a decision from another system has no answers: it is none of these"


def test_each_part_is_its_own():
    enquiry = everything_recorded()
    parts = {(by, part) for _, by, part in tallied(enquiry.authority, *ALL)}
    assert parts == {
        ("", ""), ("team", "North team"), ("type", "physical"), ("place", "own-home"), ("source", "service-provider"),
        ("provider", "Hollybank"), ("ethnicity", "White"), ("age", "75-84"), ("gender", ""), ("support-reason", ""),
    }  # fmt: skip


def test_what_was_recorded_in_error_or_replaced_is_not_counted():
    enquiry = factories.enquiry(concluded_on=LATELY)
    wrong = {"in_error_at": factories.at(DAY)}
    factories.conversation(enquiry, **wrong), factories.risk(enquiry, **wrong), factories.conversation(enquiry, is_current=False)
    CapacityForEnquiry.objects.create(authority=enquiry.authority, enquiry=enquiry, had_capacity="no", is_current=False)
    Advocacy.objects.create(authority=enquiry.authority, case=enquiry.case, kind="imca", referred_on=DAY, **wrong)
    found = together(enquiry.authority)
    assert share(found, "heard") == (0, 1) and share(found, "capacity-known") == (0, 1) and "advocate-met" not in found.wholes
    assert not [place for place in tallied(enquiry.authority, *ALL) if place[1] == "type"]


def test_the_days_are_londons():
    """A concern at 23:30 on 30 June in UTC came on 1 July in London; so did the talk half an hour before midnight there, a day later."""
    concern = factories.concern(received_at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    enquiry = factories.enquiry(concern, started_on=date(2026, 7, 1), concluded_on=date(2026, 7, 9))
    factories.conversation(enquiry, held_at=datetime(2026, 7, 2, 22, 30, tzinfo=UTC))
    whose = {"authority": enquiry.authority, "concern": concern, "decision": "section-42"}
    Section42Decision.objects.create(**whose, decided_at=datetime(2026, 7, 3, 23, 30, tzinfo=UTC))
    found = together(enquiry.authority)
    assert found.spreads["days-to-first-conversation"] == {1: 1} and found.spreads["days-to-decision"] == {3: 1}
    winter = Section42Decision.objects.filter(concern=concern)
    Concern.objects.filter(pk=concern.pk).update(received_at=datetime(2026, 1, 30, 23, 30, tzinfo=UTC))
    winter.update(decided_at=datetime(2026, 1, 31, 23, 30, tzinfo=UTC))
    assert together(enquiry.authority).spreads["days-to-decision"] == {1: 1}
    winter.update(decided_at=datetime(2026, 1, 29, 12, 0, tzinfo=UTC))
    assert "days-to-decision" not in together(enquiry.authority).spreads, "decided before it came: left out, not negative"


@pytest.mark.parametrize(
    ("came", "earlier_end", "again"),
    [
        pytest.param(date(2026, 3, 2), date(2026, 2, 1), 1, id="one ended a month before"),
        pytest.param(date(2026, 3, 2), date(2026, 3, 2), 1, id="one ended on the very day"),
        pytest.param(date(2026, 3, 2), date(2026, 3, 3), 0, id="one that ended after the concern came"),
        pytest.param(date(2026, 3, 2), date(2025, 3, 2), 1, id="one ended twelve months before to the day"),
        pytest.param(date(2026, 3, 2), date(2025, 3, 1), 0, id="one ended a day longer ago"),
        pytest.param(date(2024, 2, 29), date(2023, 2, 28), 1, id="a year before 29 February is 28 February"),
        pytest.param(date(2024, 2, 29), date(2023, 2, 27), 0, id="and not the day before"),
    ],
)
def test_a_concern_again_within_twelve_months(came, earlier_end, again):
    """Whatever case the earlier enquiry was in."""
    person = factories.person()
    before = factories.concern(factories.case(person=person), received_at=factories.at(date(2022, 1, 4)))
    factories.enquiry(before, started_on=date(2022, 1, 5), concluded_on=earlier_end)
    concern = factories.concern(factories.case(person=person), received_at=factories.at(came))
    enquiry = factories.enquiry(concern, started_on=came, concluded_on=LATELY)
    assert share(together(enquiry.authority, LATELY, LATELY), "came-back") == (again, 1)
    assert share(together(enquiry.authority), "came-back") == (again, 2)


def test_the_age_is_on_the_day_the_enquiry_ended_or_at_death():
    person = factories.person(birth_date=date(1961, 4, 2), death_date=None)
    enquiry = factories.enquiry(factories.concern(factories.case(person=person)), concluded_on=date(2026, 4, 2))

    def ages():
        return {part for _, by, part in tallied(enquiry.authority, *ALL) if by == "age"}

    assert ages() == {"65-74"}
    Enquiry.objects.update(concluded_on=date(2026, 4, 1))
    assert ages() == {"18-64"}
    Enquiry.objects.update(concluded_on=date(2036, 4, 1))
    Person.objects.filter(pk=person.pk).update(death_date=date(2026, 4, 1))
    assert ages() == {"18-64"}


def test_only_what_ended_between_the_days_is_counted():
    for day in (date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)):
        everything_recorded(day)
    found = together(factories.authority(), date(2026, 5, 1), date(2026, 5, 31))
    assert share(found, "asked") == (2, 2) and share(found, "advocate-met") == (2, 2)


def test_figures_kept_come_to_the_same_as_figures_live():
    everything_recorded(), everything_recorded(), factories.enquiry(concluded_on=LATELY)
    council = factories.authority()
    refresh_figures(authority=council)
    kept = month_by_month(council, [f"{LATELY:%Y-%m}"])[f"{LATELY:%Y-%m}"]
    live = {row["measure"]: (row["numerator"], row["denominator"]) for row in measures_for(council) if row["measure"] in set(Measure)}
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

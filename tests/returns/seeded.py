"""The same random bundle every time, on every database: invented people with every answer possible and many blank.

What comes of it is kept in ``seeded.json``; the test that compares says how it is written anew.
"""

from datetime import UTC, datetime, timedelta
from random import Random

from django.db.models import Min

from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.models import Section42Answers, Section42Decision
from heard.enquiries.models import Closing, ReasonForDelay, Risk, RiskFinding, SafeguardingPlan
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, NetworkMember, Person
from heard.rights.models import ActingWithoutAgreement, Advocacy, AppropriatePerson, SubstantialDifficulty
from heard.rules.lateness import REASONS, TimedStep
from heard.rules.vocabulary.adult import Ethnicity, Gender, HealthCondition, SupportReason
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import (
    ChecklistAnswer,
    ClosingView,
    EnquiryKind,
    Finding,
    PlanView,
    RiskLocation,
    RiskOutcome,
    RiskSource,
    RiskType,
    Stage,
    SupportedBy,
)
from heard.rules.vocabulary.experience import Who
from heard.rules.vocabulary.rights import DifficultyArea
from heard.rules.vocabulary.voice import Alone, Asked, ExpressedBy, NotHeardBecause, Rating
from heard.voice.models import AnonymousExperience, Conversation, Experience, FeedbackOffer, Involvement, LaterJudgement, Wish
from heard.voice.questionnaires import instrument_in_use

PEOPLE, CONCERNS = 60, 150
DAYS = ("2024-11-05", "2025-03-31", "2025-04-01", "2025-06-30", "2025-09-01", "2025-12-24", "2026-03-31", "2026-04-01", "2026-06-02")
BORN = ("", "1920-04-01", "1931-01-31", "1948-02-29", "1961-03-31", "1961-04-01", "1990-06-01", "2008-03-31", "2008-04-01")
EXTRA = 0.35


class Dice(Random):
    """Choices of a seed; ``code`` is a code of a vocabulary, or blank."""

    def code(self, vocabulary) -> str:
        return self.choice(["", *map(str, vocabulary)])

    def some(self, vocabulary) -> str:
        return ";".join(str(one) for one in vocabulary if self.random() < EXTRA / 3)


def seeded_bundle(seed: int = 2025) -> dict[str, list[dict[str, str]]]:
    """The rows of the bundle by file."""
    dice = Dice(seed)
    made: dict[str, list] = {name: [] for name in ("people", "concerns", "enquiries", "risks", "desired_outcomes", "conversations")}
    for n in range(PEOPLE):
        born = dice.choice(BORN)
        died = dice.choice(["", "", "", "2025-03-31", "2025-11-30"]) if born < "2008" else ""
        made["people"].append({
            "person_ref": f"P{n}", "family_name": f"Example{n}", "birth_date": born, "death_date": died, "gender": dice.code(Gender),
            "ethnicity": dice.code(Ethnicity), "health_conditions": dice.choice(["", "none", dice.some(list(HealthCondition)[:-1])]),
        })  # fmt: skip
    for n in range(CONCERNS):
        day = dice.choice(DAYS)
        made["concerns"].append({
            "concern_ref": f"C{n}", "person_ref": f"P{dice.randrange(PEOPLE)}",
            "received_at": f"{day}T{dice.choice(['00:30', '23:30'])}:00",
            "in_area": dice.choice(["", "yes", "yes", "no"]), "primary_support_reason": dice.code(SupportReason),
        })  # fmt: skip
        if dice.random() < 0.8:
            _enquiry(dice, made, n, day)
    return {f"{name}.csv": rows for name, rows in made.items()}


def _enquiry(dice: Dice, made: dict[str, list], n: int, day: str) -> None:
    start = dice.choice([one for one in DAYS if one >= day])
    supported = dice.choice(["", "none", dice.some([one for one in SupportedBy if one != SupportedBy.NONE])])
    made["enquiries"].append({
        "enquiry_ref": f"E{n}", "concern_ref": f"C{n}", "kind": str(dice.choice(list(EnquiryKind))), "started_on": start,
        "concluded_on": dice.choice(["", *(one for one in DAYS if one >= start)]), "had_capacity": dice.code(Answer),
        "asked_what_they_want": dice.code(Asked), "supported_by": supported, "closing_view": dice.code(ClosingView),
    })  # fmt: skip
    for kind in dice.sample(list(RiskType), dice.randrange(4)):
        finding = dice.code(Finding)
        made["risks"].append({
            "enquiry_ref": f"E{n}", "type": str(kind), "source": str(dice.choice(list(RiskSource))),
            "location": str(dice.choice(list(RiskLocation))), "finding": finding,
            "outcome": dice.code(RiskOutcome) if finding in ("risk-action", "risk-no-action") else "",
        })  # fmt: skip
    for at in range(dice.randrange(4)):
        made["desired_outcomes"].append({
            "outcome_ref": f"W{n}-{at}", "enquiry_ref": f"E{n}", "words": "To be safe.",
            "expressed_by": str(dice.choice(list(ExpressedBy))),
            "adult_rating": dice.code(Rating), "professional_rating": dice.code(Rating), "expressed_on": "",
            "withdrawn_on": dice.choice(["", "", "2025-08-01"]), "replaces": dice.choice(["", f"W{n}-0"]) if at else "",
        })  # fmt: skip
    for at in range(dice.randrange(3)):
        made["conversations"].append({
            "conversation_ref": f"T{n}-{at}", "concern_ref": f"C{n}" if at else "", "enquiry_ref": "" if at else f"E{n}",
            "held_at": f"{day}T12:00:00", "stage": dice.code(Stage), "alone": dice.code(Alone),
            "not_heard_because": dice.choice(["", "", dice.code(NotHeardBecause)]), "asked_what_they_want": dice.code(["yes", "no"]),
        })  # fmt: skip


def wander(seed: int) -> None:
    """What a bundle cannot bring: several concerns in one case, and wishes made before there was an enquiry, of one concern or another."""
    dice = Dice(seed)
    by_person: dict = {}
    for one in Concern.objects.select_related("case").order_by("ref"):
        by_person.setdefault(one.case.person_id, []).append(one)
    for concerns in by_person.values():
        if dice.random() < 0.6:
            into = concerns[0].case_id
            cases = [one.case_id for one in concerns]
            for model in (Concern, Enquiry, Wish, Conversation):
                model.objects.filter(case__in=cases).update(case=into)
    for wish in Wish.objects.select_related("enquiry").order_by("ref"):
        turn = dice.randrange(4)
        if turn >= 2:
            theirs = list(Concern.objects.filter(case=wish.case_id).order_by("ref").values_list("pk", flat=True))
            concern = wish.enquiry.concern_id if turn == 2 else dice.choice(theirs)
            Wish.objects.filter(pk=wish.pk).update(enquiry=None, concern=concern)


def write_in(seed: int) -> None:
    """What such a bundle does not bring and the indicators count: every answer possible, some in error or no longer current."""
    dice = Dice(seed)
    for risk in Risk.objects.order_by("enquiry__ref", "type", "location"):
        if risk.source == RiskSource.PROVIDER:
            Risk.objects.filter(pk=risk.pk).update(provider=dice.choice(["", "Hollybank", "Rosemount"]))
        RiskFinding.objects.filter(risk=risk).update(adults_reason=dice.choice(["", " ", "It is my home."]))
    for talk in Conversation.objects.order_by("ref"):
        held_at = dice.choice([None, talk.held_at, talk.held_at + timedelta(hours=dice.randrange(900))])
        Conversation.objects.filter(pk=talk.pk).update(
            spoken_by=dice.code(ExpressedBy), held_at=held_at, words=dice.choice(["", "I want to go home."]),
            in_error_at=dice.choice([None, None, None, talk.held_at]),
        )  # fmt: skip
    for enquiry in Enquiry.objects.select_related("concern").order_by("ref"):
        _of_enquiry(dice, enquiry)
    for case in Case.objects.annotate(first=Min("concerns__ref")).filter(first__isnull=False).order_by("first"):
        _of_case(dice, case)
    for wish in Wish.objects.filter(is_current=True).order_by("ref"):
        if dice.random() > EXTRA / 3:
            LaterJudgement.objects.create(
                authority=wish.authority, wish=wish, judge=dice.choice(["adult", "adult", "representative"]),
                rating=str(dice.choice(list(Rating))), judged_on=datetime(2026, 7, 1, tzinfo=UTC).date(), is_current=dice.random() < 0.8,
                in_error_at=dice.choice([None, None, None, datetime(2026, 7, 2, tzinfo=UTC)]),
            )  # fmt: skip


def _of_enquiry(dice: Dice, enquiry: Enquiry) -> None:
    whose, concern = {"authority": enquiry.authority, "is_current": dice.random() < 0.8}, enquiry.concern
    came, day = concern.received_at, enquiry.started_on
    if dice.random() < EXTRA:
        ActingWithoutAgreement.objects.create(
            **whose, case=enquiry.case, concern=concern, ground="crime", was_told=dice.code(["yes", "no"]), decided_by_name="R",
            decided_on=day, in_error_at=dice.choice([None, None, came]),
        )  # fmt: skip
    if dice.random() < EXTRA:
        FeedbackOffer.objects.create(**whose, enquiry=enquiry, offered_on=day, offered_by_name="R", how="phone", answer="yes")
    for _ in range(dice.randrange(3)):
        _said(dice, enquiry)
    if dice.random() < EXTRA:
        ReasonForDelay.objects.create(**whose, enquiry=enquiry, step=dice.choice(list(TimedStep)), reason=dice.choice(list(REASONS)))
    Section42Decision.objects.filter(concern=concern).delete()
    decided_at = dice.choice([None, came + timedelta(minutes=dice.randrange(-2000, 9000))])
    said = {name: dice.choice(["Because.", "Because.", ""]) for name in ("needs_because", "at_risk_because", "cannot_protect_because")}
    answers = dice.choice([None, Section42Answers.objects.create(authority=enquiry.authority, concern=concern, is_current=False, **said)])
    Section42Decision.objects.create(**whose, concern=concern, decision="section-42", decided_at=decided_at, answers=answers)
    if dice.random() < EXTRA:
        SafeguardingPlan.objects.create(**whose, enquiry=enquiry, adult_agrees=dice.code(PlanView))
    checklist = {"person-who-may-pose-a-risk": {"answer": dice.code(ChecklistAnswer)}}
    Closing.objects.filter(enquiry=enquiry).update(checklist=dice.choice([{}, checklist]))


def _of_case(dice: Dice, case: Case) -> None:
    whose, day = {"authority": case.authority, "case": case}, case.opened_on
    for _ in range(dice.randrange(3)):
        met_on = dice.choice([None, day + timedelta(days=dice.randrange(-3, 40))])
        Advocacy.objects.create(**whose, kind="imca", referred_on=day, met_on=met_on)
    if dice.random() < EXTRA:
        areas = {str(one): {"answer": dice.code(Answer)} for one in DifficultyArea if dice.random() < EXTRA}
        SubstantialDifficulty.objects.create(**whose, areas=areas, considered_on=day, is_current=dice.random() < 0.8)
    if dice.random() < EXTRA:
        member = NetworkMember.objects.create(authority=case.authority, person=case.person, name="Helper Example")
        AppropriatePerson.objects.create(**whose, member=member, started_on=day, is_current=dice.random() < 0.8)
    _of_person(dice, {"authority": case.authority, "person": case.person}, case)


def _of_person(dice: Dice, whose: dict, case: Case) -> None:
    """Some of it after the end of the enquiry, which then does not count."""
    day, older = case.opened_on + timedelta(days=dice.randrange(-9, 400)), {"is_current": False}
    if dice.random() < 0.6:
        CommunicationNeeds.objects.create(**whose, **older, asked_on=day, asked_whom="R", spoken_language=dice.choice(["", "Welsh"]))
    for _ in range(dice.randrange(3)):
        CommunicationCheck.objects.create(**whose, step="review", on=day, was_met=dice.choice(["yes", "yes", "no"]))
    if dice.random() < EXTRA:
        AboutMe.objects.create(**whose, **older, words={"people": "My sister."}, written_on=day)
    if dice.random() < EXTRA:
        Involvement.objects.create(authority=case.authority, case=case, how_much="everything", said_by="adult", said_on=day, **older)
    if dice.random() < EXTRA:
        at = datetime(day.year, day.month, day.day, 22, 30, tzinfo=UTC) + timedelta(hours=dice.randrange(3))
        more = {"adult_wants_involved": dice.code(["yes", "no"]), "ref": dice.choice(["", str(dice.random())])}
        NetworkMember.objects.create(**whose, name="Somebody Example", recorded_at=at, **more)
    Person.objects.filter(pk=case.person_id).update(preferred_language=dice.choice(["", "en"]))


def _said(dice: Dice, enquiry: Enquiry) -> None:
    """How it was for somebody, with a name and without; every answer of the questionnaire possible, or none."""
    instrument, day = instrument_in_use(), enquiry.started_on + timedelta(days=dice.randrange(200))
    answers = {one.id: dice.choice(one.answers).id for one in instrument.questions if dice.random() < 0.7}
    whose, who = {"authority": enquiry.authority, "who": dice.choice(list(Who))}, dice.choice(["Ann Example", "Bea Example"])
    kept = {"instrument": instrument.id, "instrument_version": instrument.version, "questionnaire": instrument.as_data()}
    Experience.objects.create(
        **whose, **kept, enquiry=enquiry, who_name=who, asking="at-closing", asked_on=day, asked_by="lead", by_lead=dice.random() < 0.5,
        how="phone", wording="adult", ended=dice.choice(["answered", "answered", "answered", "declined", "unable"]), answers=answers,
        is_current=dice.random() < 0.9,
    )  # fmt: skip
    if dice.random() < EXTRA:
        AnonymousExperience.objects.create(**whose, **kept, year=day.year, month=day.month, answers=answers)

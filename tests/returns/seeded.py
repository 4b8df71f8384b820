"""The same random bundle every time, on every database: invented people with every answer possible and many blank.

What comes of it is kept in ``seeded.json``; the test that compares says how it is written anew.
"""

from random import Random

from heard.cases.models import Concern, Enquiry
from heard.rules.vocabulary.adult import Ethnicity, Gender, HealthCondition, SupportReason
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import (
    ClosingView,
    EnquiryKind,
    Finding,
    RiskLocation,
    RiskOutcome,
    RiskSource,
    RiskType,
    Stage,
    SupportedBy,
)
from heard.rules.vocabulary.voice import Alone, Asked, ExpressedBy, NotHeardBecause, Rating
from heard.voice.models import Conversation, Wish

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

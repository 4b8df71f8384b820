"""What went before: two years of concluded enquiries in two more teams, brought in from a file, so that the Board has something to see.

Nobody in it is or resembles a real person: the names are those of ``people``. The shares are our own guesses and no council's figures.
"""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from demo.earlier_work import earlier_work
from demo.people import invented_people
from heard.accounts.models import Authority, Team, User
from heard.cases.models import Case, Enquiry
from heard.enquiries.models import Risk
from heard.exchange.actions.importing import import_bundle
from heard.exchange.faults import Faults
from heard.exchange.tables import TABLES
from heard.rules.vocabulary.people_who_use_heard import Role

MONTHS, IN_A_MONTH = 24, 18
TEAMS = ("East team", "West team", "Hospital team")
PROVIDERS = ("Pretend Lodge", "Sample House", "Makebelieve Homecare", "Fictional Court")
TYPES = ("neglect", "physical", "financial", "psychological", "neglect", "organisational")
PLACES = ("own-home", "care-home-residential", "own-home", "care-home-nursing", "hospital-acute")
REASONS = ("physical-personal-care", "memory-and-cognition", "learning-disability", "mental-health", "physical-personal-care", "")
SAID = ("I want my own key.", "I want to stay at home.", "I want somebody to ring me.", "I want it to stop.", "I want my sister to know.")
WORRY = "Written down before Heard came; invented for the demo."


def earlier_years(*, council: Authority, today: date, dice: Random) -> int:
    """Bring the earlier enquiries in, as a council brings in its own, and give them to their teams; returns how many."""
    number = MONTHS * IN_A_MONTH
    with TemporaryDirectory() as folder:
        _write(Path(folder), number, today, dice)
        import_bundle(path=Path(folder), authority_of=lambda: council, by=None, faults=Faults(), progress=lambda words: None)
    teams = [Team.objects.create(authority=council, name=name) for name in TEAMS]
    found = Case.objects.filter(authority=council, concerns__ref__startswith="EARLIER-").order_by("concerns__ref")
    brought = list(found.values_list("pk", flat=True))  # as ids: PostgreSQL plans a join badly over rows that it has not counted yet
    for place, pk in enumerate(brought):
        Case.objects.filter(pk=pk).update(team=teams[place % 3 % len(teams)])
    for place, risk in enumerate(Risk.objects.filter(enquiry__case__in=brought, source="service-provider").order_by("enquiry__ref")):
        Risk.objects.filter(pk=risk.pk).update(provider=PROVIDERS[place % len(PROVIDERS)])
    enquiries = Enquiry.objects.filter(case__in=brought).select_related("case__person", "authority").order_by("ref")
    for manager in User.objects.filter(authority=council, role=Role.MANAGER):
        manager.teams.add(teams[0])  # so that whoever signs the return opens the cases behind some of its cells
    earlier_work(enquiries, since=today - timedelta(days=MONTHS * 30), dice=Random(len(TEAMS)))
    return number


def _write(folder: Path, number: int, today: date, dice: Random) -> None:
    rows: dict[str, list[dict]] = defaultdict(list)
    for n, person in enumerate(invented_people(number, dice)):
        ended = today - timedelta(days=3 + n * MONTHS * 30 // number)
        _one(rows, f"EARLIER-{n:04}", person, ended, dice)
    for table in TABLES:
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.names, restval="", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows[table.file])


def _one(rows: dict[str, list[dict]], ref: str, person: dict, ended: date, dice: Random) -> None:
    began = ended - timedelta(days=dice.choice((18, 30, 45, 60, 90)))
    talked = began + timedelta(days=dice.choice((0, 1, 1, 2, 4, 9)))
    rows["people.csv"].append(_person(ref, person))
    rows["concerns.csv"].append(_concern(ref, began, dice))
    rows["enquiries.csv"].append({
        "enquiry_ref": ref, "concern_ref": ref, "kind": "section-42", "started_on": began, "concluded_on": ended,
        "lead": "Somebody Earlier", "had_capacity": dice.choice(("yes", "yes", "no", "not-known", "")),
        "supported_by": dice.choice(("", "family", "advocate")),
        "asked_what_they_want": dice.choice(("yes-expressed",) * 7 + ("yes-nothing-expressed", "no", "")),
    })  # fmt: skip
    of_service = dice.random() < 0.5
    rows["risks.csv"].append({
        "enquiry_ref": ref, "type": dice.choice(TYPES), "source": "service-provider" if of_service else "known-to-adult",
        "location": dice.choice(PLACES), "finding": "risk-action",
        "outcome": dice.choice(("removed", "removed", "reduced", "reduced", "reduced", "remained")),
    })  # fmt: skip
    rows["desired_outcomes.csv"].append(_wish(ref, talked, dice))
    rows["conversations.csv"].append({
        "conversation_ref": ref, "enquiry_ref": ref, "held_at": f"{talked}T14:30:00", "stage": "enquiry", "method": "face-to-face",
        "by": "Somebody Earlier", "alone": dice.choice(("yes", "yes", "yes", "no")), "words": dice.choice((*SAID, "")),
        "asked_what_they_want": "yes",
    })  # fmt: skip


def _person(ref: str, person: dict) -> dict:
    codes = {name: ";".join(person.get(name) or []) for name in ("health_conditions", "communication_needs")}
    language = ("en", "en", "pa", "")[int(ref[-1]) % 4]
    return {**person, **codes, "person_ref": ref, "nhs_number": "", "safe_contact": "", "preferred_language": language}


def _concern(ref: str, began: date, dice: Random) -> dict:
    return {
        "concern_ref": ref, "person_ref": ref, "received_at": f"{began - timedelta(days=2)}T10:00:00", "description": WORRY,
        "raised_by": dice.choice(("care-provider", "nhs", "family-or-friend", "police")), "in_area": "yes", "adult_knows": "yes",
        "primary_support_reason": dice.choice(REASONS), "agreement": dice.choice(("agreed", "agreed", "agreed", "not-asked")),
        "needs_care_and_support": "yes", "at_risk": "yes", "cannot_protect_self": "yes", "decision": "section-42",
        "decided_at": f"{began}T09:00:00", "decided_by": "Somebody Earlier", "decision_reason": WORRY, "referrer_told_on": began,
    }  # fmt: skip


def _wish(ref: str, on: date, dice: Random) -> dict:
    adults = dice.choice(("met", "met", "met", "partly-met", "not-met"))
    professionals = dice.choice((adults, adults, "met"))
    return {
        "outcome_ref": ref, "enquiry_ref": ref, "words": dice.choice(SAID), "expressed_by": "adult", "expressed_on": on,
        "adult_rating": adults, "professional_rating": professionals,
        "rating_difference_reason": "It looks different from outside." if adults != professionals else "",
    }  # fmt: skip

"""How was the work of each concluded enquiry done, by its end? Nothing that was asked or written after it is counted."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from heard.concerns.models import Section42Decision
from heard.enquiries.models import Closing, SafeguardingPlan
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, NetworkMember
from heard.rules.indicators.facts import WorkFacts
from heard.rules.vocabulary.communication import NeedsStep
from heard.rules.vocabulary.enquiry import ChecklistItem
from heard.voice.models import Involvement

_NOW = {"is_current": True}
_SHOWN = {"in_error_at__isnull": True}


def work_of(rows: Sequence) -> dict[UUID, WorkFacts]:
    """By the id of each enquiry. ``rows`` have its id, case, concern, last day, and the adult's id and language. Eight queries."""
    enquiries, people = [row.pk for row in rows], [row.case__person_id for row in rows]
    reasons = _reasons([row.concern_id for row in rows])
    plans = dict(SafeguardingPlan.objects.filter(enquiry_id__in=enquiries, **_NOW).values_list("enquiry_id", "adult_agrees"))
    checklists = dict(Closing.objects.filter(enquiry_id__in=enquiries, **_NOW).values_list("enquiry_id", "checklist"))
    involved = _by(Involvement.objects.filter(case_id__in=[row.case_id for row in rows]), "case_id", "said_on", "pk")
    asked = _by(CommunicationNeeds.objects.filter(person_id__in=people), "person_id", "asked_on", "spoken_language")
    met = _by(CommunicationCheck.objects.filter(person_id__in=people, step=NeedsStep.REVIEW, **_SHOWN), "person_id", "on", "was_met")
    written = _by(AboutMe.objects.filter(person_id__in=people), "person_id", "written_on", "pk")
    network = _network(people)

    def facts(row) -> WorkFacts:
        def by_the_end(found):
            return [what for on, what in found.get(row.case__person_id, ()) if on is None or on <= row.concluded_on]

        needs = by_the_end(asked)
        return WorkFacts(
            reasons=reasons.get(row.concern_id), needs_asked=bool(needs), needs_met=tuple(by_the_end(met)),
            involvement_asked=any(on <= row.concluded_on for on, _ in involved.get(row.case_id, ())), plan=plans.get(row.pk),
            person_of_risk=checklists.get(row.pk, {}).get(ChecklistItem.PERSON_OF_RISK, {}).get("answer", ""),
            network_asked=bool(by_the_end(network)), about_me=bool(by_the_end(written)),
            language=row.case__person__preferred_language or next((spoken for spoken in needs if spoken), ""),
        )  # fmt: skip

    return {row.pk: facts(row) for row in rows}


def _by(found, key: str, on: str, what: str) -> dict[UUID, list[tuple]]:
    """Each one's rows, as (day, what)."""
    rows = defaultdict(list)
    for whose, day, said in found.values_list(key, on, what):
        rows[whose].append((day, said))
    return rows


def _reasons(concerns: Sequence[UUID]) -> dict[UUID, int]:
    """For how many of the three parts each decision has a reason."""
    rows = Section42Decision.objects.filter(concern_id__in=concerns, **_NOW)
    said = ("answers__needs_because", "answers__at_risk_because", "answers__cannot_protect_because")
    return {concern: sum(bool((one or "").strip()) for one in because) for concern, *because in rows.values_list("concern_id", *said)}


def _network(people: Sequence[UUID]) -> dict[UUID, list[tuple]]:
    """Those of whom the adult's wish is known, by when they were written down; no day for who came from another system, which says none."""
    rows = defaultdict(list)
    found = NetworkMember.objects.filter(person_id__in=people, **_SHOWN).exclude(adult_wants_involved="")
    for person, at, ref in found.values_list("person_id", "recorded_at", "ref"):
        rows[person].append((None if ref else timezone.localdate(at), ref))
    return rows

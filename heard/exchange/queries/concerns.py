"""How do the concerns Heard holds look as rows of the format?"""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q

from heard.cases.models import Concern
from heard.concerns.models import ReferrerFeedback, Report, Section42Answers, Section42Decision
from heard.exchange.cells import write_time
from heard.exchange.models import ImportedRow
from heard.exchange.queries.keys import HeldRow, Keys, filled
from heard.rights.models import AgreementToRaise
from heard.voice.models import Wish

# What came beside a blank decision has no record to live in: it is kept with the imported row.
WITHOUT_A_DECISION = ("decided_at", "decided_by", "decision_reason")


def _current(model, keys: Keys, *fields: str) -> dict[UUID, tuple]:
    rows = model.objects.filter(authority=keys.authority, is_current=True).values_list("concern_id", *fields)
    return {row[0]: row[1:] for row in rows.iterator(chunk_size=5000)}


class _Parts:
    """What is recorded about each concern, every part read once."""

    def __init__(self, keys: Keys):
        self.reports = _current(Report, keys, "raised_by", "raised_by_name", "raised_by_contact", "description", "what_the_adult_wants")
        self.agreements = _current(AgreementToRaise, keys, "adult_knows", "answer", "ground")
        self.answers = _current(Section42Answers, keys, "needs_care_and_support", "at_risk", "cannot_protect_self")
        self.decisions = _current(
            Section42Decision, keys, "decision", "decided_at", "decided_by_name", "decided_by__full_name", "reason"
        )
        self.told = _current(ReferrerFeedback, keys, "told_on")
        self.wishes = _wishes_without_an_enquiry(keys)
        self.without_a_decision = _cells_without_a_decision(keys)


def _wishes_without_an_enquiry(keys: Keys) -> dict[UUID, list[str]]:
    """The words of the wishes that still stand, of concerns and cases that have no enquiry."""
    shown = Wish.objects.filter(authority=keys.authority, is_current=True, in_error_at__isnull=True, enquiry__isnull=True)
    replaced = {keys.wish_versions.get(old) for old in shown.filter(replaces__isnull=False).values_list("replaces_id", flat=True)}
    words = defaultdict(list)
    for pk, concern, case, said, withdrawn in shown.order_by("expressed_on", "recorded_at").values_list(
        "pk", "concern_id", "case_id", "words", "withdrawn_on"
    ):
        has_enquiry = concern in keys.enquiry_of_concern or case in keys.enquiry_of_case
        if not has_enquiry and withdrawn is None and pk not in replaced:
            words[concern].append(said)
    return words


def _cells_without_a_decision(keys: Keys) -> dict[UUID, dict]:
    rows = ImportedRow.objects.filter(authority=keys.authority, table="concerns.csv").exclude(cells__has_key="decision")
    rows = rows.filter(Q(cells__has_any_keys=list(WITHOUT_A_DECISION)))
    return dict(rows.values_list("record_id", "cells"))


def held_concerns(keys: Keys) -> Iterator[HeldRow]:
    """Every concern, with what is recorded now of the report, the agreement, the answers, the decision and the feedback."""
    parts = _Parts(keys)
    fields = ("pk", "case__person_id", "received_at", "in_area", "primary_support_reason", "in_error_at")
    rows = Concern.objects.filter(authority=keys.authority).order_by("received_at", "pk").values_list(*fields)
    for pk, person, received_at, in_area, reason, in_error_at in rows.iterator(chunk_size=2000):
        if in_error_at is not None:
            yield HeldRow(keys.concerns[pk], pk, None)
            continue
        cells = filled(
            concern_ref=keys.concerns[pk], person_ref=keys.people[person], received_at=write_time(received_at), in_area=in_area,
            primary_support_reason=reason,
        )  # fmt: skip
        yield HeldRow(keys.concerns[pk], pk, cells | _recorded_about(pk, parts))


def _recorded_about(pk: UUID, parts: _Parts) -> dict[str, str]:
    raised_by, name, contact, description, wants = parts.reports.get(pk, ("",) * 5)
    knows, agreement, ground = parts.agreements.get(pk, ("",) * 3)
    needs, at_risk, cannot_protect = parts.answers.get(pk, ("",) * 3)
    (told_on,) = parts.told.get(pk, ("",))
    wants = "\n".join([*([wants] if wants else []), *parts.wishes.get(pk, ())])
    return filled(
        raised_by=raised_by, raised_by_name=name, raised_by_contact=contact, description=description, adult_knows=knows,
        agreement=agreement, acted_without_agreement_because=ground, what_the_adult_wants=wants, needs_care_and_support=needs,
        at_risk=at_risk, cannot_protect_self=cannot_protect, referrer_told_on=told_on, **_decided(pk, parts),
    )  # fmt: skip


def _decided(pk: UUID, parts: _Parts) -> dict[str, str]:
    if pk not in parts.decisions:
        kept = parts.without_a_decision.get(pk, {})
        return {name: kept[name] for name in WITHOUT_A_DECISION if name in kept}
    decision, at, by_name, by_user, reason = parts.decisions[pk]
    return {
        "decision": decision, "decided_at": write_time(at) if at else "", "decided_by": by_name or by_user or "", "decision_reason": reason
    }  # fmt: skip

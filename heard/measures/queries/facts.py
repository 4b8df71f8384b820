"""What is known of each concluded enquiry, that the indicators are worked out from?

Read some at a time, so that a decade of a region never stands in memory; the number of queries for each batch is always the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils import timezone

from heard.accounts.models import Authority
from heard.cases.models import Enquiry
from heard.casework.queries.judged import judged_wishes
from heard.concerns.models import Section42Decision
from heard.enquiries.models import Closing, Risk, RiskFinding
from heard.measures.queries.concluded import concluded_in, with_asked
from heard.measures.queries.work_facts import work_of
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AppropriatePerson,
    CapacityForEnquiry,
    SubstantialDifficulty,
    SupportInEnquiry,
)
from heard.rules.age import age_on
from heard.rules.indicators.facts import AdvocateFacts, EnquiryFacts, RiskFacts, TalkFacts, WishFacts
from heard.rules.measures import asked_answer
from heard.rules.seen_alone import how_heard
from heard.rules.substantial_difficulty import has_substantial_difficulty
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME
from heard.rules.vocabulary.voice import Judge
from heard.voice.models import Conversation, FeedbackOffer

AT_ONCE = 1000
_NOW = {"is_current": True}
_SHOWN = {"in_error_at__isnull": True}
_COLUMNS = (
    "pk", "case_id", "concern_id", "concluded_on", "started_on", "recorded", "has_been_asked", "concern__received_at",
    "concern__primary_support_reason", "case__team__name", "case__person_id", "case__person__gender", "case__person__ethnicity",
    "case__person__birth_date", "case__person__death_date", "case__person__preferred_language",
)  # fmt: skip


def facts_of_concluded(authority: Authority, start: date, end: date) -> Iterator[EnquiryFacts]:
    """The facts of every enquiry concluded between two days, both included, of the whole authority: only ever to be counted."""
    keys = list(concluded_in(authority, start, end).order_by("concluded_on").values_list("pk", flat=True))
    for first in range(0, len(keys), AT_ONCE):
        found = Enquiry.objects.filter(pk__in=keys[first : first + AT_ONCE])
        yield from _Batch(list(with_asked(found).order_by().values_list(*_COLUMNS, named=True))).facts()


class _Batch:
    """What is recorded about some enquiries, by the id of each enquiry, its concern or its case."""

    def __init__(self, rows: list) -> None:
        self.rows = rows
        self.enquiries, self.concerns = [row.pk for row in rows], [row.concern_id for row in rows]
        self.cases = list({row.case_id for row in rows})
        self.of_concern = {row.concern_id: row.pk for row in rows}
        self.talks, self.wishes, self.risks = self._talks(), self._wishes(), self._risks()
        self.decided = dict(_current(Section42Decision, "concern_id", self.concerns, "decided_at"))
        self.capacity = dict(_current(CapacityForEnquiry, "enquiry_id", self.enquiries, "had_capacity"))
        self.support = dict(_current(SupportInEnquiry, "enquiry_id", self.enquiries, "supported_by"))
        self.views = dict(_current(Closing, "enquiry_id", self.enquiries, "view"))
        self.offered = dict(_current(FeedbackOffer, "enquiry_id", self.enquiries, "offered_on"))
        self.told = dict(_current(ActingWithoutAgreement, "concern_id", self.concerns, "was_told", **_SHOWN))
        self.difficulty = dict(_current(SubstantialDifficulty, "case_id", self.cases, "areas", **_SHOWN))
        self.named = {case for case, _ in _current(AppropriatePerson, "case_id", self.cases, "pk", **_SHOWN)}
        self.advocates, self.ends, self.work = self._advocates(), self._ends(), work_of(rows)

    def _talks(self) -> dict[UUID, list[TalkFacts]]:
        whose = Q(enquiry_id__in=self.enquiries) | Q(concern_id__in=self.concerns)
        columns = ("enquiry_id", "concern_id", "held_at", "stage", "not_heard_because", "alone", "spoken_by")
        rows, found = Conversation.objects.filter(whose, **_NOW, **_SHOWN).order_by("recorded_at"), defaultdict(list)
        said = ExpressionWrapper(~Q(words=""), output_field=BooleanField())
        for enquiry, concern, at, stage, because, alone, spoken_by, has_words in rows.values_list(*columns, said):
            how = how_heard(not_heard_because=because, alone=alone, spoken_by=spoken_by)
            on = timezone.localdate(at) if at else None
            found[enquiry or self.of_concern[concern]].append(TalkFacts(on, stage, how, because, has_words))
        return found

    def _wishes(self) -> dict[UUID, list[WishFacts]]:
        """By enquiry, the wishes that stand; an enquiry whose wishes no longer stand has an empty list."""
        found = defaultdict(list)
        for wish in judged_wishes(self.cases):
            given = WishFacts(wish.adults_rating or "", wish.ratings.get(Judge.PROFESSIONAL) or "")
            found[wish.enquiry_id] += [given] if wish.is_standing else []
        return found

    def _risks(self) -> dict[UUID, list[RiskFacts]]:
        rows = Risk.objects.filter(enquiry_id__in=self.enquiries, **_SHOWN).order_by("recorded_at", "pk")
        findings = {
            risk: (finding, outcome, bool(reason.strip()))
            for risk, finding, outcome, reason in RiskFinding.objects.filter(
                risk__enquiry_id__in=self.enquiries, finding__in=FINDINGS_WITH_OUTCOME, **_NOW
            ).values_list("risk_id", "finding", "outcome", "adults_reason")
        }
        found = defaultdict(list)
        for pk, enquiry, type_, source, place, provider in rows.values_list("pk", "enquiry_id", "type", "source", "location", "provider"):
            found[enquiry].append(RiskFacts(type_, source, place, provider, *findings.get(pk, ("", "", False))))
        return found

    def _advocates(self) -> dict[UUID, list[AdvocateFacts]]:
        found = defaultdict(list)
        rows = Advocacy.objects.filter(case_id__in=self.cases, **_SHOWN).order_by("referred_on")
        for case, referred_on, met_on in rows.values_list("case_id", "referred_on", "met_on"):
            found[case].append(AdvocateFacts(referred_on, met_on))
        return found

    def _ends(self) -> dict[UUID, list[tuple[date, UUID]]]:
        """The ends of every enquiry of these people, in this batch or not."""
        found = defaultdict(list)
        rows = Enquiry.objects.filter(
            case__person_id__in={row.case__person_id for row in self.rows}, concluded_on__isnull=False, concern__in_error_at__isnull=True
        )
        for person, on, pk in rows.values_list("case__person_id", "concluded_on", "pk"):
            found[person].append((on, pk))
        return found

    def facts(self) -> Iterator[EnquiryFacts]:
        return (self._facts(row) for row in self.rows)

    def _facts(self, row) -> EnquiryFacts:
        received_on, decided_at = timezone.localdate(row.concern__received_at), self.decided.get(row.concern_id)
        before = [on for on, pk in self.ends[row.case__person_id] if pk != row.pk and on <= received_on]
        answer = asked_answer(recorded=row.recorded, has_a_wish=row.pk in self.wishes, has_been_asked=row.has_been_asked)
        return EnquiryFacts(
            concluded_on=row.concluded_on, started_on=row.started_on, received_on=received_on,
            decided_on=timezone.localdate(decided_at) if decided_at else None, asked=answer or "",
            wishes=tuple(self.wishes.get(row.pk, ())), talks=tuple(self.talks.get(row.pk, ())),
            supported_by=tuple(self.support.get(row.pk, ())), has_representative=row.case_id in self.named,
            had_capacity=self.capacity.get(row.pk, ""), advocates=tuple(self.advocates.get(row.case_id, ())),
            has_difficulty=has_substantial_difficulty(self.difficulty.get(row.case_id) or {}).yes is True,
            overridden=row.concern_id in self.told, was_told=self.told.get(row.concern_id, ""),
            risks=tuple(self.risks.get(row.pk, ())), earlier_end=max(before, default=None), closing_view=self.views.get(row.pk, ""),
            feedback_offered=row.pk in self.offered, work=self.work[row.pk], team=row.case__team__name or "",
            gender=row.case__person__gender, ethnicity=row.case__person__ethnicity, support_reason=row.concern__primary_support_reason,
            age=age_on(row.case__person__birth_date, row.concluded_on, row.case__person__death_date),
        )  # fmt: skip


def _current(model, key: str, ids: Iterable[UUID], column: str, **more) -> Iterator[tuple]:
    """The current row of each, as (id, column)."""
    return model.objects.filter(**{f"{key}__in": ids}, **_NOW, **more).values_list(key, column)

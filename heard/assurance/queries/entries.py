"""What does the record of an audited case hold? One entry for each record, so that an answer can point at it.

The case was handed in by ``audits.audit_for``, which is the auditor's only way to it. One query for each kind asked for.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.models import ReferrerFeedback, Section42Decision
from heard.enquiries.models import Closing, PlanAction, Risk, SafeguardingPlan
from heard.people.models import CommunicationNeeds, NetworkMember
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AgreementToRaise,
    AppropriatePerson,
    BestInterestsDecision,
    CapacityAssessment,
    LegalAuthority,
    Sharing,
    SubstantialDifficulty,
)
from heard.voice.models import Conversation, FeedbackOffer, Involvement, Wish

NOW, SHOWN = {"is_current": True}, {"in_error_at__isnull": True}


@dataclass(frozen=True)
class Entry:
    """One record: its kind, what it is called, its day, and what it says, as pairs of name and words (blank ones left out)."""

    kind: str
    pk: UUID
    title: str
    on: date | None
    says: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """What an answer names it by, and where it stands on the page."""
        return f"{self.kind}-{self.pk}"


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _said(row: Any, /, **named: str) -> tuple[tuple[str, str], ...]:
    """The columns named, with the words for each; choices by their labels, lists with commas, days in words."""
    pairs = []
    for column, name in named.items():
        shown = getattr(row, f"get_{column}_display", None)
        value = shown() if shown else getattr(row, column)
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        if isinstance(value, date):
            value = f"{_day(value) if isinstance(value, datetime) else value:%-d %B %Y}"
        if value not in (None, "", {}):
            pairs.append((name, str(value)))
    return tuple(pairs)


def _concerns(case: Case) -> Iterable[Entry]:
    for one in Concern.objects.filter(case=case, **SHOWN).prefetch_related("reports").order_by("received_at"):
        report = next((row for row in one.reports.all() if row.is_current), None)
        said = _said(
            report, description="What was said", what_the_adult_wants="What the adult wants, as told", adults_words="The adult’s words",
            raised_by="Raised by",
        ) if report else ()  # fmt: skip
        yield Entry("concern", one.pk, f"Concern {one.reference}", _day(one.received_at), said)


def _decisions(case: Case) -> Iterable[Entry]:
    rows = Section42Decision.objects.filter(concern__case=case, concern__in_error_at__isnull=True, **NOW).select_related("answers")
    for one in rows.order_by("recorded_at"):
        parts = _said(
            one.answers, needs_care_and_support="Needs for care and support", needs_because="Why", at_risk="Abuse or neglect, or its risk",
            at_risk_because="Why", cannot_protect_self="Cannot protect themselves because of the needs", cannot_protect_because="Why",
        ) if one.answers else ()  # fmt: skip
        own = _said(one, decision="Decision", reason="Reason", second_reason="Second reason", decided_by_name="Decided by")
        yield Entry("decision", one.pk, "Decision under section 42", _day(one.decided_at or one.recorded_at), parts + own)


def _agreements(case: Case) -> Iterable[Entry]:
    for one in AgreementToRaise.objects.filter(concern__case=case, concern__in_error_at__isnull=True, **NOW):
        said = _said(one, answer="Did they agree?", adult_knows="Do they know?", ground="Ground for going on", ground_words="In words")
        yield Entry("agreement", one.pk, "Agreement to the concern", _day(one.recorded_at), said)
    for one in ActingWithoutAgreement.objects.filter(case=case, **NOW, **SHOWN):
        said = _said(
            one, ground="Ground", ground_words="In words", proportionality="Proportionality", lawful_basis="Lawful basis",
            decided_by_name="Decided by", was_told="Was the adult told?", told_how="How", not_told_because="Not told because",
        )  # fmt: skip
        yield Entry("agreement", one.pk, "Acting without agreement", one.decided_on, said)


def _conversations(case: Case) -> Iterable[Entry]:
    for one in Conversation.objects.filter(case=case, **NOW, **SHOWN).order_by("held_at", "recorded_at"):
        said = _said(
            one, stage="When", method="How", alone="Alone?", alone_because="If not, why", present="Who else was there",
            support_used="What helped", what_was_asked="What was asked", words="The adult’s words", spoken_by="Who spoke",
            spoken_by_name="Name", interpretation="The worker’s reading", not_heard_because="Not heard because", not_heard_words="In words",
        )  # fmt: skip
        yield Entry("conversation", one.pk, "Conversation", _day(one.held_at or one.recorded_at), said)


def _wishes(case: Case) -> Iterable[Entry]:
    for one in Wish.objects.filter(case=case, **NOW, **SHOWN).prefetch_related("judgements").order_by("recorded_at"):
        said = _said(
            one, words="What they want", expressed_by="Said by", changed_because="Changed because", withdrawn_because="Withdrawn because"
        )
        judged = tuple(
            (f"Judged by: {judged.get_judge_display().lower()}", f"{judged.get_rating_display()}. {judged.words}".strip())
            for judged in one.judgements.all() if judged.is_current and judged.in_error_at is None
        )  # fmt: skip
        yield Entry("wish", one.pk, "Something they want", one.expressed_on or _day(one.recorded_at), said + judged)


def _risks(case: Case) -> Iterable[Entry]:
    rows = Risk.objects.filter(enquiry__case=case, **SHOWN).prefetch_related("views", "findings").order_by("recorded_at")
    for one in rows:
        views = tuple(
            (view.get_whose_display(), f"{view.get_level_display()}. {view.words}".strip(". "))
            for view in one.views.all() if view.is_current
        )  # fmt: skip
        found = tuple(
            ("Found", " ".join(filter(None, (row.get_finding_display(), row.get_outcome_display(), row.adults_reason))))
            for row in one.findings.all() if row.is_current
        )  # fmt: skip
        yield Entry("risk", one.pk, f"Risk: {one.get_type_display()}", _day(one.recorded_at), _said(one, words="In words") + views + found)


def _actions(case: Case) -> Iterable[Entry]:
    for one in PlanAction.objects.filter(enquiry__case=case, **SHOWN).order_by("recorded_at"):
        said = _said(one, what="What", owner="Who", owner_name="Name", due_on="By", done_on="Done")
        yield Entry("action", one.pk, "Action in the plan", _day(one.recorded_at), said)


def _enquiries(case: Case) -> Iterable[Entry]:
    for one in Enquiry.objects.filter(case=case).order_by("started_on"):
        said = _said(one, kind="Kind", lead_name="Led by", concluded_on="Concluded")
        yield Entry("enquiry", one.pk, "Enquiry", one.started_on, said)


def _plain(kind: str, title: str, model, way: str, on: str, kept: dict, /, **columns: str) -> Callable[[Case], Iterable[Entry]]:
    """How a kind of record is read that stands on its own. ``way`` is its way to the case, or to the person."""

    def read(case: Case) -> Iterable[Entry]:
        whose = case.person_id if way.endswith("person") else case.pk
        for one in model.objects.filter(**{way: whose}, **kept).order_by("recorded_at"):
            when = getattr(one, on) or one.recorded_at
            yield Entry(kind, one.pk, title, _day(when) if isinstance(when, datetime) else when, _said(one, **columns))

    return read


READ: dict[str, Callable[[Case], Iterable[Entry]]] = {
    "concern": _concerns,
    "agreement": _agreements,
    "decision": _decisions,
    "enquiry": _enquiries,
    "conversation": _conversations,
    "wish": _wishes,
    "communication": _plain(
        "communication", "What helps them to take part", CommunicationNeeds, "person", "asked_on", NOW, needs="Needs",
        spoken_language="Language", needs_interpreter="Interpreter", best_times="Best times",
    ),
    "involvement": _plain(
        "involvement", "How much they want to be involved", Involvement, "case", "said_on", NOW, how_much="How much", words="In words",
        with_whom="With whom", where="Where", when="When",
    ),
    "difficulty": _plain(
        "difficulty", "Difficulty in being involved", SubstantialDifficulty, "case", "considered_on", NOW | SHOWN,
        adjustments_tried="What was tried first",
    ),
    "advocate": _plain(
        "advocate", "Advocate", Advocacy, "case", "referred_on", SHOWN, kind="Kind", organisation="Organisation", accepted_on="Accepted",
        met_on="Met the adult", ended_on="Ended",
    ),
    "appropriate-person": _plain(
        "appropriate-person", "Appropriate person", AppropriatePerson, "case", "started_on", NOW | SHOWN, ended_on="Ended",
        ended_because="Because",
    ),
    "capacity": _plain(
        "capacity", "Assessment of capacity", CapacityAssessment, "case", "assessed_at", NOW | SHOWN, decision="Decision",
        support_given="Support given", understand="Can understand", retain="Can retain", use_or_weigh="Can use or weigh",
        communicate="Can communicate", impairment="Impairment", causal_link="Because of it", conclusion="Conclusion",
        fluctuates="Fluctuates",
    ),
    "best-interests": _plain(
        "best-interests", "Decision in their best interests", BestInterestsDecision, "case", "decided_on", NOW | SHOWN, decided="Decided",
        known_wishes="Their wishes", departed_because="Against them because", less_restrictive="Less restrictive",
    ),
    "authority": _plain(
        "authority", "Attorney, deputy or appointee", LegalAuthority, "person", "seen_on", SHOWN, kind="Kind", scope="Scope",
        document_seen="Document seen", ended_on="Ended",
    ),
    "risk": _risks,
    "plan": _plain(
        "plan", "Safeguarding plan", SafeguardingPlan, "enquiry__case", "recorded_at", {}, adult_agrees="What the adult says",
        adults_words="In their words", reviewed_on="Reviewed", still_wanted="Still wanted?", review_words="At the review",
    ),
    "action": _actions,
    "sharing": _plain(
        "sharing", "Shared with a partner", Sharing, "case", "shared_on", SHOWN, with_whom="With", what="What", lawful_basis="Basis",
        justification="Justification",
    ),
    "telling": _plain(
        "telling", "The person who raised it", ReferrerFeedback, "concern__case", "told_on", NOW, told="Told", how="How",
        not_told_because="Not told because",
    ),
    "network": _plain(
        "network", "Somebody in their life", NetworkMember, "person", "recorded_at", SHOWN, name="Name", relationship="Relationship",
        means="What they mean to the adult", may_pose_risk="May pose a risk", is_carer_with_needs="A carer with needs",
    ),
    "closing": _plain(
        "closing", "Closing", Closing, "enquiry__case", "concluded_on", NOW, view="The adult’s view", view_words="In their words",
        reason="Reason", reason_words="In words", manager_reason="Manager’s reason",
    ),
    "feedback": _plain(
        "feedback", "Offer of a say on how it went", FeedbackOffer, "enquiry__case", "offered_on", NOW, how="How", answer="Answer",
        words="In words",
    ),
}  # fmt: skip


def entries_of(case: Case, kinds: Iterable[str] | None = None) -> list[Entry]:
    """The records of these kinds (or of all) in a case, in the order of the work, each kind oldest first."""
    wanted = set(READ if kinds is None else kinds)
    return [entry for kind, read in READ.items() if kind in wanted for entry in read(case)]

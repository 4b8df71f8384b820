"""What does the record of an audited case already say to a question? Gathers no more than the question's own reader asks for."""

from collections.abc import Callable

from django.utils import timezone

from heard.cases.models import Case, Enquiry
from heard.concerns.models import Section42Decision
from heard.enquiries.models import Closing, Risk, RiskView, SafeguardingPlan
from heard.people.models import CommunicationCheck, CommunicationNeeds
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AgreementToRaise,
    AppropriatePerson,
    CapacityAssessment,
    SubstantialDifficulty,
)
from heard.rules.auditing.filled_in import FilledIn, RecordRead, filled_in
from heard.rules.auditing.question_set import AuditQuestion
from heard.rules.vocabulary.communication import NeedsStep
from heard.rules.vocabulary.enquiry import PlanView
from heard.voice.facts import ASKED_OF, talk_facts
from heard.voice.models import Conversation, FeedbackOffer, Judgement, Wish

NOW, SHOWN = {"is_current": True}, {"in_error_at__isnull": True}


def read_beforehand(case: Case, question: AuditQuestion) -> FilledIn | None:
    """The answer that can be read from the record, and what it rests on; None where nothing can. At most four queries."""
    gather = GATHERED.get(question.filled_in_by)
    return filled_in(question.filled_in_by, RecordRead(**gather(case))) if gather else None


def _talks(case: Case) -> dict:
    rows = Conversation.objects.filter(case=case, **NOW, **SHOWN).only(*ASKED_OF)
    return {"talks": tuple(talk_facts(one) for one in rows)}


def _decision(case: Case) -> dict:
    made = Section42Decision.objects.filter(concern__case=case, concern__in_error_at__isnull=True, **NOW)
    first = made.select_related("answers").order_by("recorded_at").first()
    if first is None:
        return {}
    answers = first.answers
    reasons = (answers.needs_because, answers.at_risk_because, answers.cannot_protect_because) if answers else ()
    on = timezone.localdate(first.decided_at or first.recorded_at)
    return {"decided_on": on, "parts_with_reasons": sum(bool(one.strip()) for one in reasons)}


def _agreement(case: Case) -> dict:
    override = ActingWithoutAgreement.objects.filter(case=case, **NOW, **SHOWN).first()
    if override is not None:
        return {"is_overridden": True, "was_told": override.was_told}
    said = AgreementToRaise.objects.filter(concern__case=case, concern__in_error_at__isnull=True, **NOW).order_by("recorded_at").last()
    return {"agreement": said.answer if said else ""}


def _wishes(case: Case) -> dict:
    return {"wishes": Wish.objects.filter(case=case, **NOW, **SHOWN).count(), **_talks(case)}


def _communication(case: Case) -> dict:
    asked = CommunicationNeeds.objects.filter(person=case.person_id, **NOW).exists()
    checks = CommunicationCheck.objects.filter(person=case.person_id, step=NeedsStep.REVIEW, **SHOWN)
    return {"needs_asked": asked, "needs_met": tuple(checks.values_list("was_met", flat=True))}


def _involved(case: Case) -> dict:
    met = Advocacy.objects.filter(case=case, met_on__isnull=False, **SHOWN).count()
    named = AppropriatePerson.objects.filter(case=case, ended_on__isnull=True, **NOW, **SHOWN).count()
    considered = SubstantialDifficulty.objects.filter(case=case, **NOW, **SHOWN).exists()
    return {"difficulty_considered": considered, "helped_by": met + named}


def _capacity(case: Case) -> dict:
    support = CapacityAssessment.objects.filter(case=case, **NOW, **SHOWN).values_list("support_given", flat=True)
    return {"assessments": len(support), "assessments_with_support": sum(bool(one.strip()) for one in support)}


def _risk(case: Case) -> dict:
    risks = Risk.objects.filter(enquiry__case=case, **SHOWN).prefetch_related("views")
    both = {RiskView.Whose.ADULT, RiskView.Whose.PROFESSIONAL}
    seen = [{view.whose for view in one.views.all() if view.is_current and (view.level or view.words)} for one in risks]
    return {"risks": len(seen), "risks_seen_by_both": sum(both <= one for one in seen)}


def _plan(case: Case) -> dict:
    plans = list(SafeguardingPlan.objects.filter(enquiry__case=case))
    agreed = any(one.adult_agrees in (PlanView.AGREES, PlanView.PARTLY) for one in plans)
    return {"has_plan": bool(plans), "plan_agreed": agreed, "plan_reviewed": any(one.reviewed_on for one in plans)}


def _closing(case: Case) -> dict:
    return {
        "is_concluded": Enquiry.objects.filter(case=case, concluded_on__isnull=False).exists(),
        "closing_asked": Closing.objects.filter(enquiry__case=case, **NOW).filter(view__in=("agrees", "disagrees")).exists(),
        "wishes": Wish.objects.filter(case=case, **NOW, **SHOWN).count(),
        "wishes_judged": Judgement.objects.filter(wish__case=case, **NOW, **SHOWN).exclude(judge="professional").count(),
        "feedback_offered": FeedbackOffer.objects.filter(enquiry__case=case, **NOW).exists(),
    }


GATHERED: dict[str, Callable[[Case], dict]] = {
    "heard-before-the-decision": lambda case: _talks(case) | _decision(case),
    "agreement": _agreement,
    "wishes": _wishes,
    "communication": _communication,
    "three-parts": _decision,
    "involved": _involved,
    "capacity": _capacity,
    "risk": _risk,
    "plan": _plan,
    "closing": _closing,
}

"""In what order is a decision in the adult's best interests written down?"""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission
from heard.cases.queries import case_for
from heard.cases.reading import read_case
from heard.flows.flow import Flow, Page, Submission
from heard.flows.models import Draft
from heard.rights.actions.best_interests import decide_in_best_interests
from heard.rights.forms import best_interests as forms
from heard.rights.models import BestInterestsDecision, CapacityAssessment
from heard.rights.queries.capacity import assessment_of
from heard.rights.queries.legal_authority import authorities_of
from heard.rules.vocabulary.rights import CapacityConclusion
from heard.voice.asking import adult_card
from heard.voice.forms.conversation import lines
from heard.voice.queries import standing_wishes_of


def assessment_decided_on(request: HttpRequest, reference: str, assessment_id: UUID) -> CapacityAssessment:
    """The assessment with its case, what the adult wants and who holds an authority. Raises Http404 for one that found no lack."""
    saves_itself = request.resolver_match.url_name.endswith("-autosave")
    case = case_for(request.user, reference) if saves_itself else read_case(request, reference, "open-best-interests-form")
    found = assessment_of(case, assessment_id)
    if found.conclusion != CapacityConclusion.LACKS:
        raise Http404("The decision is the adult's own")
    found.adult = adult_card(case)
    found.wishes_now = standing_wishes_of(case)
    found.authorities = [one for one in authorities_of(case, timezone.localdate()) if one.in_force]
    return found


def record(submission: Submission) -> BestInterestsDecision:
    """Write the decision down. Raises NotAllowed as the action does."""
    said = submission.answers
    return decide_in_best_interests(
        assessment=submission.about, by=submission.by, decided=said["decided"] or "",
        checklist={slug: said[name] or "" for name, slug in forms.FACTORS.items()}, consulted=lines(said["consulted"] or ""),
        nobody_because=said["nobody_because"] or "", known_wishes=said["known_wishes"] or "", follows=said["follows"] or "",
        departed_because=said["departed_because"] or "", less_restrictive=said["less_restrictive"] or "",
        decided_by_name=said["decided_by_name"] or "", decided_on=said["decided_on"],
    )  # fmt: skip


def _to_the_assessment(draft: Draft, assessment: CapacityAssessment) -> str:
    return reverse("capacity-assessment", args=[assessment.case.reference, assessment.pk])


PLAIN = "rights/best_interests_page.html"
BEST_INTERESTS = Flow(
    slug="best-interests-form",
    title="A decision in the adult’s best interests",
    permission=Permission.RECORD_IN_CASE,
    about=assessment_decided_on,
    pages=(
        Page("options", forms.LessRestrictive, template=PLAIN),
        Page("considered", forms.Checklist, template=PLAIN),
        Page("consulted", forms.Consulted, template="rights/best_interests_consulted_page.html"),
        Page("wishes", forms.KnownWishes, template="rights/best_interests_wishes_page.html"),
        Page("decided", forms.Decided, template=PLAIN),
    ),
    send="Save this decision",
    check_title="Check the decision",
    check_template="rights/best_interests_check.html",
    on_submit=record,
    done_url=_to_the_assessment,
)

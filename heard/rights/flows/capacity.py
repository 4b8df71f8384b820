"""In what order is capacity for a decision assessed? The functional test first, then the impairment, then the link."""

from collections.abc import Callable

from django.urls import reverse

from heard.accounts.permissions import Permission
from heard.cases.models import Case
from heard.flows.flow import Answers, Flow, Page, Submission
from heard.flows.models import Draft
from heard.rights.actions.capacity import record_assessment
from heard.rights.forms import capacity as forms
from heard.rights.models import CapacityAssessment
from heard.rules.capacity_test import PARTS, impairment_is_asked, link_is_asked
from heard.rules.vocabulary.answers import YesNo

TEXTS = (
    "relevant_information", "why_in_doubt", "support_given", "impairment", "causal_link", "place", "assessor_name", "was_told",
    "told_words", "fluctuates", "best_times", "can_wait", "because",
)  # fmt: skip


def _a_part_failed(answers: Answers) -> bool:
    return impairment_is_asked(forms.parts_in(answers))


def _is_impaired(answers: Answers) -> bool:
    return link_is_asked(forms.parts_in(answers), answers["impairment"] or "")


def record(submission: Submission) -> CapacityAssessment:
    """Write the assessment down. Raises NotAllowed as the action does."""
    said, case = submission.answers, submission.about
    return record_assessment(
        case=case, by=submission.by, decision=forms.decision_in(said, case), conclusion=said["conclusion"] or "",
        assessed_at=said["assessed_at"], waiting=case.waiting, parts=forms.parts_in(said),
        words={name: said[f"{name}_words"] or "" for name in PARTS}, enquiry=case.enquiry_now,
        is_about_enquiry=said["is_about_enquiry"] == YesNo.YES, can_wait_until=said["can_wait_until"],
        ask_again_on=said["ask_again_on"], **{name: said[name] or "" for name in TEXTS},
    )  # fmt: skip


def _to_the_assessment(draft: Draft, case: Case) -> str:
    return reverse("capacity-assessment", args=[case.reference, draft.result_id])


def assessment_flow(*, about: Callable) -> Flow:
    """The form, about the case that ``about`` reads: what is recorded of risk lies above this layer and comes with the case."""
    plain, test = "rights/capacity_page.html", "rights/capacity_test_page.html"
    return Flow(
        slug="capacity-form",
        title="Capacity for one decision",
        permission=Permission.RECORD_IN_CASE,
        about=about,
        pages=(
            Page("decision", forms.WhichDecision, template=plain),
            Page("support", forms.SupportFirst, template=plain),
            Page("test", forms.FunctionalTest, template=test),
            Page("impairment", forms.WhetherImpaired, shown_if=_a_part_failed, template="rights/capacity_impairment_page.html"),
            Page("link", forms.WhetherCaused, shown_if=_is_impaired, template=plain),
            Page("conclusion", forms.WhatIsConcluded, template="rights/capacity_conclusion_page.html"),
            Page("again", forms.AtAnotherTime, template="rights/capacity_again_page.html"),
        ),
        send="Save this assessment",
        check_title="Check the assessment",
        check_template="rights/capacity_check.html",
        on_submit=record,
        done_url=_to_the_assessment,
    )

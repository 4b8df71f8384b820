"""Where is it recorded what the person who raised a concern was told?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Concern
from heard.cases.reading import read_concern
from heard.concerns.actions.telling import ask_manager_to_tell, is_for_a_manager, record_telling
from heard.concerns.forms.telling import TellReferrerForm
from heard.concerns.pages.concern import details_given
from heard.concerns.pages.triage import saved
from heard.concerns.queries.one_concern import in_full, link_of
from heard.documents.showing import card_in_words
from heard.rules.labelled import label_of
from heard.rules.pathway import CaseStage
from heard.rules.telling_the_referrer import may_be_said_now, must_be_told
from heard.rules.vocabulary.concern import ConcernState, RaisedBy, TellReferrer


def _asked(concern: Concern, report) -> dict:
    contact = (report.raised_by_contact or report.feedback_how) if report else ""
    return {
        "to_the_adult": report is not None and report.raised_by == RaisedBy.ADULT,
        "may_say": may_be_said_now(is_decided=concern.state == ConcernState.DECIDED, goes_on=concern.case.stage != CaseStage.CLOSED),
        "waiting": must_be_told(
            raised_by=report.raised_by if report else "", contact=contact, wants_feedback=report.wants_feedback if report else ""
        ),
    }


@allow(Permission.RECORD_IN_CASE)
def tell_referrer(request: HttpRequest, reference: str) -> HttpResponse:
    """What they were told from the short list, or why not; a manager decides where they may pose a risk."""
    concern = read_concern(request, reference)
    full = in_full(concern)
    asked, for_a_manager = _asked(concern, full.report_now), is_for_a_manager(concern)
    form = TellReferrerForm(request.POST or None, answers=asked, user=request.user)
    manager = may(request.user, Permission.DECIDE_AGAINST_RULE)
    if not manager and not asked["to_the_adult"] and request.POST.get("may_pose_risk") == "yes":
        ask_manager_to_tell(concern=concern, by=request.user, on=timezone.localdate())
        messages.success(request, "A safeguarding manager has been asked to decide what they are told. Do not tell them anything now.")
        return redirect("concern", reference)
    if form.is_valid() and saved(form, lambda: _tell(request, concern, form)):
        messages.success(request, f"What {'the adult' if asked['to_the_adult'] else 'the person who raised this'} was told is recorded.")
        return redirect("concern", reference)
    before = ", ".join(label_of(TellReferrer, one) for one in full.feedback_now.told) if full.feedback_now else ""
    raised_by = label_of(RaisedBy, full.report_now.raised_by if full.report_now else "")
    context = {"form": form, "concern": concern, "report": full.report_now, "raised_by": raised_by, "feedback": full.feedback_now}
    person = concern.case.person
    asked |= {"given": details_given(person, link_of(concern))} if asked["to_the_adult"] else {}
    safe = {"card": card_in_words(concern.case.current_card, person), "case": concern.case, "may_record": True}
    return render(request, "concerns/tell.html", {**context, **asked, **safe, "before": before, "stop": for_a_manager and not manager})


def _tell(request: HttpRequest, concern: Concern, form: TellReferrerForm) -> None:
    given, told = form.cleaned_data, form.is_told()
    record_telling(
        concern=concern, by=request.user, may_pose_risk=given.get("may_pose_risk") == "yes", told=tuple(given["told"]) if told else (),
        told_on=given["told_on"], how=given["how"], more=given["more"] if told else "", basis=given.get("basis", ""),
        not_told_because="" if told else given["not_told_because"],
    )  # fmt: skip

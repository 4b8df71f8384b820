"""Where does the named decider decide, with the rule and its law on the screen?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Concern
from heard.cases.queries import concerns_for
from heard.cases.reading import read_concern
from heard.concerns.actions.deciding import DecidedAlready, decide_concern, open_enquiry_beside
from heard.concerns.forms.deciding import DecisionForm
from heard.concerns.queries.answers import conversations_about, was_held, what_the_answers_mean
from heard.concerns.queries.heard import latest_talks_in, what_was_said
from heard.concerns.queries.one_concern import in_full, link_of, teams_and_leads
from heard.govuk.words import when
from heard.rules.agreement_to_settle import reason_is_to_be_settled
from heard.rules.decision import Decision, NotAllowed
from heard.rules.labelled import label_of
from heard.rules.section_42_decision import likely_route
from heard.rules.vocabulary.concern import SectionDecision
from heard.rules.vocabulary.voice import Method


def _asked(concern: Concern, user) -> dict:
    full = in_full(concern)
    conversations = list(conversations_about(concern))
    teams, leads = teams_and_leads(user)
    held = [(one, f"{when(one.held_at)}, {label_of(Method, one.method).lower()}") for one in conversations if was_held(one)]
    return {
        "rule": what_the_answers_mean(full.answers_now), "given": full.answers_now, "decided": full.decision_now,
        "conversations": held, "heard": bool(conversations),
        "talks": latest_talks_in(conversations), "said": what_was_said(concern, full.report_now), "teams": teams, "leads": leads,
        "has_enquiry": hasattr(full, "enquiry"), "joined": open_enquiry_beside(concern),
        "linked": concern.case.person.is_provisional and link_of(concern) is not None,
        "settle": _is_to_be_settled(full.agreement_now),
    }  # fmt: skip


def _is_to_be_settled(agreement) -> Decision:
    return reason_is_to_be_settled(answer=agreement.answer, ground=agreement.ground) if agreement else Decision(False)


def _initial(asked: dict) -> dict:
    given = asked["given"]
    route = likely_route(is_adult=given.is_18_or_over, in_area=given.adult_is_here) if given else ""
    return {"after": str(asked["decided"].pk) if asked["decided"] else "", "route": route}


@allow(Permission.DECIDE_SECTION_42)
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """What the answers mean in law and why; then the decision, its reason, and a second one against the rule."""
    concern = read_concern(request, reference)
    asked = _asked(concern, request.user)
    form = DecisionForm(request.POST or None, answers=asked, initial=_initial(asked), user=request.user)
    kept = None
    if form.is_valid():
        try:
            return _decided(request, concern, form)
        except NotAllowed as no:
            form.refuse(no)
        except DecidedAlready as already:
            kept = already.kept
            if kept.decided_by_id == request.user.pk and kept.reason == form.cleaned_data["reason"]:
                return redirect("concern", reference)  # the same decision sent twice
            form.add_error(None, "Somebody else decided this while you had the page open. What you typed is below and has not been saved")
    return render(request, "concerns/decide.html", {"form": form, "concern": concern, "kept": kept, **asked})


def _decided(request: HttpRequest, concern: Concern, form: DecisionForm) -> HttpResponse:
    given, after = form.cleaned_data, form.answers["decided"]
    made = decide_concern(
        concern=concern, by=request.user, at=timezone.now(), decision=given["decision"], reason=given["reason"],
        route=str(given.get("route") or ""), second_reason=given.get("second_reason") or "", met_by=form.chosen("met_by"),
        lead=form.chosen("lead") if "lead" in form.fields else None, team=form.chosen("team") if "team" in form.fields else None,
        after=after.pk if after and given["after"] == str(after.pk) else None, because=given.get("because") or "",
    )  # fmt: skip
    said = label_of(SectionDecision, made.decision)
    messages.success(request, f"Concern {concern.reference}: {said}. The decision is recorded in your name.")
    in_scope = concerns_for(request.user).filter(pk=concern.pk).exists()
    return redirect("concern", concern.reference) if in_scope else redirect("duty-list")

"""Which concerns wait, and which were decided against the rule?"""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.queries import said_not_safe_for
from heard.cases.reading import read_list
from heard.concerns.queries.duty_list import FILTERS, concerns_waiting_for, decisions_against_rule_for, how_many_wait
from heard.rules.childrens_route import age_in_words
from heard.rules.duty_list_order import days_waiting
from heard.rules.labelled import label_of
from heard.rules.vocabulary.concern import Danger, RaisedBy

PER_PAGE = 25
FIRST_WORDS = 120
NAMES = {
    "": "All", "now": "Danger now", "soon": "Danger soon", "not-known": "Danger not known", "no": "Said: no danger",
    "added": "Something added",
}  # fmt: skip
DANGERS = {Danger.NOW: "danger now", Danger.SOON: "danger soon", Danger.NOT_KNOWN: "danger not known", Danger.NO: "no danger"}
COLOURS = {Danger.NOW: "red", Danger.SOON: "orange", Danger.NO: "grey"}


def _first_words(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"


def danger_said(concern, report) -> str:
    """What was said of danger, and who said it: nobody has found it out yet."""
    if not concern.danger:
        return "Nobody said whether there is danger"
    return f"{'The adult' if report and report.raised_by == RaisedBy.ADULT else 'Referrer'} says: {DANGERS[concern.danger]}"


def age_said(report, answers) -> tuple[str, str] | None:
    """The words and colour of the tag for somebody said to be under 18, or None."""
    words = age_in_words(
        may_be_under_18=bool(report and report.may_be_under_18), is_18_or_over=answers.is_18_or_over if answers else ""
    )  # fmt: skip
    return (words, "grey" if answers and answers.is_18_or_over == "yes" else "orange") if words else None


def _row(concern, now) -> dict:
    report = concern.current_report[0] if concern.current_report else None
    answers = concern.current_answers[0] if concern.current_answers else None
    return {
        "concern": concern,
        "days": days_waiting(timezone.localtime(concern.received_at), timezone.localtime(now)),
        "danger": danger_said(concern, report),
        "colour": COLOURS.get(concern.danger, "yellow"),
        "raised_by": label_of(RaisedBy, report.raised_by if report else ""),
        "first_words": _first_words(report.description if report else ""),
        "age": age_said(report, answers),
        "follow_up_on": answers.follow_up_on if answers else None,
        "overdue": bool(answers and answers.follow_up_on and answers.follow_up_on < timezone.localdate(now)),
    }


@allow(Permission.SEE_DUTY_LIST)
def duty_list(request: HttpRequest) -> HttpResponse:
    """Undecided concerns by danger and age, in pages; one audit event for the list."""
    only = request.GET.get("only", "") if request.GET.get("only", "") in FILTERS else ""
    counts = how_many_wait(request.user)
    paginator = Paginator(concerns_waiting_for(request.user, only), PER_PAGE)
    paginator.count = counts[only.replace("-", "_") or "all"]  # known already: no second count
    page = paginator.get_page(request.GET.get("page"))
    concerns = list(page.object_list)
    read_list(request, "open-duty-list", concerns, only=only, page=page.number)
    now = timezone.now()
    filters = [{"slug": slug, "name": name, "count": counts[slug.replace("-", "_") or "all"]} for slug, name in NAMES.items()]
    context = {"page": page, "rows": [_row(one, now) for one in concerns], "filters": filters, "only": only, "total": counts["all"]}
    context["not_safe"] = list(said_not_safe_for(request.user)[:PER_PAGE])
    return render(request, "concerns/duty_list.html", {**context, "may_see_against_rule": may(request.user, Permission.SEE_AGAINST_RULE)})


@allow(Permission.SEE_AGAINST_RULE)
def against_rule(request: HttpRequest) -> HttpResponse:
    """Decisions made against the rule, newest first, with what the rule said and the second reason."""
    page = Paginator(decisions_against_rule_for(request.user), PER_PAGE).get_page(request.GET.get("page"))
    decisions = list(page.object_list)
    read_list(request, "open-decisions-against-rule", decisions, page=page.number)
    return render(request, "concerns/against_rule.html", {"page": page, "decisions": decisions})

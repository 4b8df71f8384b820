"""Which rounds of audits were drawn, how far is each, and what did they find?"""

from datetime import date
from secrets import randbelow
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.assurance.actions.drawing import draw_round, drawn_again
from heard.assurance.actions.giving import give_to_auditor
from heard.assurance.forms.audits import DrawRound, GiveToAuditor
from heard.assurance.pages.asking import ask, opened, typed
from heard.assurance.queries.audits import answers_open, differences_left, in_order, round_for, rounds_for, sampled_for, sampled_in
from heard.assurance.queries.frame import auditors_in
from heard.assurance.queries.themes import agreement_in, themes_by_round, themes_in
from heard.assurance.questions import set_of
from heard.cases.reading import read_list
from heard.govuk.words import day
from heard.rules.labelled import label_of
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.vocabulary.assurance import Answered, SampleMethod, Stratum

ON_A_PAGE = 25
PLANS = "Plans audits"


@allow(Permission.PLAN_AUDITS)
def audit_rounds(request: HttpRequest) -> HttpResponse:
    """Every round, the newest first."""
    page = Paginator(rounds_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    read_list(request, "open-audit-rounds", page.object_list)
    return render(request, "assurance/rounds.html", {"page": page, "back": reverse("quality")})


@allow(Permission.PLAN_AUDITS)
def draw(request: HttpRequest) -> HttpResponse:
    """Draw the cases of a new round."""
    auditors = auditors_in(request.user.authority)
    today = timezone.localdate()
    form = DrawRound(typed(request), about=auditors, initial={"start": date(today.year - 1, today.month, 1), "end": today, "size": 6})

    def save() -> None:
        said = dict(form.cleaned_data)
        chosen = set(said.pop("auditors"))
        seed, twice = said.pop("seed"), said.pop("twice")
        draw_round(
            by=request.user, auditors=[one for one in auditors if str(one.pk) in chosen], twice=twice or 0,
            seed=randbelow(1_000_000) if seed is None else seed, **said,
        )  # fmt: skip

    return ask(request, form, save, then=reverse("audit-rounds"), done="The cases are drawn and given to their auditors")


@allow(Permission.PLAN_AUDITS)
def audit_round(request: HttpRequest, round_id: UUID) -> HttpResponse:
    """One round: its cases, who audits them, how far they are, how it was drawn, whether auditors agree, and what was found."""
    found = round_for(request.user, round_id)
    opened(request, "open-audit-round", found, why=PLANS)
    cases = sampled_in(found)
    again = drawn_again(found)
    context = {
        "round": found, "cases": [(one, in_order(one), answers_open(one), len(differences_left(one))) for one in cases],
        "set": set_of(found.question_set), "how": _how(found), "is_same": again == [one.case.reference for one in cases],
        "agreement": agreement_in(cases), "themes": themes_in(cases), "Answered": Answered, "back": reverse("audit-rounds"),
    }  # fmt: skip
    return render(request, "assurance/round.html", context)


def _how(found) -> list[tuple[str, str]]:
    many = len(found.frame)
    of = f"{many} {'case' if many == 1 else 'cases'} open {day(found.start)} to {day(found.end)}"
    said = [("Drawn", label_of(SampleMethod, found.method)), ("From", of)]
    if found.groups_by:
        said.append(("Grouped by", ", ".join(Stratum(one).label.lower() for one in found.groups_by)))
    if found.sign:
        said.append(("Sign", Wonder(found.sign).label))
    return [*said, ("Seed", str(found.seed)), ("Audited by two", f"{found.twice}%")]


@allow(Permission.PLAN_AUDITS)
def give(request: HttpRequest, sampled_id: UUID) -> HttpResponse:
    """Give a case to another auditor, or to a first or a second where there is room."""
    sampled = sampled_for(request.user, sampled_id)
    begun = [one for one in in_order(sampled) if one.done_at is None and one.answers.all()]
    form = GiveToAuditor(typed(request), about=auditors_in(request.user.authority), answers={"begun": begun})

    def save() -> None:
        said = form.cleaned_data
        instead_of = UUID(said["instead_of"]) if said.get("instead_of") else None
        give_to_auditor(
            sampled=sampled, auditor_id=UUID(said["auditor"]), instead_of=instead_of, because=said.get("because") or "", by=request.user
        )

    then = reverse("audit-round", args=[sampled.round_id])
    return ask(request, form, save, then=then, done="Given to them", before=sampled.case.reference)


@allow(Permission.PLAN_AUDITS)
def themes(request: HttpRequest) -> HttpResponse:
    """What audits find over time: each theme, round by round."""
    found = themes_by_round(request.user.authority)
    read_list(request, "open-audit-themes", [one for one, _ in found])
    return render(request, "assurance/themes.html", {"rounds": found, "Answered": Answered, "back": reverse("audit-rounds")})

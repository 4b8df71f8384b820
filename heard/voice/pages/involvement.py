"""How much does the adult want to be involved, and how did that change?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_case
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.voice import ExpressedBy
from heard.voice.actions import involvement as actions
from heard.voice.asking import adult_card, ask, closed, typed
from heard.voice.forms.involvement import HowInvolved
from heard.voice.queries import involvements_of

SAME = ("how_much", "words", "means", "where", "when", "with_whom", "said_by")


@allow(Permission.SEE_CASES)
def involvement(request: HttpRequest, reference: str) -> HttpResponse:
    """What the adult wants now, and what they wanted before."""
    case = read_case(request, reference, "open-involvement")
    may_record = may(request.user, Permission.RECORD_IN_CASE) and case.stage != CaseStage.CLOSED
    context = {"case": case, "adult": adult_card(case), "versions": involvements_of(case), "may_record": may_record}
    return render(request, "voice/involvement.html", context)


@allow(Permission.RECORD_IN_CASE)
def change_involvement(request: HttpRequest, reference: str) -> HttpResponse:
    """Record how much they want to be involved, or what they want now."""
    case = read_case(request, reference, "open-involvement")
    if (no := closed(request, case)) is not None:
        return no
    held = next(iter(involvements_of(case)), None)
    first = {name: getattr(held, name) for name in SAME} if held else {"said_by": ExpressedBy.ADULT}
    named = {"representative_name": held.said_by_name, "advocate_name": held.said_by_name} if held else {}
    form = HowInvolved(typed(request), initial={**first, **named, "said_on": timezone.localdate()})

    def save() -> None:
        said = form.cleaned_data
        actions.record_involvement(
            case=case, by=request.user, said_by_name=form.name_of_who_said_it, said_on=said["said_on"],
            **{name: said[name] for name in SAME},
        )  # fmt: skip

    here = reverse("involvement", args=[reference])
    return ask(request, form, save, case=case, done="Saved. What they wanted before is kept.", then=here, back=here, cancel=here)

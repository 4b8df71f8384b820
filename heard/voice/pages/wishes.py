"""What does the adult want, how did it change, and how is that recorded?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Case
from heard.cases.reading import read_case
from heard.rules.vocabulary.voice import ExpressedBy, WhatTheySaid
from heard.voice.actions import wishes as wishes_actions
from heard.voice.asking import adult_card, ask, closed, typed
from heard.voice.forms.people import member_chosen
from heard.voice.forms.wishes import AddWish, ChangeWish, TagWish, WithdrawWish
from heard.voice.models import Wish
from heard.voice.queries import belongs_to, members_of, wish_of, wishes_of

NO_LONGER_STANDS = "That wish no longer stands: it was changed or withdrawn. Here is what stands now."


@allow(Permission.SEE_CASES)
def wishes(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything the adult said they want, and how it changed."""
    case = read_case(request, reference, "open-wishes")
    return render(request, "voice/wishes.html", {"case": case, "adult": adult_card(case), "wishes": wishes_of(case)})


def _to_list(request: HttpRequest, case: Case) -> HttpResponse:
    messages.info(request, NO_LONGER_STANDS)
    return redirect("wishes", case.reference)


def _who_said_it(wish: Wish) -> dict:
    name = {"representative_name": wish.expressed_by_name, "advocate_name": wish.expressed_by_name}
    return {"expressed_by": wish.expressed_by, **(name if wish.expressed_by != ExpressedBy.ADULT else {})}


def _about(wish: Wish) -> dict:
    return {"category": wish.category, "risk_level": wish.risk_level, "concerns": str(wish.about_member_id or "")}


@allow(Permission.RECORD_IN_CASE)
def add_wish(request: HttpRequest, reference: str) -> HttpResponse:
    """Record something the adult wants, said outside a recorded conversation."""
    case = read_case(request, reference, "open-wishes")
    if (no := closed(request, case)) is not None:
        return no
    case.members = members_of(case)
    form = AddWish(typed(request), about=case, initial={"expressed_on": timezone.localdate()})

    def save() -> None:
        said = form.cleaned_data
        wishes_actions.record_wish(
            case=case, by=request.user, **belongs_to(case), words=said["words"], expressed_by=said["expressed_by"],
            expressed_by_name=form.name_of_who_said_it, expressed_on=said["expressed_on"], risk_level=said["risk_level"],
            leave_me_alone=said["kind"] == WhatTheySaid.LEAVE_ME_ALONE, about_member=member_chosen(case, said, by=request.user),
        )  # fmt: skip

    return ask(request, form, save, case=case, done="What they want is saved")


@allow(Permission.RECORD_IN_CASE)
def change_wish(request: HttpRequest, reference: str, wish_id: UUID) -> HttpResponse:
    """Record what the adult wants now; the old words stand beside the question and stay on the record."""
    case = read_case(request, reference, "open-wishes")
    if (no := closed(request, case)) is not None:
        return no
    wish = wish_of(case, wish_id)
    if not wish.is_standing:
        return _to_list(request, case)
    case.members = members_of(case)
    first = {"expressed_on": timezone.localdate(), **_who_said_it(wish), **_about(wish)}
    form = ChangeWish(typed(request), about=case, initial=first)

    def save() -> None:
        said = form.cleaned_data
        wishes_actions.change_wish(
            wish=wish, by=request.user, words=said["words"], because=said["changed_because"], on=said["expressed_on"],
            expressed_by=said["expressed_by"], expressed_by_name=form.name_of_who_said_it, risk_level=said["risk_level"],
            about_member=member_chosen(case, said, by=request.user), enquiry=belongs_to(case).get("enquiry"),
        )  # fmt: skip

    return _ask_about(request, form, save, case, wish, done="What they want now is saved. What they said before is kept.")


@allow(Permission.RECORD_IN_CASE)
def withdraw_wish(request: HttpRequest, reference: str, wish_id: UUID) -> HttpResponse:
    """Record that the adult no longer wants something."""
    case = read_case(request, reference, "open-wishes")
    if (no := closed(request, case)) is not None:
        return no
    wish = wish_of(case, wish_id)
    if not wish.is_standing:
        return _to_list(request, case)
    form = WithdrawWish(typed(request), about=case, initial={"on": timezone.localdate()})

    def save() -> None:
        wishes_actions.withdraw_wish(wish=wish, by=request.user, **form.cleaned_data)

    return _ask_about(request, form, save, case, wish, done="Saved. Their words stay on the record.")


@allow(Permission.RECORD_IN_CASE)
def tag_wish(request: HttpRequest, reference: str, wish_id: UUID) -> HttpResponse:
    """Put a category, a level of risk and the person it concerns on a wish."""
    case = read_case(request, reference, "open-wishes")
    if (no := closed(request, case)) is not None:
        return no
    wish = wish_of(case, wish_id)
    case.members = members_of(case)
    form = TagWish(typed(request), about=case, initial=_about(wish))

    def save() -> None:
        said = form.cleaned_data
        member = member_chosen(case, said, by=request.user)
        wishes_actions.describe_wish(
            wish=wish, by=request.user, category=said["category"], risk_level=said["risk_level"], about_member=member
        )

    return _ask_about(request, form, save, case, wish, done="Saved")


def _ask_about(request: HttpRequest, form, save, case: Case, wish: Wish, *, done: str) -> HttpResponse:
    back = reverse("wishes", args=[case.reference])
    return ask(request, form, save, case=case, template="voice/about_wish.html", done=done, then=back, back=back, cancel=back, wish=wish)

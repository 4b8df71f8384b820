"""How does a worker offer the page, hand over the tablet, take a way in back, and answer what was said?"""

from datetime import date
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow, may
from heard.cases.looking import days_of_looking
from heard.cases.models import Case
from heard.cases.reading import read_case
from heard.documents.gate import card_for_rule
from heard.documents.showing import card_in_words
from heard.flows.actions import forget_words
from heard.mypage.actions import answering, offering
from heard.mypage.forms.offering import Answer, EndIt, HandOver, HoldBack, Offer
from heard.mypage.pages.reading import keep_open
from heard.mypage.queries.said import held_of, saying_of, sayings_of
from heard.mypage.queries.ways_in import not_used_yet, way_in_made, way_in_of, ways_in_of, who_may_cover
from heard.rights.queries.representatives import Representative, who_may_represent
from heard.rules.decision import NotAllowed
from heard.rules.own_page import USUAL_DAYS
from heard.rules.safe_contact import place_to_fill_in
from heard.rules.vocabulary.own_page import Feeling, NoteKind, Reader, Said
from heard.rules.vocabulary.safe_contact import Way
from heard.voice.asking import ask, typed


@allow(Permission.SEE_CASES)
def own_pages(request: HttpRequest, reference: str) -> HttpResponse:
    """What they said on their own page, what was done about it, and the ways in."""
    case = read_case(request, reference, "open-own-pages")
    context = {
        "case": case, "sayings": sayings_of(case), "ways": ways_in_of(case), "may_record": may(request.user, Permission.RECORD_IN_CASE),
        "card": card_in_words(case.current_card, case.person), "said_words": lambda one: Said(one).label,
        "feeling_words": lambda one: Feeling(one).label,
    }  # fmt: skip
    return render(request, "mypage/own-pages.html", context)


def _cover(request: HttpRequest, case: Case, chosen: str):
    return next((one for one in who_may_cover(case, by=request.user) if str(one.pk) == chosen), None)


def _first_shown(case: Case) -> dict:
    """What the form holds before anybody types: only places that the safe-contact card calls safe for that way."""
    card, person = card_for_rule(case.current_card, case.person), case.person
    places = (("number", Way.TEXT, person.phone), ("email", Way.EMAIL, person.email), ("address", Way.POST, person.address))
    filled = {name: place_to_fill_in(card=card, way=way, known=known) for name, way, known in places}
    return {**filled, "days": USUAL_DAYS, "once": uuid4()}


@allow(Permission.RECORD_IN_CASE)
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """Make a link or a code, shown once."""
    case = read_case(request, reference, "open-offer-own-page")
    if made := way_in_made(case, request.POST.get("once", "")):
        return render(request, "mypage/made-already.html", {"case": case, "way": made})
    form = Offer(typed(request), about=case, user=request.user, initial=_first_shown(case))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        whose = next((one for one in who_may_represent(case) if one.key == said["reader"]), Representative("", ""))
        try:
            way_in, secret = offering.offer_page(
                case=case, by=request.user, reader=Reader.REPRESENTATIVE if whose.key else Reader.ADULT, member=whose.member,
                legal_authority=whose.legal_authority, advocacy=whose.advocacy, how=said["how"], where=form.where(),
                is_safe=said["is_safe"] == "yes", how_we_know=said["how_we_know"], question=said["question"], answer=said["second_fact"],
                cover=_cover(request, case, said["cover"]), days=said["days"], asks_how_it_went=said["asks_how_it_went"], at=said["at"],
                once=said["once"],
            )  # fmt: skip
        except NotAllowed as no:
            form.refuse(no)
        else:
            forget_words(by=request.user, address=request.path)
            address = request.build_absolute_uri(reverse("open-link", args=[secret]))
            context = {"case": case, "way": way_in, "secret": secret, "address": address, "start": request.build_absolute_uri("/p")}
            return render(request, "mypage/made.html", context)
    here = reverse("own-pages", args=[reference])
    context = {"form": form, "case": case, "card": card_in_words(case.current_card, case.person), "live": not_used_yet(case)}
    return render(request, "mypage/offer.html", {**context, "back": here, "cancel": here})


@allow(Permission.RECORD_IN_CASE)
def hand_over_here(request: HttpRequest, reference: str) -> HttpResponse:
    """Open the adult's page on this device, and sign the worker out: from there nothing leads back to the record."""
    case = read_case(request, reference, "open-hand-over")
    form = HandOver(typed(request), about=case, user=request.user)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            _, key = offering.hand_over(
                case=case, by=request.user, is_safe=said["is_safe"] == "yes", how_we_know=said["how_we_know"],
                cover=_cover(request, case, said["cover"]), asks_how_it_went=said["asks_how_it_went"],
            )  # fmt: skip
        except NotAllowed as no:
            form.refuse(no)
        else:
            logout(request)
            return keep_open(redirect("own-page"), key)
    here = reverse("own-pages", args=[reference])
    live = [one for one in not_used_yet(case) if not one.representative]
    return render(request, "mypage/hand-over.html", {"form": form, "case": case, "live": live, "back": here, "cancel": here})


@allow(Permission.RECORD_IN_CASE)
def end(request: HttpRequest, reference: str, way_id: UUID) -> HttpResponse:
    """Take a way in back, with why."""
    case = read_case(request, reference, "open-own-pages")
    way_in, here = way_in_of(case, way_id), reverse("own-pages", args=[reference])
    form = EndIt(typed(request))
    return ask(
        request, form, lambda: offering.end_page(way_in=way_in, because=form.cleaned_data["because"], by=request.user), case=case,
        done="It is taken back. It opens nothing now.", then=here, back=here, cancel=here,
    )  # fmt: skip


@allow(Permission.RECORD_IN_CASE)
def answer(request: HttpRequest, reference: str, saying_id: UUID) -> HttpResponse:
    """Write beside what was said: what was done, or what a recording says."""
    case = read_case(request, reference, "open-own-pages")
    saying, here = saying_of(case, saying_id), reverse("own-pages", args=[reference])
    form = Answer(typed(request), about=saying)

    def save() -> None:
        kind = form.cleaned_data.get("kind") or NoteKind.DONE
        answering.add_note(saying=saying, kind=kind, words=form.cleaned_data["words"], by=request.user)

    return ask(
        request, form, save, case=case, template="mypage/answer.html", done="Your note is saved.", then=here, back=here, cancel=here,
        saying=saying, said_words=Said(saying.said).label, feeling_words=Feeling(saying.feeling).label if saying.feeling else "",
    )  # fmt: skip


@allow(Permission.SEE_CASES)
def sound(request: HttpRequest, reference: str, saying_id: UUID) -> HttpResponse:
    """A recording as it was sent, to listen to. 404 where nothing was recorded."""
    saying = saying_of(read_case(request, reference, "open-recording"), saying_id)
    if not saying.sound_kind:
        raise Http404("No recording")
    response = HttpResponse(bytes(saying.sound), content_type=saying.sound_kind)
    response.headers["Content-Disposition"] = 'inline; filename="sound"'
    return response


@allow(Permission.HOLD_BACK)
def hold_back_day(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep what one person opened on one day from the adult. Raises Http404 for a day on which they did not look."""
    case = read_case(request, reference, "open-who-looked")
    day = next((one for one in days_of_looking(case) if one.by and _names(request, one)), None)
    here = reverse("who-looked", args=[reference])
    if day is None:
        if request.GET.get("who"):
            raise Http404("Nobody looked then")
        return redirect(here)
    form = HoldBack(typed(request))
    return ask(
        request, form, lambda: answering.hold_back(case=case, looked_by=day.by, looked_on=day.on, by=request.user, **form.cleaned_data),
        case=case, done="The adult does not see it now.", then=here, back=here, cancel=here, title=None,
    )  # fmt: skip


def _names(request: HttpRequest, day) -> bool:
    try:
        return str(day.by.pk) == request.GET.get("who") and day.on == date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return False


@allow(Permission.HOLD_BACK)
def let_see(request: HttpRequest, reference: str, hold_id: UUID) -> HttpResponse:
    """Let the adult see it again, by one press."""
    case = read_case(request, reference, "open-who-looked")
    held = held_of(case, hold_id)
    if request.method == "POST":
        answering.let_be_seen(held=held, by=request.user)
        messages.success(request, "The adult can see it now.")
    return redirect("who-looked", reference)

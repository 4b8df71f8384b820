"""How does an adult sort picture cards, and how is the board kept and looked at?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow, may
from heard.cases.queries import case_for
from heard.cases.reading import read_case
from heard.govuk.words import when
from heard.rules.decision import NotAllowed
from heard.rules.picture_talk import where_each_lies
from heard.rules.vocabulary.picture_cards import DECKS, MovedBy, Place
from heard.voice.actions import pictures
from heard.voice.asking import adult_card, ask, typed
from heard.voice.flows import case_to_record_in
from heard.voice.forms.conversation import lines, why_not_alone
from heard.voice.forms.picture_talks import BeginPictureTalk, FinishPictureTalk
from heard.voice.models import PictureTalk
from heard.voice.queries import picture_talk_of, picture_talks_of


@allow(Permission.RECORD_IN_CASE)
def begin(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the cards; those begun and not finished are offered first."""
    case = case_to_record_in(request, reference)
    form = BeginPictureTalk(typed(request), about=case, initial={"stage": case.stages[0]})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        about = {key: of for key, _, of in case.to_choose}.get(said.get("belongs_to")) or case.to_choose[0][2]
        try:
            talk = pictures.begin_picture_talk(case=case, deck=DECKS[said["deck"]], stage=said["stage"], by=request.user, **about)
        except NotAllowed as no:
            form.refuse(no)
        else:
            return redirect("picture-board", reference, talk.pk)
    here = reverse("case", args=[reference])
    around = {"case": case, "adult": adult_card(case), "back": here, "cancel": here, "talks": picture_talks_of(case), "decks": DECKS}
    return render(request, "voice/begin_picture_talk.html", {"form": form, **around})


@allow(Permission.RECORD_IN_CASE)
def board(request: HttpRequest, reference: str, talk_id: UUID) -> HttpResponse:
    """The board, with nothing else on it: the adult looks at it too. A card that is moved is kept at once."""
    if request.method == "POST":
        return _move(request, picture_talk_of(case_for(request.user, reference), talk_id))
    talk = picture_talk_of(read_case(request, reference, "open-picture-talk"), talk_id)
    if talk.finished_at:
        return redirect("picture-talk", reference, talk.pk)
    deck, lies = DECKS[talk.deck], _lies(talk)
    last = talk.moved[-1] if talk.moved else None
    context = {
        "talk": talk, "deck": deck, "last": last, "moved_by": last.moved_by if last else MovedBy.ADULT, "who_moves": MovedBy.choices(),
        "columns": [(place, [deck.card(card) for card, lay in lies.items() if lay == place]) for place in deck.scale],
        "pile": [card for card in deck.cards if card.slug not in lies], "Place": Place,
    }  # fmt: skip
    return render(request, "voice/picture_board.html", context)


def _lies(talk: PictureTalk) -> dict[str, Place]:
    return where_each_lies((one.card, Place(one.place)) for one in talk.moved)


def _move(request: HttpRequest, talk: PictureTalk) -> HttpResponse:
    """Move one card; a script is answered in JSON, a form by the board again."""
    card, _, place = request.POST.get("move", "").partition(":")
    who = request.POST.get("moved_by", "")
    wants_json = request.headers.get("Accept", "") == "application/json"
    try:
        pictures.move_card(
            talk=talk, card=card, place=place, moved_by=who if who in set(MovedBy) else MovedBy.WORKER, by=request.user
        )  # fmt: skip
    except NotAllowed as no:
        if wants_json:
            return JsonResponse({"kept": False, "because": no.decision.because[0]}, status=409)
        messages.error(request, no.decision.because[0])
        return redirect("picture-board", talk.case.reference, talk.pk)
    if wants_json:
        return JsonResponse({"kept": True})
    return redirect(reverse("picture-board", args=[talk.case.reference, talk.pk]) + f"#card-{card}")


@allow(Permission.RECORD_IN_CASE)
def finish(request: HttpRequest, reference: str, talk_id: UUID) -> HttpResponse:
    """Look at the board together, say who helped and whether the adult says it is right, and keep it."""
    case = read_case(request, reference, "open-picture-talk")
    talk = picture_talk_of(case, talk_id)
    if talk.finished_at:
        return redirect("picture-talk", reference, talk.pk)
    form = FinishPictureTalk(typed(request))

    def save() -> None:
        said = form.cleaned_data
        pictures.finish_picture_talk(
            talk=talk, by=request.user, helped_by=said["helped_by"], confirmed=said["confirmed"],
            confirmed_words=said["confirmed_words"] or "", said=said["said"], alone=said["alone"], alone_because=why_not_alone(said),
            present=lines(said["present"]), asked_what_they_want=said["asked_what_they_want"] or "",
            interpretation=said["interpretation"],
        )  # fmt: skip

    back = reverse("picture-board", args=[reference, talk_id])
    return ask(
        request, form, save, case=case, template="voice/finish_picture_talk.html", done="The board is kept as it lay.",
        then=reverse("picture-talk", args=[reference, talk_id]), back=back, cancel=back, **_shown(talk),
    )  # fmt: skip


def _shown(talk: PictureTalk) -> dict:
    deck, lies = DECKS[talk.deck], _lies(talk)
    words_of = {one.card: one.words for one in talk.moved}
    rows = [(place.label, [words_of[card] for card, lay in lies.items() if lay == place]) for place in deck.scale]
    return {
        "talk": talk, "deck": deck, "rows": rows, "rows_joined": [(label, ", ".join(cards) or "None") for label, cards in rows],
        "moved_rows": [
            (one.number, one.words, one.get_place_display(), one.get_moved_by_display(), when(one.recorded_at)) for one in talk.moved
        ],
    }  # fmt: skip


@allow(Permission.SEE_CASES)
def picture_talk(request: HttpRequest, reference: str, talk_id: UUID) -> HttpResponse:
    """A finished talk: the board as a picture and as a table, the order of moves, who helped, and whether the adult confirmed it."""
    case = read_case(request, reference, "open-picture-talk")
    talk = picture_talk_of(case, talk_id)
    may_mark = may(request.user, Permission.MARK_IN_ERROR)
    return render(request, "voice/picture_talk.html", {"case": case, "adult": adult_card(case), "may_mark": may_mark, **_shown(talk)})


@allow(Permission.SEE_CASES)
def picture(request: HttpRequest, reference: str, talk_id: UUID) -> HttpResponse:
    """The board as it lay at the end, an SVG to look at, print or download. 404 before the talk is finished."""
    talk = picture_talk_of(read_case(request, reference, "open-picture-talk"), talk_id)
    if not talk.picture:
        raise Http404("Not finished yet")
    response = HttpResponse(talk.picture, content_type="image/svg+xml")
    response.headers["Content-Disposition"] = f'{"attachment" if "download" in request.GET else "inline"}; filename="cards.svg"'
    return response

"""What does the page show, and how is each thing said on it?"""

from collections.abc import Callable
from uuid import UUID, uuid4

from csp.decorators import csp_update
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.accounts.permissions import public
from heard.documents.gate import card_for_rule
from heard.mypage.actions import saying as say
from heard.mypage.pages.reading import Here, around, own_page
from heard.mypage.queries.shown import label_of_sent, page_of, people_shown, sayings_sent
from heard.mypage.queries.who_looked import who_looked_at_mine
from heard.people.queries import safe_contact_card_of
from heard.rules.decision import NotAllowed
from heard.rules.own_page import MAY_SAY
from heard.rules.safe_contact import place_to_fill_in
from heard.rules.sound import MOST_BYTES
from heard.rules.vocabulary.experience import Wording
from heard.rules.vocabulary.own_page import Feeling, Reader, Said
from heard.rules.vocabulary.picture_cards import DECKS
from heard.rules.vocabulary.safe_contact import SafeTime, Way
from heard.rules.vocabulary.voice import IN_THEIR_WORDS, Rating
from heard.voice.paper import PICTURE_OF_ANSWER
from heard.voice.queries import standing_wishes_of, wish_of
from heard.voice.questionnaires import instrument_in_use

WORDINGS = {"easier": Wording.EASY_READ, "longer": Wording.ADULT}  # the adult's choice, by words that tell nothing in an address
WHO_ANSWERS = (("yes", "Yes"), ("no", "No"), ("not-known", "I am not sure"))
PICTURE_OF = {Rating.MET: "yes", Rating.PARTLY_MET: "so-so", Rating.NOT_MET: "no"}


def _once(request: HttpRequest, name: str = "once") -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        return uuid4()


def _ask(request: HttpRequest, here: Here, template: str, said: Said, do: Callable[[UUID], object], **context) -> HttpResponse:
    """Draw a page that asks something, or keep the answer and say what happens next. A no is shown, with all that was typed."""
    if said not in MAY_SAY[Reader(here.opening.way_in.reader)]:
        raise Http404("Not on this page")
    error = ""
    if request.method == "POST":
        try:
            do(_once(request))
        except NotAllowed as no:
            error = no.decision.because[0]
        else:
            return redirect("own-page-sent")
    about = {**around(here), "error": error, "typed": request.POST, "once": _once(request)}
    return render(request, f"mypage/{template}.html", {**about, **context})


def _words(request: HttpRequest, name: str = "words") -> str:
    return request.POST.get(name, "").replace("\r\n", "\n")[:20_000]


@public
@own_page
def own(request: HttpRequest, here: Here) -> HttpResponse:
    """What they said they want, who helps, what happens next, what was agreed; and what they can do here."""
    page = page_of(here.opening)
    asks = here.opening.way_in.asks_how_it_went
    words = {"label": label_of_sent, "feeling_words": lambda one: Feeling(one).label}
    context = {**around(here), "page": page, "asks": asks, "judges": asks and page.wishes, **words}
    return render(request, "mypage/own.html", context)


@public
@own_page
def sent(request: HttpRequest, here: Here) -> HttpResponse:
    """What was sent last, that we have it, when it is read, and whom to ring now."""
    found = sayings_sent(here.opening)
    if not found:
        return redirect("own-page")
    cover, lead = here.opening.way_in.cover, here.opening.case.lead
    told = [one.full_name for one in dict.fromkeys((lead, cover)) if one is not None and one.is_active]
    context = {**around(here), "last": found[0], "told": told, "Said": Said, "Feeling": Feeling}
    return render(request, "mypage/sent.html", context)


@public
@own_page
def want(request: HttpRequest, here: Here) -> HttpResponse:
    """Say something they want."""
    return _ask(request, here, "want", Said.WISH, lambda once: say.say_wish(
        opening=here.opening, once=once, words=_words(request), helped_by=_words(request, "helped_by")[:200]
    ))  # fmt: skip


@public
@own_page
def want_instead(request: HttpRequest, here: Here, wish_id: UUID) -> HttpResponse:
    """Change something they want."""
    wish = wish_of(here.opening.case, wish_id)
    return _ask(request, here, "want", Said.CHANGED_WISH, lambda once: say.say_wish_changed(
        opening=here.opening, once=once, wish=wish, words=_words(request), helped_by=_words(request, "helped_by")[:200]
    ), wish=wish)  # fmt: skip


@public
@own_page
def not_mine(request: HttpRequest, here: Here, wish_id: UUID) -> HttpResponse:
    """Say that what is written is not what they said."""
    wish = wish_of(here.opening.case, wish_id)
    return _ask(request, here, "not-mine", Said.NOT_WHAT_I_SAID, lambda once: say.say_that_is_not_what_i_said(
        opening=here.opening, once=once, wish=wish, words=_words(request), helped_by=_words(request, "helped_by")[:200]
    ), wish=wish)  # fmt: skip


@public
@own_page
def today(request: HttpRequest, here: Here) -> HttpResponse:
    """How safe they feel today."""
    return _ask(request, here, "today", Said.SAFE_TODAY, lambda once: say.say_how_safe(
        opening=here.opening, once=once, feeling=request.POST.get("feeling", ""), words=_words(request)
    ), feelings=Feeling)  # fmt: skip


@public
@own_page
def pictures(request: HttpRequest, here: Here, deck: str) -> HttpResponse:
    """Choose pictures instead of words."""
    if deck not in DECKS:
        raise Http404("No such pictures")
    places = {one.slug: request.POST.get(f"card-{one.slug}", "") for one in DECKS[deck].cards}
    return _ask(request, here, "pictures", Said.PICTURES, lambda once: say.say_with_pictures(
        opening=here.opening, once=once, deck=deck, places=places, words=_words(request), helped_by=_words(request, "helped_by")[:200]
    ), deck=DECKS[deck], decks=DECKS.values(), chosen=places)  # fmt: skip


@public
@csp_update({"media-src": ["'self'", "blob:"]})
@own_page
def voice(request: HttpRequest, here: Here) -> HttpResponse:
    """Record their own voice, or choose a recording."""
    def keep(once: UUID) -> None:
        given = request.FILES.get("sound")
        say.say_aloud(
            opening=here.opening, once=once, sound=given.read(MOST_BYTES + 1) if given else b"",
            helped_by=_words(request, "helped_by")[:200],
        )  # fmt: skip

    response = _ask(request, here, "voice", Said.VOICE, keep)
    response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)"
    return response


@public
@own_page
def people(request: HttpRequest, here: Here) -> HttpResponse:
    """Choose who is involved."""
    members = people_shown(here.opening.case)
    known = {value for value, _ in WHO_ANSWERS}
    answers = {one: request.POST.get(f"who-{one.pk}", "") for one in members}
    return _ask(request, here, "people", Said.WHO, lambda once: say.say_who(
        opening=here.opening, once=once, answers={one: answer for one, answer in answers.items() if answer in known}, words=_words(request)
    ), members=members, choices=WHO_ANSWERS, answers=answers)  # fmt: skip


@public
@own_page
def call(request: HttpRequest, here: Here) -> HttpResponse:
    """Ask for a call at a time that is safe."""
    def keep(once: UUID) -> None:
        times = [SafeTime(one).label for one in request.POST.getlist("times") if one in set(SafeTime)]
        say.say_simply(opening=here.opening, once=once, said=Said.CALL, words=_words(request), chosen=times)

    is_adult = here.opening.way_in.reader == Reader.ADULT
    person = here.opening.case.person
    card = safe_contact_card_of(person) if is_adult else None
    has_number = bool(place_to_fill_in(card=card_for_rule(card, person), way=Way.PHONE, known=person.phone))
    usual = card.safe_times if card else []
    return _ask(request, here, "call", Said.CALL, keep, times=SafeTime, is_adult=is_adult, usual=usual, has_number=has_number)


@public
@own_page
def stop(request: HttpRequest, here: Here) -> HttpResponse:
    """Say stop."""
    return _ask(request, here, "stop", Said.STOP, lambda once: say.say_simply(
        opening=here.opening, once=once, said=Said.STOP, words=_words(request)
    ))  # fmt: skip


@public
@own_page
def anything(request: HttpRequest, here: Here) -> HttpResponse:
    """Say something else."""
    return _ask(request, here, "anything", Said.ANYTHING, lambda once: say.say_simply(
        opening=here.opening, once=once, said=Said.ANYTHING, words=_words(request), helped_by=_words(request, "helped_by")[:200]
    ))  # fmt: skip


@public
@own_page
def happened(request: HttpRequest, here: Here) -> HttpResponse:
    """Say whether what was wanted happened, the adult or their representative apart, where the worker asked for it."""
    if not here.opening.way_in.asks_how_it_went:
        raise Http404("Not asked")
    wishes = standing_wishes_of(here.opening.case)
    for one in wishes:
        one.case = here.opening.case
    ratings = {one: request.POST.get(f"wish-{one.pk}", "") for one in wishes}
    is_adult = here.opening.way_in.reader == Reader.ADULT
    pictures = PICTURE_OF if is_adult else {}
    return _ask(request, here, "happened", Said.JUDGED, lambda once: say.say_whether_it_happened(
        opening=here.opening, once=once, ratings=ratings, words={one: _words(request, f"words-{one.pk}") for one in wishes}
    ), wishes=wishes, choices=tuple(IN_THEIR_WORDS.items()), ratings=ratings, is_adult=is_adult, picture_of=pictures)  # fmt: skip


def _wording(request: HttpRequest, here: Here) -> Wording:
    """In which words the questions are put: Easy Read to the adult unless they choose the other; always theirs to a representative."""
    if here.opening.way_in.reader != Reader.ADULT:
        return Wording.REPRESENTATIVE
    return WORDINGS.get(request.POST.get("as") or request.GET.get("as", ""), Wording.EASY_READ)


@public
@own_page
def experience(request: HttpRequest, here: Here) -> HttpResponse:
    """Say how it was, in one's own name or without a name, where the worker asked for it."""
    if not here.opening.way_in.asks_how_it_went:
        raise Http404("Not asked")
    asked = instrument_in_use()
    answers = {one.id: request.POST.get(f"answer-{one.id}", "") for one in asked.questions}
    wording = _wording(request, here)
    apart = _once(request, "apart")  # not the id of a saying: nothing ties answers without a name to one
    no_name, error = request.POST.get("no_name") == "yes", ""
    if request.method == "POST" and no_name:
        try:
            say.say_how_it_was_without_a_name(opening=here.opening, answers=answers, once=apart)
        except NotAllowed as no:
            error = no.decision.because[0]
        else:
            return redirect("own-page-thanks")
    context = {"asked": asked, "answers": answers, "wording": wording, "no_name": no_name, "apart": apart}
    context["picture_of"] = PICTURE_OF_ANSWER if wording == Wording.EASY_READ else {}
    if error:
        about = {**around(here), "error": error, "typed": request.POST, "once": _once(request)}
        return render(request, "mypage/experience.html", {**about, **context})
    return _ask(request, here, "experience", Said.EXPERIENCE, lambda once: say.say_how_it_was(
        opening=here.opening, once=once, answers=answers, words=_words(request), wording=wording
    ), **context)  # fmt: skip


@public
@own_page
def thanks(request: HttpRequest, here: Here) -> HttpResponse:
    """After answers without a name: that we have them, and nothing that says which."""
    return render(request, "mypage/thanks.html", around(here))


@public
@own_page
def looked(request: HttpRequest, here: Here) -> HttpResponse:
    """Who looked at their record, and why. For the adult only."""
    if here.opening.way_in.reader != Reader.ADULT:
        raise Http404("Not on this page")
    return render(request, "mypage/looked.html", {**around(here), "looked": who_looked_at_mine(here.opening)})

"""How do the questions about how it was go out on paper, and come back?"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.documents.spoken import CannotSpeak, program
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.experience import WORDINGS_FOR, Who
from heard.voice.actions.experience import record_anonymous_answers
from heard.voice.asking import typed
from heard.voice.forms.experience import WithoutAName, answers_of
from heard.voice.pages.experience import who_or_404
from heard.voice.paper import FILE_NAME, PAPERS, SOUND_NAME, Paper, pdf_of_sheet, sheet_of, sound_of_sheet
from heard.voice.questionnaires import instrument_in_use

NO_SOUND = "The sound could not be made, because espeak-ng is not installed or failed. Read the paper aloud, or tell whoever runs Heard."
KEPT = "Kept. Nothing ties it to you, to a case or to this day."


def _paper_or_404(slug: str) -> Paper:
    if slug not in PAPERS:
        raise Http404("No such paper")
    return PAPERS[slug]


@allow(Permission.RECORD_IN_CASE)
def papers(request: HttpRequest) -> HttpResponse:
    """The papers without a name: to print, and to type in once they come back."""
    about = {"papers": PAPERS.values(), "who": Who, "instrument": instrument_in_use()}
    return render(request, "voice/papers.html", {**about, "speaks": bool(program())})


@allow(Permission.RECORD_IN_CASE)
def paper(request: HttpRequest, paper: str) -> HttpResponse:
    """One paper without a name, to print from the browser. Only the paper itself is printed."""
    chosen = _paper_or_404(paper)
    sheet = sheet_of(instrument_in_use(), chosen.wording, is_large=chosen.is_large)
    return render(request, "voice/paper.html", {"paper": chosen, "sheet": sheet, "back": reverse("papers")})


@allow(Permission.RECORD_IN_CASE)
def paper_file(request: HttpRequest, paper: str) -> HttpResponse:
    """One paper without a name, as a tagged PDF of a neutral name."""
    chosen = _paper_or_404(paper)
    content = pdf_of_sheet(sheet_of(instrument_in_use(), chosen.wording, is_large=chosen.is_large))
    return _file(content, "application/pdf", FILE_NAME)


@allow(Permission.RECORD_IN_CASE)
def paper_sound(request: HttpRequest, paper: str) -> HttpResponse:
    """One paper without a name read aloud, as a file of a neutral name; or why there is none."""
    chosen = _paper_or_404(paper)
    try:
        content = sound_of_sheet(sheet_of(instrument_in_use(), chosen.wording))
    except CannotSpeak:
        messages.error(request, NO_SOUND)
        return redirect("papers")
    return _file(content, "audio/wav", SOUND_NAME)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@allow(Permission.RECORD_IN_CASE)
def type_in(request: HttpRequest, who: str) -> HttpResponse:
    """Type in papers without a name, one after another. Nothing is kept while typing, and the reading is not written down."""
    asked, instrument = who_or_404(who), instrument_in_use()
    told = {"who": asked, "instrument": instrument, "wording": WORDINGS_FOR[asked][0]}
    form = WithoutAName(typed(request), answers=told, initial={"month": request.GET.get("month", "")})
    if request.method == "POST" and form.is_valid():
        try:
            record_anonymous_answers(
                authority=request.user.authority, month=form.chosen_month(), instrument=instrument, who=asked,
                answers=answers_of(form.cleaned_data),
            )  # fmt: skip
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, KEPT)
            return redirect(f"{reverse('type-in-paper', args=[who])}?month={form.cleaned_data['month']}")
    other = next(one for one in Who if one != asked)
    return render(request, "voice/type_in_paper.html", {"form": form, "told": told, "other": other, "back": reverse("papers")})

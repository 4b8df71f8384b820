"""Which pages answer a question of one's own?"""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_list
from heard.measures.own_question.actions import remove_question, save_question
from heard.measures.own_question.answer import Answer, answer_to, sentence_of
from heard.measures.own_question.counting import counts_for
from heard.measures.own_question.files import zip_of
from heard.measures.own_question.forms import Ask, Keep
from heard.measures.own_question.picture import bars_of, drawn
from heard.measures.own_question.queries import own_saved, rows_of, saved_for, team_names
from heard.measures.own_question.question import year_label
from heard.measures.whose import Whose, whose_figures
from heard.returns.case_table import COLUMNS
from heard.rules.statutory_return import year_of

YEARS = 10


@allow(Permission.ASK_QUESTIONS)
def own_question(request: HttpRequest) -> HttpResponse:
    """Choose what to count, by what and of whom; the answer as a sentence, a picture and a table."""
    whose, choices = whose_figures(request.user, request.GET.get("of", ""))
    form = _form(request, whose)
    answer = _answer(request, form, whose) if form.is_bound and form.is_valid() else None
    context = {
        "form": form, "whose": whose, "choices": choices, "answer": answer, "saved": saved_for(request.user), "terms": _terms(form, whose),
        **_picture(answer),
    }  # fmt: skip
    return render(request, "measures/own-question.html", context)


@allow(Permission.ASK_QUESTIONS)
def own_question_file(request: HttpRequest) -> HttpResponse:
    """The answer as CSV and Parquet with the data dictionary, under the same control; the rows too for whoever may open the cases."""
    whose, _ = whose_figures(request.user, request.GET.get("of", ""))
    form = _form(request, whose)
    if not form.is_valid():
        return redirect(f"{reverse('own-question')}?{request.GET.urlencode()}")
    answer = _answer(request, form, whose, event="download-own-question")
    if answer.is_empty:
        return redirect(f"{reverse('own-question')}?{_terms(form, whose)}")
    picture = render_to_string("measures/own-question.svg", {"answer": answer, "as_file": True, **_picture(answer)}, request).strip()
    if whose.exact:
        with rows_of(whose, request.user) as (engine, _):
            made = zip_of(answer, picture, _about(answer, whose), engine)
    else:
        made = zip_of(answer, picture, _about(answer, whose))
    headers = {"Content-Disposition": 'attachment; filename="answer.zip"', "Cache-Control": "no-store, private"}
    return HttpResponse(made, content_type="application/zip", headers=headers)


@allow(Permission.ASK_QUESTIONS)
def data_dictionary(request: HttpRequest) -> HttpResponse:
    """What each column of the case table means, from the code that makes it."""
    return render(request, "measures/data-dictionary.html", {"columns": COLUMNS})


@allow(Permission.ASK_QUESTIONS)
def own_question_save(request: HttpRequest) -> HttpResponse:
    """Give a question a name and keep it."""
    whose, _ = whose_figures(request.user, request.GET.get("of", ""))
    asked = _form(request, whose)
    if not asked.is_valid():
        return redirect("own-question")
    back = f"{reverse('own-question')}?{_terms(asked, whose)}"
    form = Keep(request.POST if request.method == "POST" else None, initial={"who": "me"})
    if request.method == "POST" and form.is_valid():
        terms = {**asked.question().as_terms(), "of": whose.key}
        save_question(name=form.cleaned_data["name"], terms=terms, is_shared=form.cleaned_data["who"] == "everybody", by=request.user)
        return redirect(back)
    return render(request, "govuk/question.html", {"form": form, "cancel": back})


@allow(Permission.ASK_QUESTIONS)
@require_POST
def own_question_remove(request: HttpRequest, saved_id) -> HttpResponse:
    """Take a question one saved off the list."""
    saved = own_saved(request.user, saved_id)
    if saved is None:
        raise Http404("No such saved question")
    remove_question(saved=saved, by=request.user)
    return redirect("own-question")


def _form(request: HttpRequest, whose: Whose) -> Ask:
    now = year_of(timezone.localdate())
    about = {"years": [(str(year), year_label(year)) for year in range(now, now - YEARS, -1)], "teams": team_names(whose.authority)}
    return Ask(request.GET if "figure" in request.GET else None, about=about)


def _answer(request: HttpRequest, form: Ask, whose: Whose, event: str = "ask-own-question") -> Answer:
    question = form.question()
    read_list(request, event, [], of=whose.key, **question.as_terms())
    return answer_to(question, counts_for(question, whose, request.user), is_exact=whose.exact)


def _picture(answer: Answer | None) -> dict:
    if answer is None or answer.is_empty:
        return {"bars": [], "sentence": ""}
    return {"bars": bars_of(answer), "sentence": sentence_of(answer), "drawn": drawn(answer)}


def _terms(form: Ask, whose: Whose) -> str:
    terms = QueryDict(mutable=True)
    terms.update({**(form.question().as_terms() if form.is_bound and form.is_valid() else {}), "of": whose.key})
    return terms.urlencode()


def _about(answer: Answer, whose: Whose) -> list[tuple[str, str]]:
    """What the files are of, for whoever opens them without the page."""
    control = "Exact: the reader may open these cases." if answer.is_exact else (
        "Counts under five, and those that would give one away, are hidden as [c]; the rest are to the nearest five."
    )  # fmt: skip
    return [
        ("Question", answer.title), ("Whose", whose.label), ("Year", answer.period),
        *((f"Only {name}", value) for name, value in answer.chosen), ("As at", f"{timezone.localtime(answer.as_at):%Y-%m-%d %H:%M}"),
        ("Disclosure control", control),
    ]  # fmt: skip

"""How does an auditor read one case and answer the questions about it?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.assurance.actions.auditing import answer_question, finish_audit, record_own_view
from heard.assurance.forms.audits import AdultsView, AnswerQuestion, FinishAudit, WorkersViewAsked
from heard.assurance.models import Audit
from heard.assurance.pages.asking import ask, opened, typed
from heard.assurance.queries.audits import audit_for, differences_left, may_read
from heard.assurance.queries.entries import Entry, entries_of
from heard.assurance.queries.read_beforehand import read_beforehand
from heard.assurance.queries.views import answer_given, answers_given, view_of
from heard.assurance.questions import set_of
from heard.documents.showing import card_in_words
from heard.people.queries import safe_contact_card_of
from heard.rules.age import age_on
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.assurance import Principle, WhoseView


def _read(request: HttpRequest, audit_id: UUID, event: str) -> tuple[Audit, HttpResponse | None]:
    """The audit, once opening its case is in the audit trail; and the page that says why not, where it is closed to its auditor."""
    audit = audit_for(request.user, audit_id)
    said = may_read(audit)
    if not said:
        context = {"audit": audit, "said": said, "left": differences_left(audit.sampled), "back": reverse("quality")}
        return audit, render(request, "assurance/closed_to_you.html", context, status=200)
    opened(request, event, audit, why=f"Audits this case: {audit.sampled.round.name}", case_id=audit.sampled.case_id)
    return audit, None


@allow(Permission.AUDIT_CASES)
def audit(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """The questions by principle, what is answered, and what is left."""
    found, no = _read(request, audit_id, "open-audit")
    if no is not None:
        return no
    answers = answers_given(found)
    questions = set_of(found.sampled.round.question_set).questions
    by_principle = [(one, [question for question in questions if question.principle == one]) for one in Principle]
    context = {
        "audit": found, "case": found.sampled.case, "by_principle": [pair for pair in by_principle if pair[1]], "answers": answers,
        "left": sum(one.key not in answers for one in questions), "view": view_of(found.sampled, WhoseView.ADULT),
        "workers": view_of(found.sampled, WhoseView.WORKER), "back": reverse("quality"),
    }  # fmt: skip
    return render(request, "assurance/audit.html", context)


@allow(Permission.AUDIT_CASES)
def question(request: HttpRequest, audit_id: UUID, question: str) -> HttpResponse:
    """One question beside the records that may answer it, with what could be read beforehand marked so."""
    found, no = _read(request, audit_id, "open-audit-question")
    if no is not None:
        return no
    questions = set_of(found.sampled.round.question_set)
    asked = questions.question(question)
    if asked is None:
        raise Http404("No such question")
    case = found.sampled.case
    entries, read, given = entries_of(case, asked.records), read_beforehand(case, asked), answer_given(found, question)
    first = {"answer": given.answer, "words": given.words, "evidence": given.evidence} if given else {"answer": read.answer if read else ""}
    form = AnswerQuestion(typed(request), answers={"entries": entries}, initial=first)

    def save() -> None:
        said = form.cleaned_data
        answer_question(
            audit=found, question=question, answer=said["answer"], words=said["words"], evidence=said.get("evidence") or (), read=read,
            by=request.user,
        )  # fmt: skip

    context = {"audit": found, "asked": asked, "entries": entries, "read": read, "given": given, "place": _place(questions, question)}
    back, then = reverse("audit", args=[audit_id]), _next(questions, question, audit_id)
    return ask(request, form, save, then=then, back=back, template="assurance/audit_question.html", **context)


def _place(questions, key: str) -> str:
    keys = [one.key for one in questions.questions]
    return f"Question {keys.index(key) + 1} of {len(keys)}"


def _next(questions, key: str, audit_id: UUID) -> str:
    keys = [one.key for one in questions.questions]
    after = keys[keys.index(key) + 1 :]
    return reverse("audit-question", args=[audit_id, after[0]]) if after else reverse("audit", args=[audit_id])


@allow(Permission.AUDIT_CASES)
def record(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """The record of the audited case, to read and nothing else."""
    found, no = _read(request, audit_id, "open-audited-record")
    if no is not None:
        return no
    case = found.sampled.case
    groups: dict[str, list[Entry]] = {}
    for one in entries_of(case):
        groups.setdefault(one.kind, []).append(one)
    person = case.person
    context = {
        "audit": found, "case": case, "person": person, "groups": groups, "stage": CaseStage(case.stage).label,
        "age": age_on(person.birth_date, case.opened_on, person.death_date), "back": reverse("audit", args=[audit_id]),
    }  # fmt: skip
    return render(request, "assurance/record.html", context)


@allow(Permission.AUDIT_CASES)
def adults_view(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """What the adult thinks of how we worked with them; how it is safe to reach them is shown first."""
    found, no = _read(request, audit_id, "open-adults-view")
    if no is not None:
        return no
    said, person = view_of(found.sampled, WhoseView.ADULT), found.sampled.case.person
    first = {"was_asked": "yes" if said.words else "no", "words": said.words, "not_asked_because": said.not_asked_because,
             "asked_on": said.asked_on, "how": said.how} if said else {}  # fmt: skip
    form = AdultsView(typed(request), initial=first)

    def save() -> None:
        given = {name: value or ("" if name != "asked_on" else None) for name, value in form.cleaned_data.items() if name != "was_asked"}
        record_own_view(sampled=found.sampled, whose=WhoseView.ADULT, by=request.user, **given)

    card = card_in_words(safe_contact_card_of(person), person)
    back = reverse("audit", args=[audit_id])
    return ask(request, form, save, then=back, template="assurance/adults_view.html", card=card, case=found.sampled.case, may_record=False)


@allow(Permission.AUDIT_CASES)
def workers_view(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """What the worker told the auditor of the work, or why nobody was asked. What they wrote themselves stands."""
    found, no = _read(request, audit_id, "open-audit")
    if no is not None:
        return no
    said, back = view_of(found.sampled, WhoseView.WORKER), reverse("audit", args=[audit_id])
    if said and said.recorded_by_id == found.sampled.worker_id:
        messages.info(request, "The worker has said it themselves. Their words stand")
        return redirect(back)
    first = {"was_asked": "yes" if said.words else "no", "words": said.words, "not_asked_because": said.not_asked_because} if said else {}
    form = WorkersViewAsked(typed(request), initial=first)

    def save() -> None:
        given = {name: form.cleaned_data[name] or "" for name in ("words", "not_asked_because")}
        record_own_view(sampled=found.sampled, whose=WhoseView.WORKER, by=request.user, **given)

    return ask(request, form, save, then=back)


@allow(Permission.AUDIT_CASES)
def finish(request: HttpRequest, audit_id: UUID) -> HttpResponse:
    """What was good, what is to be learnt, a grade; then it is done."""
    found, no = _read(request, audit_id, "open-audit")
    if no is not None:
        return no
    first = {name: getattr(found, name) for name in ("what_was_good", "learning", "grade")}
    form = FinishAudit(typed(request), initial=first)

    def save() -> None:
        finish_audit(audit=found, by=request.user, **form.cleaned_data)

    then = reverse("audited-case", args=[found.sampled_id])
    return ask(request, form, save, then=then, back=reverse("audit", args=[audit_id]), done="This audit is done. Thank you")

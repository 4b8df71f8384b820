"""What does a worker see of one concern, and what is still to do?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Concern
from heard.cases.reading import read_concern
from heard.concerns.actions.triage import mark_information_read
from heard.concerns.models import Link
from heard.concerns.pages.duty_list import COLOURS, age_said, danger_said
from heard.concerns.pages.steps import steps_for
from heard.concerns.queries.answers import conversations_about, what_the_answers_mean
from heard.concerns.queries.heard import talks_in, what_was_said
from heard.concerns.queries.one_concern import added_since, in_full, link_of, other_concerns
from heard.documents.showing import card_in_words
from heard.govuk.words import day
from heard.people.models import Person
from heard.rules.agreement_to_settle import agreement_in_words, reason_is_to_be_settled
from heard.rules.childrens_route import should_show_childrens_route
from heard.rules.decision import Decision
from heard.rules.labelled import label_of
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.concern import Ground, RaisedBy


def _agreement(agreement, report) -> dict:
    if agreement is None:
        return {"words": agreement_in_words("", said_by_referrer=True)}
    own = bool(report and report.raised_by == RaisedBy.ADULT)
    return {
        "words": agreement_in_words(agreement.answer, said_by_referrer=agreement.said_by_referrer, raised_by_adult=own),
        "ground": label_of(Ground, agreement.ground) if agreement.ground else "",
        "ground_words": agreement.ground_words,
        "settle": reason_is_to_be_settled(answer=agreement.answer, ground=agreement.ground),
    }


def _childrens_route(concern: Concern, report, answers) -> Decision:
    child = report.child_in_household if report else ""
    return should_show_childrens_route(
        birth_date=concern.case.person.birth_date,
        may_be_under_18=bool(report and report.may_be_under_18) and not (answers and answers.is_18_or_over == Answer.YES),
        child_in_household=Answer(child) if child in set(Answer) else None,
        today=timezone.localdate(),
    )


REACHED_BY = (("Phone", "phone"), ("E-mail", "email"), ("Address", "address"), ("Postcode", "postcode"))


def details_given(person: Person, link: Link | None = None) -> dict:
    """How the adult can be reached and when they were born, as recorded; and as this concern gave it where they were linked since."""
    told_as = link.from_person if link else None
    facts = [(label, _both(getattr(person, name), getattr(told_as, name, ""))) for label, name in REACHED_BY]
    born = ("Date of birth", _both(*(day(one.birth_date) if one and one.birth_date else "" for one in (person, told_as))))
    return {"facts": [(label, lines) for label, lines in (*facts, born) if lines], "can_be_reached": any(lines for _, lines in facts)}


def _both(now: str, told: str) -> list[str]:
    differs = " ".join(told.split()) != " ".join(now.split())
    return [*now.splitlines(), *(f"{one} (given with this concern)" for one in told.splitlines() if differs)]


def facts_of(concern: Concern, user) -> dict:
    """Everything the page and its steps show of a concern read in scope."""
    full = in_full(concern)
    link = link_of(concern)
    conversations = list(conversations_about(concern))
    return {
        "concern": concern,
        "adult": concern.case.person,
        "case": concern.case,
        "card": card_in_words(concern.case.current_card, concern.case.person),
        "report": full.report_now,
        "agreement": _agreement(full.agreement_now, full.report_now),
        "answers": full.answers_now,
        "decision": full.decision_now,
        "feedback": full.feedback_now,
        "rule": what_the_answers_mean(full.answers_now),
        "talks": talks_in(conversations),
        "said": what_was_said(concern, full.report_now),
        "link": link,
        "given": details_given(concern.case.person, link),
        "added": added_since(concern),
        "others": other_concerns(user, concern),
        "danger": danger_said(concern, full.report_now),
        "colour": COLOURS.get(concern.danger, "yellow"),
        "age": age_said(full.report_now, full.answers_now),
        "raised_by": label_of(RaisedBy, full.report_now.raised_by if full.report_now else ""),
        "children": _childrens_route(concern, full.report_now, full.answers_now),
        "may_triage": may(user, Permission.TRIAGE),
        "may_decide": may(user, Permission.DECIDE_SECTION_42),
        "may_record": may(user, Permission.RECORD_IN_CASE),
        "may_tell": may(user, Permission.RECORD_IN_CASE),
        "may_mark": may(user, Permission.MARK_IN_ERROR),
    }


@allow(Permission.SEE_CASES)
def concern(request: HttpRequest, reference: str) -> HttpResponse:
    """The adult's words first, then what was reported, then the steps of triage and what stands at each."""
    facts = facts_of(read_concern(request, reference), request.user)
    return render(request, "concerns/concern.html", {**facts, "steps": steps_for(facts)})


@require_POST
@allow(Permission.TRIAGE)
def information_read(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that what was added since has been read."""
    it = read_concern(request, reference)
    mark_information_read(concern=it, by=request.user, at=timezone.now())
    return redirect("concern", reference)

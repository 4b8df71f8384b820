"""What does somebody see who opens a case?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Task
from heard.cases.reading import read_case
from heard.casework.menu import address, menu_of, way_to, way_to_task
from heard.casework.queries.case_page import CasePage, case_page
from heard.casework.words import COLOURS, SAID_BY_A_DUTY, VOCABULARIES, task_words
from heard.rights.queries.advocacy import days_of
from heard.rules.age import age_on
from heard.rules.independent_advocate import days_between
from heard.rules.labelled import label_of

TALKS_SHOWN = 20  # the newest; the rest are one link away, so that the page stays light


@allow(Permission.SEE_CASES)
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """The adult, their words and wishes, how they were heard, what is needed next, and everything recorded."""
    found = read_case(request, reference)
    today = timezone.localdate()
    page = case_page(found, request.user, today, request.GET.get("enquiry", ""))
    context = {
        "page": page,
        "person": found.person,
        "age": age_on(found.person.birth_date, today, found.person.death_date),
        "today": today,
        "talks_shown": None if "all" in request.GET else TALKS_SHOWN,
        "menu": menu_of(page, request.user),
        "way_to": lambda step: way_to(step, found.reference, request.user),
        "colours": COLOURS,
        "tasks": [task for task in page.tasks if task.kind not in SAID_BY_A_DUTY and task not in page.own_page_waits],
        "way_to_task": lambda task: way_to_task(_within(task, page), request.user),
        "task_words": task_words,
        "address": address,
        "label_of": label_of,
        "took": lambda one: days_between(days_of(one), today),
        "may_mark": may(request.user, Permission.MARK_IN_ERROR),
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
        **VOCABULARIES,
    }
    return render(request, "casework/case.html", context)


def _within(task: Task, page: CasePage) -> Task:
    """A task of the page, with what ``way_to_task`` asks of it: its case as it was read, and the reference of the concern it is about."""
    task.case = page.case
    task.concern_reference = next((one.reference for one in page.concerns if one.pk == task.subject_id), "")
    return task

"""What is waiting for me?"""

from dataclasses import dataclass

from django.db.models import Case as Case_
from django.db.models import IntegerField, OuterRef, Q, QuerySet, Subquery, When

from heard.accounts.permissions import Permission, may
from heard.cases.models import Case, Concern, Enquiry, Task
from heard.cases.queries import cases_for, concerns_for, open_tasks_for
from heard.concerns.queries.duty_list import decisions_against_rule_for
from heard.enquiries.queries.allocation import enquiries_led_by, enquiries_without_an_active_lead
from heard.flows.models import Draft
from heard.flows.queries import unsent_drafts_of
from heard.rules.own_page import NOT_SAFE_TASK, OWN_PAGE_TASKS
from heard.rules.vocabulary.concern import ConcernState

SHOWN = 25


@dataclass(frozen=True)
class MyWork:
    """The start page of somebody who works with adults. What the role does not have is None; ``more`` says what is cut short."""

    not_safe: list[Task]
    tasks: list[Task]
    enquiries: list[Enquiry]
    drafts: list[Draft]
    waiting: int | None
    without_lead: list[Enquiry] | None
    against_rule: int | None


def my_work(user) -> MyWork:
    """Who says that they do not feel safe; tasks due (the longest overdue first), enquiries I lead, my unsent drafts; for managers what
    nobody leads and what went against the rule; for those with a duty list how many concerns wait. At most seven queries.
    """
    is_manager = may(user, Permission.ALLOCATE)
    waits = concerns_for(user).filter(state=ConcernState.WAITING)
    tasks = list(_in_order(open_tasks_for(user).filter(_mine(user) | Q(kind=NOT_SAFE_TASK)))[: 2 * SHOWN + 1])
    return MyWork(
        not_safe=[task for task in tasks if task.kind == NOT_SAFE_TASK],
        tasks=[task for task in tasks if task.kind != NOT_SAFE_TASK][: SHOWN + 1],
        enquiries=list(enquiries_led_by(user)[: SHOWN + 1]),
        drafts=list(unsent_drafts_of(user)[: SHOWN + 1]),
        waiting=waits.count() if may(user, Permission.SEE_DUTY_LIST) else None,
        without_lead=list(enquiries_without_an_active_lead(user)[: SHOWN + 1]) if is_manager else None,
        against_rule=decisions_against_rule_for(user).count() if may(user, Permission.SEE_AGAINST_RULE) else None,
    )


def my_tasks(user) -> QuerySet[Task]:
    """Open tasks given to this user, or to nobody in a case they lead; each with its case, its person and the ``concern_reference`` of the
    concern it is about. One query.

    What an adult said on their own page is for the cover and for whoever leads, and comes first; "not safe" before all.
    """
    return _in_order(open_tasks_for(user).filter(_mine(user)))


def _mine(user) -> Q:
    i_lead = Q(case__lead_id=user.pk) & (Q(assigned_to__isnull=True) | Q(kind__in=OWN_PAGE_TASKS))
    return Q(assigned_to_id=user.pk) | i_lead


def _in_order(tasks: QuerySet[Task]) -> QuerySet[Task]:
    first = Case_(When(kind=NOT_SAFE_TASK, then=0), When(kind__in=OWN_PAGE_TASKS, then=1), default=2, output_field=IntegerField())
    about = Concern.objects.filter(pk=OuterRef("subject_id")).values("reference")[:1]
    found = tasks.select_related("case__person", "case__lead", "assigned_to").annotate(concern_reference=Subquery(about))
    return found.order_by(first, "due_on", "recorded_at")


def cases_found(user, words: str = "", stage: str = "") -> QuerySet[Case]:
    """The cases in scope whose reference or adult's name holds every word, newest first, each with its person, lead and team."""
    found = cases_for(user).select_related("person", "lead", "team").order_by("-opened_on", "reference")
    if stage:
        found = found.filter(stage=stage)
    for word in words.split():
        found = found.filter(
            Q(reference__icontains=word)
            | Q(person__given_name__icontains=word)
            | Q(person__family_name__icontains=word)
            | Q(person__known_as__icontains=word)
            | Q(concerns__reference__iexact=word, concerns__in_error_at__isnull=True)
        )
    return found.distinct()

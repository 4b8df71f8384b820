"""Which reminders to ask the adult again does an import make?"""

from collections import defaultdict
from uuid import UUID

from heard.cases.models import Task
from heard.exchange.actions.writing import Writing, in_batches
from heard.rules.pathway import CaseStage
from heard.voice.actions.conversations import ASK_AGAIN
from heard.voice.models import Conversation

_ABOUT = ("", Conversation._meta.label_lower)


def remind_to_ask_again(writing: Writing) -> None:
    """Make or move the reminder of each case for which this import brought a day to ask again, unless the adult was heard since.

    As for a conversation written in Heard: one open reminder for a case, on the day set last. None in a closed case or after a death.
    """
    plan = writing.plans["conversations.csv"]
    brought = [*plan.created, *(change for change in plan.updated if "ask_again_on" in change.names)]
    ids = [change.record_id for change in brought if "ask_again_on" in change.after]
    for batch in in_batches(ids, 500):
        _remind(writing, set(Conversation.objects.filter(pk__in=batch).values_list("case_id", flat=True)))


def _remind(writing: Writing, cases: set[UUID]) -> None:
    waiting = _waiting_in(cases)
    is_open = Task.objects.filter(case__in=list(waiting), kind=ASK_AGAIN, done_at__isnull=True, subject__in=_ABOUT).order_by("recorded_at")
    held = {task.case_id: task for task in is_open}
    new, moved, before = [], [], {}
    for case, missed in waiting.items():
        task = held.get(case)
        if task is None:
            about = {"subject": missed._meta.label_lower, "subject_id": missed.pk, "note": "Ask the adult again."}
            new.append(writing.new(Task, case_id=case, kind=ASK_AGAIN, due_on=missed.ask_again_on, **about))
        elif task.due_on != missed.ask_again_on:
            before[task.pk] = {"due_on": task.due_on.isoformat()}
            task.due_on, task.subject_id = missed.ask_again_on, missed.pk
            moved.append(task)
    writing.create(new, cases={})
    writing.change(moved, ["due_on", "subject_id"], before=before)


def _waiting_in(cases: set[UUID]) -> dict[UUID, Conversation]:
    """For each open case, the last conversation with a day to ask again after which the adult was not heard."""
    talks = Conversation.objects.filter(case__in=cases, is_current=True, in_error_at__isnull=True, case__person__death_date__isnull=True)
    by_case = defaultdict(list)
    for one in talks.exclude(case__stage=CaseStage.CLOSED).only("case_id", "held_at", "recorded_at", "not_heard_because", "ask_again_on"):
        by_case[one.case_id].append(one)
    found = {}
    for case, rows in by_case.items():
        rows.sort(key=lambda one: one.held_at or one.recorded_at)
        heard = max((at for at, one in enumerate(rows) if not one.not_heard_because), default=-1)
        missed = [one for one in rows[max(heard, 0) :] if one.ask_again_on]
        if missed:
            found[case] = missed[-1]
    return found

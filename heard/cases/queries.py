"""Which cases and concerns may this user see? Every other query of a case's records starts from here.

Within their authority: duty workers see undecided concerns; social workers their own and their team's cases; managers their teams' and
those no team has yet; analysts and administrators none. While something an adult said on their own page waits, whoever covers it
sees the case; while they said that they are not safe, duty workers too.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, FilteredRelation, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.http import Http404

from heard.cases.models import Case, Concern, Enquiry, Task
from heard.rules.own_page import NOT_SAFE_TASK, OWN_PAGE_TASKS
from heard.rules.vocabulary.concern import ConcernState
from heard.rules.vocabulary.people_who_use_heard import Role


def _teams_of(user) -> QuerySet:
    return user.teams.through.objects.filter(user_id=user.pk).values("team_id")


def cases_for(user) -> QuerySet[Case]:
    """The cases in this user's scope; none for a role that sees no records or for access that has ended."""
    parts, cases = _scope_of(user), Case.objects.filter(authority_id=user.authority_id)
    return cases.filter(reduce(or_, parts)) if parts else cases.none()


def ids_of_cases_for(user) -> Iterable[str]:
    """The ids of the cases in this user's scope as text, each once. One query, which finds each part of the scope by its own index: for a
    scope of very many cases, to be counted."""
    cases = Case.objects.filter(authority_id=user.authority_id).annotate(key=Cast("pk", CharField()))
    first, *others = [cases.filter(part).values_list("key", flat=True) for part in _scope_of(user)] or [cases.none().values_list("key")]
    return first.union(*others)


def _scope_of(user) -> list[Q]:
    """The parts of the scope; a case is in it that is in any of them. No part is no case."""
    if not user.is_active:
        return []
    covered = Task.objects.filter(kind__in=OWN_PAGE_TASKS, done_at__isnull=True, assigned_to_id=user.pk)
    mine = [Q(lead_id=user.pk), Q(pk__in=covered.values("case_id"))]
    teams = Q(team_id__in=_teams_of(user))
    waiting = Concern.objects.filter(case_id=OuterRef("pk"), state=ConcernState.WAITING, in_error_at__isnull=True)
    more = {
        Role.DUTY_WORKER: [Q(Exists(waiting)), Q(pk__in=_said_not_safe().values("case_id"))],
        Role.SOCIAL_WORKER: [teams], Role.MANAGER: [Q(team_id__isnull=True), teams],
    }  # fmt: skip
    return [*mine, *more[user.role]] if user.role in more else []


def _said_not_safe() -> QuerySet[Task]:
    return Task.objects.filter(kind=NOT_SAFE_TASK, done_at__isnull=True)


def said_not_safe_for(user) -> QuerySet[Task]:
    """Where an adult in this user's scope said that they are not safe and nobody has reached them yet, the longest waiting first."""
    found = _said_not_safe().filter(case__in=cases_for(user)).select_related("case__person", "case__lead", "assigned_to")
    return found.order_by("recorded_at", "pk")


def case_for(user, reference: str) -> Case:
    """The case of that reference in this user's scope, with its person, lead and team, and ``current_card`` and ``needs_now``: the person's
    safe-contact card and what helps them to take part, or None, because every page about them shows both. Raises Http404 outside it."""
    found = cases_for(user).filter(reference=reference).annotate(
        current_card=_current("person__safe_contact_cards"), needs_now=_current("person__communication")
    )  # fmt: skip
    case = found.select_related("person", "lead", "team", "current_card__recorded_by", "needs_now").first()
    if case is None:
        raise Http404("No such case")
    _give_card(case, getattr(case, "current_card", None), getattr(case, "needs_now", None))
    return case


def _current(path: str) -> FilteredRelation:
    return FilteredRelation(path, condition=Q(**{f"{path}__is_current": True}))


def _give_card(case: Case, card, needs) -> None:
    case.current_card, case.needs_now = card, needs
    if card is not None:
        card.person = case.person  # a joined row does not know whose it is


def concerns_for(user) -> QuerySet[Concern]:
    """The concerns of the cases in this user's scope, but for those recorded in error."""
    return Concern.objects.filter(case__in=cases_for(user), in_error_at__isnull=True)


def concern_for(user, reference: str) -> Concern:
    """The concern of that reference in scope, with its case and person, and the case's ``current_card``. Raises Http404 outside it."""
    found = concerns_for(user).filter(reference=reference).annotate(
        card=_current("case__person__safe_contact_cards"), needs=_current("case__person__communication")
    )  # fmt: skip
    concern = found.select_related("case__person", "case__lead", "case__team", "card__recorded_by", "needs").first()
    if concern is None:
        raise Http404("No such concern")
    _give_card(concern.case, getattr(concern, "card", None), getattr(concern, "needs", None))
    return concern


def enquiries_for(user) -> QuerySet[Enquiry]:
    """The enquiries of the cases in this user's scope."""
    return Enquiry.objects.filter(case__in=cases_for(user))


def enquiry_of(case: Case) -> Enquiry | None:
    """The enquiry of a case that is open, or else the newest, or None. The case must already have been read in scope."""
    found = sorted(case.enquiries.all(), key=lambda one: (one.concluded_on is None, one.started_on, one.recorded_at))
    return found[-1] if found else None


def enquiry_named(case: Case, asked_for: str) -> Enquiry | None:
    """The enquiry of a case (already read in scope) with that id, or None; ``enquiry_of`` the case where none is asked for."""
    if not asked_for:
        return enquiry_of(case)
    return next((one for one in case.enquiries.all() if str(one.pk) == asked_for), None)


def open_tasks_for(user) -> QuerySet[Task]:
    """Tasks not yet done in the cases of this user's scope, soonest first."""
    return Task.objects.filter(case__in=cases_for(user), done_at__isnull=True).order_by("due_on")

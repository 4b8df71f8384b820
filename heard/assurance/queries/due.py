"""What of reviews and audits is due now: past its day, or proved and to be looked at again?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Subquery, Value

from heard.accounts.models import User
from heard.accounts.permissions import Permission, may
from heard.assurance.models import LearningAction, Recommendation, RecommendationLook
from heard.rules.reviews.recommendation import Due, what_is_due

RECOMMENDATION, ACTION = "recommendation", "action"
LAST = RecommendationLook.objects.filter(recommendation=OuterRef("pk")).order_by("-recorded_at")


@dataclass(frozen=True)
class DueNow:
    """One thing that is due: what, whose, since when and why. ``page`` is where something can be done about it, blank where not by them."""

    pk: UUID
    what: str
    owner_name: str
    since: date
    why: Due
    page: str


def due_for(user, today: date) -> list[DueNow]:
    """All of the authority for who runs reviews or plans audits, what is due longest first; none for others. One query."""
    runs, plans = may(user, Permission.RUN_REVIEWS), may(user, Permission.PLAN_AUDITS)
    if not (runs or plans):
        return []
    whole = Q(authority_id=user.authority_id)
    return _due(whole if runs else None, whole if plans else None, user, today)


def due_of(user, today: date) -> list[DueNow]:
    """What is this user's own to see to: those whose owner has their name, where no colleague has the same. One query."""
    name, council = user.full_name.strip(), user.authority_id
    namesakes = User.objects.filter(authority_id=council, full_name__iexact=name, is_active=True).exclude(pk=user.pk)
    mine = Q(~Exists(namesakes), authority_id=council, owner_name__iexact=name)
    return _due(mine, mine, user, today)


def _due(recommended: Q | None, to_do: Q | None, user, today: date) -> list[DueNow]:
    pages = {
        RECOMMENDATION: "recommendation" if may(user, Permission.RUN_REVIEWS) else "",
        ACTION: "prove-learning-action" if may(user, Permission.PLAN_AUDITS) else "",
    }
    rows = [_recommendations(recommended)] if recommended is not None else []
    rows += [_actions(to_do, today)] if to_do is not None else []
    found = []
    for pk, what, owner_name, due_on, last_step, last_on, kind in rows[0].union(*rows[1:], all=True):
        if due := what_is_due(last_step=last_step or "", last_on=last_on, due_on=due_on, today=today):
            why, since = due
            found.append(DueNow(pk, what, owner_name, since, why, pages[kind]))
    return sorted(found, key=lambda one: (one.since, str(one.pk)))


def _recommendations(which: Q) -> QuerySet:
    rows = Recommendation.objects.filter(which).annotate(
        last_step=Subquery(LAST.values("step")[:1]), last_on=Subquery(LAST.values("on")[:1])
    )
    return rows.values_list("pk", "words", "owner_name", "due_on", "last_step", "last_on", Value(RECOMMENDATION))


def _actions(which: Q, today: date) -> QuerySet:
    rows = LearningAction.objects.filter(which, proved_on__isnull=True, due_on__lt=today)
    never = {"last_step": Value(""), "last_on": Value(None, output_field=DateField())}
    return rows.annotate(**never).values_list("pk", "what", "owner_name", "due_on", "last_step", "last_on", Value(ACTION))

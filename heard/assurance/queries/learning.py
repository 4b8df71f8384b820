"""What is to be done because of audits?"""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from heard.accounts.permissions import Permission, may
from heard.assurance.models import LearningAction


def _seen_by(user) -> QuerySet[LearningAction]:
    mine = LearningAction.objects.filter(authority_id=user.authority_id)
    rows = mine.select_related("sampled__case", "recommendation__review", "proved_by")
    own = Q(sampled__audits__auditor=user, sampled__audits__ended_at__isnull=True)
    return rows if may(user, Permission.PLAN_AUDITS) else rows.filter(own).distinct()


def actions_for(user) -> list[LearningAction]:
    """What is due first at the top, and what has its proof last: all of the authority for who plans audits, else of one's own audits."""
    return sorted(_seen_by(user), key=lambda one: (one.proved_on or date.min, one.due_on))


def action_for(user, action_id: UUID) -> LearningAction:
    """One action in this user's sight. Raises Http404 otherwise."""
    found = _seen_by(user).filter(pk=action_id).first()
    if found is None:
        raise Http404("No such action")
    return found

"""What is the safeguarding plan, who does what by when, and for what?

Starts from an enquiry or a case already read in the reader's scope.
"""

from datetime import date
from uuid import UUID

from django.http import Http404

from heard.cases.models import Case, Enquiry
from heard.enquiries.models import PlanAction, SafeguardingPlan
from heard.voice.models import Wish
from heard.voice.queries import wishes_of


def plans_of(enquiry: Enquiry) -> list[SafeguardingPlan]:
    """Every version of the enquiry's plan, newest first. One query."""
    return list(enquiry.plans.select_related("recorded_by").order_by("-recorded_at"))


def plan_of(enquiry: Enquiry) -> SafeguardingPlan | None:
    """The current version of the plan, or None where there is none. One query."""
    found = enquiry.plans.filter(is_current=True).select_related("recorded_by").first()
    if found is not None:
        found.enquiry = enquiry
    return found


def actions_of(enquiry: Enquiry, wishes: list[Wish] | None = None) -> list[PlanAction]:
    """The plan's actions but for those recorded in error, the undone first, by day. Three queries at most.

    Each has ``wish_now``: its wish as ``wishes_of`` gives it, or None. Hand in ``wishes_of(case)`` where it was read already.
    """
    rows = enquiry.actions.filter(in_error_at__isnull=True).select_related("risk", "owner_member", "done_by")
    shown = {pk: wish for wish in (wishes_of(enquiry.case) if wishes is None else wishes) for pk in wish.version_ids}
    found = list(rows)
    for action in found:
        action.wish_now = shown.get(action.wish_id)
    return sorted(found, key=lambda one: (one.done_on is not None, one.due_on or date.max, one.recorded_at))


def action_of(case: Case, action_id: UUID) -> PlanAction:
    """One action of the case's plan. Raises Http404 where the case has none such."""
    found = PlanAction.objects.filter(pk=action_id, enquiry__case=case, in_error_at__isnull=True).select_related("enquiry", "wish", "risk")
    if (one := found.first()) is None:
        raise Http404("No such action")
    one.enquiry.case = case
    return one

"""What is the safeguarding plan, who does what by when, and for what?

Starts from an enquiry or a case already read in the reader's scope.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from heard.cases.models import Case, Enquiry
from heard.enquiries.models import PlanAction, SafeguardingPlan
from heard.people.queries import safe_contact_card_of, who_must_not_know
from heard.rules.decision import Decision
from heard.rules.safeguarding_plan import may_have_a_part
from heard.rules.search_keys import name_parts
from heard.rules.vocabulary.enquiry import PlanOwner
from heard.voice.models import Wish
from heard.voice.queries import wishes_of

PEOPLE = (PlanOwner.NETWORK, PlanOwner.WORKER)  # an organisation is no person: "care home" stands on many a card


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

    Each has ``wish_now``: its wish as ``wishes_of`` gives it, or None; and ``is_late``: not done, and its day has passed.
    Hand in ``wishes_of(case)`` where it was read already.
    """
    rows = enquiry.actions.filter(in_error_at__isnull=True).select_related("risk", "owner_member", "done_by")
    shown = {pk: wish for wish in (wishes_of(enquiry.case) if wishes is None else wishes) for pk in wish.version_ids}
    found = list(rows)
    for action in found:
        action.wish_now = shown.get(action.wish_id)
        action.is_late = action.done_on is None and action.due_on is not None and action.due_on < timezone.localdate()
    return sorted(found, key=lambda one: (one.done_on is not None, one.due_on or date.max, one.recorded_at))


def who_may_have_a_part(case: Case) -> Callable[[str], Decision]:
    """Whether somebody of a name may have a part in the plan, as it is recorded now: who may pose a risk, and who must not know.

    Two queries. A name is held against the names of those in the adult's life who may pose a risk, or whom a risk names.
    """
    posing = Q(may_pose_risk=True) | Q(risks__isnull=False, risks__in_error_at__isnull=True)
    rows = case.person.network.filter(posing, in_error_at__isnull=True).values_list("name", flat=True)
    risky = [set(name_parts(name)) for name in rows]
    hidden = who_must_not_know(safe_contact_card_of(case.person), case.person)
    return lambda name: may_have_a_part(
        name=name, may_pose_risk=bool(name_parts(name)) and set(name_parts(name)) in risky, who_must_not_know=hidden
    )


def named_to_the_adult(case: Case, actions: list[PlanAction]) -> list[PlanAction]:
    """The same actions, marked where whoever does it is not to be named to the adult now. Two queries, none where nobody is named."""
    named = [(one, one.owner_member.name if one.owner_member else one.owner_name) for one in actions if one.owner in PEOPLE]
    may = who_may_have_a_part(case) if any(name for _, name in named) else None
    for one, name in named:
        one.owner_kept_back = bool(name) and not may(name)
    return actions


def action_of(case: Case, action_id: UUID) -> PlanAction:
    """One action of the case's plan. Raises Http404 where the case has none such."""
    found = PlanAction.objects.filter(pk=action_id, enquiry__case=case, in_error_at__isnull=True).select_related("enquiry", "wish", "risk")
    if (one := found.first()) is None:
        raise Http404("No such action")
    one.enquiry.case = case
    return one

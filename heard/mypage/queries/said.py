"""What did they say on their own page, and what was done about it? For staff, from a case read in scope."""

from uuid import UUID

from django.http import Http404

from heard.cases.models import Case, Task
from heard.documents.gate import card_for_rule
from heard.mypage.models import HeldBack, Saying
from heard.rules.own_page import OWN_PAGE_TASKS
from heard.rules.safe_contact import warning_of_a_call
from heard.rules.vocabulary.own_page import Said


def sayings_of(case: Case) -> list[Saying]:
    """What was said, newest first, without the sounds; each with ``is_waiting`` (nobody wrote yet what was done) and ``warning``: a call
    asked for to a number that is never safe, by the card as it is now. Three queries; the case has its ``current_card``.
    """
    waiting = set(Task.objects.filter(case=case, kind__in=OWN_PAGE_TASKS, done_at__isnull=True).values_list("subject_id", flat=True))
    card = card_for_rule(case.current_card, case.person)
    rows = Saying.objects.filter(case=case).defer("sound")
    rows = rows.select_related("opening__way_in__member", "opening__way_in__advocacy", "wish", "member")
    found = list(rows.prefetch_related("notes__recorded_by").order_by("-said_at"))
    for one in found:
        one.is_waiting = one.pk in waiting
        one.warning = warning_of_a_call(card=card, said=one.words) if one.said == Said.CALL else ""
    return found


def saying_of(case: Case, pk: UUID) -> Saying:
    """One of them, with its sound. Raises Http404 where the case has none such."""
    found = Saying.objects.filter(case=case, pk=pk).select_related("opening__way_in__member", "opening__way_in__advocacy", "wish").first()
    if found is None:
        raise Http404("Nothing of that kind")
    found.case = case
    return found


def held_back_of(case: Case) -> list[HeldBack]:
    """What is held back from the adult now, newest first. One query."""
    rows = HeldBack.objects.filter(case=case, ended_at__isnull=True).select_related("looked_by", "recorded_by")
    return list(rows.order_by("-looked_on"))


def held_of(case: Case, pk: UUID) -> HeldBack:
    """One of those. Raises Http404 where the case has none such."""
    found = next((one for one in held_back_of(case) if one.pk == pk), None)
    if found is None:
        raise Http404("Nothing of that kind")
    found.case = case
    return found

"""Who is opening this case, and why?

Every page about an adult comes through here: out of scope is 404; the reader's role on the case is the "why" of the audit; where they have
none they are asked, and the answer stands for twelve hours. An audit that cannot be written stops the page.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from heard.audit.actions import record_read
from heard.audit.models import Event
from heard.cases.models import Case, Concern
from heard.cases.queries import case_for, concern_for
from heard.rules.vocabulary.people_who_use_heard import Role

WHY_STANDS_FOR = timedelta(hours=12)


class WhyNeeded(Exception):
    """The reader has no role on this case and has not yet said why they are opening it."""

    def __init__(self, case: Case):
        super().__init__("why")
        self.case = case


def role_on(case: Case, user) -> str:
    """The user's role on the case in words, or blank where they have none: a colleague in the team is asked."""
    if case.lead_id == user.pk:
        return "Leads this case"
    if user.role == Role.MANAGER:
        return "Manages the team" if case.team_id else "Manages safeguarding: no team has this case yet"
    if user.role == Role.DUTY_WORKER:
        return "On duty: a concern is waiting"
    return ""


def _why_given(case: Case, user) -> str:
    since = timezone.now() - WHY_STANDS_FOR
    said = Event.objects.filter(case_id=case.pk, by_id=user.pk, event="say-why", at__gte=since).order_by("-at").first()
    return said.why if said else ""


def _write_down(case: Case, on, request: HttpRequest, event: str) -> None:
    why = role_on(case, request.user) or _why_given(case, request.user)
    if not why:
        raise WhyNeeded(case)
    record_read(event, on=on, by=request.user, why=why, case_id=case.pk)


def read_case(request: HttpRequest, reference: str, event: str = "open-case-page") -> Case:
    """The case, once the reading is in the audit. Raises Http404 out of scope and WhyNeeded (shown as a question by middleware)."""
    case = case_for(request.user, reference)
    _write_down(case, case, request, event)
    request.about_case = case
    return case


def read_concern(request: HttpRequest, reference: str, event: str = "open-concern-page") -> Concern:
    """The concern, once the reading is in the audit. Raises as ``read_case`` does."""
    concern = concern_for(request.user, reference)
    _write_down(concern.case, concern, request, event)
    request.about_case = concern.case
    return concern


def read_list(request: HttpRequest, event: str, shown: Iterable, **terms) -> None:
    """Write down one event for a list or a search: its terms and the ids of the records shown on the page."""
    detail = {"terms": {name: str(term) for name, term in terms.items()}, "shown": [str(one.pk) for one in shown]}
    record_read(event, on=None, by=request.user, why=Role(request.user.role).label, detail=detail)

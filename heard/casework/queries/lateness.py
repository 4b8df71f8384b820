"""Which steps of an enquiry took longer than the council gives, and what was said of why?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone

from heard.cases.models import Case, Enquiry
from heard.cases.queries import enquiry_named
from heard.casework.queries.facts import timescales
from heard.casework.queries.rows import WHY_LATE, enquiries_with_answers
from heard.enquiries.models import ReasonForDelay
from heard.rules.lateness import REASONS, Late, label_of_reason, late_steps
from heard.rules.seen_alone import HEARD
from heard.voice.models import Conversation
from heard.voice.queries import conversations_of


@dataclass(frozen=True)
class LateStep:
    """A step that passed its day, how many days over it is, and the reason that stands, if any."""

    late: Late
    days_over: int
    said: ReasonForDelay | None

    @property
    def reason(self) -> str:
        return label_of_reason(self.said.reason, reasons_for_delay()) if self.said else ""


def reasons_for_delay() -> dict[str, str]:
    """The reasons that may be chosen: the defaults, or the council's own."""
    return getattr(settings, "HEARD_REASONS_FOR_DELAY", {}) or REASONS


def late_enquiry(case: Case, asked_for: str, today: date) -> tuple[Enquiry, list[LateStep]] | tuple[None, list]:
    """The enquiry of a case (read in scope) with that id, else the one open or the newest, with its late steps. Four queries at most."""
    named = enquiry_named(case, asked_for)
    enquiry = next((one for one in enquiries_with_answers([case.pk]) if named and one.pk == named.pk), None)
    return (enquiry, late_in(enquiry, conversations_of(case), today)) if enquiry else (None, [])


def late_in(enquiry: Enquiry, conversations: Iterable[Conversation], today: date) -> list[LateStep]:
    """The late steps of an enquiry as ``enquiries_with_answers`` gives it, from the conversations that ``conversations_of`` gives.

    No query.
    """
    own = (one for one in conversations if one.enquiry_id == enquiry.pk or one.concern_id == enquiry.concern_id)
    heard_on = [timezone.localdate(one.held_at) for one in own if one.how in HEARD and one.held_at]
    found = late_steps(
        received_on=timezone.localdate(enquiry.concern.received_at), first_heard_on=min(heard_on, default=None),
        started_on=enquiry.started_on, concluded_on=enquiry.concluded_on, today=today, days=timescales(),
    )  # fmt: skip
    said = {step: getattr(enquiry, name) for name, step in WHY_LATE.items()}
    return [LateStep(one, one.days_over(today), said.get(one.step)) for one in found]

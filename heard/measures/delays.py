"""Why did steps take longer than the council gives for them? For the Board: how many had each reason, under disclosure control."""

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from heard.accounts.models import Authority
from heard.casework.queries.lateness import reasons_for_delay
from heard.enquiries.models import ReasonForDelay
from heard.measures.queries.concluded import concluded_in
from heard.measures.shown import Share, sentence_of_shares, share_of
from heard.rules.disclosure_control import shown_shares
from heard.rules.indicators.periods import Period
from heard.rules.lateness import TimedStep, label_of_reason


@dataclass(frozen=True)
class Delayed:
    """One step: each reason's share of the enquiries in which a reason was said, and a sentence."""

    step: TimedStep
    rows: list[Share]
    sentence: str


def delays_of(authority: Authority, period: Period) -> list[Delayed]:
    """The reasons said for each step of the enquiries concluded in these months, as they may be shown; never anybody's words. One query."""
    last = [int(part) for part in period.months[-1].split("-")]
    enquiries = concluded_in(authority, period.first, date(*last, monthrange(*last)[1]))
    said = ReasonForDelay.objects.filter(enquiry__in=enquiries.values("pk"), is_current=True).values_list("step", "reason")
    counts: dict[str, Counter] = {step: Counter() for step in TimedStep}
    for step, reason, number in said.annotate(number=Count("pk")):
        counts[step][reason] = number
    return [_delayed(TimedStep(step), found) for step, found in counts.items() if found]


def _delayed(step: TimedStep, counts: Counter) -> Delayed:
    """Every reason that may be chosen, one that nobody chose too, so that being there gives nothing away; and those no longer offered."""
    offered = reasons_for_delay()
    reasons = [*offered, *sorted(set(counts) - set(offered))]
    (shown,) = shown_shares([([counts[one] for one in reasons], counts.total())])
    rows = [share_of(one, label_of_reason(one, offered), share) for one, share in zip(reasons, shown, strict=True)]
    return Delayed(step, rows, sentence_of_shares(rows))

"""Why did steps take longer than the council gives for them? For the Board: how many had each reason, under disclosure control."""

from collections import Counter
from dataclasses import dataclass

from heard.accounts.models import Authority
from heard.casework.queries.lateness import reasons_for_delay
from heard.measures.charts.intervals import Intervals, draw_shares
from heard.measures.queries.kept import together_in
from heard.measures.shown import Share, sentence_of_shares, share_of
from heard.rules.disclosure_control import shown_shares
from heard.rules.indicators.periods import Period
from heard.rules.indicators.reasons import late
from heard.rules.indicators.tally import Tally
from heard.rules.lateness import TimedStep, label_of_reason


@dataclass(frozen=True)
class Delayed:
    """One step: each reason's share of the enquiries in which a reason was said, their picture where one may be drawn, and a sentence."""

    step: TimedStep
    rows: list[Share]
    chart: Intervals | None
    sentence: str

    @property
    def key(self) -> str:
        return late(self.step)

    @property
    def question(self) -> str:
        return f"Why it took longer: {self.step.label[0].lower()}{self.step.label[1:]}"


def delays_of(authority: Authority, period: Period) -> list[Delayed]:
    """The reasons said for each step of the enquiries concluded in these months, as they may be shown; never anybody's words. From the
    figures that are kept. One query."""
    found = together_in(authority, period.months).get("", Tally())
    counts = {step: _said(found, late(step)) for step in TimedStep}
    return [_delayed(step, said) for step, said in counts.items() if said]


def _said(found: Tally, step: str) -> Counter:
    """How many had each reason."""
    return Counter({slug.removeprefix(f"{step}-"): number for slug, number in found.parts.items() if slug.startswith(f"{step}-")})


def _delayed(step: TimedStep, counts: Counter) -> Delayed:
    """Every reason that may be chosen, one that nobody chose too, so that being there gives nothing away; and those no longer offered."""
    offered = reasons_for_delay()
    reasons = [*offered, *sorted(set(counts) - set(offered))]
    (shown,) = shown_shares([([counts[one] for one in reasons], counts.total())])
    rows = [share_of(one, label_of_reason(one, offered), share) for one, share in zip(reasons, shown, strict=True)]
    sentence = sentence_of_shares(rows)
    return Delayed(step, rows, draw_shares(rows, title=f"Why it took longer: {step.label}", sentence=sentence), sentence)

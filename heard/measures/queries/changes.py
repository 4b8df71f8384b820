"""What did reviews recommend about a theme, what did audits answer, and what do live cases show, quarter by quarter?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from heard.accounts.models import Authority
from heard.assurance.models import Recommendation
from heard.assurance.queries.audits import compared, in_order, sampled_in_authority
from heard.measures.queries.kept import month_by_month
from heard.measures.shown import shown_in
from heard.rules.disclosure_control import percentage, shown_shares
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.tally import Tally
from heard.rules.vocabulary.assurance import Answered, Theme
from heard.rules.vocabulary.reviews import RecommendationStep
from heard.rules.what_changed import MEASURED_BY, Share, months_of, quarter_of, years_within


@dataclass(frozen=True)
class Mark:
    """Something of a recommendation on the time axis: made, proved, held, partly held, or did not hold."""

    on: date
    quarter: str
    what: str
    recommendation: Recommendation


def live_shares(authority: Authority, theme: Theme, quarters: Sequence[str]) -> list[Share]:
    """The live measure of the theme in each quarter, of the whole council and so under disclosure control; none where it has no measure."""
    slug = MEASURED_BY.get(theme)
    if slug is None:
        return []
    found = month_by_month(authority, [month for quarter in quarters for month in months_of(quarter)])
    rows = [_added(found[month] for month in months_of(quarter) if month in found) for quarter in quarters]
    shown = shown_in(rows, INDICATORS[slug], years_within(quarters))
    return [Share(quarter, one.part, one.whole, one.percent) for quarter, one in zip(quarters, shown, strict=True)]


def _added(months: Iterable[Tally]) -> Tally:
    made = Tally()
    for month in months:
        made.parts.update(month.parts)
        made.wholes.update(month.wholes)
    return made


def audit_shares(authority: Authority, theme: Theme, quarters: Sequence[str], *, exact: bool) -> list[Share]:
    """Of the answers that count and apply, how many were yes, by the quarter in which the last auditor of the case was done."""
    parts, wholes = Counter(), Counter()
    for case in sampled_in_authority(authority):
        for one in compared(case):
            if one.question.theme == theme and one.counts and one.counts != Answered.NOT_APPLICABLE:
                quarter = quarter_of(timezone.localdate(max(audit.done_at for audit in in_order(case))))
                wholes[quarter] += 1
                parts[quarter] += one.counts == Answered.YES
    rows = [([parts[quarter]], wholes[quarter]) for quarter in quarters]
    if exact:
        return [Share(quarter, part, whole, percentage(part, whole)) for quarter, ([part], whole) in zip(quarters, rows, strict=True)]
    shown = shown_shares(rows, years_within(quarters))
    return [Share(quarter, one.part, one.whole, one.percent) for quarter, (one,) in zip(quarters, shown, strict=True)]


def marks_of(authority: Authority, theme: Theme) -> list[Mark]:
    """Every step of the theme's recommendations, the oldest first, each made on the day it was agreed. Two queries."""
    rows = Recommendation.objects.filter(authority=authority, theme=theme).select_related("review").prefetch_related("looks")
    marks = []
    for one in rows.order_by("review__started_on", "number"):
        made = one.agreed_on or timezone.localdate(one.recorded_at)
        marks.append(Mark(made, quarter_of(made), "Recommended", one))
        marks += [Mark(look.on, quarter_of(look.on), RecommendationStep(look.step).label, one) for look in one.looks.all()]
    return sorted(marks, key=lambda mark: mark.on)

"""What of a figure may be shown to whoever may not open the cases, and in which words?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from heard.rules.disclosure_control import SMALLEST_SHOWN, SUPPRESSED, ShownShare, shown_count, shown_shares
from heard.rules.indicators.all_indicators import INDICATORS, summed_by, together_with
from heard.rules.indicators.breakdowns import By, label_of_part, order_of_part
from heard.rules.indicators.days import middle_of
from heard.rules.indicators.indicator import Indicator
from heard.rules.indicators.tally import Tally
from heard.rules.measures import Measure
from heard.rules.wilson_interval import wilson_interval

WITHHELD = "not shown"


@dataclass(frozen=True)
class Share:
    """One share: rounded counts, and the percentage with its 95% interval where it may be shown. ``key`` names the indicator or part."""

    key: str
    label: str
    part: int | str
    whole: int | str
    percent: int | None = None
    low: int | None = None
    high: int | None = None
    whose: str = ""

    @property
    def words(self) -> str:
        return WITHHELD if self.percent is None else f"{self.percent}% ({self.low} to {self.high})"


@dataclass(frozen=True)
class Days:
    """How long something took: how many are counted, the median, and the days between which the middle half took."""

    key: str
    label: str
    number: int | str
    median: int | None = None
    low: int | None = None
    high: int | None = None

    @property
    def words(self) -> str:
        return WITHHELD if self.median is None else f"{days_in_words(self.median)} (middle half {self.low} to {self.high})"


def days_in_words(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def share_of(key: str, label: str, shown: ShownShare, whose: str = "") -> Share:
    """The share as it is drawn. The interval is worked out from rounded numbers, so that it gives nothing more away than they do."""
    if shown.percent is None:
        return Share(key, label, shown.part, shown.whole, whose=whose)
    low, high = wilson_interval(shown.percent / 100 * shown.whole, shown.whole)
    return Share(key, label, shown.part, shown.whole, shown.percent, round(low * 100), round(high * 100), whose)


def shown_in(rows: Sequence[Tally], one: Indicator, lines: Sequence[Collection[int]] | None = None) -> list[ShownShare]:
    """One indicator in each of these rows, as it may be shown beside all that adds up to the same whole; ``lines`` as ``shown_shares``."""
    if one.sum_of:
        return _sums_in(rows, one, lines)
    kinds = together_with(one)
    found = shown_shares([([row.parts[kind.slug] for kind in kinds], row.wholes[one.slug]) for row in rows], lines)
    return [row[kinds.index(one)] for row in found]


def _sums_in(rows: Sequence[Tally], one: Indicator, lines: Sequence[Collection[int]] | None) -> list[ShownShare]:
    """The sum of two, beside one of them, would give the other away: shown only where every one of them is."""
    alone = shown_shares([([row.parts[one.slug]], row.wholes[one.slug]) for row in rows], lines)
    summed = zip(*(shown_in(rows, kind, lines) for kind in together_with(summed_by(one))), strict=True)
    return [
        ShownShare(SUPPRESSED, (shown if shown.is_withheld else parts[0]).whole, None) if any(part.is_withheld for part in parts) else shown
        for (shown,), parts in zip(alone, summed, strict=True)
    ]  # fmt: skip


def shares_of(tally: Tally, indicators: Iterable[Indicator]) -> list[Share]:
    """Those of the indicators that something is behind, as they are shown, in order."""
    behind = [one for one in indicators if not one.is_days and tally.wholes[one.slug]]
    return [share_of(one.slug, one.label, shown_in([tally], one)[0], one.whose) for one in behind]


def days_of(key: str, label: str, spread: dict[int, int]) -> Days:
    """Days as they are shown: nothing of fewer than ten, so that no median is one person's own days."""
    number = sum(spread.values())
    if number < 2 * SMALLEST_SHOWN:
        return Days(key, label, shown_count(number))
    return Days(key, label, shown_count(number), middle_of(spread), middle_of(spread, 0.25), middle_of(spread, 0.75))


def all_days_of(tally: Tally, indicators: Iterable[Indicator]) -> list[Days]:
    """Those of the indicators of days that something is behind."""
    return [days_of(one.slug, one.label, tally.spreads[one.slug]) for one in indicators if one.is_days and one.slug in tally.spreads]


def shares_by_part(found: dict[str, Tally], one: Indicator, by: By) -> list[Share]:
    """One share in each part, as it may be shown beside the other parts and the whole."""
    parts = sorted((part for part, tally in found.items() if tally.wholes[one.slug]), key=lambda part: order_of_part(by, part))
    shown = shown_in([found[part] for part in parts], one)
    return [share_of(part, label_of_part(by, part), share) for part, share in zip(parts, shown, strict=True)]


def days_by_part(found: dict[str, Tally], one: Indicator, by: By) -> list[Days]:
    """The days in each part."""
    parts = sorted((part for part, tally in found.items() if tally.spreads.get(one.slug)), key=lambda part: order_of_part(by, part))
    return [days_of(part, label_of_part(by, part), found[part].spreads[one.slug]) for part in parts]


def sentence_of_shares(shares: Iterable[Share]) -> str:
    """What a picture of shares shows, in one sentence."""
    shown = [one for one in shares if one.percent is not None]
    if not shown:
        return "Too few to show without giving somebody away."
    said = [f"{one.label}{f' ({one.whose.lower()})' if one.whose else ''} {one.percent}%" for one in shown[:4]]
    more = f", and {len(shown) - 4} more below" if len(shown) > 4 else ""
    return f"{'; '.join(said)}{more}. The line through each mark says how sure it is (95% interval)."


def sentence_of_both(shares: Iterable[Share]) -> str:
    """What the adults judged and what the professionals judged, side by side, in one sentence."""
    met = {one.key: one for one in shares if one.percent is not None}
    adults, professionals = met.get(Measure.ADULT_MET), met.get(Measure.PROFESSIONAL_MET)
    if adults is None or professionals is None:
        return sentence_of_shares(shares)
    return (
        f"Adults judged {adults.percent}% of {adults.whole} wishes met; professionals judged {professionals.percent}% of "
        f"{professionals.whole} met. Round marks are the adults’ judgements, square ones the professionals’. "
        "The line through each mark says how sure it is (95% interval)."
    )


def sentence_of_days(rows: Iterable[Days]) -> str:
    """What a picture of days shows, in one sentence."""
    shown = [one for one in rows if one.median is not None]
    if not shown:
        return "Too few to show without giving somebody away."
    said = [f"{one.label.lower() if index else one.label}: half within {days_in_words(one.median)}" for index, one in enumerate(shown[:4])]
    return f"{'; '.join(said)}. The line through each mark is how long the middle half took."


def name_of(slug: str) -> str:
    """An indicator's name by its slug, for headings and files."""
    return INDICATORS[slug].label

"""What did adults say of how it was, and, apart from them, those who spoke for an adult? Under disclosure control."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from heard.accounts.models import Authority
from heard.measures.charts.intervals import Intervals, draw_shares
from heard.measures.shown import Share, share_of
from heard.rules.disclosure_control import shown_shares
from heard.rules.indicators.periods import Period
from heard.voice.counting import QuestionCounted, experience_counts


@dataclass(frozen=True)
class Experienced:
    """One question: each answer's share in each group that answered (never added together), and the picture of the first answer."""

    key: str
    question: str
    wording: str
    rows: list[Share]
    chart: Intervals | None
    sentence: str


def experience_of(authority: Authority, period: Period) -> list[Experienced]:
    """Every question that somebody answered in these months, as it may be shown. Three queries at most, live."""
    last = [int(part) for part in period.months[-1].split("-")]
    end = date(*last, monthrange(*last)[1])
    found = [_question(one) for one in experience_counts(authority, period.first, end)]
    return [one for one in found if one.rows]


def _question(one: QuestionCounted) -> Experienced:
    rows, first = [], []
    for group, counts in one.counts.items():
        whole = sum(number for answer, number in counts.items() if answer)
        (found,) = shown_shares([([counts[answer] for answer, _ in one.answers], whole)])
        shares = [share_of(answer, words, shown, group.label) for (answer, words), shown in zip(one.answers, found, strict=True)]
        if whole:
            rows += shares
            first += shares[:1]
    said = [f"{row.whose}: {row.label} {row.percent}%" for row in first if row.percent is not None]
    sentence = "; ".join(said) + "." if said else "Too few to show without giving somebody away."
    chart = draw_shares(first, title=one.asked, sentence=sentence)
    return Experienced(f"experience-{one.question}", one.asked, one.instrument.label, rows, chart, sentence)



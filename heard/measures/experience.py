"""What did adults say of how it was, and, apart from them, those who spoke for an adult? Under disclosure control."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from heard.accounts.models import Authority
from heard.measures.charts.intervals import Intervals, draw_shares
from heard.measures.shown import Share, share_of
from heard.rules.disclosure_control import shown_shares
from heard.rules.indicators.experience import ASKING
from heard.rules.indicators.periods import Period
from heard.rules.vocabulary.experience import AskingWent
from heard.voice.counting import QuestionCounted, askings_counts, experience_counts

WERE_THEY_ASKED = "Who was asked, and did they answer?"
SOME_TO_SHOW = "The table has what can be shown without giving somebody away."
TOO_FEW = "Too few to show without giving somebody away."


@dataclass(frozen=True)
class Experienced:
    """One question: each answer's share in each group that answered (never added together), and the picture of the first answer.

    ``wording`` says whose questionnaire it is of; blank for how the askings themselves went.
    """

    key: str
    question: str
    wording: str
    rows: list[Share]
    chart: Intervals | None
    sentence: str

    @property
    def rows_shown(self) -> list[Share]:
        """The rows of the groups of which anything may be shown, for whoever reads a page; ``rows`` has them all."""
        seen = {row.whose for row in self.rows if row.percent is not None}
        return [row for row in self.rows if row.whose in seen]

    @property
    def too_few(self) -> list[str]:
        """The groups that answered, of which nothing may be shown."""
        seen = {row.whose for row in self.rows_shown}
        return [whose for whose in dict.fromkeys(row.whose for row in self.rows) if whose not in seen]


def experience_of(authority: Authority, period: Period) -> list[Experienced]:
    """How the askings of these months went, and every question that somebody answered, as it may be shown. Four queries at most, live."""
    last = [int(part) for part in period.months[-1].split("-")]
    days = period.first, date(*last, monthrange(*last)[1])
    found = [_askings(authority, *days), *map(_question, experience_counts(authority, *days))]
    return [one for one in found if one.rows]


def _askings(authority: Authority, start: date, end: date) -> Experienced:
    """Of each group asked by name: how many answered, and to whom. Those without a name are known by their answers alone."""
    rows = []
    for group, counts in askings_counts(authority, start, end).items():
        (found,) = shown_shares([(list(counts.values()), sum(counts.values()))])
        if any(counts.values()):
            rows += [share_of(went, went.label, shown, group.label) for went, shown in zip(counts, found, strict=True)]
    shown = [row for row in rows if row.key == AskingWent.TO_ANOTHER]
    return _experienced(f"experience-{ASKING}", WERE_THEY_ASKED, "", rows, shown)


def _question(one: QuestionCounted) -> Experienced:
    rows, first = [], []
    for group, counts in one.counts.items():
        whole = sum(number for answer, number in counts.items() if answer)
        (found,) = shown_shares([([counts[answer] for answer, _ in one.answers], whole)])
        shares = [share_of(answer, words, shown, group.label) for (answer, words), shown in zip(one.answers, found, strict=True)]
        if whole:
            rows += shares
            first += shares[:1]
    return _experienced(f"experience-{one.question}", one.asked, one.instrument.label, rows, first)


def _experienced(key: str, asked: str, wording: str, rows: list[Share], drawn: list[Share]) -> Experienced:
    """With a picture of these shares, one for each group, and the sentence that says what it shows."""
    said = [f"{row.whose}: {row.label} {row.percent}%" for row in drawn if row.percent is not None]
    sentence = "; ".join(said) + "." if said else SOME_TO_SHOW if any(row.percent is not None for row in rows) else TOO_FEW
    return Experienced(key, asked, wording, rows, draw_shares(drawn, title=asked, sentence=sentence), sentence)



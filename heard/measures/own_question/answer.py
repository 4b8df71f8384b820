"""How is a question answered: exactly to those who may open the cases, with small counts hidden to everybody else?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from heard.measures.own_question.counting import Counts
from heard.measures.own_question.question import GROUPINGS, Question, label_in, order_of, year_label
from heard.returns.case_table import BY_NAME
from heard.rules.decision import Decision
from heard.rules.disclosure_control import SMALLEST_SHOWN, SUPPRESSED, percentage
from heard.rules.hidden_counts import TOTAL, Place, may_answer, protected

ALL, TOGETHER = "all", "All together"


@dataclass(frozen=True)
class Answer:
    """What may be shown: rows and columns as (key, label), totals last; each place's count; and each row's percentages of its whole."""

    question: Question
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    shown: Mapping[Place, int | str]
    percents: Mapping[Place, int | None]
    is_exact: bool
    as_at: datetime
    refused: Decision | None = None

    @property
    def title(self) -> str:
        """What it is a table of."""
        by = " and ".join(GROUPINGS[name].lower() for name in self.question.groupings)
        return f"{self.question.figure.label}{f', by {by}' if by else ''}{f', {self.period}' if self.question.year else ''}"

    @property
    def period(self) -> str:
        return year_label(self.question.year) if self.question.year else "every year"

    @property
    def head(self) -> str:
        """What heads the first column."""
        return " and ".join(GROUPINGS[name] for name in (self.question.groupings if self.question.parts else self.question.groupings[:1]))

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """The filters in words."""
        return [(GROUPINGS[name], label_in(name, value)) for name, value in self.question.filters.items()]

    @property
    def is_empty(self) -> bool:
        return not self.rows

    @property
    def hides(self) -> bool:
        return SUPPRESSED in self.shown.values()

    def cell(self, row: str, column: str) -> str:
        """One place as it is written on the page."""
        value = self.shown[row, column]
        percent = self.percents.get((row, column))
        words = value if isinstance(value, str) else f"{value:,}"
        return words if percent is None else f"{words} ({percent}%)"


def answer_to(question: Question, found: Counts, *, is_exact: bool) -> Answer:
    """The answer for this reader; refused where it would tell of fewer than ten people and they may not open the cases."""
    allowed = Decision(True) if is_exact else may_answer(people=found.people_left, left_out=found.left_out, narrowings=question.narrowings)
    if not allowed:
        return Answer(question, (), (), {}, {}, is_exact, found.as_at, refused=allowed)
    few = {place for place, number in found.people.items() if number < SMALLEST_SHOWN} | found.leaves_out_few
    shown = dict(found.counts) if is_exact else protected(found.counts, few)
    rows, columns = _rows(question, found.counts), _columns(question, found.counts)
    percents = _percents(question, found.counts, shown, is_exact=is_exact) if question.parts else {}
    return Answer(question, rows if found.people_left else (), columns, shown, percents, is_exact, found.as_at)


def _rows(question: Question, counts: Mapping[Place, int]) -> tuple[tuple[str, str], ...]:
    names = question.groupings if question.parts else question.groupings[:1]
    keys = {row for row, _ in counts} - {TOTAL, ALL}
    if not names:
        return ((TOTAL, TOGETHER),)

    def place(key: str) -> list[tuple[int, str]]:
        return [order_of(name, one) for name, one in zip(names, key.split("|"), strict=True)]

    def words(key: str) -> str:
        return ", ".join(label_in(name, one) for name, one in zip(names, key.split("|"), strict=True))

    return (*((key, words(key)) for key in sorted(keys, key=place)), (TOTAL, "Total"))


def _columns(question: Question, counts: Mapping[Place, int]) -> tuple[tuple[str, str], ...]:
    if question.parts:
        return (*((part.key, part.label) for part in question.parts), (TOTAL, "Of"))
    keys = sorted({column for _, column in counts} - {TOTAL}, key=lambda key: order_of(question.columns, key))
    return (*((key, label_in(question.columns, key)) for key in keys), (TOTAL, "Total" if keys else "Number"))


def _percents(question: Question, counts: Mapping[Place, int], shown: Mapping, *, is_exact: bool) -> dict[Place, int | None]:
    """Of each row's whole, from unrounded counts; all of a row or none, and none where any of it is hidden."""
    found: dict[Place, int | None] = {}
    keys = [part.key for part in question.parts]
    for row in {row for row, _ in counts}:
        parts, whole = [counts[row, key] for key in keys], counts[row, TOTAL]
        hides = any(shown[row, key] == SUPPRESSED for key in (*keys, TOTAL))
        if is_exact or not hides:
            found |= {(row, key): percentage(part, whole) for key, part in zip(keys, parts, strict=True)}
    return found


def sentence_of(answer: Answer) -> str:
    """What the answer says, in one or two sentences."""
    total = answer.shown[TOTAL, TOTAL]
    words = f"{answer.question.figure.label}, {answer.period}: {_number(total)}."
    counts = [answer.shown[key, TOTAL] for key, _ in answer.rows if key != TOTAL]
    shown = [one for one in counts if not isinstance(one, str)]
    if answer.question.parts:
        return f"{words} {_of_parts(answer)}".strip()
    if len(shown) > 1:
        hidden = f", {len(counts) - len(shown)} of them hidden" if len(shown) < len(counts) else ""
        words += f" In {len(counts)} groups{hidden}: from {min(shown):,} to {max(shown):,} in those shown."
    return words


def _of_parts(answer: Answer) -> str:
    said = [
        f"{label}: {answer.percents[TOTAL, key]}%" for key, label in answer.columns
        if answer.percents.get((TOTAL, key)) is not None
    ]  # fmt: skip
    return f"{'; '.join(said)}." if said else ""


def _number(value: int | str) -> str:
    return f"{value:,}" if isinstance(value, int) else "too few to show"


def answer_rows(answer: Answer) -> list[tuple]:
    """The answer as rows of a file: row, its label, column, its label, the count or nothing where hidden, the mark, the percentage."""
    rows = []
    for row, row_label in answer.rows:
        for column, column_label in answer.columns:
            value = answer.shown[row, column]
            hidden = isinstance(value, str)
            rows.append((
                row or "total", row_label, column or "total", column_label, None if hidden else value, value if hidden else "",
                answer.percents.get((row, column)),
            ))  # fmt: skip
    return rows


def columns_used(question: Question) -> list:
    """The columns of the case table that a question is about, for its data dictionary."""
    time = {"year": f"year_{question.when}", "month": f"month_{question.when}"}
    names = [time.get(name, name) for name in (*question.groupings, *question.filters)]
    return [BY_NAME[name] for name in dict.fromkeys([*names, f"year_{question.when}"])]

"""How is an answer drawn: one bar for each row, readable without colour?"""

from dataclasses import dataclass

from heard.measures.own_question.answer import Answer
from heard.rules.hidden_counts import TOTAL

EACH = 46
MOST_BARS = 40


@dataclass(frozen=True)
class Bar:
    """One row's bar: its label, its place, its length in percent of the longest there can be, and its number."""

    label: str
    y: int
    percent: float
    words: str


def bars_of(answer: Answer) -> list[Bar]:
    """A bar for each row but the total: its count, or the percentage of its first part. Hidden ones say so and have no length."""
    rows = [row for row in answer.rows if row[0] != TOTAL][:MOST_BARS]
    values = [_value(answer, key) for key, _ in rows]
    most = 100 if answer.question.parts else max((value for value, _ in values if value is not None), default=0)
    return [
        Bar(label, at * EACH, round(100 * value / most, 1) if value and most else 0, words)
        for at, ((_, label), (value, words)) in enumerate(zip(rows, values, strict=True))
    ]


def _value(answer: Answer, row: str) -> tuple[int | None, str]:
    if answer.question.parts:
        percent = answer.percents.get((row, answer.question.parts[0].key))
        return percent, f"{percent}%" if percent is not None else "not shown"
    count = answer.shown[row, TOTAL]
    return (None, "[c]") if isinstance(count, str) else (count, f"{count:,}")


def drawn(answer: Answer) -> str:
    """What the length of a bar is."""
    return f"{answer.question.parts[0].label}, percent of each row" if answer.question.parts else answer.question.figure.label

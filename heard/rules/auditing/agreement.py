"""Do two auditors agree, beyond what chance alone would give?"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from heard.rules.vocabulary.assurance import Answered

MEANING = (
    "1 is full agreement, 0 what chance alone would give, and less than 0 is less than that. "
    "Where nearly every answer is the same, it can be low although they nearly always agree."
)


@dataclass(frozen=True)
class Agreement:
    """How far two auditors agree: of how many answers, how many the same, and Cohen's kappa, None where it is undefined (and why)."""

    answers: int
    same: int
    kappa: float | None
    because: str


def cohens_kappa(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Cohen's kappa, unweighted, of pairs of answers: (observed - expected) / (1 - expected).

    Undefined without any pair, and where chance alone would already give full agreement (both gave one and the same answer throughout).
    Practice: Cohen (1960), a coefficient of agreement for nominal scales; the handbook asks for two-rater agreement.
    """
    answers, same = len(pairs), sum(first == second for first, second in pairs)
    if not answers:
        return Agreement(0, 0, None, "No question has been answered by two auditors yet.")
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    expected = Fraction(sum(firsts[one] * seconds[one] for one in firsts), answers * answers)
    if expected == 1:
        because = "Kappa cannot be worked out: both gave one and the same answer every time, so chance alone would give full agreement."
        return Agreement(answers, same, None, because)
    kappa = (Fraction(same, answers) - expected) / (1 - expected)
    return Agreement(answers, same, float(round(kappa, 2)), MEANING)


def counted_answer(*, answers: Sequence[str], settled: str = "") -> Answered | None:
    """The one answer that counts for a question in one case: what was settled, else what every auditor answered. None where they differ.

    Practice: a difference between auditors is talked through, and never averaged away.
    """
    if settled:
        return Answered(settled)
    return Answered(answers[0]) if answers and len(set(answers)) == 1 else None


def differences(first: dict[str, str], second: dict[str, str]) -> tuple[str, ...]:
    """The questions that two auditors answered differently, in the first one's order.

    Practice: a difference between auditors is talked through, and never averaged away.
    """
    return tuple(question for question, answer in first.items() if question in second and second[question] != answer)

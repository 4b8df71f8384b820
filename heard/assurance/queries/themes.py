"""What do audits find over time, and how far do two auditors agree?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from heard.accounts.models import Authority
from heard.assurance.models import AuditRound, SampledCase
from heard.assurance.queries.audits import answers_open, compared, in_order, sampled_in_authority
from heard.rules.auditing.agreement import Agreement, cohens_kappa
from heard.rules.vocabulary.assurance import Answered, Theme


@dataclass(frozen=True)
class ThemeAnswers:
    """How a theme was answered in one round: the answers that count, and how many are not settled yet."""

    theme: Theme
    counts: dict[Answered, int]
    open: int

    @property
    def of(self) -> int:
        """How many answers a share is of: those to which the question applied."""
        return sum(number for answer, number in self.counts.items() if answer != Answered.NOT_APPLICABLE)


def agreement_in(cases: Iterable[SampledCase]) -> Agreement:
    """Cohen's kappa over every question that both auditors of a case answered, of the cases on which both are done."""
    pairs = []
    for one in cases:
        if not answers_open(one):
            continue
        given = [{row.question: row.answer for row in audit.answers.all()} for audit in in_order(one)]
        if len(given) == 2:
            pairs += [(answer, given[1][question]) for question, answer in given[0].items() if question in given[1]]
    return cohens_kappa(pairs)


def themes_in(cases: Iterable[SampledCase]) -> list[ThemeAnswers]:
    """How each theme was answered in these cases, in the order of ``Theme``; only themes that were asked about."""
    counts, still_open = {}, Counter()
    for case in cases:
        for one in compared(case):
            theme = counts.setdefault(one.question.theme, Counter())
            if one.counts:
                theme[Answered(one.counts)] += 1
            elif one.rows:
                still_open[one.question.theme] += 1
    return [ThemeAnswers(theme, dict(counts[theme]), still_open[theme]) for theme in Theme if theme in counts]


def themes_by_round(authority: Authority) -> list[tuple[AuditRound, list[ThemeAnswers]]]:
    """Every round that has answers, the oldest first, with how each theme was answered in it."""
    cases: dict[AuditRound, list[SampledCase]] = {}
    for one in sampled_in_authority(authority):
        cases.setdefault(one.round, []).append(one)
    found = [(one, themes_in(mine)) for one, mine in sorted(cases.items(), key=lambda pair: pair[0].recorded_at)]
    return [(one, themes) for one, themes in found if themes]

"""What was answered and said so far in one audit, which was read as its auditor's own?"""

from heard.assurance.models import AskedView, Audit, AuditAnswer, SampledCase
from heard.rules.vocabulary.assurance import WhoseView


def answers_given(audit: Audit) -> dict[str, AuditAnswer]:
    """The auditor's own answers by question. One query."""
    return {one.question: one for one in audit.answers.all()}


def answer_given(audit: Audit, question: str) -> AuditAnswer | None:
    """The auditor's own answer to one question, or None."""
    return audit.answers.filter(question=question).first()


def view_of(sampled: SampledCase, whose: WhoseView) -> AskedView | None:
    """The adult's or the worker's own view, as last said, or None."""
    return sampled.views.filter(whose=whose, is_current=True).first()

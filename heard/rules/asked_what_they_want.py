"""What do the records suggest about whether the adult was asked what they want? A person answers; this only suggests."""

from collections.abc import Iterable
from dataclasses import dataclass

from heard.rules.decision import Law
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.voice import Asked

RETURN = Law("Safeguarding Adults Collection, table SG4a")


@dataclass(frozen=True)
class Suggestion:
    """The answer suggested (None where the records say nothing) and why."""

    answer: Asked | None
    because: str
    law: Law = RETURN


def suggested_answer(*, wishes: int, asked: Iterable[str]) -> Suggestion:
    """A wish, even one since changed or withdrawn, means asked and expressed; a conversation that asked, asked and nothing expressed.

    Practice: exchange format, counting rule 7. A conversation that did not ask is no proof that nobody asked, so "no" is never suggested.
    """
    if wishes:
        return Suggestion(Asked.YES_EXPRESSED, "What they want is recorded.")
    if YesNo.YES in set(asked):
        return Suggestion(Asked.YES_NOTHING, "A conversation asked what they want, and nothing they want is recorded.")
    return Suggestion(None, "No conversation on record asked what they want.")

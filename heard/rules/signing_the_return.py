"""May the statutory return be signed off now?"""

from collections.abc import Sequence
from dataclasses import dataclass

from heard.rules.decision import Decision, Law

PRACTICE = Law("Practice: what is signed off is what was looked at, once the year is over, and is kept as it was signed")


@dataclass(frozen=True)
class ToSign:
    """What is known as somebody signs: the year and the last whole one; the hash, over the cells and the checks with their explanations, of
    what they looked at, of what there is now and of what was last signed (blank where nothing was); and the names of the checks that
    cannot be right and have no explanation."""

    year: int
    last_whole_year: int
    seen: str
    now: str
    signed: str = ""
    unexplained: Sequence[str] = ()


def may_sign_off(facts: ToSign) -> Decision:
    """Once the year is over, where what is counted is what was looked at, something has changed since the last signing, and what cannot
    be right has been explained.

    Practice: a return is made once its year is over (handbook 1.1); a resubmission says what has changed.
    """
    if facts.year > facts.last_whole_year:
        return Decision(False, (f"The year is not over. It can be signed off from 1 April {facts.year + 1}.",), (PRACTICE,))
    if facts.seen != facts.now:
        words = "The figures or the checks changed after you opened this page. Nothing was signed. Look at them again."
        return Decision(False, (words,), (PRACTICE,))
    if facts.signed == facts.now:
        return Decision(False, ("Nothing has changed since this year was last signed off. It was not signed again.",), (PRACTICE,))
    if facts.unexplained:
        words = "A check found something that cannot be right, and nobody has explained it"
        return Decision(False, tuple(f"{words}: {one}" for one in facts.unexplained), (PRACTICE,))
    return Decision(True, law=(PRACTICE,))

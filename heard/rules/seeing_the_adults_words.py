"""May somebody who represents the adult see what the adult said?"""

from collections.abc import Collection

from heard.rules.decision import Decision, Law

LAW = (
    Law("Care Act 2014, section 68"),
    Law("Practice: a representative who may pose a risk loses sight of what the adult said, at that moment"),
)


def may_see_the_adults_words(*, represents_now: bool, stands_against: Collection[str]) -> Decision:
    """Only while they are the adult's appropriate person, every test met, and nothing recorded stands against it.

    Practice: a link between a source of risk and the representative hides the adult's words from that person.
    """
    if stands_against:
        return Decision(False, tuple(stands_against), LAW)
    if not represents_now:
        return Decision(False, ("They are not the adult’s appropriate person now.",), LAW)
    return Decision(True, ("They are the adult’s appropriate person, and nothing stands against it.",), LAW)

"""May somebody who represents the adult see what the adult said?"""

from collections.abc import Collection

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import AuthorityKind

ATTORNEYS_AND_DEPUTIES = frozenset({
    AuthorityKind.LPA_PROPERTY, AuthorityKind.LPA_HEALTH, AuthorityKind.ENDURING, AuthorityKind.DEPUTY_PROPERTY,
    AuthorityKind.DEPUTY_WELFARE,
})  # fmt: skip
LAW = (
    Law("Care Act 2014, section 68"),
    Law("Mental Capacity Act 2005, sections 9 and 16: attorneys and deputies", checked=False),
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


def may_see_as_attorney_or_deputy(*, kind: AuthorityKind | str, reliance: Decision, stands_against: Collection[str]) -> Decision:
    """An attorney or deputy whose document was seen and whose power is in force (``reliance``), with nothing recorded against them.

    Never an appointee, whose part is benefits alone.

    Practice: as above; an authority is relied on once its document, or the register, was seen.
    """
    if stands_against:
        return Decision(False, tuple(stands_against), LAW)
    if kind not in ATTORNEYS_AND_DEPUTIES:
        return Decision(False, ("Only an attorney or a deputy represents the adult by an authority.",), LAW)
    return reliance


def may_see_as_advocate(
    *, has_name: bool, has_accepted: bool, has_ended: bool, acts_for_the_other: str, stands_against: Collection[str]
) -> Decision:
    """An advocate or IMCA who has accepted, has not ended, and does not act for the person who may pose a risk.

    Law: Care Act 2014 s68(2): the advocate represents and supports the adult in the enquiry.
    """
    if stands_against:
        return Decision(False, tuple(stands_against), LAW)
    if acts_for_the_other != Answer.NO:
        return Decision(False, ("It is not recorded that this advocate acts for nobody who may pose a risk.",), LAW)
    if not has_name or not has_accepted or has_ended:
        return Decision(False, ("This advocate does not act for the adult now.",), LAW)
    return Decision(True, ("They are the adult’s advocate.",), LAW)

"""How was the adult heard where there was no conversation: as the concern was raised, in a wish, at closing?

Conversations are ``seen_alone.how_heard``; these are the other opportunities on the voice line.
"""

from heard.rules.seen_alone import HowHeard, how_heard
from heard.rules.vocabulary.concern import Agreement, RaisedBy
from heard.rules.vocabulary.enquiry import ClosingView


def heard_when_raised(*, raised_by: str, agreement: str, words: str) -> HowHeard:
    """How the adult was heard as the concern was raised: by themselves, through whoever raised it, or not at all.

    A referrer's "unable" is their belief and never a finding: it counts only as not heard.
    Practice: the adult is involved from the very beginning by being asked whether they agree (Making Safeguarding Personal).
    """
    if raised_by == RaisedBy.ADULT:
        return HowHeard.ALONE_NOT_RECORDED
    if words.strip() or agreement in (Agreement.AGREED, Agreement.REFUSED):
        return HowHeard.REPRESENTED
    return HowHeard.NOT_HEARD


def heard_in_wish(expressed_by: str) -> HowHeard:
    """How the adult was heard in a wish, or a judgement, that no recorded conversation holds.

    Practice: whose voice it is stands beside every statement.
    """
    return how_heard(not_heard_because="", alone="", spoken_by=expressed_by)


def heard_at_closing(view: str) -> HowHeard | None:
    """How the adult was heard about closing; None where nothing is recorded.

    Practice: the closing checklists of London, Berkshire and Liverpool ask the adult's view of closing.
    """
    if not view:
        return None
    return HowHeard.ALONE_NOT_RECORDED if view in (ClosingView.AGREES, ClosingView.DISAGREES) else HowHeard.NOT_HEARD

"""May an entry of who looked at the record be held back from the adult?"""

from datetime import date, timedelta

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.own_page import HoldGround

LAW = (
    Law("UK GDPR, article 15: the right of access; Data Protection Act 2018, schedule 2, paragraph 2: crime", checked=False),
    Law("Practice: held back by a named manager, with a reason and a day to look again"),
)
LONGEST = timedelta(days=183)


def may_hold_back(*, ground: HoldGround | str, because: str, review_on: date | None, today: date) -> Decision:
    """Only on one of two grounds, with a reason, and with a day to look again within six months.

    Practice: what is held back from somebody about themselves is the exception, decided by name, and looked at again.
    """
    reasons = []
    if ground not in set(HoldGround):
        reasons.append("Choose why it is held back.")
    if not because.strip():
        reasons.append("Write why, so that it can be looked at again.")
    if review_on is None or not today < review_on <= today + LONGEST:
        reasons.append("Give a day to look at it again, after today and within six months.")
    return Decision(not reasons, tuple(reasons), LAW)


def may_know_of_case(*, knows: bool, was_asked: bool, has_read: bool) -> Decision:
    """Whether the adult may see who looked at another case of theirs: it is recorded that they know of it, they were asked in it what they
    want, or they had a page of their own there. What nobody recorded is not read as known.

    Practice: a concern may be looked into before it is safe to tell the adult; who looked must not tell them instead.
    """
    if knows or was_asked or has_read:
        return Decision(True, ("It is recorded that the adult knows of it.",), LAW)
    return Decision(False, ("It is not recorded that the adult knows of it.",), LAW)

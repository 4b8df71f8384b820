"""Did the adult agree that this concern be raised, and when is a reason asked?

Agreement is asked for first and never decides whether there is a concern: the duty to make enquiries does not depend on it.
"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.concern import Agreement, Channel, Ground

SECTION_42 = Law("Care Act 2014 s42(1)")
ASK_FIRST = Law("Making Safeguarding Personal: ask the adult first, and record why where that was not done")
WITHOUT_AGREEMENT = frozenset({Agreement.REFUSED, Agreement.NOT_ASKED, Agreement.UNABLE})


def asks_why(answer: Agreement | None) -> bool:
    """Whether a reason is asked: where the adult refused, was not asked, or was believed unable to say.

    Practice: "no consent, state the reason" (Teeswide concern form); the answer never stops a concern.
    """
    return answer in WITHOUT_AGREEMENT


def answer_of_the_adult_raising_it() -> Agreement:
    """An adult who tells us about themselves has agreed by telling us, and is not asked.

    Practice: house rule; a question whose answer is plain is not put.
    """
    return Agreement.AGREED


def may_leave_ground_blank(*, answer: Agreement | None, channel: Channel, ground: Ground | None) -> Decision:
    """The public may: triage settles it. Staff choose a ground wherever a reason is asked. An import brings what it has.

    Practice: reason code and narrative are recorded (several councils' procedures). Law: Care Act 2014 s42(1), no gate on raising.
    """
    if channel == Channel.STAFF and asks_why(answer) and not ground:
        return Decision(False, ("Choose the reason for raising this without the adult's agreement.",), (ASK_FIRST,))
    return Decision(True, ("A concern is taken whatever the answer about agreement.",), (SECTION_42,))

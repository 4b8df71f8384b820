"""Who may lead an enquiry, and who may hand it over?"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.people_who_use_heard import Role

ONE_LEAD = Law("Local procedures: an enquiry has a named lead, and a hand-over is recorded")
MAY_LEAD = frozenset({Role.DUTY_WORKER, Role.SOCIAL_WORKER, Role.MANAGER})


def may_lead(*, role: Role, is_active: bool, is_same_authority: bool) -> Decision:
    """Somebody of the same council whose access has not ended and whose role works with adults.

    Practice: local procedures, an enquiry has a named lead who can act.
    """
    if is_active and is_same_authority and role in MAY_LEAD:
        return Decision(True, law=(ONE_LEAD,))
    return Decision(False, ("Choose somebody who works with adults here and can still sign in.",), (ONE_LEAD,))


def may_hand_over(*, is_lead: bool, may_allocate: bool, note: str) -> Decision:
    """The lead or whoever allocates, with a note for the person who takes it on.

    Practice: local procedures, a hand-over is recorded; the adult does not have to tell it all again.
    """
    because = []
    if not (is_lead or may_allocate):
        because.append("Only the lead or a safeguarding manager can hand this enquiry over.")
    if not note.strip():
        because.append("Write a note for the person who takes it on.")
    return Decision(not because, tuple(because), (ONE_LEAD,))

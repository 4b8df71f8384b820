"""Has enough been said for somebody to look for the adult?"""

from heard.rules.decision import Decision, Law

AS_FAR_AS_KNOWN = Law("Local procedures: a concern is taken with whatever is known of the adult")


def is_enough_to_look_for(*, name: str, where: str, description: str) -> Decision:
    """Any one of a name, a place or a description will do, "I don't know their name, flat 3" included.

    Practice: a concern is taken with whatever is known of the adult; triage finds out who it is.
    """
    if any(part.strip() for part in (name, where, description)):
        return Decision(True, ("There is something to look for the adult by.",), (AS_FAR_AS_KNOWN,))
    because = "Tell us anything you know about who or where they are. “I don't know their name, flat 3” is enough."
    return Decision(False, (because,), (AS_FAR_AS_KNOWN,))

"""Can this record be marked as recorded in error, or the mark be taken away?"""

from heard.rules.decision import Decision, Law
from heard.rules.labelled import Labelled

ACCURATE = Law("UK GDPR article 5(1)(d): personal data are accurate; article 5(2): the controller can show it")


class Kind(Labelled):
    """What can be marked. The slug is in the address."""

    CONVERSATION = "conversation", "Conversation"
    PICTURE_TALK = "picture-talk", "Talk with pictures"
    WISH = "wish", "What the adult wants"
    JUDGEMENT = "judgement", "Judgement of a wish"
    LATER_JUDGEMENT = "later-judgement", "Second judgement of a wish"
    EXPERIENCE = "experience", "What was said of how it was"
    RISK = "risk", "Risk"
    PLAN_ACTION = "plan-action", "Action in the plan"
    CONCERN = "concern", "Concern"
    NETWORK_MEMBER = "network-member", "Person in the adult's network"
    CAPACITY = "capacity-assessment", "Assessment of capacity for a decision"
    BEST_INTERESTS = "best-interests-decision", "Decision in the adult's best interests"
    LEGAL_AUTHORITY = "legal-authority", "Somebody's authority to decide"
    OVERRIDE = "acting-without-agreement", "Decision to act without the adult's agreement"
    SHARING = "sharing", "What was shared"
    DIFFICULTY = "difficulty", "Difficulty in taking part"
    REPRESENTATIVE = "appropriate-person", "Somebody named as appropriate person"
    ADVOCACY = "advocacy", "Independent advocate"
    IMCA = "imca-consideration", "Time an IMCA was considered"


def may_mark(*, kind: Kind, because: str, is_marked: bool, has_enquiry: bool = False, is_older_version: bool = False) -> Decision:
    """With a reason, once; never an older version, and never a concern that led to an enquiry, which would be left without one.

    Law: UK GDPR article 5(1)(d) and 5(2). Practice: house rule, hidden from the case and kept in the audit, with who had seen it.
    """
    if is_marked:
        return Decision(False, ("This is already marked as recorded in error.",), (ACCURATE,))
    if is_older_version:
        return Decision(False, ("This has been corrected since. Open the newest version and mark that.",), (ACCURATE,))
    if kind == Kind.CONCERN and has_enquiry:
        why = "This concern led to an enquiry. If it is about somebody else, undo its link to this person instead."
        return Decision(False, (why,), (ACCURATE,))
    if not because.strip():
        return Decision(False, ("Say why this was recorded in error.",), (ACCURATE,))
    return Decision(True, law=(ACCURATE,))


def may_undo(*, because: str, is_marked: bool, is_older_version: bool = False, is_there_another: bool = False) -> Decision:
    """With a reason, where it is marked, and where nothing has been recorded in its place since.

    Law: UK GDPR article 5(1)(d) and 5(2). Practice: house rule, an undo has a reason too.
    """
    if not is_marked:
        return Decision(False, ("This is not marked as recorded in error.",), (ACCURATE,))
    if is_older_version or is_there_another:
        return Decision(False, ("Another has been recorded in its place since, so this one stays marked.",), (ACCURATE,))
    if not because.strip():
        return Decision(False, ("Say why it belongs here after all.",), (ACCURATE,))
    return Decision(True, law=(ACCURATE,))

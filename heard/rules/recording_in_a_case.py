"""May something be added to this case now?"""

from heard.rules.decision import Decision, Law
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.enquiry import Stage

REOPEN_FIRST = "This case is closed. Reopen it to add to it."
PRACTICE = Law("Practice: a closed case stays as it was closed, so that what was known then can be seen")


def may_record(*, stage: str, conversation_stage: str = "") -> Decision:
    """Anything may be added until the case is closed; after that only a conversation held after closing.

    Practice: feedback is asked for after closing (Making Safeguarding Personal outcomes framework); all else reopens the case.
    """
    if stage != CaseStage.CLOSED or conversation_stage == Stage.AFTER_CLOSING:
        return Decision(True, law=(PRACTICE,))
    return Decision(False, (REOPEN_FIRST,), (PRACTICE,))

"""May something be added to this case now?"""

from heard.rules.decision import Decision, Law
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.enquiry import Stage

REOPEN_FIRST = "This case is closed. Reopen it to add to it."
REOPEN_TO_CHANGE = "This case is closed and this was answered. Reopen it to change the answer."
PRACTICE = Law("Practice: a closed case stays as it was closed, so that what was known then can be seen")


def may_record(*, stage: str, conversation_stage: str = "") -> Decision:
    """Anything may be added until the case is closed; after that only a conversation held after closing.

    Practice: feedback is asked for after closing (Making Safeguarding Personal outcomes framework); all else reopens the case.
    """
    if stage != CaseStage.CLOSED or conversation_stage == Stage.AFTER_CLOSING:
        return Decision(True, law=(PRACTICE,))
    return Decision(False, (REOPEN_FIRST,), (PRACTICE,))


def may_answer_for_return(*, stage: str, is_answered: bool) -> Decision:
    """Until the case is closed always; after that only what nobody answered, for a blank can be asked for until the return is sent.

    Each answer says who gave it and when, so that what was known at closing is still seen. Practice: exchange format, a blank is "not
    recorded"; the return is asked for after the year has ended (handbook 1.1).
    """
    if stage != CaseStage.CLOSED or not is_answered:
        return Decision(True, law=(PRACTICE,))
    return Decision(False, (REOPEN_TO_CHANGE,), (PRACTICE,))

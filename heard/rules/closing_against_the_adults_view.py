"""Who decides where the adult disagrees with closing?"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.enquiry import ClosingView

MANAGER_DECIDES = Law("Local procedures: where the adult disagrees, reasons are explored and a manager decides")


def must_manager_decide(view: ClosingView | None) -> bool:
    """Whether a manager decides: where the adult disagrees with closing.

    Practice: Buckinghamshire and South Tyneside procedures; handbook rule R15.
    """
    return view == ClosingView.DISAGREES


def may_close_against(*, view: ClosingView | None, has_managers_decision: bool, manager_reason: str) -> Decision:
    """Where the adult disagrees, only once a manager has decided to close and said why.

    Practice: Buckinghamshire and South Tyneside procedures; handbook rule R15.
    """
    if must_manager_decide(view) and not (has_managers_decision and manager_reason.strip()):
        because = "The adult disagrees with closing. A safeguarding manager decides, and says why."
        return Decision(False, (because,), (MANAGER_DECIDES,))
    return Decision(True, law=(MANAGER_DECIDES,) if must_manager_decide(view) else ())

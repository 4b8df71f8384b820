"""May a closed enquiry be opened again?"""

from heard.rules.decision import Decision, Law

CAN_REOPEN = Law("Local procedures: an enquiry can be reopened, and it is recorded why")


def may_reopen(*, is_closed: bool, is_another_open: bool, because: str) -> Decision:
    """With a reason, where it is closed and the case has no other open enquiry.

    Practice: local procedures; what was recorded when it was closed is kept.
    """
    if not is_closed:
        return Decision(False, ("This enquiry is open.",), (CAN_REOPEN,))
    if is_another_open:
        return Decision(False, ("Another enquiry is open in this case. Record in that one.",), (CAN_REOPEN,))
    if not because.strip():
        return Decision(False, ("Say why the enquiry is being reopened.",), (CAN_REOPEN,))
    return Decision(True, law=(CAN_REOPEN,))

"""May an administrator end this access, or change this role?"""

from heard.rules.decision import Decision, Law

SAFE_TO_RUN = Law("Practice: there is always an administrator, and nobody decides on their own access")
LAST_ONE = "This is the only administrator. Make somebody else an administrator first."


def may_end_access(*, is_own: bool, is_last_administrator: bool) -> Decision:
    """Not one's own, and never the last administrator's: somebody must be able to let people in and end access.

    Practice: house rule, another person decides on your access.
    """
    if is_own:
        return Decision(False, ("You cannot end your own access. Ask another administrator.",), (SAFE_TO_RUN,))
    if is_last_administrator:
        return Decision(False, (LAST_ONE,), (SAFE_TO_RUN,))
    return Decision(True)


def may_change_role(*, is_own: bool, is_last_administrator: bool) -> Decision:
    """Not one's own, so that nobody gives themselves sight of records; and the last administrator stays one.

    Practice: house rule, another person decides on your access.
    """
    if is_last_administrator:
        return Decision(False, (LAST_ONE,), (SAFE_TO_RUN,))
    if is_own:
        return Decision(False, ("You cannot change your own role. Ask another administrator.",), (SAFE_TO_RUN,))
    return Decision(True)

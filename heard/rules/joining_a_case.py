"""Can a concern be joined to a case that is already open?"""

from heard.rules.decision import Decision, Law
from heard.rules.pathway import CaseStage

LAW = (Law("Care Act 2014, section 42(2): whatever enquiries it thinks necessary"),)


def may_join(*, same_person: bool, stage: str, has_open_enquiry: bool) -> Decision:
    """Only a case about the same person with an enquiry still open; a new concern about a closed one keeps a case of its own.

    Practice: one enquiry can look into several concerns; each concern keeps its own decision, with no second enquiry.
    """
    if not same_person:
        return Decision(False, ("That case is about somebody else.",), LAW)
    if stage == CaseStage.CLOSED or not has_open_enquiry:
        return Decision(False, ("That case has no open enquiry. The concern keeps a case of its own.",), LAW)
    return Decision(True, ("An enquiry about this adult is already open.",), LAW)

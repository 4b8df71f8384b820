"""Who supported or represented the adult in the enquiry?"""

from collections.abc import Collection

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.enquiry import SupportedBy

ADVOCACY = Law("Care Act 2014 s68")


def supporters(chosen: Collection[str]) -> Decision:
    """One or more of the list, and "Nobody" only by itself. What was not answered stays blank: it is never taken as nobody.

    Law: Care Act 2014 s68 (an advocate where there is substantial difficulty and no appropriate person).
    """
    if not chosen:
        return Decision(False, ("Choose who supported the adult, or 'Nobody'.",), (ADVOCACY,))
    if SupportedBy.NONE in chosen and len(chosen) > 1:
        return Decision(False, ("Choose 'Nobody' by itself, or the people who supported the adult.",), (ADVOCACY,))
    return Decision(True, law=(ADVOCACY,))

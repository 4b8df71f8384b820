"""May this advocate act for the adult?"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer

LAW = (Law("SCIE guide 32: never the same advocate for the adult and for the person who may pose a risk"),)


def may_act_for_the_adult(*, acts_for_the_other: str, has_begun: bool) -> Decision:
    """Never somebody who acts for the person who may pose a risk; and who begins must have said that they do not.

    Practice: SCIE guide 32. A referral may be made before it is known; accepting it may not.
    """
    if acts_for_the_other == Answer.YES:
        return Decision(False, ("This advocate acts for the person who may pose a risk. Ask for another advocate.",), LAW)
    if has_begun and acts_for_the_other != Answer.NO:
        why = "Ask whether they act for the person who may pose a risk. The answer must be no before they begin."
        return Decision(False, (why,), LAW)
    return Decision(True, law=LAW)

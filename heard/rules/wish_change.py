"""Who may say what the adult wants, and what happens when it changes?

A wish that changed is replaced by a new one and kept; withdrawn is an answer; so are nothing expressed and "leave me alone".
"""

from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.voice import ExpressedBy, WhatTheySaid

OWN_WORDS = Law("Making Safeguarding Personal: what the adult wants to happen, in their own words; a change shows why and when")
REPRESENTED = Law("Care Act 2014 s68, and the adult's appropriate person")
_YES = Decision(True, law=(OWN_WORDS,))


def _no(*because: str, law: Law = OWN_WORDS) -> Decision:
    return Decision(False, because, (law,))


def is_standing(*, is_current: bool, in_error: bool, is_withdrawn: bool, is_replaced: bool) -> bool:
    """A wish stands until it is withdrawn or replaced. It stays replaced even if the one that replaced it is withdrawn.

    Practice: exchange format, counting rule 7 of the statutory return.
    """
    return is_current and not (in_error or is_withdrawn or is_replaced)


def may_express(*, words: str, expressed_by: ExpressedBy | str, name: str) -> Decision:
    """The adult, or somebody who speaks for them and is named; and there must be words.

    Law: Care Act 2014 s68 (representation). Practice: the words are the record; a category is only a tag added afterwards.
    """
    if not words.strip():
        return _no("Write what they want, in the words they used.")
    if expressed_by != ExpressedBy.ADULT and not name.strip():
        return _no(f"Give the name of {ExpressedBy(expressed_by).label[0].lower()}{ExpressedBy(expressed_by).label[1:]}.", law=REPRESENTED)
    return _YES


def may_change(*, stands: bool, was: str, words: str, because: str) -> Decision:
    """Only a wish that stands can change, to other words, and with why.

    Practice: "if a change was needed, why and when" (Making Safeguarding Personal guidance).
    """
    if not stands:
        return _no("This wish no longer stands: it was changed or withdrawn. Nothing was saved. Open the newest one.")
    if words.strip() == was.strip():
        return _no("These are the same words as before. Write what they want now.")
    if not because.strip():
        return _no("Write why it changed.")
    return _YES


def may_withdraw(*, stands: bool, because: str, on: date, expressed_on: date | None) -> Decision:
    """Only a wish that stands can be withdrawn, with why, and not before it was expressed.

    Practice: withdrawn is an answer of the adult's, not a deletion; the words stay on the record.
    """
    if not stands:
        return _no("This wish no longer stands: it was changed or withdrawn. Nothing was saved.")
    if not because.strip():
        return _no("Write why they no longer want it.")
    if expressed_on and on < expressed_on:
        return _no("The day it was withdrawn must be on or after the day it was said.")
    return _YES


def may_judge(*, stands: bool) -> Decision:
    """Only a wish that stands is judged: whether a wish since changed or withdrawn happened is not asked.

    Practice: exchange format, counting rule 7, the wishes that still stand.
    """
    return _YES if stands else _no("This wish no longer stands: it was changed or withdrawn. Nothing was saved.")


def what_was_answered(*, asked: bool | None, said: WhatTheySaid | str, wishes: int) -> Decision:
    """Asked means one of three answers: wishes, "leave me alone", or nothing expressed. What was said unasked counts as asked.

    Practice: the return's question, "asked and expressed" or "asked and nothing expressed"; nothing is inferred.
    """
    if not asked:
        return _YES if not wishes else _no("You wrote what they want, so answer 'Yes': they had the chance to say.")
    if not said:
        return _no("Choose what they answered when they were asked what they want.")
    if said == WhatTheySaid.NOTHING and wishes:
        return _no("You chose that they did not say what they want, and wrote something they want. Change one of the two.")
    if said != WhatTheySaid.NOTHING and not wishes:
        return _no("Write what they want, in the words they used.")
    return _YES

"""Is the adult asked a second time, after the closing, whether what they wanted happened?"""

from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.judging import own_judge
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating

FRAMEWORK = (Law("Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018): at closing, and within eight weeks of it"),)


def may_judge_again(
    *, concluded_on: date | None, judged_on: date, is_standing: bool, expressed_by: ExpressedBy, judge: Judge, rating_before: Rating | None
) -> Decision:
    """Once the enquiry has closed, whoever judged a wish that still stands may judge it again. What they said first is never overwritten.

    Practice: Making Safeguarding Personal outcomes framework; what was said at the closing stays the answer that the return counts
    (exchange format, counting rule 7), and a representative's judgement never becomes the adult's.
    """
    reasons = []
    if concluded_on is None:
        reasons.append("This enquiry is still open. The adult judges their wishes as it closes, and again afterwards.")
    elif judged_on <= concluded_on:
        reasons.append(f"The enquiry closed on {concluded_on:%-d %B %Y}. The second judgement is made after that day.")
    if not is_standing:
        reasons.append("This wish was changed or withdrawn, so it is not judged again.")
    if judge != own_judge(expressed_by):
        reasons.append("Only the person whose wish it is judges it again.")
    if rating_before is None:
        reasons.append("This wish has not been judged yet. Record the first judgement.")
    return Decision(not reasons, tuple(reasons), FRAMEWORK)


def is_to_be_asked_again(*, concluded_on: date | None, rating: Rating | None, last_asked_on: date | None) -> bool:
    """Whether this wish is still to be judged a second time: judged as the enquiry closed, or before, and not since.

    Practice: Making Safeguarding Personal outcomes framework. Somebody who did not want to say is not asked again: that is our reading.
    """
    if concluded_on is None or rating in (None, Rating.DECLINED) or last_asked_on is None:
        return False
    return last_asked_on <= concluded_on

"""Should somebody be shown the way to children's services?"""

from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer

CHILDREN_ACT = Law("Children Act 1989 s47(1)")
ADULT_AT = 18


def is_under_18(birth_date: date, *, today: date) -> bool:
    """Whether somebody born then is not yet 18. Born on 29 February, they are 18 on 1 March of a common year.

    Law: Care Act 2014 s2(8), "adult" means a person aged 18 or over; Family Law Reform Act 1969 s9 for the day.
    """
    years = today.year - birth_date.year - ((today.month, today.day) < (birth_date.month, birth_date.day))
    return years < ADULT_AT


def age_in_words(*, may_be_under_18: bool, is_18_or_over: str) -> str:
    """What stands of somebody said to be under 18: open until triage has answered whether they are 18 or over. Blank where nobody said so.

    Law: Care Act 2014 s2(8). Practice: what was said is kept, and what was found out since stands beside it.
    """
    if not may_be_under_18:
        return ""
    return "Said to be under 18; settled: 18 or over" if is_18_or_over == Answer.YES else "May be under 18"


def should_show_childrens_route(
    *, birth_date: date | None, may_be_under_18: bool, child_in_household: Answer | None, today: date
) -> Decision:
    """Yes where the person may be under 18 or a child lives with them. The concern is taken all the same.

    Law: Children Act 1989 s47(1), the duty that children's services hold. Practice: one call is not two; adult services pass it on too.
    """
    because = []
    if may_be_under_18 or (birth_date is not None and is_under_18(birth_date, today=today)):
        because.append("The person may be under 18.")
    if child_in_household == Answer.YES:
        because.append("A child lives in the household.")
    return Decision(bool(because), tuple(because), (CHILDREN_ACT,) if because else ())

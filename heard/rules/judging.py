"""Did what the adult wanted happen, and whose judgement of it counts?"""

from collections.abc import Iterable, Mapping

from heard.rules.decision import Decision, Law
from heard.rules.labelled import Labelled
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating

ADULT_FIRST = Law("Making Safeguarding Personal: the adult evaluates the outcomes first, then the professional")
OWN_JUDGE: dict[ExpressedBy, Judge] = {
    ExpressedBy.ADULT: Judge.ADULT,
    ExpressedBy.REPRESENTATIVE: Judge.REPRESENTATIVE,
    ExpressedBy.ADVOCATE: Judge.ADVOCATE,
}

THEIRS: dict[Judge, str] = {
    Judge.ADULT: "the adult",
    Judge.REPRESENTATIVE: "the adult’s representative",
    Judge.ADVOCATE: "the advocate",
    Judge.PROFESSIONAL: "the professional",
}
WHOSE_JUDGEMENT: dict[Judge, str] = {
    Judge.ADULT: "In the adult’s judgement",
    Judge.REPRESENTATIVE: "In the judgement of the adult’s representative",
    Judge.ADVOCATE: "In the advocate’s judgement",
    Judge.PROFESSIONAL: "In the professional’s judgement, as the adult’s is not recorded",
}


class Achieved(Labelled):
    """What the judgements of an enquiry's standing wishes come to together."""

    FULLY = "fully", "Fully achieved"
    PARTIALLY = "partially", "Partially achieved"
    NOT = "not", "Not achieved"


def own_judge(expressed_by: ExpressedBy) -> Judge:
    """Who judges a wish in the adult's place in the figures: whoever expressed it, and nobody else.

    Practice: national wording, "the individual or representative" judges; a representative's answer is never the adult's own.
    """
    return OWN_JUDGE[expressed_by]


def adults_rating(*, expressed_by: ExpressedBy, ratings: Mapping[Judge, Rating]) -> Rating | None:
    """The rating that stands as the adult's: by the judge whose wish it is. Any other judgement is kept apart.

    Practice: exchange format, adult_rating; house rule, a representative's judgement of the adult's own wish is never exported as theirs.
    """
    return ratings.get(own_judge(expressed_by))


def judge_that_counts(*, expressed_by: ExpressedBy, ratings: Mapping[Judge, Rating]) -> Judge | None:
    """Whose rating counts: the adult's (or whoever's wish it is), the professional's where that is blank or declined; None where unrated.

    Practice: exchange format, counting rule 7; statutory return, table SG4a, takes the adult's.
    """
    for judge in (own_judge(expressed_by), Judge.PROFESSIONAL):
        if ratings.get(judge) and ratings[judge] != Rating.DECLINED:
            return judge
    return None


def rating_that_counts(*, expressed_by: ExpressedBy, ratings: Mapping[Judge, Rating]) -> Rating | None:
    """The adult's rating, or the professional's where the adult's is blank or declined; None where the wish is unrated.

    Practice: exchange format, counting rule 7; statutory return, table SG4a, takes the adult's.
    """
    judge = judge_that_counts(expressed_by=expressed_by, ratings=ratings)
    return ratings[judge] if judge else None


def in_whose_judgement(judges: Iterable[Judge | None]) -> str:
    """In words, whose judgement the wishes taken together come to. Empty where nothing counts, or where one wish is unrated.

    Practice: handbook rule R13, the adult's judgement and the professional's are never blended into one without a name.
    """
    counting = list(judges)
    if not counting or None in counting:
        return ""
    if len(set(counting)) == 1:
        return WHOSE_JUDGEMENT[counting[0]]
    named = [THEIRS[judge] for judge in Judge if judge in counting]
    return f"In the judgement of {', '.join(named[:-1])} for some wishes and {named[-1]} for others"


def roll_up(counting: Iterable[Rating | None]) -> Achieved | None:
    """All met is fully, any met or partly met is partially, all not met is not. None with no wish, or with one unrated.

    Practice: national wording of "Review outcomes achieved"; exchange format, counting rule 7.
    """
    ratings = list(counting)
    if not ratings or any(rating in (None, "", Rating.DECLINED) for rating in ratings):
        return None
    if all(rating == Rating.MET for rating in ratings):
        return Achieved.FULLY
    return Achieved.PARTIALLY if any(rating != Rating.NOT_MET for rating in ratings) else Achieved.NOT


def differs(*, adults: Rating | None, professionals: Rating | None) -> bool:
    """Whether the two judged the same wish differently. Where either has not judged, or declined, there is nothing to differ from.

    Practice: handbook rule R13, the adult's rating first, the professional's after, a reason where they differ.
    """
    silent = (None, "", Rating.DECLINED)
    return adults not in silent and professionals not in silent and adults != professionals


def where_they_differ(*, differing: int, wishes: int) -> str:
    """Said beside what the judgements come to, wherever the professional judged a wish differently. Empty where nobody did.

    Practice: handbook rule R13, the two judgements stand side by side.
    """
    if not differing:
        return ""
    return "The professional judges differently." if wishes == 1 else f"The professional judges {differing} of {wishes} wishes differently."


def may_professional_judge(*, adults: Rating | None, not_asked_because: str) -> Decision:
    """Only once the adult has judged or declined, or it is recorded why they were not asked.

    Practice: Making Safeguarding Personal, outcomes are evaluated by the adult; handbook rule R13.
    """
    if adults or not_asked_because:
        return Decision(True, law=(ADULT_FIRST,))
    because = "The adult has not judged this wish yet. Ask the adult first, or say why they were not asked."
    return Decision(False, (because,), (ADULT_FIRST,))


def may_record_professional(*, adults: Rating | None, professionals: Rating, difference_reason: str) -> Decision:
    """A reason is asked where the professional judges differently from the adult. Both judgements are kept.

    Practice: handbook rule R13.
    """
    if differs(adults=adults, professionals=professionals) and not difference_reason.strip():
        because = f"The adult judged this wish “{Rating(adults).label.lower()}”. Say why you judge it differently."
        return Decision(False, (because,), (ADULT_FIRST,))
    return Decision(True, law=(ADULT_FIRST,))


def may_judge_after_closing(*, is_closed: bool, correction: str) -> Decision:
    """After closing a judgement changes only as a correction with a reason; otherwise the enquiry is reopened first.

    Practice: house rule, nothing about the adult is overwritten and a closed record changes only with a reason.
    """
    if is_closed and not correction.strip():
        return Decision(False, ("This enquiry is closed. Say what is being corrected and why, or reopen the enquiry.",))
    return Decision(True)

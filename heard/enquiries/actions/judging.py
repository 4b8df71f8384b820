"""How are the adult's judgements and the professional's recorded, the adult's first?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from heard.cases.models import Enquiry
from heard.enquiries.queries.closing import adults_rating_for, closing_of
from heard.rules.decision import Decision, NotAllowed
from heard.rules.judging import may_judge_after_closing, may_professional_judge, own_judge
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating
from heard.voice.actions.judging import Asking, judge_wish, judge_wish_again
from heard.voice.models import Judgement, LaterJudgement, Wish
from heard.voice.queries import wishes_for


@dataclass(frozen=True)
class Judged:
    """One judge's answer about one wish."""

    wish: Wish
    judge: Judge
    rating: Rating
    judge_name: str = ""
    words: str = ""
    difference_reason: str = ""

    def is_the_same_as(self, kept: Judgement | None) -> bool:
        """Whether this is what that judge has already said."""
        names = ("rating", "judge_name", "words", "difference_reason")
        return kept is not None and all(getattr(kept, name) == getattr(self, name) for name in names)


@transaction.atomic
def judge_wishes(
    *, enquiry: Enquiry, judged: Iterable[Judged], judged_on: date, by, because: str = "", asking: Asking | None = None
) -> list[Judgement]:
    """Record one or several judgements: all of them or none. What was already said is left as it is.

    ``asking`` is how whoever judged was asked; ``because`` is what is being corrected, once the enquiry is closed. Raises NotAllowed for
    a wish of another enquiry or one that no longer stands, for a professional's judgement before the adult's, or after closing without
    ``because``.
    """
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    _check(may_judge_after_closing(is_closed=locked.concluded_on is not None, correction=because))
    standing = {wish.pk: wish for wish in wishes_for(locked) if wish.is_standing}
    not_asked_because = closing_of(locked).not_asked_because
    written = []
    for one in judged:
        wish = standing.get(one.wish.pk)
        if wish is None:
            raise NotAllowed(Decision(False, ("One of these wishes was changed or withdrawn while you judged. Nothing was saved.",)))
        if one.judge == Judge.PROFESSIONAL:
            _check(may_professional_judge(adults=adults_rating_for(wish), not_asked_because=not_asked_because))
        if not one.is_the_same_as(wish.judged.get(one.judge)):
            written.append(_write(one, wish, judged_on=judged_on, by=by, because=because, asking=asking))
    return written


@transaction.atomic
def judge_wishes_again(
    *, enquiry: Enquiry, judged: Iterable[tuple[Wish, str, str]], judged_on: date, by, asking: Asking | None = None
) -> list[LaterJudgement]:
    """Record what the adult (or whoever's wish it is) says after the closing: of each wish, the rating and the words. All or none.

    Raises NotAllowed before the closing, for a wish that no longer stands, and for one that nobody has judged.
    """
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    written = []
    for wish, rating, words in judged:
        wish.case = enquiry.case
        first = wish.judged.get(own_judge(ExpressedBy(wish.expressed_by)))
        written.append(judge_wish_again(
            wish=wish, rating=rating, words=words, judged_on=judged_on, concluded_on=locked.concluded_on, by=by,
            judge_name=first.judge_name if first else "", asking=asking,
        ))  # fmt: skip
    return written


def _check(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


def _write(one: Judged, wish: Wish, **common) -> Judgement:
    return judge_wish(
        wish=wish, judge=one.judge, rating=one.rating, judge_name=one.judge_name, words=one.words,
        difference_reason=one.difference_reason, **common,
    )  # fmt: skip

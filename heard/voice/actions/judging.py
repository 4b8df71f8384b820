"""How is it recorded whether what was wanted happened, and whether the adult was asked?"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from heard.accounts.versions import answer_again, correct
from heard.audit.actions import record
from heard.cases.models import Enquiry
from heard.rules.decision import insist
from heard.rules.experience import days_since_closing, is_asker_named, is_better_asked_by_another
from heard.rules.judging import may_judge_after_closing, may_record_professional, own_judge
from heard.rules.judging_again import may_judge_again
from heard.rules.pathway import CaseStage
from heard.rules.recording_in_a_case import may_answer_for_return
from heard.rules.vocabulary.experience import AnsweredHow, AskedBy
from heard.rules.vocabulary.voice import Asked, ExpressedBy, Judge, Rating
from heard.rules.wish_change import may_judge
from heard.voice.home import enquiry_of_a_wish
from heard.voice.models import AskedWhatTheyWant, Judgement, LaterJudgement, Wish
from heard.voice.queries import adults_rating_of, asked_answer_of, current_judgement, later_judgements_of, stands


@dataclass(frozen=True)
class Asking:
    """By what means somebody was asked to judge, and by whom; a name unless nobody asked."""

    how: AnsweredHow | str
    asked_by: AskedBy | str
    asked_by_name: str = ""


BY_THEMSELVES = Asking(AnsweredHow.PAGE, AskedBy.NOBODY)
NOT_KEPT = {"how": "", "asked_by": "", "asked_by_name": "", "by_lead": None, "closed_on": None, "days_since_closing": None}


def _how_asked(asking: Asking | None, wish: Wish, judged_on: date) -> dict:
    """What is kept of the asking: as it was said, whether the lead asked, and the days since the enquiry of the wish closed."""
    if asking is None:
        return NOT_KEPT
    name = asking.asked_by_name.strip()
    insist(is_asker_named(asked_by=asking.asked_by, asked_by_name=name))
    enquiry = enquiry_of_a_wish(wish)
    lead = (enquiry.lead.full_name if enquiry.lead else enquiry.lead_name) if enquiry else ""
    closed_on = enquiry.concluded_on if enquiry else None
    days = days_since_closing(asked_on=judged_on, closed_on=closed_on)
    return {
        "how": AnsweredHow(asking.how), "asked_by": AskedBy(asking.asked_by), "asked_by_name": name, "days_since_closing": days,
        "by_lead": bool(is_better_asked_by_another(asked_by=asking.asked_by, asked_by_name=name, lead_name=lead)),
        "closed_on": closed_on if days is not None else None,
    }  # fmt: skip


@transaction.atomic
def judge_wish(
    *, wish: Wish, judge: Judge | str, rating: Rating | str, by, judged_on: date, judge_name: str = "", words: str = "",
    difference_reason: str = "", because: str = "", asking: Asking | None = None,
) -> Judgement:
    """Record whether what was wanted happened, as one judge sees it; that judge's earlier judgement is set aside and kept.

    ``because`` is why an earlier judgement is corrected; ``asking`` how they were asked, None for the professional. Raises NotAllowed
    for a wish that no longer stands, where the professional differs from the adult without a reason, or after closing without why.
    """
    insist(may_judge(stands=stands(wish)))
    insist(may_judge_after_closing(is_closed=wish.case.stage == CaseStage.CLOSED, correction=because))
    if judge == Judge.PROFESSIONAL:
        adults = adults_rating_of(wish)
        insist(may_record_professional(adults=adults, professionals=Rating(rating), difference_reason=difference_reason))
    details = {
        "wish": wish, "judge": judge, "rating": rating, "judged_on": judged_on, "judge_name": judge_name, "words": words,
        "difference_reason": difference_reason, **_how_asked(asking, wish, judged_on),
    }  # fmt: skip
    if (old := current_judgement(wish, judge)) is not None:
        return correct(old, event="judge-wish", by=by, case_id=wish.case_id, because=because, **details)
    judged = Judgement.objects.create(authority_id=wish.authority_id, recorded_by=by, because=because, **details)
    record("judge-wish", on=judged, by=by, case_id=wish.case_id)
    return judged


@transaction.atomic
def judge_wish_again(
    *, wish: Wish, rating: Rating | str, by, judged_on: date, concluded_on: date | None, judge: Judge | None = None, judge_name: str = "",
    words: str = "", asking: Asking | None = None,
) -> LaterJudgement:
    """Record what whoever judged this wish at the closing, which was on ``concluded_on``, says of it now; the first judgement stays.

    ``judge`` is whose answer it is: that of whoever's wish it is, where nothing is said. Raises NotAllowed before the closing, for a wish
    that no longer stands or that nobody has judged, and for anybody else's judgement.
    """
    judge = judge or own_judge(ExpressedBy(wish.expressed_by))
    insist(
        may_judge_again(
            concluded_on=concluded_on, judged_on=judged_on, is_standing=stands(wish), expressed_by=ExpressedBy(wish.expressed_by),
            judge=judge, rating_before=adults_rating_of(wish),
        )
    )  # fmt: skip
    said = {
        "wish": wish, "judge": judge, "rating": rating, "judged_on": judged_on, "judge_name": judge_name, "words": words,
        **_how_asked(asking, wish, judged_on),
    }  # fmt: skip
    if (old := later_judgements_of(wish.case).get(wish.pk)) is not None:
        return correct(old, event="judge-wish-again", by=by, case_id=wish.case_id, because="Asked again", **said)
    judged = LaterJudgement.objects.create(authority_id=wish.authority_id, recorded_by=by, **said)
    record("judge-wish-again", on=judged, by=by, case_id=wish.case_id)
    return judged


@transaction.atomic
def answer_asked(*, enquiry: Enquiry, answer: Asked | str, by, because: str = "") -> AskedWhatTheyWant:
    """Record the enquiry's own answer, a person's: was the adult asked what they want? Raises NotAllowed to change it in a closed case."""
    insist(may_answer_for_return(stage=enquiry.case.stage, is_answered=asked_answer_of(enquiry) is not None))
    return answer_again(
        AskedWhatTheyWant, of={"enquiry": enquiry}, event="answer-asked", by=by, authority_id=enquiry.authority_id,
        case_id=enquiry.case_id, answer=answer, because=because,
    )

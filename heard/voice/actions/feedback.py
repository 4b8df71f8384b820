"""How is it recorded that the adult was offered a say on how it went?"""

from datetime import date

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.cases.models import Enquiry
from heard.rules.decision import insist
from heard.rules.offering_feedback import may_offer
from heard.rules.vocabulary.voice import Method, OfferAnswer
from heard.voice.models import FeedbackOffer


@transaction.atomic
def offer_feedback(
    *, enquiry: Enquiry, by, offered_on: date, offered_by_name: str, how: Method | str, answer: OfferAnswer | str, words: str = ""
) -> FeedbackOffer:
    """Record the offer and what the adult answered; an earlier one is kept. Raises NotAllowed as the rule says."""
    died = enquiry.case.person.death_date is not None
    insist(may_offer(started_on=enquiry.started_on, offered_on=offered_on, offered_by=offered_by_name, died=died))
    return answer_again(
        FeedbackOffer, of={"enquiry": enquiry}, event="offer-feedback", by=by, authority_id=enquiry.authority_id, case_id=enquiry.case_id,
        offered_on=offered_on, offered_by_name=offered_by_name, how=how, answer=answer, words=words,
    )  # fmt: skip

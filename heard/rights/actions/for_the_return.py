"""How is it recorded whether the adult agreed, could decide, and who supported them?"""

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.cases.models import Concern, Enquiry
from heard.rights.models import AgreementToRaise, CapacityForEnquiry, SupportInEnquiry
from heard.rights.queries.capacity import suggested_for
from heard.rights.queries.for_the_return import is_capacity_answered, is_support_answered
from heard.rules.capacity_for_the_enquiry import may_answer
from heard.rules.decision import NotAllowed, insist
from heard.rules.recording_in_a_case import may_answer_for_return
from heard.rules.support_in_enquiry import supporters


@transaction.atomic
def record_agreement(
    *, concern: Concern, by, answer: str, adult_knows: str = "", ground: str = "", ground_words: str = "",
    said_by_referrer: bool = True, because: str = "",
) -> AgreementToRaise:
    """Record what is known of the adult's agreement to a concern; a later answer sets the one before aside. ``by`` may be None."""
    return answer_again(
        AgreementToRaise, of={"concern": concern}, event="record-agreement", by=by, authority_id=concern.authority_id,
        case_id=concern.case_id, answer=answer, adult_knows=adult_knows, ground=ground, ground_words=ground_words,
        said_by_referrer=said_by_referrer, because=because,
    )


@transaction.atomic
def answer_capacity(
    *, enquiry: Enquiry, had_capacity: str, answered_by_name: str, by, because: str = ""
) -> CapacityForEnquiry:
    """Record a named person's answer for the return: did the adult have capacity for this enquiry's decisions?

    Never a statement about the person. Raises NotAllowed where the case is closed and this was answered, or for an answer other than
    the assessments of decisions about the enquiry suggest, without why.
    """
    insist(may_answer_for_return(stage=enquiry.case.stage, is_answered=is_capacity_answered(enquiry)))
    said = may_answer(answer=had_capacity, suggested=suggested_for(enquiry).answer, because=because)
    if not said:
        raise NotAllowed(said)
    return answer_again(
        CapacityForEnquiry, of={"enquiry": enquiry}, event="answer-capacity", by=by, authority_id=enquiry.authority_id,
        case_id=enquiry.case_id, had_capacity=had_capacity, answered_by_name=answered_by_name, because=because,
    )


@transaction.atomic
def answer_support(*, enquiry: Enquiry, supported_by: list[str], by, because: str = "") -> SupportInEnquiry:
    """Record who supported or represented the adult. Raises NotAllowed for "nobody" beside somebody, or to change it in a closed case."""
    insist(may_answer_for_return(stage=enquiry.case.stage, is_answered=is_support_answered(enquiry)))
    said = supporters(supported_by)
    if not said:
        raise NotAllowed(said)
    return answer_again(
        SupportInEnquiry, of={"enquiry": enquiry}, event="answer-support", by=by, authority_id=enquiry.authority_id,
        case_id=enquiry.case_id, supported_by=list(supported_by), because=because,
    )

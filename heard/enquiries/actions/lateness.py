"""How is it recorded why a step of an enquiry took longer than it should?"""

from collections.abc import Mapping

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.cases.models import Enquiry
from heard.enquiries.models import ReasonForDelay
from heard.rules.decision import insist
from heard.rules.lateness import TimedStep, may_say_why_late


@transaction.atomic
def say_why_late(
    *, enquiry: Enquiry, step: TimedStep, is_late: bool, reason: str, words: str, reasons: Mapping[str, str], by
) -> ReasonForDelay:
    """Keep why a step took longer, in a closed case too; what was said before is kept. Raises NotAllowed where the rule says no."""
    insist(may_say_why_late(is_late=is_late, reason=reason, words=words, reasons=reasons))
    return answer_again(
        ReasonForDelay, of={"enquiry": enquiry, "step": step}, event="say-why-late", by=by, authority_id=enquiry.authority_id,
        case_id=enquiry.case_id, reason=reason, words=words.strip(),
    )  # fmt: skip

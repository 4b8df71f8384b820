"""Where is what the return counts put right, for this reader?"""

from collections.abc import Iterable
from urllib.parse import urlencode

from django.urls import reverse

from heard.accounts.permissions import Permission, may
from heard.cases.models import Case, Concern, Enquiry
from heard.cases.queries import enquiry_of
from heard.rules.pathway import CaseStage
from heard.rules.statutory_return import ACHIEVED_ROWS, ASKED_BLANK, CAPACITY_BLANK, SUPPORTED, Cell
from heard.rules.still_to_ask import StillToAsk

Way = dict[str, str]
PERSON, REASON = "The adult’s details", "Primary support reason"
CAPACITY, SUPPORT = "Capacity, for this enquiry", "Who supported the adult"
ASKED, JUDGE = "Were they asked what they want?", "Did it happen?"
RISKS, REOPEN = "The risks, and how they ended", "Reopen the enquiry"
# Which answers each table rests on.
BEHIND_TABLE: dict[str, str] = {
    "SG1a": PERSON, "SG1b": PERSON, "SG1c": PERSON, "SG1d": REASON, "SG1e": PERSON, "SG2a": RISKS, "SG2a_b1": RISKS, "SG2b": RISKS,
    "SG2c": RISKS, "SG2e": RISKS, "SG3a": CAPACITY, "SG4a": ASKED,
}  # fmt: skip
ANSWERS: dict[StillToAsk, str] = {
    StillToAsk.ASKED: ASKED, StillToAsk.RATING: JUDGE, StillToAsk.CAPACITY: CAPACITY, StillToAsk.SUPPORT: SUPPORT, StillToAsk.RISK: RISKS,
    StillToAsk.FINDING: RISKS, StillToAsk.OUTCOME: RISKS, StillToAsk.REASON: REASON, StillToAsk.BIRTH_DATE: PERSON,
    StillToAsk.GENDER: PERSON, StillToAsk.ETHNICITY: PERSON, StillToAsk.CONDITIONS: PERSON,
}  # fmt: skip


def answer_behind(cell: Cell) -> str:
    """Which answer decides the row that a cell is in; blank where the dates alone do."""
    if cell.category == SUPPORTED:
        return SUPPORT
    return JUDGE if cell.category in ACHIEVED_ROWS else BEHIND_TABLE.get(cell.table, "")


def is_blank(cell: Cell) -> bool:
    """Whether a cell counts what nobody has answered, so that it can be answered even in a closed case."""
    return cell.category in (CAPACITY_BLANK, ASKED_BLANK)


def ways_to(answer: str, user, *, case: Case, concern: Concern, enquiry: Enquiry | None, blank: bool, back: str) -> list[Way]:
    """The pages on which this user can give or change the answer, each going back to ``back`` once it is saved, and the case.

    ``blank`` where nobody has answered yet. What was answered in a closed case is changed by reopening it.
    """
    return [*_ways(answer, user, case, concern, enquiry, blank=blank, back=back),
            {"text": f"Case {case.reference}", "href": reverse("case", args=[case.reference])}]  # fmt: skip


def _ways(answer: str, user, case: Case, concern: Concern, enquiry: Enquiry | None, *, blank: bool, back: str) -> Iterable[Way]:
    here, query = case.reference, urlencode({"then": back})
    if answer == PERSON and may(user, Permission.RECORD_IN_CASE):
        yield {"text": PERSON, "href": f"{reverse('person-details', args=[here])}?{query}"}
    elif answer == REASON and may(user, Permission.TRIAGE):
        yield {"text": REASON, "href": f"{reverse('what-is-counted', args=[concern.reference])}?{query}"}
    elif enquiry is not None and may(user, Permission.RECORD_IN_CASE):
        yield from _of_enquiry(answer, user, case, enquiry, blank=blank, query=query)


def _of_enquiry(answer: str, user, case: Case, enquiry: Enquiry, *, blank: bool, query: str) -> Iterable[Way]:
    pages = {CAPACITY: "capacity-answer", SUPPORT: "support-answer", ASKED: "answer-asked"}
    now = enquiry_of(case)
    is_the_one, is_closed = now is not None and now.pk == enquiry.pk, case.stage == CaseStage.CLOSED
    if answer in pages and (blank or not is_closed):
        yield {"text": answer, "href": f"{reverse(pages[answer], args=[case.reference])}?of={enquiry.pk}&{query}"}
    elif answer == JUDGE and is_the_one:
        yield {"text": JUDGE, "href": reverse("judge-wishes", args=[case.reference])}
    elif answer == RISKS and is_the_one and enquiry.concluded_on is None and may(user, Permission.CLOSE_ENQUIRY):
        yield {"text": RISKS, "href": reverse("close", args=[case.reference])}
    elif answer and is_the_one and is_closed and may(user, Permission.REOPEN_ENQUIRY):
        yield {"text": REOPEN, "href": reverse("reopen", args=[case.reference])}

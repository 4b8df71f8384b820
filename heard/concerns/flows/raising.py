"""In what order is a concern raised, by the public and by staff, and what is made of it at the end?"""

from django.utils import timezone

from heard.accounts.permissions import Permission
from heard.cases.models import Concern
from heard.concerns.actions.raising import add_information, raise_concern
from heard.concerns.flows.answers import (
    MINE,
    SOMEBODY_ELSE,
    adult_from,
    agreement_from,
    agreement_said,
    is_the_adults_own,
    report_from,
)
from heard.concerns.forms.raising import PUBLIC_PAGES, AboutYou, DidTheyAgree, PublicPage, WhyWithout
from heard.concerns.forms.raising_staff import Agreed, Grounds, TheAdult, TheConcern, TheirWords, WhoTold
from heard.concerns.queries.raising import concern_sent_as
from heard.flows.flow import Answers, Flow, Page, Submission, always
from heard.flows.models import Draft
from heard.rules.agreement_to_raise import asks_why
from heard.rules.vocabulary.concern import Channel, RaisedBy


def about_somebody_else(said: Answers) -> bool:
    """Whether the adult is somebody other than the one who tells us."""
    return not is_the_adults_own(said)


def without_agreement(said: Answers) -> bool:
    """Whether a reason is asked."""
    return asks_why(agreement_said(said))


def somebody_told(said: Answers) -> bool:
    """Whether staff are taking down what somebody else told them."""
    return said["about"] == SOMEBODY_ELSE


def _raise(sent: Submission, *, by, channel: Channel, **referrer) -> Concern:
    now = timezone.now()
    today = timezone.localdate(now)
    return raise_concern(
        authority=sent.authority,
        by=by,
        reference=sent.reference,
        received_at=now,
        channel=channel,
        danger=sent.answers["danger"] or "",
        adult=adult_from(sent.answers, today=today),
        agreement=agreement_from(sent.answers),
        report={**report_from(sent.answers, today=today), **referrer},
    )


def raise_from_public(sent: Submission) -> Concern:
    """The concern of somebody without an account, who stays nobody in the audit even if a user is signed in on that browser."""
    return _raise(sent, by=None, channel=Channel.PUBLIC)


def raise_from_staff(sent: Submission) -> Concern:
    """The concern of a member of staff, who is the referrer unless they took down somebody's words."""
    if sent.answers["about"] == MINE:
        mine = {"raised_by": RaisedBy.COUNCIL, "raised_by_name": sent.by.full_name, "raised_by_contact": sent.by.email}
        return _raise(sent, by=sent.by, channel=Channel.STAFF, **mine)
    return _raise(sent, by=sent.by, channel=Channel.STAFF)


def add_to_concern(draft: Draft, words: str) -> None:
    """Words added by whoever holds the reference and the code of a form that was sent."""
    concern = concern_sent_as(draft.result_id, authority=draft.authority)
    if concern:
        add_information(concern=concern, words=words)


def _public_page(number: int, form: type[PublicPage]) -> Page:
    """The page's address is its number: an address, too, stays in the browser's history."""
    return Page(str(number), form, shown_if=SHOWN_IF.get(form, always), template="concerns/raising_page.html")


SHOWN_IF = {DidTheyAgree: about_somebody_else, WhyWithout: without_agreement, AboutYou: about_somebody_else}

PUBLIC_FORM = Flow(
    slug="form",
    title="Form",
    public=True,
    begins_on_first_page=True,
    pages=tuple(_public_page(number, form) for number, form in enumerate(PUBLIC_PAGES, 1)),
    on_submit=raise_from_public,
    on_add=add_to_concern,
    start_template="concerns/raising_start.html",
    check_template="concerns/raising_check.html",
    done_template="concerns/raising_done.html",
)

STAFF_FORM = Flow(
    slug="raise-concern",
    title="Raise a concern",
    permission=Permission.RAISE_CONCERN,
    pages=(
        Page("concern", TheConcern),
        Page("adult", TheAdult),
        Page("words", TheirWords),
        Page("agreement", Agreed, shown_if=about_somebody_else),
        Page("reason", Grounds, shown_if=without_agreement),
        Page("referrer", WhoTold, shown_if=somebody_told),
    ),
    on_submit=raise_from_staff,
    send="Raise the concern",
    check_template="concerns/raising_staff_check.html",
    done_template="concerns/raising_staff_done.html",
)

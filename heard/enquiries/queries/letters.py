"""From what of the record is each letter made? One function for each kind; each starts from a case already read in the reader's scope."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from heard.cases.models import Case, Concern, Enquiry
from heard.cases.queries import enquiry_of
from heard.concerns.letters import decision, receipt, what_safeguarding_is
from heard.concerns.models import Report, Section42Decision
from heard.documents.letter import Helper, Letter
from heard.documents.queries import face_of
from heard.enquiries.letters import closing_letter, what_happened, your_plan
from heard.enquiries.queries.closing import adults_rating_for, closing_of
from heard.enquiries.queries.plan import actions_of, named_to_the_adult, plan_of, who_may_have_a_part
from heard.rights.letters import helpers_named
from heard.rights.queries.advocacy import advocates_of
from heard.rights.queries.appropriate_person import people_named
from heard.rights.queries.representatives import Representative, who_may_be_asked
from heard.rules.seen_alone import HEARD
from heard.rules.telling_the_referrer import may_be_said_now, must_be_told
from heard.rules.vocabulary.concern import ConcernState, RaisedBy
from heard.rules.vocabulary.documents import Look
from heard.rules.vocabulary.experience import Wording
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.voice.letters import (
    feedback_request,
    invitation,
    our_questions,
    what_we_talked_about,
    what_you_told_us,
    what_you_want,
)
from heard.voice.models import Conversation
from heard.voice.queries import conversations_of, wishes_of
from heard.voice.questionnaires import instrument_in_use

Make = Callable[[Mapping], Letter]


@dataclass(frozen=True)
class Writing:
    """A letter that can be written now: ``make`` gives it for what was typed. ``missing`` says why it cannot be, blank where it can.

    ``to_whom`` and ``where`` are of somebody other than the adult, and ``instead`` who else it could go to; ``concern`` and ``may_say`` of
    the receipt to a referrer.
    """

    make: Make | None = None
    missing: str = ""
    to_whom: str = ""
    where: str = ""
    concern: Concern | None = None
    may_say: tuple = ()
    instead: tuple[Representative, ...] = ()


def worker_of(case: Case, user) -> str:
    """Whom the letter says to ask for: whoever leads the case, else whoever writes."""
    return (case.lead or user).full_name


def helpers_of(case: Case, user) -> tuple[Helper, ...]:
    """Who will help: the worker, advocates with a name, and whoever helps the adult to be involved. Nobody who may pose a risk or must
    not know. Five queries.
    """
    worker, face = worker_of(case, user), face_of(case.lead or user)
    found = helpers_named(worker=worker, face=face, advocates=advocates_of([case.pk]), people=people_named([case.pk]))
    may = who_may_have_a_part(case)
    return tuple(one for one in found if one.name == worker or may(one.name))


def writing_of(case: Case, kind: DocumentKind, user, *, to: str = "") -> Writing:
    """What this kind of letter is made from now. ``to`` is the key of a representative, where it is for one."""
    whose = {"person": case.person, "worker": worker_of(case, user), "council": case.authority}
    return _WRITE[kind](case, user, {**whose, "to": to} if kind == DocumentKind.FEEDBACK_FROM_ANOTHER else whose)


def last_heard(case: Case, wishes: list) -> Conversation | None:
    """The last conversation in which the adult was heard, with words, or None."""
    talks = conversations_of(case, wishes)
    return next((one for one in reversed(talks) if one.how in HEARD and one.words.strip()), None)


def _standing(wishes: list) -> list:
    return [wish for wish in wishes if wish.is_standing]


def _safeguarding(case: Case, user, whose: dict) -> Writing:
    helpers = helpers_of(case, user)
    return Writing(lambda said: what_safeguarding_is(helpers=helpers, **whose))


def _talked(case: Case, user, whose: dict) -> Writing:
    talk, helpers = last_heard(case, wishes_of(case)), helpers_of(case, user)
    missing = "" if talk else "No talk with the adult in their own words is recorded yet. Record a conversation first."
    return Writing(lambda said: what_we_talked_about(talk=talk, more=said.get("more", ""), helpers=helpers, **whose), missing)


def _want(case: Case, user, whose: dict) -> Writing:
    wishes = _standing(wishes_of(case))
    missing = "" if wishes else "Nothing that the adult wants is recorded yet. Record what they want first."
    return Writing(lambda said: what_you_want(wishes=wishes, **whose), missing)


def _told_us(case: Case, user, whose: dict) -> Writing:
    wishes = wishes_of(case)
    latest = last_heard(case, wishes)
    return Writing(
        lambda said: what_you_told_us(latest=latest, wishes=_standing(wishes), happens_next=said.get("happens_next", ""), **whose)
    )


def _with_enquiry(case: Case) -> Enquiry | None:
    enquiry = enquiry_of(case)
    if enquiry is not None:
        enquiry.case = case
    return enquiry


def _plan(case: Case, user, whose: dict) -> Writing:
    enquiry, wishes = _with_enquiry(case), wishes_of(case)
    actions = named_to_the_adult(case, actions_of(enquiry, wishes)) if enquiry else []
    if not actions:
        return Writing(missing="The plan has no steps yet. Add what will be done first.")
    plan, helpers = plan_of(enquiry), helpers_of(case, user)
    return Writing(lambda said: your_plan(wishes=_standing(wishes), actions=actions, plan=plan, helpers=helpers, **whose))


def _happened(case: Case, user, whose: dict) -> Writing:
    enquiry, wishes = _with_enquiry(case), wishes_of(case)
    if enquiry is None:
        return Writing(missing="There is no enquiry in this case, so nothing has been done in one.")
    rated, actions = [(wish, adults_rating_for(wish)) for wish in _standing(wishes)], actions_of(enquiry, wishes)
    closing = closing_of(enquiry)
    return Writing(lambda said: what_happened(wishes=rated, actions=actions, closing=closing, more=said.get("more", ""), **whose))


def _questions(case: Case, user, whose: dict) -> Writing:
    helpers = helpers_of(case, user)
    return Writing(lambda said: our_questions(questions=said.get("questions", ""), helpers=helpers, **whose))


def _decision(case: Case, user, whose: dict) -> Writing:
    decided = Section42Decision.objects.filter(concern__case=case, concern__in_error_at__isnull=True, is_current=True)
    last = decided.order_by("-recorded_at").first()
    if last is None:
        return Writing(missing="Nothing has been decided yet. The decision is written down first.")
    helpers = helpers_of(case, user)
    return Writing(
        lambda said: decision(decided=last.decision, route=last.route, why=said.get("why", ""), helpers=helpers, **whose)
    )


def _invitation(case: Case, user, whose: dict) -> Writing:
    helpers = helpers_of(case, user)
    typed = ("place", "who", "about")
    return Writing(
        lambda said: invitation(at=said.get("meet_at"), **{name: said.get(name, "") for name in typed}, helpers=helpers, **whose)
    )


def _closing(case: Case, user, whose: dict) -> Writing:
    enquiry = _with_enquiry(case)
    if enquiry is None:
        return Writing(missing="There is no enquiry in this case, so there is nothing to finish.")
    closing = closing_of(enquiry)
    return Writing(lambda said: closing_letter(closing=closing, happens_next=said.get("happens_next", ""), **whose))


def _feedback(case: Case, user, whose: dict) -> Writing:
    person, number = whose.pop("person"), case.reference
    wishes = _standing(wishes_of(case))

    def make(said: Mapping) -> Letter:
        wording = Wording.EASY_READ if said.get("look") == Look.EASY_READ else Wording.ADULT
        asked = {"instrument": instrument_in_use(), "wording": wording, "number": number, "wishes": wishes}
        return feedback_request(to=person.known_as or person.given_name or "you", how=said.get("how_to_tell", ""), **asked, **whose)

    return Writing(make)


def _feedback_from_another(case: Case, user, whose: dict) -> Writing:
    whose.pop("person")
    asked_for, asked = whose.pop("to", ""), who_may_be_asked(case)
    if not asked:
        return Writing(missing="Nobody is recorded who represents the adult, or something stands against them. Record who does first.")
    spoke = next((one for one in asked if one.key == asked_for), asked[0])
    wishes = _standing(wishes_of(case)) if spoke.may_see_words else []
    about = {"instrument": instrument_in_use(), "wording": Wording.REPRESENTATIVE, "number": case.reference, "wishes": wishes}
    return Writing(
        lambda said: feedback_request(to=spoke.name, how=said.get("how_to_tell", ""), **about, **whose), to_whom=spoke.name,
        instead=tuple(one for one in asked if one is not spoke),
    )  # fmt: skip


def _receipt(case: Case, user, whose: dict) -> Writing:
    concern = case.concerns.filter(in_error_at__isnull=True).order_by("-received_at").first()
    report = Report.objects.filter(concern=concern, is_current=True).first() if concern else None
    if report is None:
        return Writing(missing="No concern of this case has a report.")
    if report.raised_by == RaisedBy.ADULT:
        return Writing(missing="The adult raised this themselves. Write to them with one of the letters to the adult.")
    contact = report.raised_by_contact or report.feedback_how
    waits = must_be_told(raised_by=report.raised_by, contact=contact, wants_feedback=report.wants_feedback)
    if not waits:
        return Writing(missing=waits.because[0])
    concern.case, name = case, report.raised_by_name.strip()
    may_say = may_be_said_now(is_decided=concern.state == ConcernState.DECIDED, goes_on=case.closed_on is None)
    about = {"name": name, "received_at": concern.received_at, "reference": concern.reference, "council": whose["council"]}
    return Writing(
        lambda said: receipt(told=said.get("told", ()), **about), to_whom=name or "Whoever raised the concern", where=contact,
        concern=concern, may_say=may_say,
    )  # fmt: skip


_WRITE: dict[DocumentKind, Callable[[Case, object, dict], Writing]] = {
    DocumentKind.WHAT_SAFEGUARDING_IS: _safeguarding,
    DocumentKind.WHAT_WE_TALKED_ABOUT: _talked,
    DocumentKind.WHAT_YOU_WANT: _want,
    DocumentKind.WHAT_YOU_TOLD_US: _told_us,
    DocumentKind.YOUR_PLAN: _plan,
    DocumentKind.WHAT_HAPPENED: _happened,
    DocumentKind.OUR_QUESTIONS: _questions,
    DocumentKind.DECISION: _decision,
    DocumentKind.INVITATION: _invitation,
    DocumentKind.CLOSING: _closing,
    DocumentKind.FEEDBACK_REQUEST: _feedback,
    DocumentKind.FEEDBACK_FROM_ANOTHER: _feedback_from_another,
    DocumentKind.RECEIPT: _receipt,
}

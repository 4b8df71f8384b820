"""What stands on the page of whoever opened it? Only what belongs to this case, and to them."""

import re
from dataclasses import dataclass, field
from datetime import date

from heard.cases.models import Case
from heard.cases.queries import enquiry_of
from heard.documents.queries import face_of
from heard.enquiries.models import PlanAction
from heard.enquiries.queries.plan import actions_of, named_to_the_adult, plan_of
from heard.mypage.models import Opening, Saying
from heard.people.models import NetworkMember
from heard.rights.queries.advocacy import advocates_of
from heard.rules.own_page import what_they_may_say
from heard.rules.vocabulary.enquiry import PlanOwner, PlanView
from heard.rules.vocabulary.own_page import Reader, Said
from heard.voice.models import Wish
from heard.voice.queries import wishes_of


@dataclass(frozen=True)
class Helper:
    """Somebody who helps: their name, what they do in plain words, their face (a ``data:`` address), or the letters shown in its place."""

    name: str
    does: str
    face: str = ""

    @property
    def initials(self) -> str:
        """The first letters of their first and last names."""
        parts = self.name.split()
        return "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()


@dataclass(frozen=True)
class Shown:
    """The page: a name to greet by, the wishes that stand, who helps, what is to happen, what was done and agreed, and what they sent."""

    name: str
    is_adult: bool
    may: tuple
    wishes: list[Wish]
    helpers: list[Helper]
    to_do: list[tuple[str, str, date | None]]
    done: list[tuple[str, date]]
    agreed: str
    agreed_words: str
    sent: list[Saying] = field(default_factory=list)


_THEIR = re.compile(r"^the adult[’']s (?=\S)", re.IGNORECASE)
SENT = {
    Said.NOT_WHAT_I_SAID: "You told us what you did not say", Said.WISH: "What you want", Said.CHANGED_WISH: "What you want now",
    Said.SAFE_TODAY: "How you feel", Said.PICTURES: "Pictures you chose", Said.VOICE: "Your voice", Said.WHO: "Who is part of this",
    Said.CALL: "You asked us to ring you", Said.STOP: "You asked us to stop", Said.JUDGED: "What happened", Said.EXPERIENCE: "How it was",
    Said.ANYTHING: "Something else you told us",
}  # fmt: skip


def called(name: str) -> str:
    """What somebody is called on the adult's own page: "Your sister" where no name is known and "The adult's sister" is written."""
    return _THEIR.sub("Your ", name)


def label_of_sent(one: Saying, is_adult: bool) -> str:
    """What kind of thing was sent, in words for whoever sent it."""
    return SENT[Said(one.said)] if is_adult or one.said != Said.WISH else "What they want"


def page_of(opening: Opening) -> Shown:
    """What an open page shows. At most thirteen queries, however much is recorded."""
    case, reader = opening.case, Reader(opening.way_in.reader)
    wishes = wishes_of(case)
    enquiry = enquiry_of(case)
    if enquiry is not None:
        enquiry.case = case
    actions = named_to_the_adult(case, actions_of(enquiry, wishes)) if enquiry else []
    plan = plan_of(enquiry) if enquiry else None
    person = case.person
    is_adult = reader == Reader.ADULT
    return Shown(
        name=(person.known_as or person.given_name) if is_adult else opening.way_in.representative,
        is_adult=is_adult, may=what_they_may_say(reader),
        wishes=[one for one in wishes if one.is_standing], helpers=_helpers(case, is_adult),
        to_do=[(one.to_the_adult, _whose(one, is_adult), one.due_on) for one in actions if one.done_on is None],
        done=[(one.to_the_adult, one.done_on) for one in actions if one.done_on is not None],
        agreed=(AGREED if is_adult else AGREED_OF_THEM).get(plan.adult_agrees, "") if plan else "",
        agreed_words=plan.adults_words if plan else "",
        sent=sayings_sent(opening),
    )  # fmt: skip


AGREED_OF_THEM = {
    PlanView.AGREES: "They agree with this.", PlanView.PARTLY: "They agree with some of this.", PlanView.DISAGREES: "They do not agree.",
}  # fmt: skip
AGREED = {PlanView.AGREES: "You agree with this.", PlanView.PARTLY: "You agree with some of this.", PlanView.DISAGREES: "You do not agree."}


def _whose(one: PlanAction, is_adult: bool) -> str:
    if one.owner == PlanOwner.ADULT:
        return "You" if is_adult else "The person you speak for"
    if one.owner_kept_back:
        return "Somebody"
    return one.owner_name or _member(one.owner_member, is_adult) or {
        PlanOwner.NETWORK: "Someone you know", PlanOwner.WORKER: "A worker", PlanOwner.ORGANISATION: "Another team"
    }[one.owner]  # fmt: skip


def _member(one: NetworkMember | None, is_adult: bool) -> str:
    return "" if one is None else called(one.name) if is_adult else one.name


def _helpers(case: Case, is_adult: bool) -> list[Helper]:
    """Faces are for the adult alone: a worker gave theirs for them, not for whoever represents them."""
    whom = "you" if is_adult else "them"
    face = face_of(case.lead) if case.lead and is_adult else ""
    found = [Helper(case.lead.full_name, f"Works with {whom} on this.", face)] if case.lead else []
    for one in advocates_of([case.pk]):
        if one.accepted_on and not one.ended_on and one.advocate_name:
            found.append(Helper(one.advocate_name, f"Speaks up for {whom}." + (f" From {one.organisation}." if one.organisation else "")))
    return found


def sayings_sent(opening: Opening) -> list[Saying]:
    """What the same reader sent from this page and from earlier ones, newest first, without the sounds. One query."""
    way_in = opening.way_in
    rows = Saying.objects.filter(case_id=opening.case_id, opening__way_in__reader=way_in.reader)
    rows = rows.filter(opening__way_in__member=way_in.member_id, opening__way_in__advocacy=way_in.advocacy_id)
    return list(rows.defer("sound").order_by("-said_at")[:20])


def people_shown(case: Case) -> list[NetworkMember]:
    """The people in the adult's life who are still in it, by name, for the adult to say whom they want. One query."""
    return list(case.person.network.filter(in_error_at__isnull=True, left_on__isnull=True).select_related("person").order_by("name"))

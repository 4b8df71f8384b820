"""What happened in each case of the demo? Each function is a chapter that real actions write down."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from demo import words
from demo.clock import as_of
from heard.accounts.models import User
from heard.cases.models import Concern, Enquiry
from heard.concerns.actions.deciding import decide_concern
from heard.concerns.actions.raising import add_information, raise_concern
from heard.concerns.actions.telling import record_telling
from heard.concerns.actions.triage import answer_section_42, record_what_is_counted
from heard.people.actions import add_network_member, confirm_person
from heard.rules.vocabulary.concern import Channel
from heard.voice.actions.conversations import record_conversation, record_conversation_with_wishes
from heard.voice.actions.wishes import change_wish

LONDON = ZoneInfo("Europe/London")
SUPPORT = ("physical-personal-care", "memory-and-cognition", "learning-disability", "mental-health", "no-support-reason", "not-known")


@dataclass
class Story:
    """One adult's case as it unfolds: who, from which day, in which worry's words, by whom."""

    number: int
    adult: dict
    begins: date
    users: dict[str, User]
    dice: Random
    concern: Concern | None = None
    enquiry: Enquiry | None = None

    @property
    def worry(self) -> tuple:
        return words.WORRIES[self.number % len(words.WORRIES)]

    @property
    def lead(self) -> User:
        return self.users[("social-worker", "social-worker-2", "social-worker-3")[self.number % 3]]

    def day(self, after: int) -> date:
        return self.begins + timedelta(days=after)

    def at(self, after: int, hour: int = 10) -> datetime:
        return datetime.combine(self.day(after), time(hour, self.number * 7 % 60), tzinfo=LONDON)


def concern_raised(
    story: Story, *, danger: str = "no", agreement: dict | None = None, by_adult: bool = False, anonymous: bool = False
) -> None:
    """Somebody, or the adult, raises a concern."""
    raised_by, _, _, _, what, said, wanted = story.worry
    who = "adult" if by_adult else "anonymous" if anonymous else raised_by
    staff = who in ("nhs", "police", "council") and story.number % 2 == 0
    report = {
        "description": what, "adults_words": said, "what_the_adult_wants": wanted, "raised_by": who,
        "raised_by_name": "" if anonymous or by_adult else "Invented Referrer",
        "raised_by_contact": "" if anonymous else "referrer@example.invalid",
        "wants_feedback": "" if anonymous else "yes", "feedback_how": "" if anonymous else "By e-mail",
    }  # fmt: skip
    agreed = {"answer": "agreed", "adult_knows": "yes"}
    with as_of(story.at(0, 9)):
        story.concern = raise_concern(
            authority=story.lead.authority, by=story.users["duty"] if staff else None, adult=story.adult, report=report,
            agreement=agreement or agreed, received_at=story.at(0, 9), channel=Channel.STAFF if staff else Channel.PUBLIC, danger=danger,
        )  # fmt: skip


def something_added(story: Story, said: str) -> None:
    with as_of(story.at(1, 8)):
        add_information(concern=story.concern, words=said, at=story.at(1, 8))


def heard_at_triage(story: Story, *, alone: str = "yes", not_heard_because: str = "") -> None:
    """The duty worker talks with the adult, or writes down why not and when to ask again."""
    _, _, _, _, _, said, wanted = story.worry
    where = {
        "case": story.concern.case,
        "concern": story.concern,
        "by": story.users["duty"],
        "stage": "concern",
        "by_name": "Dee Duty-Worker",
    }
    with as_of(story.at(1)):
        confirm_person(person=story.concern.case.person, by=story.users["duty"])
        if not_heard_because:
            record_conversation(
                **where, held_at=story.at(1), method="phone", not_heard_because=not_heard_because, ask_again_on=story.day(3)
            )
            return
        record_conversation_with_wishes(
            **where, held_at=story.at(1), method="phone" if story.number % 2 else "face-to-face", alone=alone,
            present=[] if alone == "yes" else ["a friend"], words=said, asked_what_they_want="yes", said_they_want="wishes",
            interpretation="Spoke quietly and looked at the door twice." if story.number % 4 == 0 else "",
            wishes=[{"words": wanted, "expressed_by": "adult", "expressed_on": story.day(1)}],
        )  # fmt: skip


def answered(story: Story, needs: str = "yes", at_risk: str = "yes", cannot: str = "yes") -> None:
    """The three parts of section 42(1), each with its reason."""
    answers = {
        "needs_care_and_support": needs, "at_risk": at_risk, "cannot_protect_self": cannot, "adult_is_here": "yes", "is_18_or_over": "yes",
    }  # fmt: skip
    reasons = {
        "needs_care_and_support": "Needs help to wash, dress and take medicine." if needs == "yes" else "Nothing known of such needs.",
        "at_risk": "What was seen and what the adult says point the same way.",
        "cannot_protect_self": "Depends on the person for shopping and cannot get out alone."
        if cannot == "yes"
        else "Still being asked about.",
    }
    unknown = "not-known" in (needs, at_risk, cannot)
    with as_of(story.at(2)):
        answer_section_42(
            concern=story.concern,
            by=story.users["duty"],
            today=story.day(2),
            answers=answers,
            reasons=reasons,
            follow_up_on=story.day(5) if unknown else None,
        )
        reason = SUPPORT[story.number % len(SUPPORT)]
        record_what_is_counted(concern=story.concern, by=story.users["duty"], in_area="yes", primary_support_reason=reason)


def decided(story: Story, decision: str = "section-42", *, route: str = "", second_reason: str = "") -> None:
    """The manager decides, and the lead is chosen."""
    manager = story.users["manager"]
    with as_of(story.at(2, 15)):
        decide_concern(
            concern=story.concern, by=manager, at=story.at(2, 15), decision=decision, route=route, second_reason=second_reason,
            reason="On what the adult said and what was seen." if decision != "no-enquiry" else "Help was agreed another way.",
            lead=story.lead if decision != "no-enquiry" else None,
            team=story.lead.teams.first() if decision != "no-enquiry" else None,
        )  # fmt: skip
    story.enquiry = Enquiry.objects.filter(concern=story.concern).select_related("case").first()


def referrer_told(story: Story) -> None:
    with as_of(story.at(4)):
        record_telling(
            concern=story.concern,
            by=story.users["manager"],
            may_pose_risk=False,
            told=("being-looked-into",),
            told_on=story.day(4),
            how="By e-mail",
            at=story.at(4),
        )


def heard_in_enquiry(story: Story, after: int, *, stage: str = "enquiry", alone: str = "yes", said: str = "", wants: str = "") -> None:
    """The lead talks with the adult."""
    where = {"case": story.enquiry.case, "enquiry": story.enquiry, "by": story.lead, "by_name": story.lead.full_name}
    with as_of(story.at(after, 14)):
        wishes = [{"words": wants, "expressed_by": "adult", "expressed_on": story.day(after)}] if wants else []
        record_conversation_with_wishes(
            **where, held_at=story.at(after, 14), stage=stage, method="face-to-face", alone=alone,
            alone_because="The day centre had no free room." if alone == "not-possible" else "",
            present=[] if alone == "yes" else ["the adult's sister"], words=said or "I've been thinking about what we said.",
            asked_what_they_want="yes", said_they_want="wishes" if wishes else "nothing-expressed", wishes=wishes,
        )  # fmt: skip


def represented(story: Story, after: int) -> None:
    """Somebody speaks for the adult: kept as theirs."""
    with as_of(story.at(after, 11)):
        record_conversation(
            case=story.enquiry.case, enquiry=story.enquiry, by=story.lead, by_name=story.lead.full_name, held_at=story.at(after, 11),
            stage="planning", method="phone", alone="no", alone_because="It was their representative who rang.",
            present=["the adult's niece"], spoken_by="representative", spoken_by_name="the adult's niece",
            words="She'd never say so, but she misses going out.",
        )  # fmt: skip


def not_heard(story: Story, after: int, because: str, ask_again: int) -> None:
    with as_of(story.at(after, 11)):
        record_conversation(
            case=story.enquiry.case,
            enquiry=story.enquiry,
            by=story.lead,
            by_name=story.lead.full_name,
            held_at=story.at(after, 11),
            stage="enquiry",
            method="face-to-face",
            not_heard_because=because,
            ask_again_on=story.day(ask_again),
        )


def wish_changed(story: Story, after: int) -> None:
    """The adult changes their mind: a new wish replaces the old."""
    said, because = words.CHANGED
    old = story.enquiry.case.wishes.filter(is_current=True).order_by("recorded_at").first()
    if old is not None:
        with as_of(story.at(after, 15)):
            change_wish(wish=old, words=said, because=because, on=story.day(after), by=story.lead, enquiry=story.enquiry)


def network(story: Story) -> None:
    with as_of(story.at(3)):
        person, by = story.enquiry.case.person, story.lead
        add_network_member(person=person, by=by, name="The adult's sister", relationship="sister", adult_wants_involved="yes")
        add_network_member(
            person=person, by=by, name="The neighbour upstairs", relationship="neighbour", may_pose_risk=story.worry[2] == "known-to-adult"
        )

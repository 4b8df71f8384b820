"""What stands in a small council in which every page has something to show?

One case that every role with a part in it can open: an enquiry led by the social worker, in the manager's team, with a second concern
that waits for the duty worker. ``address`` fills any address of the site from it, so that a test can walk them all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from heard.accounts.models import Authority, User
from heard.assurance.models import Audit, SafeguardingAdultReview
from heard.cases.models import Case, Concern, Enquiry
from heard.casework.queries.duties_page import duties_page
from heard.enquiries.models import PlanAction, Risk
from heard.people.models import NetworkMember
from heard.rights.models import ActingWithoutAgreement, Advocacy, AppropriatePerson, CapacityAssessment, LegalAuthority, Sharing
from heard.rules.next_steps.not_needed import key_of
from heard.rules.vocabulary.enquiry import PlanOwner
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import Conversation, Wish
from tests import factories
from tests.mypage import making

DAY = date(2026, 3, 5)


@dataclass(frozen=True)
class World:
    """The council and its one case."""

    authority: Authority
    users: dict[Role, User]
    case: Case
    decided: Concern
    waiting: Concern
    enquiry: Enquiry
    conversation: Conversation
    wish: Wish
    risk: Risk
    action: PlanAction
    member: NetworkMember
    representative: AppropriatePerson
    advocacy: Advocacy
    assessment: CapacityAssessment
    held: LegalAuthority
    audit: Audit
    review: SafeguardingAdultReview


def make_world(name: str = "Testshire") -> World:
    """A new council with a user of each role and one case at full work. Give each council in a test a name of its own."""
    council = factories.authority(name)
    team = factories.team("North team", of=council)
    users = {role: factories.user(role, of=council, teams=[team], full_name=f"Robin {role.label}") for role in Role}
    person = factories.person(of=council, given_name="Mary", family_name="Example", postcode="ZZ1 1ZZ")
    decided = factories.concern(factories.case(person=person))
    enquiry = factories.enquiry(decided, lead=users[Role.SOCIAL_WORKER], in_team=team)
    waiting = factories.concern(enquiry.case)
    risk = factories.risk(enquiry)
    wish = factories.wish(enquiry)
    planned = {"what": "Ring every Friday.", "owner": PlanOwner.ADULT, "due_on": DAY}
    action = PlanAction.objects.create(authority=council, enquiry=enquiry, wish=wish, **planned)
    member = NetworkMember.objects.create(authority=council, person=person, name="Sam Example", relationship="Brother")
    whose = {"authority": council, "case": enquiry.case}
    representative = AppropriatePerson.objects.create(member=member, started_on=DAY, **whose)
    advocacy = Advocacy.objects.create(kind="care-act", referred_on=DAY, organisation="Speak Up", **whose)
    assessment = factories.lacking(enquiry)
    held = LegalAuthority.objects.create(authority=council, person=person, kind="lpa-property", holder=member)
    _without_agreement(waiting)
    talk = factories.conversation(enquiry)
    audit = factories.audit(enquiry.case, auditor=users[Role.MANAGER], worker=users[Role.SOCIAL_WORKER])
    review = factories.review(person, text="She was alone.", **_published(users[Role.MANAGER]))
    return World(
        council, users, enquiry.case, decided, waiting, enquiry, talk, wish, risk, action, member, representative, advocacy,
        assessment, held, audit, review,
    )  # fmt: skip


def _published(by: User) -> dict:
    said = {"published": "She was alone.", "published_title": "Adult A"}
    return {**said, "published_at": factories.at(DAY), "published_by": by}


def _without_agreement(concern: Concern) -> None:
    whose, decided = {"authority": concern.authority, "case": concern.case}, {"decided_by_name": "Robin Example", "decided_on": DAY}
    ActingWithoutAgreement.objects.create(**whose, **decided, concern=concern, ground="crime", was_told="no", tell_by=DAY)
    Sharing.objects.create(**whose, with_whom="The police", what="That her card is used.", shared_on=DAY, lawful_basis="public-task")


# What names a figure, a year or the like, and no record of one council.
NAMES_NO_RECORD = {
    "authority", "link", "page", "draft", "measure", "theme", "year", "cell", "among",
    "item", "check", "resource", "paper", "who", "deck", "rest", "group",
}  # fmt: skip
FILLERS: dict[str, Callable[[World], object]] = {
    "authority": lambda world: world.authority.slug,
    "account": lambda world: world.users[Role.DUTY_WORKER].pk,
    "conversation_id": lambda world: world.conversation.pk,
    "wish_id": lambda world: world.wish.pk,
    "risk_id": lambda world: world.risk.pk,
    "action_id": lambda world: world.action.pk,
    "member_id": lambda world: world.member.pk,
    "assessment_id": lambda world: world.assessment.pk,
    "held_id": lambda world: world.held.pk,
    "representative_id": lambda world: world.representative.pk,
    "advocacy_id": lambda world: world.advocacy.pk,
    "letter": lambda world: "what-you-told-us",
    "file_kind": lambda world: "pdf",
    "document_id": lambda world: factories.sent_document(world.case).pk,
    "talk_id": lambda world: factories.picture_talk(world.enquiry).pk,
    "asked": lambda world: key_of(duties_page(world.case).owed[0]),
    "said_id": lambda world: factories.not_needed(world.case).pk,
    "way_id": lambda world: making.way_in(world.enquiry).pk,
    "saying_id": lambda world: making.saying(world.enquiry).pk,
    "hold_id": lambda world: making.held_back(world.enquiry, world.users[Role.MANAGER]).pk,
    "deck": lambda world: "my-days",
    "rest": lambda world: "nothing",
    "step": lambda world: "concluding",
    "draft": lambda world: "new",
    "link": lambda world: "no-such-link",
    "kind": lambda world: "conversation",
    "record_id": lambda world: world.conversation.pk,
    "judge": lambda world: "adult",
    "experience_id": lambda world: factories.experience(world.enquiry).pk,
    "paper": lambda world: "plain",
    "who": lambda world: "adult",
    "whose": lambda world: "adult",
    "measure": lambda world: "asked",
    "entry_id": lambda world: factories.log_entry(world.users[Role.MANAGER]).pk,
    "share_id": lambda world: factories.shared_entry(world.users[Role.MANAGER], world.users[Role.MANAGER]).pk,
    "resource": lambda world: "what-is-safeguarding",
    "saved_id": lambda world: factories.saved_question(world.users[Role.ANALYST]).pk,
    "theme": lambda world: "seen-alone",
    "referral_id": lambda world: factories.review_referral(world.authority).pk,
    "review_id": lambda world: world.review.pk,
    "reviewed_id": lambda world: world.review.people.get().pk,
    "recommendation_id": lambda world: factories.recommendation(world.review).pk,
    "number": lambda world: 1,
    "round_id": lambda world: world.audit.sampled.round_id,
    "sampled_id": lambda world: world.audit.sampled_id,
    "audit_id": lambda world: world.audit.pk,
    "question": lambda world: "seen-alone",
    "learning_id": lambda world: factories.learning_action(world.audit.sampled).pk,
    "year": lambda world: 2025,
    "cell": lambda world: "sg1f_safeguarding-concerns_total",
    "among": lambda world: "concluded",
    "item": lambda world: "capacity",
    "check": lambda world: "not-known",
    "signed_id": lambda world: factories.signed_return(world.authority).pk,
    "group": lambda world: "heard",
}


@dataclass(frozen=True)
class Address:
    """One address of the site: its pattern as written, its name and its view."""

    pattern: str
    name: str
    view: Callable

    @property
    def parameters(self) -> list[str]:
        """The names in angle brackets."""
        return [part.split(">")[0].split(":")[-1] for part in self.pattern.split("<")[1:]]

    @property
    def is_about_somebody(self) -> bool:
        """Whether it names a record of one council."""
        return bool(set(self.parameters) - NAMES_NO_RECORD)

    def address(self, world: World) -> str:
        """The address for this world. Raises KeyError for a parameter that nobody has said how to fill."""
        return reverse(self.name, kwargs={name: self._value(name, world) for name in self.parameters})

    def _value(self, name: str, world: World) -> object:
        if name == "reference":
            return (world.waiting if self.pattern.startswith("concerns/") else world.case).reference
        if name == "page":
            return self.view.flow.pages[0].slug
        return FILLERS[name](world)


def addresses() -> list[Address]:
    """Every address of the site."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list, before: str) -> Iterator[Address]:
    for one in patterns:
        here = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, here)
        elif isinstance(one, URLPattern):
            yield Address(here, one.name, one.callback)

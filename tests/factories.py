"""How does a test make a record? Plain functions with plain defaults; every name is invented."""

from datetime import date, datetime, time
from hashlib import sha256
from itertools import count
from zoneinfo import ZoneInfo

from heard.accounts.models import Authority, Team, User
from heard.assurance.models import (
    Audit,
    AuditRound,
    LearningAction,
    Recommendation,
    ReviewedPerson,
    ReviewReferral,
    SafeguardingAdultReview,
    SampledCase,
)
from heard.cases.models import Case, Concern, Enquiry, NotNeeded
from heard.concerns.models import Report
from heard.documents.models import SentDocument
from heard.enquiries.models import Risk
from heard.learning.models import LogEntry, SharedEntry
from heard.measures.models import SavedQuestion
from heard.people.models import Person, SafeContactCard
from heard.returns.models import SignedReturn
from heard.rights.models import CapacityAssessment
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.concern import Channel, ConcernState
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.picture_cards import DECKS
from heard.voice.models import CardMove, Conversation, Experience, PictureTalk, Wish
from heard.voice.questionnaires import instrument_in_use

LONDON = ZoneInfo("Europe/London")
_next = count(1)


def at(day: date, hour: int = 10, minute: int = 0) -> datetime:
    """An aware time in London."""
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


def authority(name: str = "Testshire") -> Authority:
    return Authority.objects.get_or_create(name=name, defaults={"slug": name.lower()})[0]


def team(name: str = "North team", of: Authority | None = None) -> Team:
    return Team.objects.get_or_create(authority=of or authority(), name=name)[0]


def user(role: Role = Role.SOCIAL_WORKER, *, teams: list[Team] | None = None, of: Authority | None = None, **fields) -> User:
    """A user who can be signed in with ``client.force_login``; in North team unless told otherwise."""
    made = User.objects.create(
        email=f"user{next(_next)}@heard.invalid",
        full_name=fields.pop("full_name", f"{role.label} {next(_next)}"),
        authority=of or authority(),
        role=role,
        password="!",
        **fields,
    )
    made.teams.set([team(of=of)] if teams is None else teams)
    return made


def person(of: Authority | None = None, **fields) -> Person:
    defaults = {"given_name": "Testa", "family_name": f"Example{next(_next)}", "birth_date": date(1950, 5, 3)}
    return Person.objects.create(authority=of or authority(), **{**defaults, **fields})


def case(of: Authority | None = None, **fields) -> Case:
    adult = fields.pop("person", None) or person(of=of)
    defaults = {"reference": f"H-TEST-{next(_next):04}", "opened_on": date(2026, 3, 2), "authority": adult.authority}
    return Case.objects.create(person=adult, **{**defaults, **fields})


def concern(in_case: Case | None = None, *, of: Authority | None = None, report: dict | None = None, **fields) -> Concern:
    """A concern with its report, waiting for a decision unless told otherwise."""
    kase = in_case or case(of=of)
    defaults = {
        "reference": f"C-TEST-{next(_next):04}",
        "received_at": at(date(2026, 3, 2)),
        "channel": Channel.STAFF,
        "state": ConcernState.WAITING,
    }
    made = Concern.objects.create(authority=kase.authority, case=kase, **{**defaults, **fields})
    words = {"description": "Bruises seen on both arms.", "raised_by": "nhs", **(report or {})}
    Report.objects.create(authority=kase.authority, concern=made, **words)
    return made


def enquiry(of_concern: Concern | None = None, *, lead: User | None = None, in_team: Team | None = None, **fields) -> Enquiry:
    """A section 42 enquiry on a decided concern, led by ``lead`` in North team."""
    it = of_concern or concern()
    leader = lead or user(of=it.authority)
    it.state = ConcernState.DECIDED
    it.save()
    it.case.stage, it.case.lead, it.case.team = CaseStage.ENQUIRY, leader, in_team or team(of=it.authority)
    it.case.save()
    defaults = {"kind": "section-42", "started_on": date(2026, 3, 4), "lead": leader, "lead_name": leader.full_name}
    return Enquiry.objects.create(authority=it.authority, case=it.case, concern=it, **{**defaults, **fields})


def conversation(about: Concern | Enquiry, **fields) -> Conversation:
    where = {"concern": about} if isinstance(about, Concern) else {"enquiry": about}
    defaults = {"held_at": at(date(2026, 3, 3)), "stage": "concern", "method": "face-to-face", "alone": "yes", "words": "I am frightened."}
    return Conversation.objects.create(authority=about.authority, case=about.case, **where, **{**defaults, **fields})


def picture_talk(about: Enquiry, *moves: tuple[str, str], **fields) -> PictureTalk:
    """A talk with the cards "My days", in which each of ``moves`` (card and place) was made by the adult."""
    defaults = {"deck": "my-days", "deck_version": 1, "stage": "enquiry", "begun_at": at(date(2026, 3, 6))}
    made = PictureTalk.objects.create(authority=about.authority, case=about.case, enquiry=about, **{**defaults, **fields})
    for number, (card, place) in enumerate(moves, 1):
        whose = {"authority": about.authority, "talk": made, "moved_by": "adult"}
        CardMove.objects.create(number=number, card=card, words=DECKS[made.deck].card(card).words, place=place, **whose)
    return made


def wish(of_enquiry: Enquiry, **fields) -> Wish:
    defaults = {"words": "I want to feel safe at home.", "expressed_by": "adult", "expressed_on": date(2026, 3, 5)}
    return Wish.objects.create(
        authority=of_enquiry.authority, case=of_enquiry.case, concern=of_enquiry.concern, **{"enquiry": of_enquiry, **defaults, **fields}
    )


def experience(of_enquiry: Enquiry, **fields) -> Experience:
    """That the adult was asked how it was, and what they answered."""
    ours = instrument_in_use()
    defaults = {
        "who": "adult", "asking": "at-closing", "asked_on": date(2026, 3, 18), "asked_by": "somebody-else", "asked_by_name": "Jo Example",
        "by_lead": False, "how": "visit", "wording": "adult", "ended": "answered",
        "answers": {"listened-to": "yes", "feel-safer": "partly"},
        "words": "You took your time.", "instrument": ours.id, "instrument_version": ours.version, "questionnaire": ours.as_data(),
    }  # fmt: skip
    return Experience.objects.create(authority=of_enquiry.authority, enquiry=of_enquiry, **{**defaults, **fields})


def risk(of_enquiry: Enquiry, **fields) -> Risk:
    defaults = {"type": "physical", "source": "known-to-adult", "location": "own-home"}
    return Risk.objects.create(authority=of_enquiry.authority, enquiry=of_enquiry, **{**defaults, **fields})


def safe_contact_card(of_person: Person, **fields) -> SafeContactCard:
    """A card on which post is safe, unless told otherwise."""
    defaults = {"ways": [{"way": "post", "is_safe": "yes", "where": "", "words": ""}]}
    return SafeContactCard.objects.create(authority=of_person.authority, person=of_person, **{**defaults, **fields})


def sent_document(of_case: Case, **fields) -> SentDocument:
    defaults = {
        "kind": "what-you-told-us",
        "how": "post",
        "where": "1 Test Street",
        "words": {},
        "html": "<h2>A letter for you</h2>",
        "gate": {"goes": True, "because": ["The safe-contact card allows it."], "law": []},
        "sent_at": at(date(2026, 3, 6)),
    }
    return SentDocument.objects.create(authority=of_case.authority, case=of_case, **{**defaults, **fields})


def lacking(of_enquiry: Enquiry, **fields) -> CapacityAssessment:
    """An assessment of a decision about the enquiry that found that the adult could not make it then."""
    defaults = {
        "decision": "Whether to take part in the enquiry", "is_about_enquiry": True, "understand": "yes", "retain": "no",
        "use_or_weigh": "yes", "communicate": "yes", "retain_words": "What was it again?", "impairment": "Delirium.",
        "causal_link": "She cannot hold it for a minute.", "conclusion": "lacks-capacity", "assessed_at": at(date(2026, 3, 5)),
        "assessor_name": "Robin Social worker",
    }  # fmt: skip
    return CapacityAssessment.objects.create(
        authority=of_enquiry.authority, case=of_enquiry.case, **{"enquiry": of_enquiry, **defaults, **fields}
    )


def audit_round(of: Authority | None = None, **fields) -> AuditRound:
    defaults = {
        "name": "Spring round", "question_set": "heard-1", "method": "random", "size": 1, "seed": 7, "start": date(2026, 1, 1),
        "end": date(2026, 3, 31),
    }  # fmt: skip
    return AuditRound.objects.create(authority=of or authority(), **{**defaults, **fields})


def audit(of_case: Case, *, auditor: User, worker: User | None = None, second: User | None = None, **fields) -> Audit:
    """A case that was drawn, with the first auditor's audit; ``second`` is given one too."""
    it = audit_round(of_case.authority, frame=[[of_case.reference, ""]])
    sampled = SampledCase.objects.create(authority=it.authority, round=it, case=of_case, position=1, worker=worker)
    if second is not None:
        Audit.objects.create(authority=it.authority, sampled=sampled, auditor=second, is_second=True)
    return Audit.objects.create(authority=it.authority, sampled=sampled, auditor=auditor, **fields)


def learning_action(of_sampled: SampledCase, **fields) -> LearningAction:
    defaults = {"theme": "seen-alone", "what": "Ask for a room at the surgery.", "owner_name": "Mo", "due_on": date(2026, 6, 1)}
    return LearningAction.objects.create(authority=of_sampled.authority, sampled=of_sampled, **{**defaults, **fields})


def signed_return(of: Authority, **fields) -> SignedReturn:
    """The return of 2025 as somebody signed it: a file with its header and no cell, unless told otherwise."""
    file = "TABLE_REFERENCE,ENQUIRY_TYPE,CATEGORY,SUBCATEGORY,AGE_BAND,VALUE\n"
    before = SignedReturn.objects.filter(authority=of, year=2025).order_by("-number").first()
    number, hashed = before.number + 1 if before else 1, sha256(file.encode()).hexdigest()
    defaults = {"number": number, "supersedes": before, "file": file, "sha256": hashed}
    return SignedReturn.objects.create(authority=of, year=2025, **{**defaults, **fields})
def review_referral(of: Authority | None = None, **fields) -> ReviewReferral:
    defaults = {"about": "Somebody known as Bee", "died": "no", "what_happened": "She was alone.", "why_together": "Nobody told anybody."}
    return ReviewReferral.objects.create(authority=of or authority(), **{**defaults, **fields})


def review(of_person: Person | None = None, **fields) -> SafeguardingAdultReview:
    """A review of one adult, begun in March."""
    adult = of_person or person()
    made = SafeguardingAdultReview.objects.create(
        authority=adult.authority, **{"started_on": date(2026, 3, 1), "title": "Adult B", **fields}
    )  # fmt: skip
    ReviewedPerson.objects.create(review=made, person=adult, survived_harm=True)
    return made


def recommendation(of_review: SafeguardingAdultReview, **fields) -> Recommendation:
    defaults = {
        "number": of_review.recommendations.count() + 1, "words": "See adults alone.", "theme": "seen-alone", "owner_name": "North team",
        "measure_of_change": "Four in five were seen alone.", "due_on": date(2026, 6, 1),
    }  # fmt: skip
    return Recommendation.objects.create(authority=of_review.authority, review=of_review, **{**defaults, **fields})


def not_needed(case: Case, **fields) -> NotNeeded:
    """Somebody's word that something is not needed in a case; it rests on nothing, so it has lapsed, unless told otherwise."""
    defaults = {"what": "talk-to-the-adult", "because": "She asked us to speak to her sister first."}
    return NotNeeded.objects.create(authority=case.authority, case=case, **{**defaults, **fields})


def saved_question(by: User, **fields) -> SavedQuestion:
    """A question of every concern by age, for whoever saved it only, unless told otherwise."""
    defaults = {"name": "Concerns by age", "terms": {"figure": "concerns", "rows": "age_band"}}
    return SavedQuestion.objects.create(authority=by.authority, recorded_by=by, **{**defaults, **fields})


def log_entry(owner: User, **fields) -> LogEntry:
    """An entry of somebody's own learning record."""
    moment = at(date(2026, 3, 2))
    defaults = {"what": "Seeing people alone", "kind": "reading", "done_on": date(2026, 3, 2), "written_at": moment, "changed_at": moment}
    return LogEntry.objects.create(owner=owner, **{**defaults, **fields})


def shared_entry(owner: User, peer: User, entry: LogEntry | None = None) -> SharedEntry:
    """An entry of ``owner`` that ``peer`` may read."""
    return SharedEntry.objects.create(entry=entry or log_entry(owner), peer=peer, shared_at=at(date(2026, 3, 3)))

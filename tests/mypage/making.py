"""How does a test make what belongs to a page of somebody's own, and open it? By the same way as its reader."""

from datetime import date
from itertools import count

from django.test import Client

from heard.accounts.models import User
from heard.cases.models import Case, Enquiry
from heard.mypage.actions.offering import offer_page
from heard.mypage.models import HeldBack, Opening, Saying, WayIn
from heard.people.models import NetworkMember, Person
from heard.rights.models import AppropriatePerson
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.rights import AppropriateTest
from tests import factories

_next = count(1)

QUESTION, ANSWER = "What was your first pet called?", "Bluebell the rabbit"
SAFE = {"is_safe": True, "how_we_know": "Asked her alone; the phone is her own.", "days": 7}
ALL_SAFE = [{"way": way, "is_safe": "yes", "where": "", "words": ""} for way in ("text", "email", "post", "visit")]


def cover_of(enquiry) -> User:
    """Who reads what is said when the lead is away: the same colleague each time."""
    who = User.objects.filter(authority_id=enquiry.authority_id, full_name="Cam Cover").first()
    return who or factories.user(Role.SOCIAL_WORKER, of=enquiry.authority, full_name="Cam Cover")


def offered(enquiry, **more) -> tuple[WayIn, str]:
    """A way in by text message to the adult of this enquiry, unless told otherwise, and its secret."""
    person = enquiry.case.person
    if not person.safe_contact_cards.exists():
        factories.safe_contact_card(person, ways=ALL_SAFE)
    defaults = {"reader": "adult", "how": "text", "where": "01632 960001", "question": QUESTION, "answer": ANSWER}
    more.setdefault("cover", cover_of(enquiry))
    return offer_page(case=enquiry.case, by=enquiry.lead, **{**defaults, **SAFE, **more})


def opened(enquiry, **more) -> tuple[Client, WayIn]:
    """A browser that has the page open, and the way in it came by."""
    way_in, secret = offered(enquiry, **more)
    browser = Client()
    answer = browser.post("/p", {"code": secret, "answer": ANSWER})
    assert answer.status_code == 302 and answer["Location"] == "/p/now"
    return browser, way_in


def shown(code: str) -> bytes:
    """What a browser without a key gets for this code: status and bytes."""
    answer = Client().get(f"/p/o/{code}")
    return b"%d " % answer.status_code + answer.content


def member(of_person: Person, **fields) -> NetworkMember:
    """Somebody in the adult's life."""
    return NetworkMember.objects.create(authority=of_person.authority, person=of_person, **{"name": "Sam Example", **fields})


def represents(in_case: Case, by_member: NetworkMember, **fields) -> AppropriatePerson:
    """Somebody who represents the adult in this case, every test met."""
    met = {test.value: {"answer": "yes", "words": ""} for test in AppropriateTest}
    defaults = {"tests": met, "started_on": date(2026, 3, 5)}
    return AppropriatePerson.objects.create(authority=in_case.authority, case=in_case, member=by_member, **{**defaults, **fields})


def way_in(of_enquiry: Enquiry, **fields) -> WayIn:
    """A way in by text message that nobody has used; no secret opens it."""
    defaults = {
        "reader": "adult", "how": "text", "key": f"key-{next(_next)}", "question": "What was your first pet called?", "answer": "x",
        "how_we_know": "Asked alone.", "cover": of_enquiry.lead, "expires_at": factories.at(date(2099, 1, 1)),
        "recorded_by": of_enquiry.lead,
    }  # fmt: skip
    whose = {"authority": of_enquiry.authority, "case": of_enquiry.case, "person": of_enquiry.case.person}
    return WayIn.objects.create(**whose, **{**defaults, **fields})


def saying(of_enquiry: Enquiry, **fields) -> Saying:
    """Something said on their own page."""
    here = {"authority": of_enquiry.authority, "case": of_enquiry.case}
    opened = Opening.objects.create(way_in=way_in(of_enquiry), key=f"key-{next(_next)}", opened_at=factories.at(date(2026, 3, 6)), **here)
    sound = {"said": "voice", "sound": b"OggS", "sound_kind": "audio/ogg", "said_at": factories.at(date(2026, 3, 6))}
    return Saying.objects.create(opening=opened, **here, **{**sound, **fields})


def held_back(of_enquiry: Enquiry, looked_by: User, **fields) -> HeldBack:
    """A day of looking kept from the adult."""
    defaults = {"ground": "crime", "why": "The police asked.", "review_on": date(2026, 6, 1), "looked_on": date(2026, 3, 6)}
    whose = {"authority": of_enquiry.authority, "case": of_enquiry.case, "looked_by": looked_by}
    return HeldBack.objects.filter(**whose).first() or HeldBack.objects.create(**whose, **{**defaults, **fields})

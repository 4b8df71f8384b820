"""Do family, attorneys, deputies and advocates have a page as the adult's representative, and lose it for good with their part?"""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.enquiries.actions.in_error import mark_in_error
from heard.enquiries.actions.risks import add_risk
from heard.mypage.keys import new_link
from heard.mypage.models import WayIn
from heard.rights.actions.advocacy import end_advocates_who_may_pose_risk, record_advocates_work, refer_to_advocate
from heard.rights.actions.appropriate_person import end_representation, name_appropriate_person
from heard.rights.actions.legal_authority import add_legal_authority, change_legal_authority
from heard.rights.actions.network_member import change_somebody
from heard.rights.actions.own_pages import end_pages_of, end_pages_of_a_risk
from heard.rights.queries.representatives import who_may_represent
from heard.rules.decision import NotAllowed
from heard.rules.recorded_in_error import Kind
from heard.rules.vocabulary.rights import AppropriateTest
from heard.voice.models import Wish
from heard.voice.queries import adults_rating_of
from tests import factories
from tests.mypage import making
from tests.mypage.making import ANSWER, QUESTION, offered, opened, shown

pytestmark = pytest.mark.django_db
MET = {test.value: {"answer": "yes", "words": ""} for test in AppropriateTest}
RISK = {"type": "financial", "source": "known-to-adult", "location": "own-home"}


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    factories.wish(made, words="I want my own key.")
    return made


@pytest.fixture
def sam(enquiry):
    return making.member(enquiry.case.person, name="Sam Example")


def friend(enquiry, sam) -> dict:
    named = name_appropriate_person(case=enquiry.case, member=sam, tests=MET, started_on=date(2026, 3, 5), by=enquiry.lead)
    return {"member": sam, "part": named}


def deputy(enquiry, sam) -> dict:
    seen = {"document_seen": "yes", "seen_on": date(2026, 3, 5)}
    held = add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="deputy-welfare", holder=sam, **seen)
    return {"member": sam, "legal_authority": held, "part": held}


def advocate(enquiry, sam) -> dict:
    work = {"advocate_name": "Sam Example", "acts_for_person_who_may_pose_risk": "no", "accepted_on": date(2026, 3, 6)}
    asked = refer_to_advocate(case=enquiry.case, kind="care-act", referred_on=date(2026, 3, 5), by=enquiry.lead, **work)
    return {"advocacy": asked, "part": asked}


def page_of(enquiry, whose: dict):
    whose = {name: value for name, value in whose.items() if name != "part"}
    return opened(enquiry, reader="representative", **whose)


@pytest.mark.parametrize("kind", [friend, deputy, advocate])
def test_each_kind_has_a_page_and_speaks_in_their_own_name(enquiry, sam, kind):
    browser, _ = page_of(enquiry, kind(enquiry, sam))
    assert "What they said they want" in browser.get("/p/now").content.decode()
    assert browser.get("/p/now/looked").status_code == browser.get("/p/now/stop").status_code == 404
    browser.post("/p/now/want", {"words": "She wants her own room."})
    wish = Wish.objects.get(words="She wants her own room.")
    assert (wish.expressed_by, wish.expressed_by_name) == ("advocate" if kind is advocate else "representative", "Sam Example")


def end_friend(enquiry, part):
    end_representation(representative=part, on=timezone.localdate(), because="She moved away.", by=enquiry.lead)


def end_deputy(enquiry, part):
    change_legal_authority(authority=part, case=enquiry.case, by=enquiry.lead, ended_on=date(2026, 3, 7))


def end_advocate(enquiry, part):
    record_advocates_work(advocacy=part, by=enquiry.lead, ended_on=date(2026, 3, 7), ended_because="Done.")


def becomes_a_risk(enquiry, part):
    add_risk(enquiry=enquiry, by=enquiry.lead, member=enquiry.case.person.network.get(), **RISK)


def may_pose_risk(enquiry, part):
    change_somebody(member=enquiry.case.person.network.get(), by=enquiry.lead, may_pose_risk=True)


def in_error(enquiry, part):
    kinds = {"appropriateperson": Kind.REPRESENTATIVE, "legalauthority": Kind.LEGAL_AUTHORITY, "advocacy": Kind.ADVOCACY}
    mark_in_error(case=enquiry.case, kind=kinds[part._meta.model_name], record=part, because="The wrong file.", by=enquiry.lead)


@pytest.mark.parametrize(
    ("kind", "ends"),
    [
        (friend, end_friend), (deputy, end_deputy), (advocate, end_advocate),
        *((kind, ends) for kind in (friend, deputy, advocate) for ends in (becomes_a_risk, may_pose_risk, in_error)),
    ],
)  # fmt: skip
def test_their_page_ends_with_their_part_and_never_comes_back(enquiry, sam, kind, ends):
    whose = kind(enquiry, sam)
    browser, _ = page_of(enquiry, whose)
    _, unused = offered(enquiry, reader="representative", **{name: one for name, one in whose.items() if name != "part"})
    ends(enquiry, whose["part"])
    assert not WayIn.objects.filter(ended_at__isnull=True).exists(), "ended in the same transaction"
    enquiry.case.person.network.update(may_pose_risk=False)
    enquiry.risks.all().delete()
    for again in (friend, deputy, advocate):
        again(enquiry, sam)
    assert shown(unused) == shown(new_link()) == b"200 " + browser.get("/p/now").content
    assert b"not open" in Client().post("/p", {"code": unused, "answer": ANSWER}).content


def test_only_those_whose_part_stands_are_offered(client, enquiry, sam):
    whose = deputy(enquiry, sam)
    add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="appointee", holder=sam)
    unseen = add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="lpa-health", holder=sam)
    asked = refer_to_advocate(case=enquiry.case, kind="imca", referred_on=date(2026, 3, 5), by=enquiry.lead, advocate_name="Ina Example")
    assert [one.legal_authority for one in who_may_represent(enquiry.case)] == [whose["part"]]
    for more in ({"member": sam, "legal_authority": unseen}, {"advocacy": asked}):
        with pytest.raises(NotAllowed):
            offered(enquiry, reader="representative", **more)
    client.force_login(enquiry.lead)
    answers = {
        "reader": f"authority-{whose['part'].pk}", "how": "text", "number": "01632 960001", "is_safe": "yes", "how_we_know": "Asked her.",
        "question": QUESTION, "second_fact": ANSWER, "cover": str(making.cover_of(enquiry).pk), "days": "7",
    }  # fmt: skip
    made = client.post(reverse("offer-own-page", args=[enquiry.case.reference]), answers).content.decode()
    assert "The way in is made" in made and WayIn.objects.get().legal_authority == whose["part"]
    assert "Sam Example" in client.get(reverse("own-pages", args=[enquiry.case.reference])).content.decode()


def test_ending_pages_gives_how_many_and_ends_each_once(enquiry, sam):
    whose = deputy(enquiry, sam)
    offered(enquiry, reader="representative", member=sam, legal_authority=whose["part"])
    assert end_pages_of(of=whose["part"], because="It ended.", by=enquiry.lead) == 1
    assert end_pages_of_a_risk(member=sam, because="A risk.", by=enquiry.lead) == 0
    assert Event.objects.filter(event="end-own-page", why="It ended.").count() == 1


@pytest.mark.parametrize("kind", [friend, deputy, advocate])
def test_each_kind_judges_in_their_own_name_apart_from_the_adult(enquiry, sam, kind):
    wish, theirs = enquiry.wishes.get(), "advocate" if kind is advocate else "representative"
    adults, _ = opened(enquiry, asks_how_it_went=True)
    adults.post("/p/now/end", {f"wish-{wish.pk}": "not-met"})
    whose = {name: value for name, value in kind(enquiry, sam).items() if name != "part"}
    browser, _ = opened(enquiry, reader="representative", asks_how_it_went=True, **whose)
    page = browser.get("/p/now/end").content.decode()
    assert "They wanted" in page and "We keep it as your view" in page and "Only you can say" not in page
    browser.post("/p/now/end", {f"wish-{wish.pk}": "met", f"words-{wish.pk}": "She has it."})
    kept = {one.judge: (one.rating, one.judge_name, one.words) for one in wish.judgements.all()}
    assert kept == {"adult": ("not-met", "", ""), theirs: ("met", "Sam Example", "She has it.")}
    wish.case = enquiry.case
    assert adults_rating_of(wish) == "not-met"


def test_what_another_representative_judged_stays(enquiry, sam):
    wish, browser = enquiry.wishes.get(), None
    for name, rating in (("Sam Example", "met"), ("Alex Example", "not-met")):
        somebody = sam if name == sam.name else making.member(enquiry.case.person, name=name)
        named = name_appropriate_person(case=enquiry.case, member=somebody, tests=MET, started_on=date(2026, 3, 5), by=enquiry.lead)
        browser, _ = opened(enquiry, reader="representative", member=somebody, asks_how_it_went=True)
        browser.post("/p/now/end", {f"wish-{wish.pk}": rating})
        assert named.ended_on is None
    kept = wish.judgements.get()
    assert (kept.judge_name, kept.rating, kept.is_current) == ("Sam Example", "met", True)
    assert "kept as Alex Example said it" in enquiry.case.tasks.order_by("recorded_at").last().note


@pytest.mark.parametrize("ends", [becomes_a_risk, may_pose_risk])
def test_the_work_of_an_advocate_who_may_pose_a_risk_ends_with_that_record_and_the_case_says_why(client, enquiry, sam, ends):
    part = advocate(enquiry, sam)["part"]
    ends(enquiry, part)
    part.refresh_from_db()
    assert part.ended_on == timezone.localdate() and "Sam Example may pose a risk to the adult." in part.ended_because
    assert Event.objects.filter(event="record-advocates-work", subject_id=str(part.pk)).count() == 1
    client.force_login(enquiry.lead)
    page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "If the advocate is somebody else of the same name" in page and "They do not see what the adult said." in page
    with pytest.raises(NotAllowed, match="may pose a risk"):
        advocate(enquiry, sam)


def test_an_advocate_of_the_same_name_goes_on_where_the_other_only_left(enquiry, sam):
    part = advocate(enquiry, sam)["part"]
    change_somebody(member=sam, by=enquiry.lead, adult_wants_involved="no")
    part.refresh_from_db()
    assert part.ended_on is None and end_advocates_who_may_pose_risk(member=sam, by=enquiry.lead) == []

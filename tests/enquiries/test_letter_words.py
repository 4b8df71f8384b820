"""Whose words does a letter say they are, and who is named in it?"""

from datetime import date

import pytest

from heard.documents.rows import our_words
from heard.enquiries.queries.letters import writing_of
from heard.people.models import NetworkMember
from heard.rights.models import Advocacy, AppropriatePerson
from heard.voice.models import Judgement
from tests import factories

pytestmark = pytest.mark.django_db
ADULT, REPRESENTATIVE = {"expressed_by": "adult"}, {"expressed_by": "representative", "expressed_by_name": "the adult's sister"}


@pytest.fixture
def enquiry():
    return factories.enquiry(lead=factories.user(full_name="Robin Leads"))


def words(enquiry, kind, **typed) -> str:
    return our_words(writing_of(enquiry.case, kind, enquiry.lead).make(typed))


@pytest.mark.parametrize(
    ("whose", "rating", "says"),
    [
        pytest.param(ADULT, "met", "You told us that this happened.", id="the adult says that it happened"),
        pytest.param(ADULT, "partly-met", "You told us that some of this happened.", id="the adult says that some of it did"),
        pytest.param(ADULT, "not-met", "You told us that this did not happen.", id="the adult says that it did not"),
        pytest.param(ADULT, "declined", "You did not want to say.", id="the adult did not want to say"),
        pytest.param(ADULT, "", "Tell us if this happened.", id="nobody was asked yet"),
        pytest.param(REPRESENTATIVE, "met", "Your sister told us that this happened.", id="whoever speaks for them says that it happened"),
    ],
)
def test_whether_it_happened_is_said_in_the_judgement_of_whoever_wanted_it(enquiry, whose, rating, says):
    wish = factories.wish(enquiry, **whose)
    if rating:
        judge = {"wish": wish, "judge": whose["expressed_by"], "rating": rating, "judged_on": date(2026, 4, 1)}
        Judgement.objects.create(authority=enquiry.authority, **judge)
    assert says in words(enquiry, "what-happened")


def test_what_somebody_else_said_for_them_is_never_called_theirs(enquiry):
    factories.wish(enquiry, **REPRESENTATIVE)
    said = words(enquiry, "what-you-want")
    assert "Your sister said this for you on 5 March 2026." in said and "You said this" not in said


def test_who_was_there_is_said_as_the_adult_knows_them(enquiry):
    factories.conversation(enquiry, alone="adult-wished-company", present=["the adult's sister"], by_name="Robin")
    said = words(enquiry, "what-we-talked-about")
    assert "Your sister was there too." in said and "You talked with Robin." in said


def test_a_talk_in_which_somebody_spoke_for_them_is_not_called_a_talk_with_them(enquiry):
    factories.conversation(enquiry, spoken_by="advocate", spoken_by_name="Ann Advocate", words="She wants to go home.")
    assert "No talk with the adult in their own words" in writing_of(enquiry.case, "what-we-talked-about", enquiry.lead).missing


def test_only_whoever_helps_today_is_named(enquiry):
    whose = {"authority": enquiry.authority, "case": enquiry.case}
    day = date(2026, 3, 5)
    Advocacy.objects.create(kind="care-act", referred_on=day, advocate_name="Ann Advocate", **whose)
    Advocacy.objects.create(kind="care-act", referred_on=day, advocate_name="Bea Before", ended_on=day, **whose)
    Advocacy.objects.create(kind="care-act", referred_on=day, organisation="Speak Up", **whose)
    risky = NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Sam Risky", may_pose_risk=True)
    AppropriatePerson.objects.create(member=risky, started_on=day, **whose)
    letter = writing_of(enquiry.case, "what-safeguarding-is", enquiry.lead).make({})
    named = [one.name for part in letter.parts for one in part.helpers]
    assert named == ["Robin Leads", "Ann Advocate"]


@pytest.mark.parametrize(
    ("decided", "route", "says"),
    [
        pytest.param("section-42", "", "We will find out more.", id="there is an enquiry"),
        pytest.param("no-enquiry", "assessment", "We will talk about what help you need.", id="something else is done"),
        pytest.param("no-enquiry", "none", "We will not look into this more now.", id="nothing more is done"),
    ],
)
def test_what_was_decided_comes_first(enquiry, decided, route, says):
    from heard.concerns.models import Section42Decision

    Section42Decision.objects.create(authority=enquiry.authority, concern=enquiry.concern, decision=decided, route=route)
    said = words(enquiry, "decision", why="You asked us.")
    assert says in said and said.index("What we decided") < said.index("You asked us.")

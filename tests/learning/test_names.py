"""Is a writer warned of the names of people they have worked with, and of nobody else's, and do they decide?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.assurance.actions.reviews import add_participant, refer_for_review
from heard.audit.actions import record_read
from heard.learning.actions.sharing import share_entry
from heard.learning.models import LogEntry, SharedEntry
from heard.learning.queries.names import identifiers_for
from heard.people.actions import change_details
from heard.people.models import NetworkMember
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.learning.test_log import TYPED

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client):
    user = factories.user()
    client.force_login(user)
    return user


@pytest.fixture
def case(me):
    adult = factories.person(given_name="Philippa", family_name="Brackenbury", known_as="Pip", address="12 Long Acre\nTestford")
    NetworkMember.objects.create(authority=adult.authority, person=adult, name="Derek Fairweather")
    raised = factories.concern(factories.case(person=adult), report={"raised_by_name": "Sister Rhona Tellwell, the clinic"})
    case = factories.enquiry(raised, lead=me).case
    case.advocacy.create(authority=case.authority, kind="care-act", referred_on=date(2026, 3, 5), advocate_name="Ada Speakwell")
    change_details(person=adult, by=me, family_name="Brackenbury-Moss", address="9 Quiet Street\nTestford")
    return case


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("I saw Philippa alone.", "Philippa", id="the adult's given name"),
        pytest.param("Mx Brackenbury agreed.", "Brackenbury", id="their family name"),
        pytest.param("I saw Pip alone.", "Pip", id="what they are known as"),
        pytest.param("Derek would not leave.", "Derek", id="somebody in their life"),
        pytest.param("Ada met them twice.", "Ada", id="their advocate"),
        pytest.param("Rhona rang us.", "Rhona", id="who raised the concern"),
        pytest.param("We met at 9 Quiet Street.", "9 Quiet Street", id="where they live"),
        pytest.param("We met at 12 Long Acre.", "12 Long Acre", id="where they lived before"),
        pytest.param("Then they were Brackenbury.", "Brackenbury", id="their name before it changed"),
    ],
)
def test_people_the_writer_works_with_are_found(me, case, text, words):
    assert words in [one.words for one in identifiers_for(me, text)]


def test_references_of_the_case_and_its_concern_are_found(me, case):
    concern = case.concerns.get()
    found = [one.words for one in identifiers_for(me, f"See {case.reference} and {concern.reference}")]
    assert set(found) == {case.reference, concern.reference}


def test_somebody_whose_case_was_only_opened_is_found(case):
    reader = factories.user(Role.MANAGER)
    assert identifiers_for(reader, "I saw Philippa alone.") == ()
    record_read("open-case", on=case, by=reader)
    assert identifiers_for(reader, "I saw Philippa alone.")


def test_somebody_the_writer_never_worked_with_is_not_looked_for(case):
    assert identifiers_for(factories.user(), "I saw Philippa alone.") == ()


def test_the_names_of_another_council_are_not_looked_for(case):
    stranger = factories.user(of=factories.authority("Elsewhere"))
    record_read("open-case", on=case, by=stranger)
    assert identifiers_for(stranger, "I saw Philippa alone.") == ()


def test_looking_takes_few_queries(me, case, django_assert_num_queries):
    with django_assert_num_queries(10):
        identifiers_for(me, "I saw Philippa alone.")


def test_ordinary_words_beside_a_name_are_left_alone(me, case):
    assert identifiers_for(me, "The clinic was shut. Sister to sister, they talked.") == ()


def test_a_manager_is_warned_of_the_people_of_a_review_they_ran(client):
    """The reviewed adult, and who took part: the manager never opened the case."""
    manager, adult = factories.user(Role.MANAGER), factories.person(given_name="Philippa", family_name="Brackenbury")
    factories.case(person=adult)
    review = factories.review(adult)
    sister = {"name": "Bea Fairweather", "relationship": "Sister", "advocate": "Ida Speakwell"}
    add_participant(review=review, how="meets", by=factories.user(), **sister)
    text = "Philippa, Bea and Ida taught me to ask."
    assert identifiers_for(manager, text) == ()
    client.force_login(manager)
    client.get(reverse("review", args=[review.pk]))
    assert {one.words for one in identifiers_for(manager, text)} == {"Philippa", "Bea", "Ida"}
    assert identifiers_for(factories.user(Role.MANAGER), text) == ()


def test_a_referral_warns_of_what_it_says_itself_and_looks_up_no_case(me):
    adult = factories.person(given_name="Philippa", family_name="Brackenbury")
    theirs = factories.case(person=adult, reference="H-TEST-SECRET1")
    refer_for_review(by=me, about="Wilhelmina Cold, 84", died="yes", what_happened="x", why_together="y", case_reference=theirs.reference)
    found = {one.words for one in identifiers_for(me, f"Wilhelmina and Philippa, {theirs.reference}")}
    assert found == {"Wilhelmina", theirs.reference}


def test_the_writer_is_warned_and_decides(client, me, case):
    typed = {**TYPED, "learnt": "Philippa knew her own mind."}
    page = client.post(reverse("log-new"), typed).content.decode()
    assert "“Philippa” may be the name of somebody you have worked with" in page
    assert "Philippa knew her own mind." in page
    assert not LogEntry.objects.exists()
    client.post(reverse("log-new"), {**typed, "sure": "yes"})
    assert LogEntry.objects.get().learnt == "Philippa knew her own mind."


def test_words_without_a_name_are_saved_without_a_tick(client, me, case):
    assert "sure" not in client.get(reverse("log-new")).content.decode().split("<form")[1]
    client.post(reverse("log-new"), {**TYPED, "learnt": "She knew her own mind."})
    assert LogEntry.objects.count() == 1


def test_a_peer_is_warned_in_a_comment_too(client, me, case):
    owner = factories.user()
    share = share_entry(entry=factories.log_entry(owner), peer=me, by=owner)
    where = reverse("shared-entry", args=[share.pk])
    page = client.post(where, {"comment": "As with Philippa."}).content.decode()
    assert "“Philippa” may be the name" in page
    assert SharedEntry.objects.get().comment == ""
    client.post(where, {"comment": "As with Philippa.", "sure": "yes"})
    assert SharedEntry.objects.get().comment == "As with Philippa."


def test_nothing_of_the_case_is_kept_with_the_entry(client, me, case):
    client.post(reverse("log-new") + "?from=case-closed", {**TYPED, "started_from": "case-closed"})
    values = " ".join(str(value) for value in LogEntry.objects.values().get().values())
    assert case.reference not in values
    assert str(case.pk) not in values
    assert str(case.person_id) not in values

"""Who in this authority might be the same person, and what may be shown of them?"""

from datetime import date

import pytest

from heard.people.actions import add_person, details_of
from heard.people.queries import person_to_link, possible_matches
from heard.rules.search_keys import Details
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker():
    return factories.user(Role.DUTY_WORKER)


def _add(of, **details):
    return add_person(authority=of, by=None, **details)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        pytest.param(Details("Wisniewska", "Zofia"), "Same names, in another order", id="names in another order, without accents"),
        pytest.param(Details("Sofia", "Wisniewska"), "nearly the same", id="misspelt"),
        pytest.param(Details("Zofja", "Vishnevska", birth_date=date(1948, 11, 2)), "Same birth date", id="badly misspelt"),
        pytest.param(Details("Zofia", birth_date=date(1948, 2, 11)), "day and month exchanged", id="birth date typed the other way"),
        pytest.param(Details(nhs_number="943 476 5919"), "Same NHS number", id="NHS number alone"),
        pytest.param(Details("Zofia", postcode="zz9 9zz"), "Same postcode", id="first name and postcode"),
    ],
)
def test_found_by(worker, asked, reason):
    person = _add(
        worker.authority, given_name="Zofia", family_name="Wiśniewska", birth_date=date(1948, 11, 2), nhs_number="9434765919",
        postcode="ZZ9 9ZZ",
    )  # fmt: skip
    _add(worker.authority, given_name="Boris", family_name="Quill", birth_date=date(1970, 1, 1))
    found = possible_matches(worker, asked)
    assert [one.pk for one in found] == [person.pk]
    assert any(reason in said for said in found[0].match.reasons)


def test_nobody_in_another_authority_is_ever_offered(worker):
    elsewhere = _add(factories.authority("Otherham"), given_name="Ada", family_name="Lovejoy", nhs_number="9434765919")
    assert possible_matches(worker, details_of(elsewhere)) == []
    assert person_to_link(worker, str(elsewhere.pk)) is None


def test_only_enough_to_choose_is_given(worker):
    _add(worker.authority, given_name="Ada", family_name="Lovejoy", birth_date=date(1950, 3, 5), postcode="ZZ99 1AA", address="1 Test Road")
    (found,) = possible_matches(worker, Details("Ada", "Lovejoy"))
    assert (found.year_of_birth, found.birth_date_if_same, found.postcode_area) == (1950, None, "ZZ99")
    assert not hasattr(found, "address")


def test_an_nhs_number_is_found_among_many_of_the_same_name(worker, django_assert_num_queries):
    for _ in range(210):
        _add(worker.authority, given_name="John", family_name="Smith")
    right = _add(worker.authority, given_name="Jack", family_name="Jones", nhs_number="9434765919")
    with django_assert_num_queries(2):
        found = possible_matches(worker, Details("John", "Smith", nhs_number="9434765919"))
    assert found[0].pk == right.pk and len(found) == 10


def test_nobody_is_found_by_somebody_whose_access_has_ended(worker):
    person = _add(worker.authority, given_name="Ada", family_name="Lovejoy")
    worker.is_active = False
    assert possible_matches(worker, details_of(person)) == [] and person_to_link(worker, str(person.pk)) is None


@pytest.mark.parametrize("typed", ["", "not-an-id", None])
def test_an_id_that_is_none_is_nobody(worker, typed):
    assert person_to_link(worker, typed) is None

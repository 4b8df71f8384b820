"""Which accounts does an administrator see?"""

import pytest
from django.http import Http404

from heard.accounts import queries
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def elsewhere():
    return factories.authority("Elsewhere")


def test_an_administrator_sees_the_accounts_of_their_own_authority_only(elsewhere):
    administrator, near = factories.user(Role.ADMINISTRATOR), factories.user(Role.MANAGER)
    factories.user(Role.MANAGER, of=elsewhere, teams=[])
    assert set(queries.accounts_for(administrator)) == {administrator, near}


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_sees_any(role):
    assert not queries.accounts_for(factories.user(role)).exists()


def test_an_account_of_another_authority_is_not_found(elsewhere):
    far = factories.user(Role.MANAGER, of=elsewhere, teams=[])
    with pytest.raises(Http404):
        queries.account_for(factories.user(Role.ADMINISTRATOR), far.pk)


def test_teams_are_those_of_the_authority(elsewhere):
    near = factories.team("North team")
    factories.team("North team", of=elsewhere)
    assert list(queries.teams_for(factories.user(Role.ADMINISTRATOR))) == [near]


def test_an_address_is_taken_whoever_has_it_and_however_it_is_typed(elsewhere):
    far = factories.user(Role.MANAGER, of=elsewhere, teams=[])
    assert queries.email_is_taken(f" {far.email.upper()}")
    assert not queries.email_is_taken("nobody@heard.invalid")

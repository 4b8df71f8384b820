"""Do signing in and managing accounts do what they say, and write it down?"""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from heard.accounts import actions, links, queries
from heard.accounts.models import FailedSignIn
from heard.audit.models import Event
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECRET = "correct horse battery"


@pytest.fixture
def worker():
    user = factories.user(Role.SOCIAL_WORKER)
    user.set_password(SECRET)
    user.save()
    return user


@pytest.fixture
def administrator():
    return factories.user(Role.ADMINISTRATOR)


def fail(times: int, email: str, at: datetime = NOW) -> None:
    for _ in range(times):
        assert actions.try_sign_in(email=email, password="wrong", at=at) is None


def test_the_right_password_signs_in_however_the_address_is_typed(worker):
    assert actions.try_sign_in(email=f" {worker.email.upper()} ", password=SECRET, at=NOW) == worker
    event = Event.objects.get()
    assert (event.event, event.by, event.subject_id) == ("sign-in", worker, str(worker.pk))


def test_a_failure_is_written_down_without_the_address(worker):
    fail(1, worker.email)
    event = Event.objects.get()
    assert event.event == "sign-in-failed"
    assert worker.email not in str(event.detail)
    assert event.by is None


@pytest.mark.parametrize("known", [True, False], ids=["an address with an account", "an address nobody has"])
def test_the_sixth_try_within_a_minute_has_to_wait(worker, known):
    email = worker.email if known else "nobody@heard.invalid"
    fail(5, email)
    with pytest.raises(NotAllowed, match="Wait 1 minute, then try again"):
        actions.try_sign_in(email=email, password=SECRET, at=NOW + timedelta(seconds=30))


def test_after_the_wait_the_right_password_signs_in_and_the_count_starts_again(worker):
    fail(5, worker.email)
    assert actions.try_sign_in(email=worker.email, password=SECRET, at=NOW + timedelta(seconds=61)) == worker
    assert not FailedSignIn.objects.exists()


def test_one_address_waiting_does_not_hold_up_another(worker):
    fail(5, "nobody@heard.invalid")
    assert actions.try_sign_in(email=worker.email, password=SECRET, at=NOW) == worker


def test_who_has_no_access_cannot_sign_in(worker, administrator):
    actions.end_access(account=worker, by=administrator)
    assert actions.try_sign_in(email=worker.email, password=SECRET, at=NOW) is None


def test_ending_access_ends_the_session_at_once(worker, administrator):
    client = Client()
    client.force_login(worker)
    actions.end_access(account=worker, by=administrator)
    assert "_auth_user_id" in client.session
    assert client.get("/accounts").status_code == 302


def test_access_given_back_needs_a_new_password(worker, administrator):
    actions.end_access(account=worker, by=administrator)
    back = actions.give_access_back(account=worker, by=administrator)
    assert back.is_active
    assert back.access_ended_at is None
    assert not back.has_usable_password()


def test_nobody_ends_their_own_access(administrator):
    factories.user(Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed, match="your own"):
        actions.end_access(account=administrator, by=administrator)


def test_the_last_administrator_keeps_access_and_role(administrator):
    other = factories.user(Role.ADMINISTRATOR)
    actions.end_access(account=other, by=administrator)
    with pytest.raises(NotAllowed, match="only administrator"):
        actions.end_access(account=administrator, by=other)
    with pytest.raises(NotAllowed, match="only administrator"):
        actions.change_account(account=administrator, role=Role.MANAGER, teams=[], by=other)


def test_an_administrator_of_another_authority_does_not_count(administrator):
    factories.user(Role.ADMINISTRATOR, of=factories.authority("Elsewhere"), teams=[])
    assert queries.is_last_administrator(administrator)


def test_a_changed_role_and_teams_are_written_down_before_and_after(worker, administrator):
    south = factories.team("South team")
    changed = actions.change_account(account=worker, role=Role.MANAGER, teams=[south], by=administrator)
    assert (changed.role, list(changed.teams.all())) == (Role.MANAGER, [south])
    event = Event.objects.get()
    assert event.detail["role"] == ["social-worker", "safeguarding-manager"]
    assert event.detail["teams"][1] == [str(south.pk)]


def test_a_person_added_sets_their_password_once(administrator):
    account = actions.add_account(
        authority=administrator.authority, full_name="New Person", email=" New@Heard.invalid ", role=Role.DUTY_WORKER, teams=[],
        by=administrator,
    )  # fmt: skip
    link = links.link_for(account)
    assert (account.email, queries.account_of_link(link)) == ("new@heard.invalid", account)
    actions.set_password(account=account, password=SECRET)
    assert queries.account_of_link(link) is None
    assert actions.try_sign_in(email="new@heard.invalid", password=SECRET, at=NOW) == account


def test_a_link_runs_out(administrator, worker, settings):
    link = links.link_for(worker)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert queries.account_of_link(link) is None


@pytest.mark.parametrize("link", ["", "x", "x:y:z", "WyIxIiwiMiJd:1:2"], ids=["nothing", "a letter", "three parts", "unsigned"])
def test_what_is_not_a_link_is_no_account(link):
    assert queries.account_of_link(link) is None


def test_starting_the_password_again_ends_the_old_one_and_its_link(worker, administrator):
    old = links.link_for(worker)
    actions.start_password_again(account=worker, by=administrator)
    assert queries.account_of_link(old) is None
    assert actions.try_sign_in(email=worker.email, password=SECRET, at=NOW) is None


def test_ending_access_ends_an_unused_link(worker, administrator):
    link = links.link_for(worker)
    actions.end_access(account=worker, by=administrator)
    actions.give_access_back(account=worker, by=administrator)
    assert queries.account_of_link(link) is None


def test_a_team_is_added_and_written_down(administrator):
    team = actions.add_team(authority=administrator.authority, name=" East team ", by=administrator)
    assert team.name == "East team"
    assert Event.objects.get().event == "add-team"


def test_signing_out_is_written_down(worker):
    actions.sign_out(by=worker)
    assert Event.objects.get().event == "sign-out"

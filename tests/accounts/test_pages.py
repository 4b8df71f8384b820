"""Do the accounts' pages do what an administrator, and anybody signing in, needs of them?"""

import pytest
from django.test import Client

from heard.accounts import actions
from heard.accounts.links import link_for
from heard.accounts.models import User
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
SECRET = "correct horse battery"


@pytest.fixture
def worker():
    user = factories.user(Role.SOCIAL_WORKER)
    user.set_password(SECRET)
    user.save()
    return user


@pytest.fixture
def administrator(client):
    user = factories.user(Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def try_with(client, email, password, where="/sign-in"):
    return client.post(where, {"email": email, "password": password})


def test_signing_in_leads_to_the_page_asked_for_and_changes_the_session(client, worker):
    client.get("/sign-in")
    client.session["mark"] = 1
    before = client.session.session_key
    answer = try_with(client, worker.email, SECRET, "/sign-in?next=/cases/H-1")
    assert (answer.status_code, answer["Location"]) == (302, "/cases/H-1")
    assert client.session.session_key != before


@pytest.mark.parametrize("where", ["https://elsewhere.invalid/", "//elsewhere.invalid/", "javascript:alert(1)", "/\\elsewhere.invalid"])
def test_signing_in_never_leads_to_another_site(client, worker, where):
    answer = client.post("/sign-in", {"email": worker.email, "password": SECRET}, query_params={"next": where})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("known", [True, False], ids=["with a wrong password", "with an address nobody has"])
def test_failing_to_sign_in_tells_nobody_who_has_an_account(client, worker, known):
    page = try_with(client, worker.email if known else "nobody@heard.invalid", "wrong words entirely").content.decode()
    assert "The email address or the password is not right." in page
    assert "wrong words entirely" not in page


def test_too_many_tries_say_how_long_to_wait(client, worker):
    for _ in range(5):
        try_with(client, worker.email, "wrong")
    assert "Wait 1 minute, then try again" in try_with(client, worker.email, SECRET).content.decode()


def test_signing_out_ends_the_session(client, worker):
    client.force_login(worker)
    assert client.get("/sign-out").status_code == 200, "looking at the page signs nobody out"
    client.post("/sign-out")
    assert "_auth_user_id" not in client.session


def test_the_link_of_a_new_person_is_shown_once_and_lets_them_in(client, administrator):
    team = factories.team()
    answer = client.post(
        "/accounts/new", {"full_name": "New Person", "email": "new@heard.invalid", "role": "duty-worker", "teams": [str(team.pk)]}
    )
    account = User.objects.get(email="new@heard.invalid")
    assert list(account.teams.all()) == [team]
    page = client.get(answer["Location"]).content.decode()
    link = page.split("http://testserver")[1].split("<")[0].strip()
    assert "shown already" in client.get(answer["Location"]).content.decode()
    theirs = Client()
    assert theirs.get(link).status_code == 200
    assert theirs.post(link, {"password": SECRET})["Location"] == "/sign-in"
    assert theirs.get(link).status_code == 404
    assert try_with(theirs, "new@heard.invalid", SECRET).status_code == 302


def test_a_password_must_be_long_enough(client, worker):
    page = client.post(f"/set-password/{link_for(worker)}", {"password": "short"}).content.decode()
    assert "at least 12 characters" in page
    assert "There is a problem" in page


def test_an_address_that_is_taken_is_said_so(client, administrator, worker):
    page = client.post("/accounts/new", {"full_name": "A B", "email": worker.email.upper(), "role": "duty-worker"}).content.decode()
    assert "Somebody already has an account with this email address" in page


def test_a_changed_role_is_shown(client, administrator, worker):
    client.post(f"/accounts/{worker.pk}/change", {"role": "board-analyst"})
    assert "Board analyst" in client.get(f"/accounts/{worker.pk}").content.decode()


def test_a_team_of_another_authority_cannot_be_given(client, administrator, worker):
    far = factories.team("Far team", of=factories.authority("Elsewhere"))
    page = client.post(f"/accounts/{worker.pk}/change", {"role": "social-worker", "teams": [str(far.pk)]}).content.decode()
    assert "There is a problem" in page
    assert far not in worker.teams.all()


def test_the_only_administrator_is_told_why_they_cannot_end_their_access(client, administrator):
    answer = client.post(f"/accounts/{administrator.pk}/end")
    assert answer.status_code == 409
    assert "You cannot end your own access" in answer.content.decode()


def test_a_refused_change_of_role_keeps_the_form(client, administrator):
    page = client.post(f"/accounts/{administrator.pk}/change", {"role": "duty-worker"}).content.decode()
    assert "This is the only administrator" in page


def test_ended_access_can_be_given_back_by_a_new_link(client, administrator, worker):
    client.post(f"/accounts/{worker.pk}/end")
    worker.refresh_from_db()
    assert not worker.is_active
    client.post(f"/accounts/{worker.pk}/new-link")
    worker.refresh_from_db()
    assert worker.is_active
    assert not worker.has_usable_password()


def test_an_account_elsewhere_is_not_found(client, administrator):
    far = factories.user(Role.MANAGER, of=factories.authority("Elsewhere"), teams=[])
    for end in ("", "/change", "/end", "/new-link", "/link"):
        assert client.get(f"/accounts/{far.pk}{end}").status_code == 404


def test_a_team_is_added_once(client, administrator):
    client.post("/accounts/teams/new", {"name": "South team"})
    assert "South team" in client.get("/accounts").content.decode()
    assert "There is already a team with this name" in client.post("/accounts/teams/new", {"name": "south TEAM"}).content.decode()


def test_a_long_list_is_on_several_pages_and_asks_the_database_no_more(client, administrator, django_assert_max_num_queries):
    for _ in range(30):
        factories.user(Role.DUTY_WORKER)
    with django_assert_max_num_queries(12):
        page = client.get("/accounts").content.decode()
    assert "page=2" in page


def test_who_may_not_is_told_whom_to_ask(client, worker):
    client.force_login(worker)
    answer = client.get("/accounts")
    assert answer.status_code == 403
    assert "Ask an administrator." in answer.content.decode()


def test_a_form_without_its_token_never_gives_back_a_password(worker):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/sign-in", {"email": "somebody@heard.invalid", "password": "my secret words"})
    assert answer.status_code == 403
    assert "my secret words" not in answer.content.decode()


def test_a_page_that_is_not_there_says_so_in_plain_words(client):
    answer = client.get("/no-such-page")
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


def test_a_page_that_breaks_says_what_is_kept_and_names_nobody(client, worker, monkeypatch):
    client.force_login(worker)
    client.raise_request_exception = False
    monkeypatch.setattr(actions, "sign_out", lambda **_: 1 / 0)
    answer = client.post("/sign-out")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
    assert worker.full_name not in answer.content.decode()

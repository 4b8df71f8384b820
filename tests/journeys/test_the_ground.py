"""Does the ground the journeys stand on hold: a server, its database, and a browser that tells of faults?"""

from heard.accounts.models import User
from heard.rules.vocabulary.people_who_use_heard import Role
from tests.journeys.steps import given_i_am, when_i_go_to


def test_what_the_test_makes_the_server_sees(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    assert User.objects.get().pk == me.pk
    when_i_go_to(page, "/")


def test_no_page_may_be_kept_by_the_browser(page):
    answer = page.goto("/no-such-page")
    assert (answer.status, answer.headers["cache-control"]) == (404, "no-store, private")
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_a_request_to_another_host_is_blocked_and_fails_the_test(page, faults):
    page.goto("/no-such-page")
    page.evaluate("fetch('https://elsewhere.invalid/').catch(() => 0)")
    page.wait_for_timeout(300)
    assert any("Content-Security-Policy" in one for one in faults)
    faults.clear()


def test_an_error_in_a_script_fails_the_test(page, faults):
    page.goto("/no-such-page")
    page.evaluate("setTimeout(() => { throw new Error('broken') })")
    page.wait_for_timeout(300)
    assert any("broken" in one for one in faults)
    faults.clear()

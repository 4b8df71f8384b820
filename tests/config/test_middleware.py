"""What may a browser keep, and what may a page load?"""

import pytest
from django.test import RequestFactory

from heard.cases.reading import WhyNeeded
from heard.config.middleware import AskWhyOpening
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/sign-in", "/no-such-page", "/accounts"])
def test_no_page_is_kept_by_a_browser_or_a_proxy(client, path):
    assert client.get(path).headers["Cache-Control"] == "no-store, private"


def test_every_page_says_that_nothing_comes_from_elsewhere(client):
    policy = client.get("/sign-in").headers["Content-Security-Policy"]
    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert part in policy
    assert "unsafe" not in policy


def test_every_page_refuses_frames_sniffing_and_sending_its_address_elsewhere(client):
    headers = client.get("/sign-in").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_who_has_no_role_on_a_case_is_asked_why_and_led_back(settings):
    case = factories.case()
    request = RequestFactory().get(f"/cases/{case.reference}?tab=risks")
    answer = AskWhyOpening(lambda request: None).process_exception(request, WhyNeeded(case))
    assert answer.status_code == 302
    assert answer["Location"] == f"/cases/{case.reference}/why?next=%2Fcases%2F{case.reference}%3Ftab%3Drisks"


def test_a_colleague_who_opens_a_case_is_asked_why(client):
    enquiry = factories.enquiry()
    client.force_login(factories.user(Role.SOCIAL_WORKER))
    answer = client.get(f"/cases/{enquiry.case.reference}")
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/cases/{enquiry.case.reference}/why?next=")


def test_any_other_fault_is_left_alone():
    assert AskWhyOpening(lambda request: None).process_exception(RequestFactory().get("/"), ValueError()) is None

"""Does what an adult says on their own page stand before everything else: on my work, the duties, the team's picture and the case page?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.cases.models import Task
from heard.casework.queries.my_work import SHOWN
from heard.rights.models import SubstantialDifficulty
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.rights import DifficultyArea
from tests import factories
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db
NOT_SAFE = "Somebody says that they do not feel safe"


@pytest.fixture
def enquiry():
    return factories.enquiry()


def seen(client, user, name, *args):
    client.force_login(user)
    return client.get(reverse(name, args=args)).content.decode()


def overdue(case, **fields):
    defaults = {"kind": "review-plan", "due_on": date(2026, 3, 1)}
    return Task.objects.create(authority=case.authority, case=case, **{**defaults, **fields})


@pytest.mark.parametrize("name", ["home", "duties", "team"])
def test_not_safe_heads_every_list_of_whoever_may_see_the_case(client, enquiry, name):
    manager = factories.user(Role.MANAGER)
    assert NOT_SAFE not in seen(client, manager, name)
    browser, _ = opened(enquiry)
    browser.post("/p/now/today", {"feeling": "not-safe", "words": "He came to the door."})
    page = seen(client, manager, name)
    assert NOT_SAFE in page and reverse("own-pages", args=[enquiry.case.reference]) in page and "He came to the door." not in page
    elsewhere = factories.user(Role.MANAGER, of=factories.authority("Elsewhere"))
    assert NOT_SAFE not in seen(client, elsewhere, name)


def test_what_they_said_comes_before_what_is_overdue_and_leads_to_it(client, enquiry):
    overdue(enquiry.case)
    browser, _ = opened(enquiry)
    browser.post("/p/now/stop", {"words": "I have had enough."})
    page = seen(client, enquiry.lead, "home")
    assert page.index("They said stop") < page.index("Review the safeguarding plan")
    assert reverse("own-pages", args=[enquiry.case.reference]) in page and reverse("plan", args=[enquiry.case.reference]) in page


def test_all_that_i_am_to_do_is_one_link_away_page_by_page(client, enquiry):
    for _ in range(SHOWN):
        overdue(enquiry.case)
    assert reverse("to-do") not in seen(client, enquiry.lead, "home")
    overdue(enquiry.case, kind="tell-the-referrer", due_on=date(2026, 5, 1), subject_id=enquiry.concern_id)
    assert reverse("to-do") in seen(client, enquiry.lead, "home")
    page = seen(client, enquiry.lead, "to-do")
    assert "26 things to do" in page and "page=2" in page and "Tell the person" not in page
    second = client.get(reverse("to-do"), {"page": "2"}).content.decode()
    assert reverse("tell-referrer", args=[enquiry.concern.reference]) in second
    assert "Nothing is due." in seen(client, factories.user(teams=[factories.team("South team")]), "to-do")


def test_the_case_page_quotes_them_and_puts_them_first(client, enquiry):
    overdue(enquiry.case, kind="read-further-information", subject_id=enquiry.concern_id)
    browser, _ = opened(enquiry)
    browser.post("/p/now/stop", {"words": "I have had enough."})
    browser.post("/p/now/today", {"feeling": "not-safe", "words": "He came to the door."})
    page = seen(client, enquiry.lead, "case", enquiry.case.reference)
    words, needs = page[page.index('id="in-their-words"') :], page[page.index('id="needs-next"') :]
    assert "He came to the door." in words and "I have had enough." in words and "on their own page" in words
    assert needs.index("They do not feel safe") < needs.index("They said stop") < needs.index("Read what was added")
    assert reverse("concern", args=[enquiry.concern.reference]) in needs
    duties = seen(client, enquiry.lead, "case-duties", enquiry.case.reference)
    assert duties.index("They do not feel safe") < duties.index("They said stop") < duties.index('id="owed"')


def test_what_nobody_has_recorded_is_named_though_nothing_owes_it(client, enquiry):
    page = seen(client, enquiry.lead, "case", enquiry.case.reference)
    assert "Nobody has recorded yet:" in page and reverse("difficulty", args=[enquiry.case.reference]) in page
    factories.safe_contact_card(enquiry.case.person)
    areas = {area: {"answer": "no", "words": ""} for area in DifficultyArea}
    SubstantialDifficulty.objects.create(
        authority=enquiry.authority, case=enquiry.case, areas=areas, considered_on=date(2026, 3, 5), recorded_by=enquiry.lead
    )
    assert "Nobody has recorded yet:" not in seen(client, enquiry.lead, "case", enquiry.case.reference)

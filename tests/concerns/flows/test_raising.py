"""Does a concern go from the first question to the duty list, once, whole, and by whoever it was?"""

import re
from itertools import product

import pytest
from django.core.cache import cache
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.models import Concern, Task
from heard.concerns.flows.raising import PUBLIC_FORM, STAFF_FORM
from heard.concerns.models import FurtherInformation
from heard.concerns.queries.duty_list import concerns_waiting_for
from heard.flows.models import Draft
from heard.flows.walk import walk
from heard.rules.vocabulary.concern import Agreement
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
AT_MOST = 10
FEWEST = {"1": {}, "2": {}, "3": {"description": "She is hungry."}, "4": {"address": "Flat 3"}, "7": {"answer": "not-asked"}}


@pytest.fixture(autouse=True)
def council():
    cache.clear()
    return factories.authority()


def pages_shown(**said) -> list[str]:
    values = {page.slug: {"values": {name: [value] for name, value in said.items()}} for page in PUBLIC_FORM.pages}
    return [step.page.slug for step in walk(PUBLIC_FORM, values, about=None, user=None).steps]


def post(client, page: str, **answers):
    return client.post(f"/form/testshire/{page}", answers)


def fill_in(client, pages: dict[str, dict] = FEWEST) -> None:
    for page, answers in pages.items():
        assert post(client, page, **answers).status_code == 302


def send(client):
    return client.post("/form/testshire/check")


@pytest.mark.parametrize(("about", "answer"), list(product(("", "me", "somebody-else"), ("", *Agreement))))
def test_never_more_than_ten_pages_before_check_your_answers(about, answer):
    assert len(pages_shown(about=about, answer=answer, danger="now")) <= AT_MOST


def test_the_adult_is_not_asked_whether_they_agreed_nor_who_they_are_twice():
    assert pages_shown(about="me", answer="refused") == ["1", "2", "3", "4", "5", "6", "9"]


@pytest.mark.parametrize(("answer", "asked"), [("agreed", False), ("refused", True), ("not-asked", True), ("unable", True)])
def test_a_reason_is_asked_only_without_agreement(answer, asked):
    assert ("8" in pages_shown(about="somebody-else", answer=answer)) is asked


def test_the_first_page_is_the_danger_and_it_is_the_address_of_the_form(client):
    shown = client.get("/form/testshire/").content.decode()
    assert "In an emergency call 999" in shown
    assert "call 101" in shown
    assert 'name="danger"' in shown
    assert not Draft.objects.exists()


def test_addresses_and_titles_say_nothing(client):
    fill_in(client, {**FEWEST, "2": {"about": "me"}})
    for page in PUBLIC_FORM.pages:
        assert page.slug.isdecimal()
        shown = client.get(f"/form/testshire/{page.slug}", follow=True).content.decode()
        assert re.search(r"<title>\s*(Page \d+|Check your answers) - Heard\s*</title>", shown)


@pytest.mark.parametrize("page", [page.slug for page in PUBLIC_FORM.pages])
def test_every_page_says_not_sent_who_to_ring_how_to_leave_and_when_it_is_deleted(client, page):
    fill_in(client)
    shown = client.get(f"/form/testshire/{page}").content.decode()
    for words in ("This has not been sent yet", "01632 960001", "Exit this page quickly", "it is deleted on", "Privacy notice",
                  "Accessibility statement"):  # fmt: skip
        assert words in shown


def test_three_answers_are_enough_and_nobody_need_say_who_they_are(client):
    fill_in(client)
    assert send(client).url == "/form/testshire/done"
    concern = Concern.objects.get()
    assert (concern.channel, concern.danger, concern.recorded_by) == ("public", "", None)
    assert (concern.case.person.address, concern.reports.get().raised_by) == ("Flat 3", "")


def test_the_end_gives_the_reference_and_says_when_it_is_read(client):
    fill_in(client)
    send(client)
    shown = client.get("/form/testshire/done").content.decode()
    for words in (Concern.objects.get().reference, "Concerns are read from 9am", "01632 960002", "18000", "What happens next"):
        assert words in shown
    assert "She is hungry" not in shown


def test_before_sending_it_says_when_it_is_read(client):
    fill_in(client, {**FEWEST, "1": {"danger": "now"}})
    shown = client.get("/form/testshire/check").content.decode()
    for words in ("Concerns are read from 9am", "01632 960002", "18000", "somebody is in danger now", "This has not been sent yet"):
        assert words in shown


@pytest.mark.parametrize("page", ["", "3", "check"])
def test_a_page_asks_the_database_little(client, page, django_assert_max_num_queries):
    fill_in(client)
    with django_assert_max_num_queries(12):
        client.get(f"/form/testshire/{page}")


def test_sent_twice_is_one_concern(client):
    fill_in(client)
    assert send(client).url == send(client).url
    assert Concern.objects.count() == 1


def test_a_user_signed_in_on_that_browser_is_nobody_in_a_public_concern(client):
    client.force_login(factories.user(Role.SOCIAL_WORKER))
    fill_in(client)
    send(client)
    assert Concern.objects.get().recorded_by is None
    assert not Event.objects.exclude(by=None).exists()


def test_no_such_council_is_not_found(client):
    assert client.get("/form/nowhere/").status_code == 404
    assert client.post("/form/nowhere/1", {"danger": "now"}).status_code == 404
    assert client.get("/privacy/nowhere").status_code == 404


def test_a_form_belongs_to_the_council_of_its_address(client):
    factories.authority("Elsewhere")
    fill_in(client)
    assert client.get("/form/elsewhere/check").content.decode().count("She is hungry") == 0
    send(client)
    assert Concern.objects.get().authority.slug == "testshire"


def test_danger_now_goes_to_the_top_of_the_duty_list(client):
    worker = factories.user(Role.DUTY_WORKER)
    factories.concern(danger="soon")
    fill_in(client, {**FEWEST, "1": {"danger": "now"}})
    send(client)
    assert concerns_waiting_for(worker)[0].danger == "now"


def test_what_is_added_reaches_the_case_and_nothing_is_shown_back(client):
    fill_in(client)
    send(client)
    page = client.get("/form/testshire/add")
    assert "She is hungry" not in page.content.decode()
    client.post("/form/testshire/add", {"words": "He came back.", "_once": "a"})
    client.post("/form/testshire/add", {"words": "He came back.", "_once": "a"})
    added, task = FurtherInformation.objects.get(), Task.objects.get()
    assert (added.concern, added.words, task.case) == (Concern.objects.get(), "He came back.", Concern.objects.get().case)
    assert "He came back" not in client.get("/form/testshire/added").content.decode()


def test_a_flood_is_slowed_and_the_answers_stand_on_the_page_that_says_wait(client):
    for _ in range(20):
        client.cookies.clear()
        post(client, "1", danger="no")
    client.cookies.clear()
    slowed = post(client, "3", description="She is hungry.")
    assert slowed.status_code == 429
    assert "She is hungry." in slowed.content.decode()
    assert "01632 960001" in slowed.content.decode()


def test_children_are_taken_and_the_way_to_childrens_services_is_shown(client):
    fill_in(client, {**FEWEST, "5": {"may_be_under_18": "yes", "child_in_household": "yes"}})
    for page in ("6", "check"):
        assert "01632 960003" in client.get(f"/form/testshire/{page}").content.decode()
    send(client)
    report = Concern.objects.get().reports.get()
    assert (report.may_be_under_18, report.child_in_household) == (True, "yes")


def test_a_child_telling_about_themselves_is_spoken_to(client):
    fill_in(client, {**FEWEST, "2": {"about": "me"}, "5": {"may_be_under_18": "yes"}})
    for page in ("6", "check"):
        shown = client.get(f"/form/testshire/{page}").content.decode()
        assert "Because you are under 18" in shown and "0800 1111" in shown and "You told us that a child" not in shown
    send(client)
    assert "0800 1111" in client.get("/form/testshire/done").content.decode()


def test_the_receipt_holds_the_reference_and_nothing_of_the_adult(client):
    fill_in(client)
    assert client.get("/form/testshire/receipt").url == "/form/testshire/"
    send(client)
    shown = client.get("/form/testshire/receipt").content.decode()
    assert Concern.objects.get().reference in shown
    assert "hungry" not in shown
    assert "Flat 3" not in shown


def test_anybody_finds_each_councils_form_and_staff_the_way_in(client):
    factories.authority("Elsewhere")
    shown = client.get(reverse("public-start")).content.decode()
    assert 'href="/form/testshire/"' in shown
    assert 'href="/form/elsewhere/"' in shown
    assert 'href="/sign-in"' in shown
    assert 'href="/learning/what-is-safeguarding/easy-read"' in shown.split("If you work with adults")[0]


def test_who_goes_back_to_the_beginning_finds_a_heading_and_the_way_on(client):
    fill_in(client)
    shown = client.get("/form/testshire/").content.decode()
    assert '<h1 class="govuk-heading-l">Go on telling us what is worrying you</h1>' in shown
    assert "Go on with what you began" in shown and "<title>Page 1" in shown


def test_the_council_may_have_a_notice_of_its_own(client, council):
    assert "This is a template" in client.get("/privacy/testshire").content.decode()
    assert "This is a template" in client.get("/accessibility/testshire").content.decode()
    council.privacy_url = "https://council.invalid/privacy"
    council.save()
    assert 'href="https://council.invalid/privacy"' in client.get("/form/testshire/").content.decode()


class TestStaff:
    """A member of staff, signed in."""

    @pytest.fixture
    def worker(self, client):
        me = factories.user(Role.DUTY_WORKER, full_name="Dora Duty")
        client.force_login(me)
        return me

    def raised(self, client, **pages) -> Concern:
        typed = {
            "concern": {"about": "mine", "danger": "no", "description": "Bruises."}, "adult": {"family_name": "Example"}, "words": {},
            "agreement": {"answer": "agreed"}, **pages,
        }  # fmt: skip
        where, first, *others = "new", *typed.items()
        address = client.post(f"/raise-concern/{where}/{first[0]}", first[1]).url
        for page, answers in others:
            base = address.rsplit("/", 1)[0]
            assert client.post(f"{base}/{page}", answers).status_code == 302
        client.post(f"{base}/check")
        return Concern.objects.first()

    def test_their_own_concern_names_them(self, client, worker):
        concern = self.raised(client)
        report = concern.reports.get()
        assert (concern.channel, concern.recorded_by, report.raised_by, report.raised_by_name) == ("staff", worker, "council", "Dora Duty")

    def test_somebody_elses_by_telephone_names_the_caller(self, client, worker):
        said = {"about": "somebody-else", "told_by_phone": "yes", "danger": "no", "description": "Bruises."}
        concern = self.raised(client, concern=said, referrer={"raised_by": "housing", "raised_by_name": "Hugh Warden"})
        report = concern.reports.get()
        assert (report.told_by_phone, report.raised_by, report.raised_by_name) == (True, "housing", "Hugh Warden")

    def test_the_adults_own_words_taken_down_are_agreed_and_not_asked(self, client, worker):
        said = {"about": "the-adult", "danger": "no", "description": "He hits me."}
        concern = self.raised(client, concern=said)
        assert (concern.reports.get().raised_by, concern.agreements.get().answer) == ("adult", "agreed")

    def test_without_a_reason_it_is_not_sent_and_is_kept(self, client, worker):
        assert self.raised(client, agreement={"answer": "refused"}) is None
        assert Draft.objects.get().data
        concern = self.raised(client, agreement={"answer": "refused"}, reason={"ground": "crime", "reason_words": "Theft."})
        agreement = concern.agreements.get()
        assert (agreement.ground, agreement.ground_words) == ("crime", "Theft.")

    def test_five_pages_or_six(self):
        assert len(STAFF_FORM.pages) == 6

    @pytest.mark.parametrize(("role", "status"), [(Role.ANALYST, 403), (Role.ADMINISTRATOR, 403), (Role.SOCIAL_WORKER, 302)])
    def test_only_who_may(self, client, role, status):
        client.force_login(factories.user(role))
        assert client.get("/raise-concern/").status_code == status

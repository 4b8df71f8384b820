"""How does somebody leave quickly, come back with their code, and add what they forgot?"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from heard.audit.models import Event
from heard.flows import actions, limits
from heard.flows.codes import code_for
from heard.flows.models import Draft, Tally
from tests import factories
from tests.flows import toy
from tests.flows.conftest import CAKE, fill_in

NEUTRAL = "The reference or the code is not right"


def come_back(client, reference, code):
    return client.post(CAKE + "resume", {"reference": reference, "code": code})


@pytest.fixture
def elsewhere():
    """Another browser."""
    from django.test import Client

    return Client()


def test_the_code_is_kept_nowhere(begun):
    code = code_for(begun.seed)
    assert code not in str(Draft.objects.values().get()) and code.replace("-", "") not in str(Draft.objects.values().get())


def test_the_reference_and_code_open_the_draft_in_another_browser_however_they_are_typed(client, begun, elsewhere):
    client.post(CAKE + "icing", {"icing": "lemon"})
    code = code_for(begun.seed).lower().replace("-", " ")
    answer = come_back(elsewhere, f" {begun.reference.lower()} ", code)
    assert answer.status_code == 302 and "lemon" in elsewhere.get(CAKE + "icing").content.decode()


def test_an_earlier_secret_still_opens_it(begun, elsewhere, settings):
    code = code_for(begun.seed)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a newer secret", [settings.SECRET_KEY]
    assert come_back(elsewhere, begun.reference, code).status_code == 302


@pytest.mark.parametrize("reference", ["right", "2222-2222", "", "'; drop table"])
def test_every_wrong_try_has_the_same_answer(begun, elsewhere, reference):
    shown = come_back(elsewhere, begun.reference if reference == "right" else reference or "-", "2222-2222").content.decode()
    assert NEUTRAL in shown and "heard-form" not in elsewhere.cookies


def test_a_code_for_another_councils_form_opens_nothing(client, begun, elsewhere):
    factories.authority("Elsewhere")
    answer = elsewhere.post("/elsewhere/cake/resume", {"reference": begun.reference, "code": code_for(begun.seed)})
    assert NEUTRAL in answer.content.decode()


def test_a_guesser_is_stopped_for_a_while_for_real_and_unreal_references_alike(begun, elsewhere):
    for reference in (begun.reference, "2222-3333"):
        shown = [come_back(elsewhere, reference, "2222-2222").content.decode() for _ in range(limits.WRONG_FOR_REFERENCE + 1)]
        assert all(NEUTRAL in one for one in shown[:-1]) and "too many tries" in shown[-1]
    assert "too many tries" in come_back(elsewhere, begun.reference, code_for(begun.seed)).content.decode()
    Tally.objects.update(ends_at=timezone.now())
    assert come_back(elsewhere, begun.reference, code_for(begun.seed)).status_code == 302


def test_a_guesser_of_many_references_is_stopped_by_address(begun, elsewhere):
    for number in range(limits.WRONG_FROM_ADDRESS):
        come_back(elsewhere, f"2222-{number + 2222}".translate(str.maketrans("01", "XY")), "2222-2222")
    assert "too many tries" in come_back(elsewhere, begun.reference, code_for(begun.seed)).content.decode()


def test_no_address_is_kept(client, begun):
    assert all(re.fullmatch("[0-9a-f]{64}", key) for key in Tally.objects.values_list("key", flat=True))


def test_leaving_ends_the_hold_and_back_shows_nothing(client, begun):
    client.post(CAKE + "icing", {"icing": "lemon"})
    held = client.cookies["heard-form"].value
    answer = client.post(CAKE + "leave")
    assert answer.status_code == 303 and "no-store" in answer.headers["Cache-Control"]
    assert answer.cookies["heard-form"]["max-age"] == 0 and answer.cookies["csrftoken"]["max-age"] == 0
    for address in ("icing", "check", "saved", "done"):
        assert "lemon" not in client.get(CAKE + address, follow=True).content.decode()
    client.cookies["heard-form"] = held
    assert "Nothing is open here" in client.get(CAKE + "icing").content.decode(), "an old cookie opens nothing"


def test_after_leaving_the_code_opens_it_again(client, begun):
    client.post(CAKE + "icing", {"icing": "lemon"})
    client.post(CAKE + "leave")
    come_back(client, begun.reference, code_for(begun.seed))
    assert "lemon" in client.get(CAKE + "icing").content.decode()


def test_the_page_after_leaving_says_nothing(client, council):
    shown = client.get(CAKE + "page").content.decode()
    assert "Heard" not in shown and "cake" not in shown.lower() and "refresh" not in shown


def test_the_page_after_leaving_goes_on_to_the_councils_choice(client, council):
    council.exit_url = "https://www.bbc.co.uk/weather"
    council.save()
    assert 'content="0; url=https://www.bbc.co.uk/weather"' in client.get(CAKE + "page").content.decode()


def test_leaving_needs_a_press(client, begun):
    assert client.get(CAKE + "leave").status_code == 405


class TestAdding:
    @pytest.fixture(autouse=True)
    def sent(self, client, begun):
        fill_in(client)
        client.post(CAKE + "check")
        self.draft = begun

    def test_after_sending_the_code_only_adds_and_shows_nothing(self, elsewhere):
        answer = come_back(elsewhere, self.draft.reference, code_for(self.draft.seed))
        assert answer.headers["Location"] == CAKE + "add"
        shown = elsewhere.get(CAKE + "add").content.decode()
        assert "lemon" not in shown and "What do you want to add?" in shown

    def test_words_are_added_once_and_a_receipt_is_all_that_is_shown(self, client):
        once = client.get(CAKE + "add").content.decode().split('name="_once" value="')[1].split('"')[0]
        for _ in range(2):
            answer = client.post(CAKE + "add", {"words": "With nuts", "_once": once})
        assert toy.ADDED == ["With nuts"] and answer.headers["Location"] == CAKE + "added"
        assert "With nuts" not in client.get(CAKE + "added").content.decode()
        assert "nuts" not in str(Draft.objects.values().get())

    def test_an_empty_addition_is_asked_for_again(self, client):
        assert "Write what you want to add" in client.post(CAKE + "add", {"words": " "}).content.decode()


class TestFlood:
    @pytest.fixture(autouse=True)
    def many_from_one_address(self, client, council, monkeypatch):
        monkeypatch.setattr(limits, "NEW_FORMS", 0)

    def test_a_new_form_waits_and_then_begins(self, client, monkeypatch):
        answer = client.post(CAKE)
        assert answer.status_code == 429 and answer.headers["Retry-After"] == "10" and "01632" in answer.content.decode()
        token = answer.content.decode().split('name="_waited" value="')[1].split('"')[0]
        early = client.post(CAKE, {"_waited": token})
        assert early.status_code == 429 and token in early.content.decode(), "pressing early does not start the wait again"
        monkeypatch.setattr(limits, "WAIT_SECONDS", 0)
        assert client.post(CAKE, {"_waited": token}).status_code == 302
        assert client.post(CAKE, {"_waited": token}).status_code == 429, "one wait begins one form"

    def test_words_without_a_draft_wait_in_the_page_itself(self, client):
        shown = client.post(CAKE + "story", {"story": "do <not>\nlose this"}).content.decode()
        assert "do &lt;not&gt;\nlose this</textarea>" in shown

    def test_a_form_already_begun_is_never_slowed(self, client, monkeypatch):
        monkeypatch.setattr(limits, "NEW_FORMS", 1)
        client.post(CAKE)
        monkeypatch.setattr(limits, "NEW_FORMS", 0)
        fill_in(client)
        assert client.post(CAKE + "check").status_code == 302 and len(toy.SENT) == 1


def test_the_address_is_the_one_our_own_proxy_saw(rf, settings):
    request = rf.get("/", headers={"X-Forwarded-For": "6.6.6.6, 1.2.3.4"})
    assert limits.sender(request) == "127.0.0.1"
    settings.HEARD_PROXIES = 1
    assert limits.sender(request) == "1.2.3.4"


def test_expired_drafts_are_deleted_and_only_their_number_is_written_down(client, begun):
    later = timezone.now() + timedelta(days=15)
    assert actions.delete_expired_drafts(now=later) == 1 and not Draft.objects.exists()
    event = Event.objects.get(event="unsent-drafts-deleted")
    assert event.detail == {"count": 1} and event.subject_id == ""


def test_beginning_a_form_deletes_what_has_expired_at_most_once_an_hour(client, begun, elsewhere):
    Draft.objects.update(expires_at=timezone.now())
    elsewhere.post(CAKE)
    assert Draft.objects.filter(pk=begun.pk).exists(), "an hour has not passed since the first was begun"
    Tally.objects.all().delete()
    elsewhere.post(CAKE)
    assert not Draft.objects.filter(pk=begun.pk).exists()


def test_a_draft_lives_as_long_after_its_last_change_as_the_page_says(client, begun, settings):
    settings.HEARD_DRAFT_DAYS = 3
    client.post(CAKE + "icing", {"icing": "lemon"})
    draft = Draft.objects.get()
    assert timedelta(days=2, hours=23) < draft.expires_at - timezone.now() <= timedelta(days=3)
    assert actions.delete_expired_drafts() == 0


def test_a_sent_form_is_not_deleted_so_that_information_can_still_be_added(client, begun):
    fill_in(client)
    client.post(CAKE + "check")
    actions.delete_expired_drafts(now=timezone.now() + timedelta(days=400))
    assert Draft.objects.get().is_sent


class TestExpired:
    @pytest.fixture(autouse=True)
    def checked(self, settings):
        settings.CSRF_FAILURE_VIEW = "heard.flows.pages.expired.form_expired"

    def post(self, council, **headers):
        from django.test import Client

        return Client(enforce_csrf_checks=True, headers=headers).post(CAKE + "story", {"story": "keep\nthis"})

    def test_words_on_a_page_open_too_long_go_on_with_one_press(self, council):
        shown = self.post(council).content.decode()
        assert "keep\nthis</textarea>" in shown and "csrfmiddlewaretoken" in shown and "01632" in shown

    def test_words_from_another_site_are_not_taken(self, council):
        assert "keep" not in self.post(council, Origin="https://elsewhere.example").content.decode()

    def test_a_password_is_not_put_into_a_page(self, council):
        from django.test import Client

        shown = Client(enforce_csrf_checks=True).post(CAKE + "story", {"new_password": "open sesame"})
        assert "sesame" not in shown.content.decode()

"""How does somebody begin a form, answer a page, and have it saved as they type?"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from heard.flows.models import Draft
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.flows.conftest import CAKE, GOOD, fill_in


def test_starting_shows_the_reference_and_the_code_before_the_first_page(client, council):
    shown = client.post(CAKE, follow=True).content.decode()
    draft = Draft.objects.get()
    assert draft.reference in shown and "Code" in shown and 'href="/testshire/cake/who"' in shown


def test_a_look_at_the_start_begins_nothing(client, council):
    assert client.get(CAKE).status_code == 200
    assert not Draft.objects.exists()


def test_an_unknown_council_is_not_found(client, council):
    assert client.get("/nowhere/cake/").status_code == 404


def test_a_page_asks_one_thing_with_its_question_as_the_heading(client, begun):
    shown = client.get(CAKE + "who").content.decode()
    assert shown.count("<h1") == 1 and "Who is the cake for?" in shown
    assert "This has not been sent yet" in shown and "Exit this page quickly" in shown


@pytest.mark.parametrize("address", ["", "who", "check", "saved", "resume", "done", "add", "added", "page"])
def test_nothing_is_kept_by_the_browser(client, begun, address):
    assert "no-store" in client.get(CAKE + address).headers["Cache-Control"]


def test_a_good_answer_leads_to_the_next_page(client, begun):
    assert client.post(CAKE + "who", {"who": "me"}).headers["Location"] == CAKE + "icing"


def test_a_wrong_answer_is_kept_and_said(client, begun):
    answer = client.post(CAKE + "story", {"story": "", "day-day": "31", "day-month": "2", "day-year": "2026"})
    shown = answer.content.decode()
    assert "Enter what the cake is for" in shown and "The day must be a real date" in shown and "<title>Error: " in shown
    assert 'value="31"' in client.get(CAKE + "story").content.decode()


def test_a_page_that_an_earlier_answer_made_wrong_opens_without_the_errors_of_before(client, begun):
    client.post(CAKE + "who", {"who": "me"})
    client.post(CAKE + "icing", {"icing": "x" * 5000})
    assert "There is a problem" in client.get(CAKE + "icing").content.decode()
    onward = client.post(CAKE + "who", {"who": "other", "name": "Mo"}).headers["Location"]
    assert onward == CAKE + "icing?afresh=1" and "There is a problem" not in client.get(onward).content.decode()
    assert "There is a problem" in client.post(onward, {"icing": "x" * 5000}).content.decode()


def test_a_field_inside_another_answer_is_asked_only_with_that_answer(client, begun):
    assert "Enter their name" in client.post(CAKE + "who", {"who": "other", "name": ""}).content.decode()
    assert client.post(CAKE + "who", {"who": "me", "name": "left over"}).status_code == 302


def test_later_pages_are_worded_by_earlier_answers(client, begun):
    client.post(CAKE + "who", GOOD["who"])
    assert "Which icing do they want?" in client.get(CAKE + "icing").content.decode()


def test_a_hidden_page_is_skipped(client, begun):
    assert client.post(CAKE + "candles", {"candles": "no"}).headers["Location"] == CAKE + "story"
    assert client.get(CAKE + "how-many").status_code == 302


def test_back_leads_to_the_page_before_that_is_shown(client, begun):
    client.post(CAKE + "candles", {"candles": "no"})
    assert f'href="{CAKE}candles" class="govuk-back-link"' in client.get(CAKE + "story").content.decode()


def test_an_unknown_page_is_not_found(client, begun):
    assert client.get(CAKE + "nonsense").status_code == 404


def test_what_is_typed_is_saved_though_it_is_wrong(client, begun):
    answer = client.post(CAKE + "story/autosave", {"story": "half a sen", "day-day": "x"})
    assert answer.status_code == 200 and "saved" in answer.json()
    shown = client.get(CAKE + "story").content.decode()
    assert "half a sen" in shown and 'value="x"' in shown and "There is a problem" not in shown


def test_saving_by_itself_never_undoes_a_later_sending(client, begun):
    client.post(CAKE + "icing", {"icing": "the later words"})
    late = client.post(CAKE + "icing/autosave", {"icing": "the earlier words", "_revision": "0"})
    assert late.status_code == 409 and "another tab" in late.json()["problem"]
    assert "the later words" in client.get(CAKE + "icing").content.decode()


def test_saving_by_itself_without_a_draft_says_so_plainly(client, council):
    answer = client.post(CAKE + "icing/autosave", {"icing": "lemon"})
    assert answer.status_code == 410 and "Not saved" in answer.json()["problem"]


def test_only_the_forms_own_inputs_are_kept(client, begun):
    client.post(CAKE + "icing", {"icing": "lemon", "something": "else", "csrfmiddlewaretoken": "x"})
    assert Draft.objects.get().data["icing"]["values"] == {"icing": ["lemon"]}


def test_a_character_that_no_database_keeps_is_left_out(client, begun):
    client.post(CAKE + "icing", {"icing": "le\x00mon"})
    assert Draft.objects.get().data["icing"]["values"] == {"icing": ["lemon"]}


def test_lines_in_a_conditional_or_long_answer_come_back_as_they_were(client, begun):
    client.post(CAKE + "story", {"story": "one\r\n\r\n  two"})
    assert ">one\r\n\r\n  two</textarea>" in client.get(CAKE + "story").content.decode()


def test_words_sent_without_a_draft_begin_one_and_are_kept(client, council):
    answer = client.post(CAKE + "icing", {"icing": "lemon"})
    assert answer.status_code == 302 and Draft.objects.get().data["icing"]["values"] == {"icing": ["lemon"]}
    assert "lemon" in client.get(CAKE + "icing").content.decode()


def test_save_and_come_back_later_keeps_a_wrong_answer_and_shows_the_code(client, begun):
    answer = client.post(CAKE + "story", {"story": "", "day-day": "31", "_later": "1"}, follow=True)
    assert begun.reference in answer.content.decode()
    assert Draft.objects.get().data["story"]["values"]["day-day"] == ["31"]


def test_a_draft_of_another_council_is_not_held(client, begun):
    factories.authority("Elsewhere")
    client.cookies["heard-form"]["path"] = "/"
    assert "Nothing is open here" in client.get("/elsewhere/cake/who").content.decode()


def test_a_forged_cookie_opens_nothing(client, begun):
    client.cookies["heard-form"] = f"{begun.pk}:{begun.hold}"
    assert "Nothing is open here" in client.get(CAKE + "who").content.decode()


def test_the_cookie_is_out_of_reach_of_scripts_and_goes_with_the_browser(client, council):
    client.post(CAKE)
    cookie = client.cookies["heard-form"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and not cookie["max-age"] and cookie["path"] == CAKE


def test_an_expired_draft_is_gone_before_it_is_deleted_and_new_words_are_kept(client, begun):
    Draft.objects.update(expires_at=timezone.now())
    assert "Nothing is open here" in client.get(CAKE + "who").content.decode()
    client.post(CAKE + "icing", {"icing": "lemon"})
    assert Draft.objects.exclude(pk=begun.pk).get().data["icing"]["values"] == {"icing": ["lemon"]}


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_public_page_stays_within_its_queries(client, begun, method):
    fill_in(client)
    with CaptureQueriesContext(connection) as queries:
        getattr(client, method)(CAKE + "story", GOOD["story"] if method == "post" else None)
    assert len([q for q in queries if "SAVEPOINT" not in q["sql"]]) <= 5, [q["sql"] for q in queries]


class TestStaff:
    @pytest.fixture(autouse=True)
    def signed_in(self, client, council):
        self.user = factories.user(Role.DUTY_WORKER)
        client.force_login(self.user)

    def promise(self, client):
        return re.search(r'name="_draft" value="([^"]+)"', client.get("/order/new/icing").content.decode())[1]

    def begin(self, client, words="lemon"):
        promise = self.promise(client)
        return promise, client.post("/order/new/icing", {"icing": words, "_draft": promise})

    def test_nobody_signed_in_is_sent_to_sign_in(self, client):
        client.logout()
        assert "/sign-in" in client.get("/order/").headers["Location"]

    def test_the_start_leads_to_the_first_page_and_begins_nothing(self, client):
        assert client.get("/order/").headers["Location"] == "/order/new/who"
        assert client.get("/order/new/who").status_code == 200 and not Draft.objects.exists()

    def test_the_first_answer_begins_a_draft_of_ones_own(self, client):
        _, answer = self.begin(client)
        draft = Draft.objects.get()
        assert draft.user == self.user and answer.headers["Location"] == f"/order/{draft.reference}/candles"

    def test_a_page_sent_twice_begins_one_draft(self, client):
        promise, _ = self.begin(client)
        client.post("/order/new/icing", {"icing": "again", "_draft": promise})
        client.post("/order/new/icing/autosave", {"icing": "again", "_draft": promise})
        assert Draft.objects.count() == 1

    def test_saving_as_it_is_typed_begins_the_draft_and_says_where_it_is(self, client):
        promise = self.promise(client)
        said = client.post("/order/new/icing/autosave", {"icing": "lem", "_draft": promise, "_revision": "0"}).json()
        assert said["page"] == f"/order/{Draft.objects.get().reference}/icing" and said["autosave"].endswith("/icing/autosave")

    def test_the_start_lists_ones_own_unsent_drafts_of_it(self, client):
        self.begin(client)
        reference = Draft.objects.get().reference
        shown = client.get("/order/").content.decode()
        assert f"/order/{reference}/" in shown and "lemon" not in shown
        assert client.get(f"/order/{reference}/").headers["Location"] == f"/order/{reference}/who"

    def test_nobody_elses_draft_opens_whatever_their_role(self, client):
        self.begin(client)
        reference = Draft.objects.get().reference
        client.force_login(factories.user(Role.MANAGER))
        assert "lemon" not in client.get(f"/order/{reference}/icing").content.decode()
        assert client.get(f"/order/{reference}/").status_code == 404
        assert client.post(f"/order/{reference}/delete").status_code == 404
        assert client.get("/order/").headers["Location"] == "/order/new/who"

    def test_ones_own_draft_can_be_deleted_once_asked(self, client):
        self.begin(client)
        address = f"/order/{Draft.objects.get().reference}/delete"
        assert "cannot be brought back" in client.get(address).content.decode() and Draft.objects.exists()
        client.post(address)
        assert not Draft.objects.exists()

    def test_drafts_about_different_records_are_apart(self, client):
        for tin in ("round", "square"):
            client.post(f"/tins/{tin}/line/new/icing/autosave", {"icing": tin})
        drafts = {draft.about: draft.reference for draft in Draft.objects.all()}
        assert len(drafts) == 2
        round_one = drafts['{"tin": "round"}']
        assert client.get(f"/tins/round/line/{round_one}/icing").status_code == 200
        assert "Nothing is open here" in client.get(f"/tins/square/line/{round_one}/icing").content.decode()

    def test_a_record_out_of_reach_is_not_found(self, client):
        assert client.get("/tins/out-of-reach/line/").status_code == 404

    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_staff_page_stays_within_its_queries(self, client, method):
        _, answer = self.begin(client)
        with CaptureQueriesContext(connection) as queries:
            getattr(client, method)(answer.headers["Location"], GOOD["candles"] if method == "post" else None)
        assert len([q for q in queries if "SAVEPOINT" not in q["sql"]]) <= 8, [q["sql"] for q in queries]


def test_a_flow_may_begin_with_its_first_question_and_the_draft_with_its_answer(client, council):
    address = "/testshire/tart/"
    assert "Which icing do you want?" in client.get(address).content.decode() and not Draft.objects.exists()
    assert client.post(address + "icing", {"icing": "lemon"}).status_code == 302
    assert "lemon" in client.get(address + "icing").content.decode()

"""How does somebody check, send, and see that it was sent?"""

import threading

import pytest
from django.db import connection, connections
from django.test import Client

from heard.flows import actions
from heard.flows.models import Draft
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.flows import toy
from tests.flows.conftest import CAKE, fill_in


def test_check_lists_each_answer_with_a_way_to_change_it(client, begun):
    fill_in(client)
    shown = client.get(CAKE + "check").content.decode()
    for words in ("Somebody else", "Ada", "lemon", "Yes", "seven", "A birthday<br>in May", "3 May 2026", "Jam, Cream"):
        assert words in shown
    assert f'href="{CAKE}icing?change=1#icing"' in shown and "Change<span" in shown


def test_a_changed_answer_leads_back_to_check(client, begun):
    fill_in(client)
    shown = client.get(CAKE + "icing?change=1").content.decode()
    assert 'name="_change"' in shown and f'href="{CAKE}check" class="govuk-back-link"' in shown
    assert client.post(CAKE + "icing", {"icing": "plain", "_change": "1"}).headers["Location"] == CAKE + "check"


def test_a_changed_answer_that_opens_a_new_page_leads_there(client, begun):
    fill_in(client, candles={"candles": "no"}, how_many=None)
    assert client.post(CAKE + "candles", {"candles": "yes", "_change": "1"}).headers["Location"] == CAKE + "how-many"


def test_a_stale_answer_of_a_hidden_page_is_neither_shown_nor_sent(client, begun):
    fill_in(client)
    client.post(CAKE + "candles", {"candles": "no", "_change": "1"})
    assert "seven" not in client.get(CAKE + "check").content.decode()
    client.post(CAKE + "check")
    assert toy.SENT[0].answers["how_many"] is None and toy.SENT[0].answers["icing"] == "lemon"


def test_a_stale_field_inside_another_answer_is_not_sent(client, begun):
    fill_in(client)
    client.post(CAKE + "who", {"who": "me", "name": "Ada"})
    client.post(CAKE + "check")
    assert toy.SENT[0].answers["name"] == ""


@pytest.mark.parametrize("missing", [{"story": None}, {"story": {"story": ""}}, {"who": {"who": "nonsense"}}])
def test_nothing_is_sent_while_a_page_is_not_finished_and_the_page_is_named(client, begun, missing):
    fill_in(client, **missing)
    answer = client.post(CAKE + "check")
    assert answer.status_code == 200 and not toy.SENT
    assert "Not sent: some questions are not finished" in answer.content.decode()
    assert f"{CAKE}{next(iter(missing))}?change=1" in answer.content.decode()


def test_what_a_rule_refuses_is_said_and_everything_is_kept(client, begun):
    fill_in(client, icing={"icing": "mud"})
    shown = client.post(CAKE + "check").content.decode()
    assert "Mud is not icing" in shown and "Bread Act 1822" in shown
    assert Draft.objects.get().data["icing"]["values"] == {"icing": ["mud"]}


def test_a_fault_while_sending_loses_nothing(client, begun):
    fill_in(client, icing={"icing": "fire"})
    with pytest.raises(RuntimeError):
        client.post(CAKE + "check")
    draft = Draft.objects.get()
    assert not draft.is_sent and draft.data["icing"]["values"] == {"icing": ["fire"]}


def test_sent_once_however_often_it_is_pressed_and_the_answers_are_erased_here(client, begun):
    fill_in(client)
    first, second = client.post(CAKE + "check"), client.post(CAKE + "check")
    assert first.headers["Location"] == second.headers["Location"] == CAKE + "done"
    draft = Draft.objects.get()
    assert len(toy.SENT) == 1 and draft.result_id == "cake-1" and draft.data == {}


def test_the_end_gives_the_reference_and_the_code_to_add_with(client, begun):
    fill_in(client)
    shown = client.post(CAKE + "check", follow=True).content.decode()
    assert begun.reference in shown and "Add information" in shown and "This has not been sent yet" not in shown


def test_words_for_a_form_sent_in_the_meantime_are_on_the_screen_to_be_added(client, begun):
    fill_in(client)
    client.post(CAKE + "check")
    shown = client.post(CAKE + "story", {"story": "one more thing"}).content.decode()
    assert "one more thing" in shown and "already sent" in shown and len(toy.SENT) == 1


def test_a_sent_form_shows_nothing_of_what_was_sent(client, begun):
    fill_in(client)
    client.post(CAKE + "check")
    for address in ("who", "story", "check", "saved", "add", "done", ""):
        assert "lemon" not in (shown := client.get(CAKE + address, follow=True).content.decode()) and "birthday" not in shown


def test_staff_without_check_send_from_the_last_page_and_go_where_the_flow_says(client, council):
    client.force_login(factories.user(Role.DUTY_WORKER))
    answer = client.post("/tins/round/line/new/icing", {"icing": "paper"})
    assert answer.headers["Location"] == "/tins/round" and toy.SENT[0].about == {"tin": "round"}
    assert toy.SENT[0].by.role == Role.DUTY_WORKER


def test_staff_without_check_see_a_rules_refusal_on_the_last_page(client, council):
    client.force_login(factories.user(Role.DUTY_WORKER))
    shown = client.post("/tins/round/line/new/icing", {"icing": "mud"}).content.decode()
    assert "Mud is not icing" in shown and 'value="mud"' in shown


def test_the_same_page_sent_twice_by_staff_makes_one_result(client, council):
    client.force_login(factories.user(Role.DUTY_WORKER))
    promise = client.get("/tins/round/line/new/icing").content.decode().split('name="_draft" value="')[1].split('"')[0]
    answers = [client.post("/tins/round/line/new/icing", {"icing": "paper", "_draft": promise}) for _ in range(2)]
    assert len(toy.SENT) == 1 and Draft.objects.count() == 1
    assert answers[0].status_code == 302 and "already been sent" in answers[1].content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_sendings_at_the_same_moment_make_one_result():
    if connection.vendor == "sqlite" and "memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has one connection: run with HEARD_DATABASE_URL")
    client = Client()
    factories.authority()
    client.post(CAKE)
    fill_in(client)
    draft, go = Draft.objects.get(), threading.Barrier(4)

    def send():
        go.wait()
        actions.submit_draft(draft=draft, flow=toy.CAKE, about=None, by=None)
        connections.close_all()

    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(toy.SENT) == 1

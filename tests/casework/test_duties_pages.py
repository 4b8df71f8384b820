"""Can everything owed be seen, in one case and in a team's, and can it be said that something is not needed?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.cases.models import NotNeeded
from heard.casework.actions import say_not_needed, take_back_not_needed
from heard.casework.queries.duties_page import duties_page
from heard.rules.decision import NotAllowed
from heard.rules.next_steps.not_needed import key_of
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client):
    user = factories.user()
    client.force_login(user)
    return user


@pytest.fixture
def case(me):
    return factories.enquiry(lead=me).case


def owed(case, slug):
    return next((one for one in duties_page(case).owed if one.slug == slug), None)


def test_each_duty_with_why_its_law_its_days_whose_it_is_and_what_settles_it(client, me, case):
    html = client.get(reverse("case-duties", args=[case.reference])).content.decode()
    for words in (
        "See the adult alone, in a safe place",
        me.full_name,
        "4 March 2026",
        "9 March 2026, which has passed",
        "Nobody has recorded seeing the adult alone",
        "a conversation alone and in a safe place",
        "Making Safeguarding Personal",
    ):
        assert words in html
    assert Event.objects.filter(event="open-case-duties", case_id=case.pk).count() == 1


def test_what_is_said_not_to_be_needed_leaves_the_list_with_a_name_and_a_reason(client, me, case):
    step = owed(case, "see-the-adult-alone")
    asked = reverse("not-needed", args=[case.reference, key_of(step)])
    assert "There is a problem" in client.post(asked, {"because": " "}).content.decode()
    client.post(asked, {"because": "She is in a coma."})
    assert owed(case, "see-the-adult-alone") is None
    html = client.get(reverse("case-duties", args=[case.reference])).content.decode()
    assert "She is in a coma." in html and "No longer counts" not in html
    assert "See the adult alone" not in client.get(reverse("case", args=[case.reference])).content.decode()
    (event,) = Event.objects.filter(event="say-not-needed")
    assert (event.by, event.why) == (me, "She is in a coma.")


def test_it_lapses_when_a_fact_it_rested_on_changes(client, me, case):
    say_not_needed(case=case, asked=owed(case, "see-the-adult-alone"), because="She is in a coma.", by=me)
    factories.conversation(case.enquiries.get(), alone="no", present=["Sam"], held_at=factories.at(date(2026, 3, 6)))
    assert owed(case, "see-the-adult-alone") is not None
    assert "No longer counts" in client.get(reverse("case-duties", args=[case.reference])).content.decode()


def test_it_can_be_taken_back(client, me, case):
    said = say_not_needed(case=case, asked=owed(case, "talk-to-the-adult"), because="Not yet.", by=me)
    asked = reverse("needed-after-all", args=[case.reference, said.pk])
    assert "Not yet." in client.get(asked).content.decode()
    client.post(asked, {"sure": "yes"})
    assert owed(case, "talk-to-the-adult") is not None
    assert NotNeeded.objects.get().taken_back_by == me
    assert client.get(asked).status_code == 404


def test_a_prompt_is_dismissed_with_a_reason(client, me, case):
    for day in (6, 7):
        factories.conversation(case.enquiries.get(), alone="no", held_at=factories.at(date(2026, 3, day)))
    asked = {prompt.slug: prompt for prompt in duties_page(case).prompts}
    assert set(asked) == {"never-seen-alone", "communication-not-asked", "involvement-not-asked"}
    prompt = asked["never-seen-alone"]
    assert prompt.name in client.get(reverse("case-duties", args=[case.reference])).content.decode()
    client.post(reverse("not-needed", args=[case.reference, key_of(prompt)]), {"because": "Next Monday is arranged."})
    assert {one.slug for one in duties_page(case).prompts} == {"communication-not-asked", "involvement-not-asked"}


def test_what_is_no_longer_asked_for_leads_back(client, case):
    address = reverse("not-needed", args=[case.reference, "talk-to-the-adult-0"])
    assert client.get(address).url == reverse("case-duties", args=[case.reference])


def test_a_reason_is_needed(me, case):
    with pytest.raises(NotAllowed):
        say_not_needed(case=case, asked=owed(case, "talk-to-the-adult"), because="  ", by=me)


def test_taking_back_is_one_event(me, case):
    said = factories.not_needed(case)
    take_back_not_needed(said=said, at=timezone.now(), by=me)
    assert Event.objects.get(event="take-back-not-needed").subject_id == str(said.pk)


def test_when_the_adult_has_died_nothing_is_asked_of_them_and_a_review_is_wondered_about(client, case):
    case.person.death_date = date(2026, 3, 20)
    case.person.save()
    asks_them = {"talk-to-the-adult", "see-the-adult-alone", "ask-what-they-want", "ask-again", "tell-the-adult", "judge-outcomes",
                 "offer-feedback", "assess-capacity"}  # fmt: skip
    assert not asks_them & {one.slug for one in duties_page(case).owed}
    html = client.get(reverse("case-duties", args=[case.reference])).content.decode()
    assert "Has a Safeguarding Adult Review been considered?" in html and "Nothing is asked of them any more" in html


def test_the_teams_view_shows_the_longest_overdue_first_and_only_my_scope(client, me, case):
    other = factories.enquiry(lead=factories.user(), in_team=factories.team("South team")).case
    html = client.get(reverse("duties")).content.decode()
    assert case.reference in html and other.reference not in html
    assert html.index("Talk to the adult<span") < html.index("See the adult alone, in a safe place<span")
    assert Event.objects.filter(event="open-duties").count() == 1


def test_the_teams_view_is_narrowed_to_one_duty_and_to_what_is_overdue(client, case):
    html = client.get(reverse("duties"), {"what": "see-the-adult-alone", "when": "overdue"}).content.decode()
    assert "See the adult alone, in a safe place<span" in html and "Talk to the adult<span" not in html
    assert "1 duty" in html


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR], ids=lambda role: role.label)
def test_who_sees_no_cases_sees_no_duties(client, role):
    client.force_login(factories.user(role))
    assert client.get(reverse("duties")).status_code == 403


def test_another_teams_case_is_not_found(client, me):
    other = factories.enquiry(lead=factories.user(), in_team=factories.team("South team")).case
    said = factories.not_needed(other)
    for name, more in (("case-duties", []), ("not-needed", ["talk-to-the-adult-1"]), ("needed-after-all", [said.pk])):
        assert client.get(reverse(name, args=[other.reference, *more])).status_code == 404


@pytest.mark.parametrize("name", ["duties", "case-duties"])
def test_the_number_of_queries_never_grows(client, me, case, name):
    address = reverse(name, args=[case.reference] if name == "case-duties" else [])

    def counted():
        with CaptureQueriesContext(connection) as ran:
            assert client.get(address).status_code == 200
        return len(ran)

    few = counted()
    for _ in range(30):
        it = factories.enquiry(factories.concern(), lead=me)
        factories.conversation(it, alone="no")
        factories.wish(it)
        factories.conversation(case.enquiries.get(), alone="no")
        factories.not_needed(case)
    assert few == counted() <= 22


def test_what_is_not_owed_names_the_record_that_settled_it(client, case):
    factories.conversation(case.enquiries.get(), held_at=factories.at(date(2026, 3, 6)))
    html = client.get(reverse("case-duties", args=[case.reference])).content.decode()
    assert "The conversation of 6 March 2026, in which the adult was heard." in html
    assert "6 March 2026: heard alone." in html

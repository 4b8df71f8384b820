"""Do the screens of deciding, linking and telling show, keep and refuse what they should?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.models import Enquiry, Task
from heard.concerns.models import ReferrerFeedback, Section42Decision
from heard.people.actions import add_person
from heard.rights.actions.for_the_return import record_agreement
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
ANSWERS = {
    "is_18_or_over": "yes", "adult_is_here": "yes", "needs_care_and_support": "yes", "needs_because": "Needs help to wash.",
    "at_risk": "yes", "at_risk_because": "Bruises.", "cannot_protect_self": "yes", "cannot_protect_because": "Cannot leave the house.",
}  # fmt: skip


@pytest.fixture
def worker(client):
    user = factories.user(Role.DUTY_WORKER)
    client.force_login(user)
    return user


@pytest.fixture
def manager(client):
    user = factories.user(Role.MANAGER)
    client.force_login(user)
    return user


@pytest.fixture
def concern():
    adult = add_person(authority=factories.authority(), by=None, is_provisional=True, given_name="Ada", family_name="Lovejoy",
                       birth_date=date(1950, 3, 5), safe_contact="Only ring on Tuesdays.")  # fmt: skip
    words = {"adults_words": "Please make it stop.", "raised_by_contact": "01632 960111", "raised_by_name": "Sam Example"}
    return factories.concern(factories.case(person=adult), report=words)


def _url(name, concern):
    return reverse(name, args=[concern.reference])


def _text(answer) -> str:
    return " ".join(answer.content.decode().split())


def _ready(client, concern):
    factories.conversation(concern)
    client.post(_url("section-42-answers", concern), ANSWERS)


def test_a_manager_decides_and_the_enquiry_starts(client, manager, concern):
    _ready(client, concern)
    page = _text(client.get(_url("decide", concern)))
    assert "The council must make enquiries." in page and "Care Act 2014, section 42(1)" in page
    client.post(_url("decide", concern), {"decision": "section-42", "met_by": "no", "reason": "She is being hurt."})
    assert (Enquiry.objects.get().concern, Section42Decision.objects.get().decided_by) == (concern, manager)


def test_against_three_yeses_the_second_reason_is_asked_with_the_law(client, manager, concern):
    _ready(client, concern)
    given = {"decision": "no-enquiry", "route": "advice", "reason": "It is all settled."}
    page = _text(client.post(_url("decide", concern), given))
    assert "so the council must make enquiries" in page and "give your second reason here" in page and "It is all settled." in page
    client.post(_url("decide", concern), {**given, "second_reason": "A court has dealt with it."})
    listed = _text(client.get(reverse("against-rule")))
    assert concern.reference in listed and "A court has dealt with it." in listed and "Lovejoy" not in listed


def test_a_conversation_already_held_met_the_enquiry(client, manager, concern):
    _ready(client, concern)
    held = concern.conversations.get()
    client.post(_url("decide", concern), {"decision": "section-42", "met_by": str(held.pk), "reason": "All done in one talk."})
    assert Section42Decision.objects.get().met_by_conversation_id == held.pk
    assert "met this enquiry" in _text(client.get(_url("concern", concern)))


def test_sent_twice_is_one_decision(client, manager, concern):
    _ready(client, concern)
    given = {"decision": "section-42", "met_by": "no", "reason": "She is being hurt."}
    assert [client.post(_url("decide", concern), given).status_code for _ in range(2)] == [302, 302]
    assert Section42Decision.objects.count() == 1


def test_whoever_decides_second_is_told_and_keeps_what_they_typed(client, manager, concern):
    _ready(client, concern)
    given = {"decision": "section-42", "met_by": "no", "reason": "She is being hurt."}
    client.post(_url("decide", concern), given)
    client.force_login(factories.user(Role.MANAGER))
    page = _text(client.post(_url("decide", concern), {**given, "reason": "My own words."}))
    assert "Somebody else decided this" in page and manager.full_name in page and "My own words." in page
    assert Section42Decision.objects.count() == 1


def test_deciding_again_asks_why(client, manager, concern):
    _ready(client, concern)
    client.post(_url("section-42-answers", concern), {**ANSWERS, "at_risk": "no"})
    client.post(_url("decide", concern), {"decision": "no-enquiry", "route": "advice", "reason": "No risk."})
    client.post(_url("section-42-answers", concern), ANSWERS)
    after = str(Section42Decision.objects.get().pk)
    given = {"decision": "section-42", "met_by": "no", "reason": "There is.", "after": after}
    assert "Say why it is being decided again" in _text(client.post(_url("decide", concern), given))
    client.post(_url("decide", concern), {**given, "because": "Her sister rang."})
    assert Section42Decision.objects.get(is_current=True).because == "Her sister rang."


def test_nothing_heard_from_the_adult_stops_the_decision_and_keeps_the_words(client, manager, concern):
    client.post(_url("section-42-answers", concern), ANSWERS)
    page = _text(client.post(_url("decide", concern), {"decision": "section-42", "met_by": "no", "reason": "My reason here."}))
    assert "You must record a conversation with the adult" in page and "My reason here." in page


def test_every_reason_for_refusal_is_said_at_once_with_the_way_to_record_a_conversation(client, manager, concern):
    client.post(_url("section-42-answers", concern), ANSWERS)
    page = _text(client.post(_url("decide", concern), {"decision": "no-enquiry", "reason": ""}))
    said = ("You must record a conversation", "or give your second reason", "Say why you have decided this", "Select what happens instead")
    assert all(one in page for one in said)
    assert f"?concern={concern.reference}&amp;stage=concern" in page and "opens in a new tab" in page


def test_agreement_still_to_be_settled_is_a_warning_and_never_a_bar(client, manager, concern):
    _ready(client, concern)
    record_agreement(concern=concern, by=None, answer="refused")
    assert "still to be settled. You can decide all the same." in _text(client.get(_url("decide", concern)))
    client.post(_url("decide", concern), {"decision": "section-42", "met_by": "no", "reason": "She is being hurt."})
    assert Enquiry.objects.count() == 1


def test_a_lead_who_is_not_in_the_chosen_team_is_refused_with_why(client, manager, concern):
    _ready(client, concern)
    lead, south = factories.user(Role.SOCIAL_WORKER), factories.team("South team")
    given = {"decision": "section-42", "met_by": "no", "reason": "She is being hurt.", "lead": str(lead.pk)}
    page = _text(client.post(_url("decide", concern), {**given, "team": str(south.pk)}))
    assert f"{lead.full_name} is not in South team" in page and "She is being hurt." in page and not Enquiry.objects.exists()
    client.post(_url("decide", concern), {**given, "team": str(lead.teams.get().pk)})
    assert Enquiry.objects.get().lead == lead


def test_a_very_long_reason_is_folded(client, manager, concern):
    factories.conversation(concern)
    client.post(_url("section-42-answers", concern), {**ANSWERS, "at_risk_because": "Bruises. " * 60})
    page = _text(client.get(_url("decide", concern)))
    assert "…</span></summary>" in page or "...</span></summary>" in page


@pytest.fixture
def known():
    return add_person(
        authority=factories.authority(), by=None, given_name="Lovejoy", family_name="Áda", birth_date=date(1950, 3, 5),
        postcode="ZZ99 1AA", address="1 Secret Road",
    )  # fmt: skip


def test_the_people_offered_come_with_reasons_and_without_addresses(client, worker, concern, known):
    page = _text(client.get(_url("who-is-the-adult", concern)))
    assert "same birth date" in page and "in another order" in page and "ZZ99" in page
    assert "Secret Road" not in page and "ZZ99 1AA" not in page
    search = Event.objects.get(event="search-people")
    assert search.detail["shown"] == [str(known.pk)]


def test_linked_undone_and_made_again(client, worker, concern, known):
    given = {"who": str(known.pk)}
    assert "Say how you know" in _text(client.post(_url("who-is-the-adult", concern), given))
    client.post(_url("who-is-the-adult", concern), {**given, "why": "She said so."})
    concern.case.refresh_from_db()
    assert concern.case.person == known and "Undo the link" in _text(client.get(_url("who-is-the-adult", concern)))
    client.post(_url("undo-link", concern), {"because": "Her sister."})
    concern.case.refresh_from_db()
    assert concern.case.person != known
    client.post(_url("who-is-the-adult", concern), {**given, "why": "No, her."})
    concern.case.refresh_from_db()
    assert concern.case.person == known


def test_somebody_who_was_not_offered_cannot_be_chosen(client, worker, concern):
    other = factories.person()
    page = client.post(_url("who-is-the-adult", concern), {"who": str(other.pk), "why": "x"})
    assert page.status_code == 200 and "Choose one of the answers shown" in _text(page)


def test_somebody_new_is_confirmed(client, worker, concern):
    client.post(_url("who-is-the-adult", concern), {"who": "new"})
    concern.case.person.refresh_from_db()
    assert not concern.case.person.is_provisional


def test_joined_to_an_open_enquiry_about_the_same_adult(client, manager, concern, known):
    enquiry = factories.enquiry(factories.concern(factories.case(person=known)))
    assert "join this concern to their open enquiry" in _text(client.get(_url("who-is-the-adult", concern)))
    client.post(_url("who-is-the-adult", concern), {"who": f"{known.pk}:join", "why": "She said so."})
    concern.refresh_from_db()
    assert concern.case == enquiry.case
    _ready(client, concern)
    client.post(_url("decide", concern), {"decision": "section-42", "met_by": "no", "reason": "The same man."})
    assert Section42Decision.objects.get().joined_case and Enquiry.objects.count() == 1


def test_a_closed_case_is_not_offered_to_join_and_why_is_said(client, worker, concern, known):
    factories.case(person=known, stage="closed")
    page = _text(client.get(_url("who-is-the-adult", concern)))
    assert "join this concern" not in page and "Nothing to join: that case has no open enquiry." in page


def test_what_speaks_against_a_match_is_shown(client, worker, concern, known):
    concern.reports.update(may_be_under_18=True)
    person = concern.case.person
    person.postcode = "YY1 1AA"
    person.save()
    page = _text(client.get(_url("who-is-the-adult", concern)))
    assert "But a different postcode area, said to be under 18, and this person is 18 or over." in page


def test_linked_to_somebody_not_confirmed_says_so_and_keeps_the_name_reported(client, manager, concern, known):
    known.is_provisional = True
    known.save()
    client.post(_url("who-is-the-adult", concern), {"who": str(known.pk), "why": "She said so."})
    page = _text(client.get(_url("concern", concern)))
    assert "Linked to a person who is not confirmed yet" in page and "Reported as Ada Lovejoy." in page
    assert "not confirmed yet" in _text(client.get(_url("who-is-the-adult", concern)))
    shown = _text(client.get(_url("decide", concern)))
    assert "not confirmed yet" in shown and "Nobody has said yet whether we already know" not in shown


@pytest.mark.parametrize(
    ("report", "why"),
    [
        pytest.param({"raised_by": "anonymous"}, "did not say who they are", id="anonymous"),
        pytest.param({"raised_by_contact": ""}, "Nothing says how to reach", id="no way to reach them"),
        pytest.param({"raised_by_contact": "01632 960111", "wants_feedback": "no"}, "did not want to hear back", id="asked not to hear"),
    ],
)
def test_where_nothing_is_owed_to_the_referrer_the_list_says_why(client, worker, report, why):
    page = _text(client.get(_url("concern", factories.concern(report=report))))
    assert why in page and "Not needed" in page.split("Tell the person who raised it")[1]


def test_who_must_not_know_is_in_view_before_anybody_rings_the_referrer(client, worker, concern):
    factories.safe_contact_card(concern.case.person, must_not_know="Her landlord", code_word="Bluebell")
    page = _text(client.get(_url("tell-referrer", concern)))
    assert "Before you call, write or visit" in page and "Her landlord" in page and "Bluebell" in page


def test_the_referrer_is_told_from_the_list(client, worker, concern):
    given = {"may_pose_risk": "no", "outcome": "told", "told": ["received"], "how": "By phone"}
    client.post(_url("tell-referrer", concern), given)
    kept = ReferrerFeedback.objects.get()
    assert (kept.told, kept.how, kept.referrer_may_pose_risk) == (["received"], "By phone", "no")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"may_pose_risk": "no", "outcome": "told"}, "Select what they were told"),
        ({"may_pose_risk": "no", "outcome": "not-told"}, "Say why they were not told"),
        ({"outcome": "told", "told": ["received"]}, "Select whether they could pose a risk"),
        ({"may_pose_risk": "no", "outcome": "told", "told": ["received"], "more": "She moved."}, "Say what lets you tell them more"),
        ({"may_pose_risk": "no", "outcome": "told", "told": ["ended"]}, "Choose one of the answers shown"),
    ],
)
def test_telling_asks_for_what_is_missing(client, worker, concern, given, said):
    assert said in _text(client.post(_url("tell-referrer", concern), given))
    assert not ReferrerFeedback.objects.exists()


def test_where_they_may_pose_a_risk_a_manager_is_asked(client, worker, concern):
    client.post(_url("tell-referrer", concern), {"may_pose_risk": "yes", "outcome": "told", "told": ["received"]})
    assert Task.objects.get().kind == "manager-tells-the-referrer" and not ReferrerFeedback.objects.exists()
    page = _text(client.post(_url("tell-referrer", concern), {"may_pose_risk": "no", "outcome": "told", "told": ["received"]}))
    assert "safeguarding manager decides" in page and not ReferrerFeedback.objects.exists()

"""Do the screens of triage show, keep and refuse what they should?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.cases.models import Task
from heard.concerns.models import FurtherInformation, Section42Answers
from heard.people.actions import add_person
from heard.rights.actions.for_the_return import record_agreement
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions.wishes import record_wish
from tests import factories

pytestmark = pytest.mark.django_db
ANSWERS = {
    "is_18_or_over": "yes", "adult_is_here": "yes", "needs_care_and_support": "yes", "needs_because": "Needs help to wash.",
    "at_risk": "yes", "at_risk_because": "Bruises.", "cannot_protect_self": "yes", "cannot_protect_because": "Cannot leave the house.",
}  # fmt: skip
PAGES = (
    "concern", "who-is-the-adult", "section-42-answers", "agreement", "what-is-counted", "decide", "tell-referrer",
    "concern-in-error",
)  # fmt: skip


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


AS_GIVEN = "The adult’s words, as the person who raised the concern gave them, 2 March 2026"


@pytest.mark.parametrize("name", ["concern", "decide"])
def test_words_given_by_whoever_raised_it_are_never_drawn_as_the_adults_own(client, manager, name):
    concern = factories.concern(report={"adults_words": "She said stop.", "what_the_adult_wants": "A care home."})
    page = _text(client.get(_url(name, concern)))
    own, given = page.split(AS_GIVEN)
    assert "Nothing recorded in their own words yet" in own and "She said stop." not in own and "A care home." not in own
    assert "She said stop." in given and "A care home." in given and "The adult’s own words</p>" not in page


@pytest.mark.parametrize("name", ["concern", "decide"])
def test_what_the_adult_wants_is_the_newest_wish_and_the_referrers_account_stands_below(client, manager, name):
    concern = factories.concern(report={"what_the_adult_wants": "A care home."})
    wish = {"case": concern.case, "concern": concern, "by": manager, "expressed_by_name": "Ann Advocate"}
    record_wish(**wish, words="Leave me here.", expressed_by="adult", expressed_on=date(2026, 3, 4))
    record_wish(**wish, words="To see Rex.", expressed_by="advocate", expressed_on=date(2026, 3, 5))
    page = _text(client.get(_url(name, concern)))
    assert page.index("What the adult wants now") < page.index("Leave me here.") < page.index("To see Rex.") < page.index("A care home.")
    assert "What the adult wants, as Ann Advocate said it on 5 March 2026" in page


@pytest.mark.parametrize("name", ["concern", "decide"])
def test_the_words_of_an_adult_who_raised_it_are_their_own(client, manager, name):
    concern = factories.concern(report={"raised_by": "adult", "what_the_adult_wants": "I want it to stop."})
    page = _text(client.get(_url(name, concern)))
    assert "The adult’s own words" in page and "I want it to stop." in page and AS_GIVEN not in page


def test_the_concern_page_has_the_adults_words_before_what_was_reported(client, worker, concern):
    page = _text(client.get(_url("concern", concern)))
    assert page.index("Please make it stop.") < page.index("Bruises seen on both arms.")
    assert "Only ring on Tuesdays." in page and "<title>Concern C-TEST" in page


@pytest.mark.parametrize("name", PAGES)
def test_each_page_opened_is_one_event_of_reading_it(client, manager, concern, name):
    assert client.get(_url(name, concern)).status_code == 200
    assert Event.objects.filter(is_read=True, subject="cases.concern", subject_id=str(concern.pk)).count() == 1


@pytest.mark.parametrize("name", PAGES)
def test_another_authoritys_concern_is_not_there(client, name, concern):
    client.force_login(factories.user(Role.MANAGER, of=factories.authority("Otherham")))
    assert client.get(_url(name, concern)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_another_teams_concern_is_not_there(client, name, concern):
    concern.case.team = factories.team("South team")
    concern.case.save()
    client.force_login(factories.user(Role.MANAGER))
    assert client.get(_url(name, concern)).status_code == 404


@pytest.mark.parametrize(
    ("role", "name", "status"),
    [
        (Role.DUTY_WORKER, "concern", 200), (Role.DUTY_WORKER, "section-42-answers", 200), (Role.DUTY_WORKER, "decide", 403),
        (Role.SOCIAL_WORKER, "section-42-answers", 403), (Role.SOCIAL_WORKER, "who-is-the-adult", 403), (Role.ANALYST, "concern", 403),
        (Role.ADMINISTRATOR, "concern", 403), (Role.MANAGER, "decide", 200), (Role.SOCIAL_WORKER, "concern", 404),
    ],
)  # fmt: skip
def test_who_may_open_what(client, concern, role, name, status):
    client.force_login(factories.user(role))
    assert client.get(_url(name, concern)).status_code == status


def test_a_decided_concern_is_out_of_a_duty_workers_scope(client, worker, concern):
    concern.state = "decided"
    concern.save()
    assert client.get(_url("concern", concern)).status_code == 404


def test_unable_is_shown_as_a_belief(client, worker, concern):
    record_agreement(concern=concern, by=None, answer="unable")
    page = _text(client.get(_url("concern", concern)))
    assert "believed that the adult could not say" in page and "says nothing about capacity" in page
    assert "still to be settled" in page and "lacks capacity" not in page.lower()


def test_triage_settles_the_reason_that_was_left_blank(client, worker, concern):
    record_agreement(concern=concern, by=None, answer="unable")
    wrong = client.post(_url("agreement", concern), {"since": "as-said", "ground_words": "She was asleep."})
    assert "Choose why this goes on" in _text(wrong) and "She was asleep." in _text(wrong)
    client.post(_url("agreement", concern), {"since": "as-said", "ground": "crime", "ground_words": "She was asleep."})
    now = concern.agreements.get(is_current=True)
    assert (now.answer, now.ground, now.said_by_referrer, now.recorded_by) == ("unable", "crime", True, worker)


def test_what_the_adult_said_since_is_recorded_as_triages_own(client, worker, concern):
    record_agreement(concern=concern, by=None, answer="not-asked")
    client.post(_url("agreement", concern), {"since": "agreed"})
    now = concern.agreements.get(is_current=True)
    assert (now.answer, now.ground, now.said_by_referrer, now.adult_knows) == ("agreed", "", False, "yes")


def test_answers_are_saved_and_what_they_mean_is_said(client, worker, concern):
    answer = client.post(_url("section-42-answers", concern), ANSWERS, follow=True)
    assert "the council must make enquiries" in _text(answer)
    assert Section42Answers.objects.get().recorded_by == worker


def test_nothing_typed_is_lost_when_a_reason_is_missing(client, worker, concern):
    answer = client.post(_url("section-42-answers", concern), {**ANSWERS, "at_risk_because": ""})
    assert "Say why you answered as you did about abuse or neglect" in _text(answer) and "Cannot leave the house." in _text(answer)
    assert not Section42Answers.objects.exists()


def test_not_yet_known_asks_for_the_day_to_come_back(client, worker, concern):
    given = {**ANSWERS, "at_risk": "not-known"}
    assert "Enter the day you will come back" in _text(client.post(_url("section-42-answers", concern), given))
    day = {"follow_up_on-day": "9", "follow_up_on-month": "3", "follow_up_on-year": "2199"}
    client.post(_url("section-42-answers", concern), {**given, **day})
    assert Task.objects.get(kind="decide-section-42-follow-up").due_on == date(2199, 3, 9)


@pytest.mark.parametrize(
    ("day", "said"),
    [(("32", "3", "2199"), "real date"), (("9", "3", "2020"), "today or in the future"), (("9", "", ""), "must include a month and year")],
)
def test_a_day_that_cannot_be_is_refused(client, worker, concern, day, said):
    parts = dict(zip(("follow_up_on-day", "follow_up_on-month", "follow_up_on-year"), day, strict=True))
    assert said in _text(client.post(_url("section-42-answers", concern), {**ANSWERS, "at_risk": "not-known", **parts}))


def test_other_concerns_out_of_scope_are_dates_only(client, manager, concern):
    elsewhere = factories.case(person=concern.case.person, team=factories.team("South team"))
    hidden = factories.concern(elsewhere, received_at=factories.at(date(2025, 7, 8)))
    seen = factories.concern(factories.case(person=concern.case.person), received_at=factories.at(date(2025, 1, 2)))
    page = _text(client.get(_url("concern", concern)))
    assert hidden.reference not in page and "One on 8 July 2025" in page and seen.reference in page


def test_where_the_abuse_happened_is_asked_apart_and_said_to_change_nothing(client, worker, concern):
    assert "They change nothing about what the council must do" in _text(client.get(_url("what-is-counted", concern)))
    client.post(_url("what-is-counted", concern), {"in_area": "no", "primary_support_reason": "memory-and-cognition"})
    concern.refresh_from_db()
    assert (concern.in_area, concern.primary_support_reason) == ("no", "memory-and-cognition")


def test_a_concern_recorded_in_error_is_hidden_and_who_saw_it_is_shown(client, manager, concern):
    assert manager.full_name in _text(client.get(_url("concern-in-error", concern)))
    client.post(_url("concern-in-error", concern), {"because": "Typed twice."})
    assert client.get(_url("concern", concern)).status_code == 404


def test_what_was_added_is_shown_and_marked_as_read(client, worker, concern):
    FurtherInformation.objects.create(authority=concern.authority, concern=concern, words="He came back last night.")
    assert "He came back last night." in _text(client.get(_url("concern", concern)))
    client.post(_url("information-read", concern))
    assert FurtherInformation.objects.get().seen_by == worker
    assert client.get(_url("information-read", concern)).status_code == 405


def test_each_talk_with_the_adult_is_shown_and_whose_words_they_are(client, worker, concern):
    factories.conversation(concern, words="I am frightened.")
    factories.conversation(concern, words="He wants to go home.", spoken_by="advocate", spoken_by_name="Ann Advocate")
    factories.conversation(
        concern, held_at=None, words="", method="", alone="", not_heard_because="asleep-or-unwell", ask_again_on=date(2026, 3, 9)
    )
    page = _text(client.get(_url("concern", concern)))
    assert "I am frightened." in page and "What Ann Advocate said for the adult" in page and "Ann Advocate’s own words" not in page
    assert "They were asleep or unwell. Ask again on 9 March 2026" in page


def test_a_child_in_the_household_shows_the_way_to_childrens_services(client, worker):
    concern = factories.concern(report={"child_in_household": "yes"})
    page = _text(client.get(_url("concern", concern)))
    assert concern.authority.children_telephone in page and "The concern is taken here all the same." in page

"""Do the screens of the plan tie each action to a wish or a risk, keep the adult's words, and cost the same for twenty as for two?"""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heard.enquiries.actions import plan as actions
from heard.enquiries.models import PlanAction
from heard.enquiries.queries.letters import writing_of
from heard.enquiries.queries.plan import plan_of
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry(client):
    made = factories.enquiry()
    client.force_login(made.lead)
    return made


@pytest.fixture
def wish(enquiry):
    return factories.wish(enquiry)


def url(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def typed(name, day):
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def in_days(name, days):
    return typed(name, timezone.localdate() + timedelta(days=days))


def agreed(enquiry):
    review_on = timezone.localdate() + timedelta(days=7)
    return actions.agree_plan(
        enquiry=enquiry, by=enquiry.lead, on=timezone.localdate(), adult_agrees="agrees", adults_words="Good.", review_on=review_on
    )


def test_an_action_for_a_wish_is_the_adults_own(client, enquiry, wish):
    client.post(url("add-action", enquiry), {"what": "Change the lock", "wish": wish.pk, "owner": "adult", **in_days("due_on", 3)})
    kept = PlanAction.objects.get()
    assert (kept.wish, kept.risk, kept.owner) == (wish, None, "adult")
    page = client.get(url("plan", enquiry)).content.decode()
    assert "Change the lock" in page and "I want to feel safe at home." in page


def test_an_action_can_be_somebodys_in_the_network_who_is_new(client, enquiry):
    risk = factories.risk(enquiry)
    new = {"owner": "network", "concerns": "new", "new_member-name": "Testa Example", "new_member-who": "Sister"}
    client.post(url("add-action", enquiry), {"what": "Ring on Sundays", "risk": risk.pk, **new})
    kept = PlanAction.objects.get()
    assert (kept.owner_member.name, kept.owner_member.may_pose_risk, kept.risk) == ("Testa Example", False, risk)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"wish": "none"}, "that this action is for", id="for nothing"),
        pytest.param({"owner": "worker"}, "Enter name of the member of staff", id="a member of staff without a name"),
        pytest.param({"owner": "network"}, "Give the name of who will do it", id="nobody chosen in the network"),
        pytest.param({"what": ""}, "Write what will be done", id="nothing to do"),
        pytest.param({"due_on-day": "5", "due_on-month": "12", "due_on-year": "2020"}, "must be today or in the future", id="past"),
        pytest.param({"due_on-day": "31", "due_on-month": "2", "due_on-year": "2027"}, "must be a real date", id="an impossible day"),
    ],
)
def test_an_action_that_is_not_whole_is_refused_and_kept_on_the_page(client, enquiry, wish, change, said):
    page = client.post(url("add-action", enquiry), {"what": "Change the lock", "wish": wish.pk, "owner": "adult", **change})
    assert said in page.content.decode() and not PlanAction.objects.exists()
    assert "what" in change or "Change the lock" in page.content.decode()


def somebody(enquiry, **more):
    return enquiry.case.person.network.create(authority=enquiry.authority, name="The neighbour upstairs", **more)


@pytest.mark.parametrize("why", ["marked", "named-in-a-risk", "must-not-know", "typed-anew", "typed-as-staff"])
def test_whoever_may_pose_a_risk_or_must_not_know_has_no_part(client, enquiry, wish, why):
    member = somebody(enquiry, may_pose_risk=why in ("marked", "typed-anew", "typed-as-staff"))
    if why == "named-in-a-risk":
        factories.risk(enquiry, member=member)
    if why == "must-not-know":
        factories.safe_contact_card(enquiry.case.person, must_not_know="Neighbour upstairs")
    new = {"concerns": "new", "new_member-name": "Neighbour upstairs, the"}
    who = {"typed-anew": {"owner": "network", **new}, "typed-as-staff": {"owner": "worker", "worker_name": "The Neighbour Upstairs"}}
    chosen = who.get(why, {"owner": "network", "concerns": member.pk})
    page = client.post(url("add-action", enquiry), {"what": "Change the lock", "wish": wish.pk, **chosen}).content.decode()
    assert "Choose somebody else to do this." in page and "Change the lock" in page
    assert not PlanAction.objects.exists() and enquiry.case.person.network.count() == 1


@pytest.mark.parametrize("later", ["marked", "named-in-a-risk", "must-not-know"])
def test_whoever_poses_a_risk_later_is_not_named_to_the_adult(client, enquiry, wish, later):
    member = somebody(enquiry)
    made = actions.add_action(enquiry=enquiry, by=enquiry.lead, what="Visit", owner="network", owner_member=member, wish=wish)
    page, _ = opened(enquiry)

    def said():
        letter = writing_of(enquiry.case, "your-plan", enquiry.lead).make({})
        return " ".join(line.words for part in letter.parts for line in part.lines), page.get("/p/now").content.decode()

    assert all("neighbour" in one for one in said())
    if later == "must-not-know":
        type(enquiry.case.person).objects.update(must_not_know="Neighbour upstairs")
    elif later == "named-in-a-risk":
        factories.risk(enquiry, member=member)
    else:
        enquiry.case.person.network.update(may_pose_risk=True)
    enquiry.case = type(enquiry.case).objects.get(pk=enquiry.case_id)
    letter, own_page = said()
    assert "Who: somebody." in letter and "Somebody" in own_page and "neighbour" not in letter + own_page
    assert made.owner_member == member and "neighbour" in client.get(url("plan", enquiry)).content.decode()


def test_an_empty_plan_says_what_to_do_first(client, enquiry, wish):
    assert "First add an action, then ask the adult" in client.get(url("plan", enquiry)).content.decode()
    actions.add_action(enquiry=enquiry, by=enquiry.lead, what="Visit", owner="adult", wish=wish)
    assert "Ask them what they think of it, and record" in client.get(url("plan", enquiry)).content.decode()


def test_an_action_past_its_day_is_late_on_the_plan_and_on_the_case(client, enquiry, wish):
    made = actions.add_action(enquiry=enquiry, by=enquiry.lead, what="Visit", owner="adult", wish=wish, due_on=timezone.localdate())
    pages = [url("plan", enquiry), reverse("case", args=[enquiry.case.reference])]
    assert not any(">Late<" in client.get(page).content.decode() for page in pages)
    PlanAction.objects.update(due_on=date(2026, 1, 1))
    assert all(">Late<" in client.get(page).content.decode() for page in pages)
    actions.finish_action(action=made, on=timezone.localdate(), by=enquiry.lead)
    assert not any(">Late<" in client.get(page).content.decode() for page in pages)


def test_a_wish_of_another_case_cannot_be_chosen(client, enquiry, wish):
    other = factories.wish(factories.enquiry())
    page = client.post(url("add-action", enquiry), {"what": "Change the lock", "wish": other.pk, "owner": "adult"}).content.decode()
    assert "Choose one of the answers shown" in page and not PlanAction.objects.exists()


def test_with_neither_wish_nor_risk_the_page_says_what_to_do_first(client, enquiry):
    page = client.get(url("add-action", enquiry)).content.decode()
    assert url("add-wish", enquiry) in page and url("add-risk", enquiry) in page


OF_ONE = {"finish-action", "plain-words"}


class TestWithAnAction:
    @pytest.fixture(autouse=True)
    def made(self, enquiry, wish):
        self.action = actions.add_action(enquiry=enquiry, by=enquiry.lead, what="Change the lock", owner="adult", wish=wish)

    def test_it_is_done_and_taken_back(self, client, enquiry):
        client.post(url("finish-action", enquiry, self.action.pk), typed("on", date(2026, 3, 9)))
        self.action.refresh_from_db()
        assert (self.action.done_on, self.action.done_by) == (date(2026, 3, 9), enquiry.lead)
        client.post(url("undo-action", enquiry, self.action.pk))
        self.action.refresh_from_db()
        assert self.action.done_on is None

    def test_what_is_hard_to_read_is_said_and_put_in_plain_words(self, client, enquiry, wish):
        hard = actions.add_action(enquiry=enquiry, by=enquiry.lead, what="Utilise the procedure", owner="adult", wish=wish)
        page = client.get(url("plan", enquiry)).content.decode()
        assert page.count("Hard to read") == 1
        page = client.get(url("plain-words", enquiry, hard.pk)).content.decode()
        assert "Utilise the procedure" in page and "Try “use”." in page and 'data-check-only="[name=plain_words]"' in page
        client.post(url("plain-words", enquiry, hard.pk), {"plain_words": "We will ask the bank."})
        page = client.get(url("plan", enquiry)).content.decode()
        assert "The adult reads: We will ask the bank." in page and "Hard to read" not in page
        assert client.get(url("plain-words", factories.enquiry(lead=enquiry.lead), hard.pk)).status_code == 404

    def test_looking_at_the_address_of_undo_takes_nothing_back(self, client, enquiry):
        actions.finish_action(action=self.action, on=date(2026, 3, 9), by=enquiry.lead)
        assert client.get(url("undo-action", enquiry, self.action.pk)).status_code == 405

    def test_the_plan_is_agreed_in_the_adults_words_and_reviewed(self, client, enquiry):
        said = {"adult_agrees": "agrees", "adults_words": "That will help.", **in_days("review_on", 30)}
        client.post(url("agree-plan", enquiry), said)
        enquiry.case.refresh_from_db()
        assert enquiry.case.stage == CaseStage.PLAN and plan_of(enquiry).adults_words == "That will help."
        page = client.get(url("review-plan", enquiry)).content.decode()
        assert "Is this still what they want?" in page and "I want to feel safe at home." in page and "Change the lock" in page
        client.post(url("review-plan", enquiry), {"still_wanted": "yes", "words": "Yes, it helps.", **in_days("next_review_on", 60)})
        page = client.get(url("plan", enquiry)).content.decode()
        assert "Yes, it helps." in page and "That will help." in page
        assert [task.due_on for task in enquiry.case.tasks.filter(done_at__isnull=True)] == [timezone.localdate() + timedelta(days=60)]

    def test_who_disagrees_is_written_down_with_why_the_plan_goes_on(self, client, enquiry):
        said = {"adult_agrees": "disagrees", "adults_words": "I do not want this.", **in_days("review_on", 30)}
        page = client.post(url("agree-plan", enquiry), said).content.decode()
        assert "although the adult does not agree" in page and "I do not want this." in page and plan_of(enquiry) is None

    def test_a_last_review_says_why_there_is_no_next(self, client, enquiry):
        agreed(enquiry)
        page = client.post(url("review-plan", enquiry), {"still_wanted": "yes", "words": "Yes."}).content.decode()
        assert "or why there is none" in page
        client.post(url("review-plan", enquiry), {"still_wanted": "yes", "words": "Yes.", "no_next_because": "We are closing."})
        assert plan_of(enquiry).reviewed_on == timezone.localdate()

    @pytest.mark.parametrize("name", ["add-action", "agree-plan", "review-plan", "finish-action", "plain-words"])
    def test_a_closed_case_says_to_reopen_it(self, client, enquiry, name):
        enquiry.case.stage, enquiry.case.closed_on = CaseStage.CLOSED, date(2026, 4, 1)
        enquiry.case.save()
        more = [self.action.pk] if name in OF_ONE else []
        assert "Reopen it to add to it." in client.get(url(name, enquiry, *more)).content.decode()
        assert client.get(url("plan", enquiry)).status_code == 200

    @pytest.mark.parametrize("name", ["plan", "add-action", "agree-plan", "review-plan", "finish-action", "plain-words"])
    def test_each_page_stays_within_its_budget(self, client, enquiry, name):
        counted = []
        for many in (2, 18):
            for _ in range(many):
                one = factories.wish(enquiry)
                member = enquiry.case.person.network.create(authority=enquiry.authority, name="Testo Example")
                actions.add_action(enquiry=enquiry, by=enquiry.lead, what="Visit", owner="network", owner_member=member, wish=one)
                agreed(enquiry)
            more = [self.action.pk] if name in OF_ONE else []
            with CaptureQueriesContext(connection) as ran:
                assert client.get(url(name, enquiry, *more)).status_code == 200
            counted.append(len(ran))
        assert counted[0] == counted[1] <= 12, "\n".join(query["sql"][:150] for query in ran)


def test_there_is_nothing_to_review_without_a_plan(client, enquiry):
    assert client.get(url("review-plan", enquiry))["Location"] == url("plan", enquiry)


def test_who_sees_no_records_sees_no_plan(client, enquiry):
    client.force_login(factories.user(Role.ADMINISTRATOR, of=enquiry.authority))
    assert client.get(url("plan", enquiry)).status_code == 403

"""How is the person who raised a concern told, and chased until they are?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.models import Task
from heard.concerns.actions.telling import ask_manager_to_tell, chase_telling, record_telling
from heard.concerns.models import Report
from heard.people.actions import add_network_member
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)


@pytest.fixture
def worker():
    return factories.user(Role.DUTY_WORKER)


@pytest.fixture
def concern():
    return factories.concern(report={"raised_by_name": "Sam Example", "raised_by_contact": "01632 960111"})


def _open() -> list[str]:
    return sorted(Task.objects.filter(done_at__isnull=True).values_list("kind", flat=True))


def test_chased_once_until_told(concern, worker):
    chase_telling(concern=concern, by=worker, on=TODAY)
    chase_telling(concern=concern, by=worker, on=TODAY)
    assert _open() == ["tell-the-referrer"]
    kept = record_telling(concern=concern, by=worker, may_pose_risk=False, told=("received",), told_on=TODAY, how="By phone")
    assert (kept.told, kept.told_on, _open()) == (["received"], TODAY, [])


def test_not_told_with_a_reason_ends_the_chasing_too(concern, worker):
    chase_telling(concern=concern, by=worker, on=TODAY)
    kept = record_telling(concern=concern, by=worker, may_pose_risk=False, not_told_because="The number is not in use.")
    assert (kept.told_on, _open()) == (None, [])


@pytest.mark.parametrize(
    "report",
    [
        pytest.param({"raised_by": "anonymous", "raised_by_contact": "01632"}, id="anonymous"),
        pytest.param({"raised_by": "nhs"}, id="no way to reach them"),
    ],
)
def test_never_chased(worker, report):
    assert chase_telling(concern=factories.concern(report=report), by=worker, on=TODAY) is None
    assert _open() == []


def test_the_adult_who_raised_it_is_told_like_anybody_and_poses_no_risk_to_themselves(worker):
    own = factories.concern(report={"raised_by": "adult"})
    assert chase_telling(concern=own, by=worker, on=TODAY)
    kept = record_telling(concern=own, by=worker, may_pose_risk=True, told=("received",), more="Jo rings on Tuesday.", told_on=TODAY)
    assert (kept.referrer_may_pose_risk, kept.more_than_the_list, _open()) == ("no", "Jo rings on Tuesday.", [])


def test_where_they_may_pose_a_risk_a_manager_decides(concern, worker):
    with pytest.raises(NotAllowed, match="safeguarding manager"):
        record_telling(concern=concern, by=worker, may_pose_risk=True, told=("received",))
    kept = record_telling(concern=concern, by=factories.user(Role.MANAGER), may_pose_risk=True, told=("received",))
    assert kept.referrer_may_pose_risk == "yes"


def test_once_a_manager_was_asked_nobody_else_tells(concern, worker):
    ask_manager_to_tell(concern=concern, by=worker, on=TODAY)
    assert ask_manager_to_tell(concern=concern, by=worker, on=TODAY) is None
    with pytest.raises(NotAllowed):
        record_telling(concern=concern, by=worker, may_pose_risk=False, told=("received",))
    record_telling(concern=concern, by=factories.user(Role.MANAGER), may_pose_risk=False, told=("received",))
    assert _open() == []


def test_somebody_in_the_network_who_may_pose_a_risk_is_known_by_name(concern, worker):
    add_network_member(person=concern.case.person, by=worker, name="EXAMPLE, Sam", may_pose_risk=True)
    with pytest.raises(NotAllowed):
        record_telling(concern=concern, by=worker, may_pose_risk=False, told=("received",))


def test_told_again_keeps_what_was_told_before(concern, worker):
    first = record_telling(concern=concern, by=worker, may_pose_risk=False, told=("received",))
    second = record_telling(concern=concern, by=worker, may_pose_risk=False, told=("being-looked-into",))
    assert second.supersedes == first
    assert list(Event.objects.order_by("pk").values_list("event", flat=True)) == ["tell-referrer", "set-aside-version", "tell-referrer"]


def test_more_than_the_list_needs_its_basis(concern, worker):
    with pytest.raises(NotAllowed, match="lets you"):
        record_telling(concern=concern, by=worker, may_pose_risk=False, told=("received",), more="She has moved.")


def test_a_referrer_whom_the_card_says_must_not_know_is_for_a_manager(concern, worker):
    Report.objects.filter(concern=concern).update(raised_by_name="Sam Example")
    factories.safe_contact_card(concern.case.person, must_not_know="Sam, who lives downstairs")
    with pytest.raises(NotAllowed):
        record_telling(concern=concern, by=worker, may_pose_risk=False, told=("received",))

"""How is a whole concern marked as recorded in error?"""

from datetime import date

import pytest

from heard.cases.actions import add_task
from heard.cases.models import Task
from heard.cases.queries import concerns_for
from heard.concerns.actions.marking import mark_concern_in_error
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
NOW = factories.at(date(2026, 3, 3))


def test_hidden_with_its_reason_and_nothing_left_to_do():
    manager, concern = factories.user(Role.MANAGER), factories.concern()
    add_task(case=concern.case, kind="tell-the-referrer", due_on=date(2026, 3, 9), by=manager, subject=concern)
    kept = mark_concern_in_error(concern=concern, by=manager, at=NOW, because="Typed twice.")
    mark_concern_in_error(concern=concern, by=manager, at=NOW, because="Typed twice.")
    concern.case.refresh_from_db()
    assert (kept.in_error_by, concern.case.stage, list(concerns_for(manager))) == (manager, "closed", [])
    assert not Task.objects.filter(done_at__isnull=True).exists()


def test_a_case_with_another_concern_goes_on():
    manager, concern = factories.user(Role.MANAGER), factories.concern()
    other = factories.concern(concern.case)
    add_task(case=concern.case, kind="tell-the-referrer", due_on=date(2026, 3, 9), by=manager, subject=other)
    mark_concern_in_error(concern=concern, by=manager, at=NOW, because="Typed twice.")
    concern.case.refresh_from_db()
    assert concern.case.stage == "concern" and Task.objects.filter(done_at__isnull=True).count() == 1


def test_not_without_a_reason_nor_once_an_enquiry_has_started():
    manager = factories.user(Role.MANAGER)
    with pytest.raises(NotAllowed, match="Say why"):
        mark_concern_in_error(concern=factories.concern(), by=manager, at=NOW, because="  ")
    with pytest.raises(NotAllowed, match="enquiry has started"):
        mark_concern_in_error(concern=factories.enquiry().concern, by=manager, at=NOW, because="Wrong file.")

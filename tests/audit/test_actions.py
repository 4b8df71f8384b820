"""Is what happened written down, once, and never changed?"""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from heard.audit.actions import record, record_many, record_read
from heard.audit.models import Event
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


def test_an_event_says_who_in_which_role_did_what_to_which_record_of_which_case():
    concern, manager = factories.concern(), factories.user(Role.MANAGER)
    event = record("try-it", on=concern, by=manager, why="Because", detail={"from": "a", "to": "b"})
    event.refresh_from_db()
    assert (event.event, event.by, event.role, event.why) == ("try-it", manager, "safeguarding-manager", "Because")
    assert (event.subject, event.subject_id, event.case_id) == ("cases.concern", str(concern.pk), concern.case_id)
    assert (event.authority_id, event.is_read, event.detail) == (concern.authority_id, False, {"from": "a", "to": "b"})


def test_an_event_on_a_case_belongs_to_that_case():
    case = factories.case()
    assert record("try-it", on=case, by=None).case_id == case.pk


def test_what_the_public_did_has_nobody_beside_it():
    event = record("raise-concern", on=factories.concern(), by=None)
    assert (event.by, event.role) == (None, "")


def test_a_look_is_marked_as_one():
    user = factories.user()
    event = record_read("look-at-list", on=None, by=user, detail={"shown": ["1"]})
    assert event.is_read
    assert (event.subject, event.authority_id) == ("", user.authority_id)


def test_many_records_have_an_event_each():
    cases = [factories.case() for _ in range(5)]
    assert record_many("import", on=cases, by=None, batch=2) == 5
    assert set(Event.objects.values_list("subject_id", flat=True)) == {str(case.pk) for case in cases}


@pytest.mark.parametrize("change", ["update", "save", "delete", "delete all"])
def test_the_database_refuses_to_change_or_delete_an_event(change):
    event = record("try-it", on=None, by=None)
    tries = {
        "update": lambda: Event.objects.update(event="something else"),
        "save": lambda: setattr(event, "event", "something else") or event.save(),
        "delete": lambda: event.delete(),
        "delete all": lambda: Event.objects.all()._raw_delete("default"),
    }
    with pytest.raises((DatabaseError, IntegrityError), match="append-only"), transaction.atomic():
        tries[change]()
    assert Event.objects.get().event == "try-it"

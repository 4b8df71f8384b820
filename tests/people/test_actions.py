"""How is a person put on record, corrected, and given the people around them?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.people import actions
from heard.people.models import SearchKey
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


def _events() -> list[str]:
    return sorted(Event.objects.values_list("event", flat=True))


def test_a_person_is_findable_at_once_with_one_event():
    details = {"given_name": "Zoë", "family_name": "Smyth", "birth_date": date(1950, 5, 3)}
    person = actions.add_person(authority=factories.authority(), by=None, **details)
    keys = set(SearchKey.objects.filter(person=person).values_list("key", flat=True))
    assert {"born:1950-05-03", "sound:SM0", "letters:z"} <= keys
    assert _events() == ["add-person"]


def test_a_detail_that_does_not_exist_is_refused():
    with pytest.raises(TypeError, match="lacks_capacity"):
        actions.add_person(authority=factories.authority(), by=None, lacks_capacity="yes")


def test_changed_details_keep_what_stood_before_and_move_the_keys():
    by = factories.user(Role.DUTY_WORKER)
    person = actions.add_person(authority=by.authority, by=by, family_name="Smyth", birth_date=date(1950, 5, 3))
    actions.change_details(person=person, by=by, because="She showed her passport.", family_name="Brown", birth_date=date(1950, 5, 4))
    kept = person.earlier_details.get()
    assert kept.details == {"family_name": "Smyth", "birth_date": "1950-05-03"}
    keys = set(SearchKey.objects.filter(person=person).values_list("key", flat=True))
    assert "born:1950-05-04" in keys and "born:1950-05-03" not in keys and "sound:SM0" not in keys
    assert _events() == ["add-person", "change-details", "keep-earlier-details"]


def test_details_that_are_the_same_write_nothing():
    by = factories.user(Role.DUTY_WORKER)
    person = actions.add_person(authority=by.authority, by=by, family_name="Smyth")
    actions.change_details(person=person, by=by, family_name="Smyth")
    assert _events() == ["add-person"]


def test_confirming_twice_is_one_event():
    by = factories.user(Role.DUTY_WORKER)
    person = actions.add_person(authority=by.authority, by=by, is_provisional=True, family_name="Smyth")
    actions.confirm_person(person=person, by=by)
    actions.confirm_person(person=person, by=by)
    assert not person.is_provisional and _events() == ["add-person", "confirm-person"]
    actions.unconfirm_person(person=person, by=by)
    assert person.is_provisional


def test_somebody_in_the_adults_life():
    by = factories.user(Role.DUTY_WORKER)
    person = factories.person()
    member = actions.add_network_member(person=person, by=by, name="Sam Example", relationship="Neighbour", may_pose_risk=True)
    assert (member.person, member.may_pose_risk) == (person, True)
    assert _events() == ["add-network-member"]


def test_what_was_known_of_somebody_in_the_adults_life_is_kept_when_it_changes():
    by = factories.user(Role.SOCIAL_WORKER)
    person = factories.person(of=by.authority)
    member = actions.add_network_member(person=person, by=by, name="Dora Example", relationship="Daughter")
    for _ in range(2):
        actions.change_network_member(member=member, by=by, because="She holds his card.", may_pose_risk=True)
    assert person.earlier_details.get().details == {"network-member": str(member.pk), "may_pose_risk": False}
    assert member.may_pose_risk and _events() == ["add-network-member", "change-network-member", "keep-earlier-details"]

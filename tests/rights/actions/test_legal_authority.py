"""Is an authority kept with its holder, and is a holder who may pose a risk warned of?"""

import pytest

from heard.audit.models import Event
from heard.rights.actions.legal_authority import add_legal_authority, change_legal_authority
from heard.rights.models import LegalAuthority
from heard.rights.queries.legal_authority import authorities_of
from heard.rules.decision import NotAllowed
from tests import factories
from tests.rights.made import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def daughter(enquiry):
    return enquiry.case.person.network.create(authority=enquiry.authority, name="Testa Daughter", relationship="Daughter")


def test_it_warns_at_once_where_its_holder_may_pose_a_risk(enquiry, daughter):
    add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="lpa-property", holder=daughter)
    (one,) = authorities_of(enquiry.case, DAY)
    assert not one.warning and "Nobody has seen the document" in one.reliance.because[0]
    daughter.may_pose_risk = True
    daughter.save()
    (one,) = authorities_of(enquiry.case, DAY)
    assert "Office of the Public Guardian" in one.warning.because[1]


def test_its_end_is_kept_with_what_was_there_before(enquiry, daughter):
    daughter.may_pose_risk = True
    daughter.save()
    held = add_legal_authority(case=enquiry.case, by=enquiry.lead, kind="lpa-property", holder=daughter)
    change_legal_authority(authority=held, case=enquiry.case, by=enquiry.lead, ended_on=DAY)
    (one,) = authorities_of(enquiry.case, DAY)
    assert not one.in_force and not one.warning
    assert Event.objects.get(event="change-legal-authority").detail == {"from": {"ended_on": ""}}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({}, id="nobody who holds it"),
        pytest.param({"kind": "advance-decision", "document_seen": "yes"}, id="seen, but not when"),
    ],
)
def test_what_is_not_whole_is_refused(enquiry, change):
    with pytest.raises(NotAllowed):
        add_legal_authority(case=enquiry.case, by=enquiry.lead, **{"kind": "lpa-health", **change})
    assert not LegalAuthority.objects.exists()

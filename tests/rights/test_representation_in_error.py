"""Can what was recorded about representation on the wrong file be marked, and does it then count for nothing?"""

from datetime import date

import pytest
from django.urls import reverse

from heard.enquiries.actions.in_error import mark_in_error, undo_in_error
from heard.enquiries.queries.in_error import in_words
from heard.people.models import NetworkMember
from heard.rights.actions.difficulty import record_difficulty
from heard.rights.models import Advocacy, AppropriatePerson, ImcaConsideration, SubstantialDifficulty
from heard.rights.queries.appropriate_person import may_see_words
from heard.rules.decision import NotAllowed
from heard.rules.recorded_in_error import Kind
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2026, 3, 5)
MET = {test: {"answer": "yes"} for test in ("not-paid", "adult-wants-them", "helps-them-take-part", "not-a-risk")}


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def records(enquiry):
    whose = {"authority": enquiry.authority, "case": enquiry.case}
    dora = NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Dora Example")
    said = {"is_instructed": "no", "reason": "Not needed.", "considered_by_name": "Robin"}
    return {
        Kind.DIFFICULTY: SubstantialDifficulty.objects.create(areas={"retaining": {"answer": "yes"}}, considered_on=DAY, **whose),
        Kind.REPRESENTATIVE: AppropriatePerson.objects.create(member=dora, tests=MET, started_on=DAY, **whose),
        Kind.ADVOCACY: Advocacy.objects.create(kind="care-act", referred_on=DAY, **whose),
        Kind.IMCA: ImcaConsideration.objects.create(at="planning", considered_on=DAY, **said, **whose),
    }


def test_each_is_hidden_and_nobody_represents_the_adult_by_mistake(client, enquiry, records):
    dora = records[Kind.REPRESENTATIVE].member
    assert may_see_words(dora)
    for kind, record in records.items():
        assert in_words(kind, record)
        mark_in_error(case=enquiry.case, kind=kind, record=record, because="Wrong file.", by=enquiry.lead)
    assert not may_see_words(dora)
    client.force_login(enquiry.lead)
    page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "Nobody is named." in page and "None asked for." in page and "never taken as none" in page and "IMCA considered" not in page


def test_each_can_be_marked_from_where_it_is_seen(client, enquiry, records):
    client.force_login(enquiry.lead)
    reference = enquiry.case.reference
    seen_on = {Kind.DIFFICULTY: "difficulty", Kind.REPRESENTATIVE: "case", Kind.ADVOCACY: "case", Kind.IMCA: "consider-imca"}
    for kind, name in seen_on.items():
        to = reverse("mark-in-error", args=[reference, kind, records[kind].pk])
        assert to in client.get(reverse(name, args=[reference])).content.decode()
        assert client.get(to).status_code == 200


def test_the_mark_stays_where_the_question_was_answered_again(enquiry, records):
    wrong = records[Kind.DIFFICULTY]
    mark_in_error(case=enquiry.case, kind=Kind.DIFFICULTY, record=wrong, because="Wrong file.", by=enquiry.lead)
    record_difficulty(case=enquiry.case, areas={}, considered_on=DAY, by=enquiry.lead)
    with pytest.raises(NotAllowed):
        undo_in_error(case=enquiry.case, kind=Kind.DIFFICULTY, record=wrong, because="It was right.", by=enquiry.lead)

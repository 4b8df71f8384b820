"""Is a risk recorded once, with the adult's view and the professional's both kept?"""

import pytest

from heard.audit.models import Event
from heard.enquiries.actions import risks
from heard.enquiries.models import Risk, RiskView
from heard.enquiries.queries.risks import risks_of
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from tests import factories

pytestmark = pytest.mark.django_db
HERE = {"type": "physical", "source": "known-to-adult", "location": "own-home"}


@pytest.fixture
def enquiry():
    return factories.enquiry()


def events():
    return [(row.event, row.case_id) for row in Event.objects.order_by("pk")]


def test_a_risk_and_both_views_are_one_whole(enquiry):
    risks.add_risk_with_views(
        enquiry=enquiry, by=enquiry.lead, **HERE,
        views={"adult": {"level": "low", "words": "He only shouts."}, "professional": {"level": "high", "words": "Bruises twice."}},
    )  # fmt: skip
    (risk,) = risks_of(enquiry)
    assert (risk.adult.words, risk.professional.words, risk.differ) == ("He only shouts.", "Bruises twice.", True)
    assert events() == [(name, enquiry.case_id) for name in ("add-risk", "view-risk", "view-risk")]


def test_the_same_risk_twice_is_refused_and_nothing_is_written(enquiry):
    risks.add_risk(enquiry=enquiry, by=enquiry.lead, **HERE)
    with pytest.raises(NotAllowed, match="already has a risk"):
        risks.add_risk(enquiry=enquiry, by=enquiry.lead, **HERE)
    assert Risk.objects.count() == 1 and len(events()) == 1


def test_a_provider_is_named_only_where_the_risk_comes_from_one(enquiry):
    with pytest.raises(NotAllowed, match="only where the risk comes from a service provider"):
        risks.add_risk(enquiry=enquiry, by=enquiry.lead, **HERE, provider="Hollybank Care")
    assert not Risk.objects.exists() and events() == []
    assert risks.add_risk(enquiry=enquiry, by=enquiry.lead, **{**HERE, "source": "service-provider"}, provider="Hollybank Care").provider


def test_the_same_risk_in_another_enquiry_is_another_risk(enquiry):
    risks.add_risk(enquiry=enquiry, by=enquiry.lead, **HERE)
    assert risks.add_risk(enquiry=factories.enquiry(), by=enquiry.lead, **HERE).pk


def test_a_view_given_again_keeps_the_one_before(enquiry):
    risk = factories.risk(enquiry)
    first = risks.view_risk(risk=risk, whose="adult", level="low", words="It is nothing.", by=enquiry.lead)
    second = risks.view_risk(risk=risk, whose="adult", level="high", words="I am afraid.", by=enquiry.lead)
    (shown,) = risks_of(enquiry)
    assert (shown.adult, shown.earlier, shown.professional) == (second, [first], None)
    assert RiskView.objects.count() == 2 and [name for name, _ in events()] == ["view-risk", "set-aside-version", "view-risk"]


def test_a_closed_case_is_reopened_first(enquiry):
    risk = factories.risk(enquiry)
    enquiry.case.stage = CaseStage.CLOSED
    enquiry.case.save()
    with pytest.raises(NotAllowed, match="Reopen it"):
        risks.add_risk(enquiry=enquiry, by=enquiry.lead, **{**HERE, "location": "community"})
    with pytest.raises(NotAllowed, match="Reopen it"):
        risks.view_risk(risk=risk, whose="adult", level="low", by=enquiry.lead)


def test_to_say_who_poses_it_is_audited_and_is_not_written_over(enquiry):
    risk, person = factories.risk(enquiry), enquiry.case.person
    first, second = (person.network.create(authority=enquiry.authority, name=name) for name in ("Testo Example", "Testa Example"))
    risks.say_who_poses_it(risk=risk, member=first, by=enquiry.lead)
    assert events() == [("say-who-poses-risk", enquiry.case_id)]
    with pytest.raises(NotAllowed, match="names Testo Example already"):
        risks.say_who_poses_it(risk=risk, member=second, by=enquiry.lead)
    risk.refresh_from_db()
    assert risk.member == first and len(events()) == 1

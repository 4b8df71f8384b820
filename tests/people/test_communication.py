"""Is what an adult needs to take part kept version by version, and what matters to them in their own words?"""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from heard.audit.models import Event
from heard.people.actions import (
    record_communication_needs,
    review_communication_needs,
    share_communication_needs,
    write_about_me,
)
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, EarlierDetails
from heard.people.queries import about_me_of, communication_of
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)
ASKED = {"asked_on": DAY, "asked_whom": "The adult"}
FORM = {
    "contact": ["email-only"], "professional": ["bsl-interpreter"], "professional_more": "The same one each time.", "language": "bfi",
    "spoken_language": "British Sign Language", "needs_interpreter": "no", "shows_distress": "She pulls her sleeves.",
    "best_times": "After ten.", "asked_whom": "The adult", "asked_on-day": "5", "asked_on-month": "3", "asked_on-year": "2026",
}  # fmt: skip


@pytest.fixture
def case():
    return factories.case(lead=factories.user(), person=factories.person(communication_needs=["audio"]))


def test_needs_are_the_persons_and_what_stood_before_is_kept(case):
    person, by = case.person, case.lead
    record_communication_needs(
        person=person, by=by, needs=["pictures"], case_id=case.pk, details={"communication-support": "Slowly."}, **ASKED
    )
    record_communication_needs(person=person, by=by, needs=[], case_id=case.pk, language="pl", **ASKED)
    person.refresh_from_db()
    found = communication_of(person)
    assert (person.communication_needs, person.preferred_language) == ([], "pl")
    assert (found.now.needs, [old.needs for old in found.before]) == ([], [["pictures"]])
    assert found.before[0].in_words == ["Pictures"]
    assert [one.details["communication_needs"] for one in EarlierDetails.objects.order_by("recorded_at")] == [["audio"], ["pictures"]]
    assert Event.objects.filter(event="record-communication-needs", case_id=case.pk).count() == 2


def test_sharing_names_somebody_and_a_review_has_the_adults_answer(case):
    with pytest.raises(NotAllowed, match="who was told"):
        share_communication_needs(person=case.person, by=case.lead, with_whom=" ", on=DAY)
    share_communication_needs(person=case.person, by=case.lead, with_whom="The ward sister", on=DAY, adult_agreed="yes")
    review_communication_needs(person=case.person, by=case.lead, on=DAY, was_met="partly", words="The first time nobody signed.")
    found = communication_of(case.person)
    assert (found.shared[0].with_whom, found.reviewed[0].was_met) == ("The ward sister", "partly")
    with pytest.raises(IntegrityError), transaction.atomic():
        CommunicationCheck.objects.create(authority=case.authority, person=case.person, step="review", on=DAY)


def test_what_matters_to_them_is_kept_by_heading_and_never_overwritten(case):
    for said in ("My cat.", "My cat, and my sister."):
        write_about_me(person=case.person, by=case.lead, words={"important-to-me": said, "wellness": "  "}, written_on=DAY)
    now, before = about_me_of(case.person)
    assert (now.words, before.words) == ({"important-to-me": "My cat, and my sister."}, {"important-to-me": "My cat."})
    assert now.supersedes == before


def test_the_form_keeps_each_group_and_the_flag_stands_on_every_page_about_them(client, case):
    client.force_login(case.lead)
    where = reverse("change-communication-needs", args=[case.reference])
    done = client.post(where, FORM, follow=True)
    assert "Saved. It is shown on each page about them." in done.content.decode()
    now = CommunicationNeeds.objects.get(is_current=True)
    assert (now.needs, now.details) == (["email-only", "bsl-interpreter"], {"communication-professional": "The same one each time."})
    for name in (
        "case",
        "case-duties",
        "wishes",
        "record-conversation",
        "safe-contact",
        "person-details",
        "communication",
        "about-me",
        "involvement",
    ):
        page = client.get(reverse(name, args=[case.reference]), follow=True).content.decode()
        flag = page[page.index("heard-flag") : page.index("</aside>")]
        for words in (
            "E-mail only",
            "British Sign Language interpreter",
            "The same one each time.",
            "She pulls her sleeves.",
            "After ten.",
        ):
            assert words in flag, f"{name} does not show {words}"
    assert "heard-flag" not in client.get(reverse("home")).content.decode()


def test_nothing_asked_is_said_and_never_read_as_nothing_needed(client):
    case = factories.case(lead=factories.user())
    client.force_login(case.lead)
    assert "Not asked yet" in client.get(reverse("case", args=[case.reference])).content.decode()
    record_communication_needs(person=case.person, by=case.lead, needs=[], **ASKED)
    assert "Nothing special, they said" in client.get(reverse("case", args=[case.reference])).content.decode()


@pytest.mark.parametrize(
    ("page", "typed", "told"),
    [
        pytest.param("change-communication-needs", {"contact": ["telepathy"]}, "Choose one of the answers shown", id="a need not offered"),
        pytest.param("told-others-of-needs", {}, "Write who was told", id="nobody named as told"),
        pytest.param("were-needs-met", {}, "Select what the adult says", id="no answer of the adult's"),
        pytest.param(
            "write-about-me", {"written_on-day": "5", "written_on-month": "3", "written_on-year": "2026"}, "Write something", id="blank"
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(client, case, page, typed, told):
    client.force_login(case.lead)
    assert told in client.post(reverse(page, args=[case.reference]), typed).content.decode()
    assert not CommunicationNeeds.objects.exists() and not CommunicationCheck.objects.exists() and not AboutMe.objects.exists()


def test_who_may_write_and_who_sees(client, case):
    other = factories.user(Role.SOCIAL_WORKER, teams=[factories.team("South team")])
    for user, status in ((other, 404), (factories.user(Role.ANALYST), 403), (case.lead, 200)):
        client.force_login(user)
        for page in ("communication", "change-communication-needs", "about-me", "write-about-me", "involvement", "change-involvement"):
            if page != "change-involvement" or status != 200:
                assert client.get(reverse(page, args=[case.reference])).status_code == status, page

"""How is a concern joined to the person it is about, and how is that undone?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.actions import add_task
from heard.cases.models import Case, Task
from heard.concerns.actions.linking import case_to_join, link_concern, undo_link
from heard.concerns.models import Section42Decision
from heard.concerns.queries.one_concern import link_of
from heard.documents.gate import ask_gate
from heard.people.models import Person
from heard.people.queries import told_of
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 3)
NOW = factories.at(TODAY)


@pytest.fixture
def worker():
    return factories.user(Role.DUTY_WORKER)


@pytest.fixture
def concern():
    adult = factories.person(is_provisional=True, safe_contact="Only ring on Tuesdays.", must_not_know="Her son.")
    return factories.concern(factories.case(person=adult))


@pytest.fixture
def known():
    return factories.person(safe_contact="Write, do not ring.")


def _link(concern, person, by, **more):
    return link_concern(concern=concern, to_person=person, by=by, on=TODAY, **more)


def _one_each(before) -> bool:
    new = list(Event.objects.exclude(pk__in=before).values_list("subject", "subject_id"))
    return bool(new) and len(new) == len(set(new))


def test_the_case_goes_with_the_concern_and_the_provisional_person_is_kept(concern, known, worker):
    provisional = concern.case.person
    link = _link(concern, known, worker, why="Same NHS number")
    concern.case.refresh_from_db()
    assert (concern.case.person, link.from_person, link.from_case, link.to_case) == (known, provisional, concern.case, concern.case)
    assert Person.objects.filter(pk=provisional.pk, is_provisional=True).exists()
    events = set(Event.objects.values_list("event", flat=True))
    assert events == {"link-concern", "give-case-to-person", "change-details", "keep-earlier-details"} and _one_each([])


def test_how_it_is_safe_to_reach_them_is_not_left_behind(concern, known, worker):
    _link(concern, known, worker)
    known.refresh_from_db()
    assert "Write, do not ring." in known.safe_contact and "Only ring on Tuesdays." in known.safe_contact
    assert "Her son." in known.must_not_know


def test_a_link_is_undone_and_made_again(concern, known, worker):
    provisional = concern.case.person
    _link(concern, known, worker)
    undo_link(concern=concern, by=worker, at=NOW, because="It was her sister.")
    concern.case.refresh_from_db()
    known.refresh_from_db()
    assert concern.case.person == provisional and link_of(concern) is None
    assert (known.safe_contact, known.must_not_know) == ("Write, do not ring.", "")
    other = factories.person()
    assert _link(concern, other, worker).to_person == other


def test_a_person_linked_to_a_closed_case_gives_the_concern_no_home(concern, known, worker):
    factories.case(person=known, stage="closed", closed_on=TODAY)
    assert case_to_join(known) is None
    with pytest.raises(NotAllowed, match="no open enquiry"):
        _link(concern, known, worker, join=True)
    assert _link(concern, known, worker).to_case == concern.case


def test_joining_takes_what_was_said_and_is_to_be_done_along(concern, worker):
    enquiry = factories.enquiry()
    said = factories.conversation(concern)
    add_task(case=concern.case, kind="ask-again", due_on=TODAY, by=worker, subject=said)
    left, before = concern.case, set(Event.objects.values_list("pk", flat=True))
    _link(concern, enquiry.case.person, worker, join=True)
    said.refresh_from_db()
    left.refresh_from_db()
    assert concern.case == enquiry.case == said.case == Task.objects.get().case
    assert left.stage == "closed" and _one_each(before)


def test_undoing_a_joined_concern_puts_it_back_on_the_duty_list(concern, worker):
    enquiry = factories.enquiry()
    left = concern.case
    said = factories.conversation(concern)
    _link(concern, enquiry.case.person, worker, join=True)
    Section42Decision.objects.create(authority=concern.authority, concern=concern, decision="section-42", joined_case=True)
    concern.state = "decided"
    concern.save()
    before = set(Event.objects.values_list("pk", flat=True))
    undo_link(concern=concern, by=worker, at=NOW, because="Somebody else of that name.")
    concern.refresh_from_db()
    said.refresh_from_db()
    assert (concern.case, concern.case.stage, concern.state, said.case) == (left, "concern", "waiting", left)
    enquiry.case.refresh_from_db()
    assert enquiry.case.stage == "enquiry" and _one_each(before)


def test_a_concern_that_shares_its_case_gets_a_case_of_its_own(concern, known, worker):
    other = factories.concern(concern.case)
    link = _link(concern, known, worker)
    other.refresh_from_db()
    assert concern.case.person == known and link.from_case == other.case != concern.case
    undo_link(concern=concern, by=worker, at=NOW, because="Wrong.")
    assert Case.objects.get(pk=concern.case_id).person == link.from_person


@pytest.mark.parametrize("why", [pytest.param("again", id="linked already"), pytest.param("self", id="the same person"),
                                 pytest.param("elsewhere", id="another authority")])  # fmt: skip
def test_refused(concern, known, worker, why):
    if why == "again":
        _link(concern, known, worker)
    to = {"again": factories.person(), "self": concern.case.person, "elsewhere": factories.person(of=factories.authority("Otherham"))}[why]
    with pytest.raises(NotAllowed):
        _link(concern, to, worker)


def test_there_is_nothing_to_undo_without_a_link_or_without_a_reason(concern, known, worker):
    with pytest.raises(NotAllowed, match="nothing to undo"):
        undo_link(concern=concern, by=worker, at=NOW, because="x")
    _link(concern, known, worker)
    with pytest.raises(NotAllowed, match="Say why"):
        undo_link(concern=concern, by=worker, at=NOW, because=" ")


def test_a_safe_contact_card_goes_with_the_words_and_nothing_is_sent_until_it_is_read(concern, known, worker):
    factories.safe_contact_card(concern.case.person, ways=[{"way": "post", "is_safe": "no", "where": "", "words": "He opens it"}])
    factories.safe_contact_card(known, told=told_of(known))
    _link(concern, known, worker)
    known.refresh_from_db()
    assert "Post: Not safe: He opens it." in known.safe_contact
    assert not ask_gate(case=concern.case, how="post", where="2 High Street")
    undo_link(concern=concern, by=worker, at=NOW, because="Somebody else.")
    known.refresh_from_db()
    assert known.safe_contact == "Write, do not ring."

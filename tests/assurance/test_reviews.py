"""Is a review decided by the section, counted, followed to whether it held, and published so that nobody is known from it?"""

from datetime import date, time
from io import BytesIO

import pikepdf
import pytest
from django.http import Http404

from heard.assurance.actions.learning import add_learning_action
from heard.assurance.actions.publishing import answer_warning, publish_review, write_review
from heard.assurance.actions.reviewed_people import correct_what_happened, name_reviewed_person
from heard.assurance.actions.reviews import (
    add_chronology,
    add_finding,
    add_participant,
    add_recommendation,
    decide_on_referral,
    look_at_recommendation,
    refer_for_review,
    set_out_review,
    start_review,
)
from heard.assurance.models import PanelDecision, ReviewedPerson, SafeguardingAdultReview
from heard.assurance.queries.publishing import answered_elsewhere, answered_in, warnings_of
from heard.assurance.queries.reviews import (
    decision_on,
    found_by_reviews,
    known_of,
    my_referrals,
    person_of_case,
    published_for,
    published_review,
    recommendation_for,
    referral_for,
    referrals_for,
    review_for,
    reviewed_person_for,
    reviews_for,
)
from heard.people.actions import change_details
from heard.returns.live import count_return
from heard.rules.decision import NotAllowed
from heard.rules.reviews.anonymity import Warning
from heard.rules.reviews.chronology import Row
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.reviews import HappenedTo, RecommendationStep, ReviewKind
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 5)
OLD_HOME = "1 Old Row\nTestford"
ALIVE = {"adult-in-area": "yes", "together": "yes", "died": "no", "serious": "yes"}


@pytest.fixture
def manager():
    return factories.user(Role.MANAGER)


@pytest.fixture
def case():
    return factories.case(person=factories.person(given_name="Mary", family_name="Example", birth_date=date(1950, 5, 3)))


def refer(by, **but):
    return refer_for_review(by=by, **{"about": "Mary", "died": "no", "what_happened": "Left.", "why_together": "Nobody told.", **but})


def decide(referral, by, decision=ReviewKind.MUST, **answers) -> PanelDecision:
    criteria = {name: {"answer": answer, "words": "Seen."} for name, answer in {**ALIVE, **answers}.items()}
    return decide_on_referral(referral=referral, criteria=criteria, decision=decision, reasons="R.", panel="Mo", decided_on=DAY, by=by)


def start(referral, case, by, title="Adult B") -> SafeguardingAdultReview:
    return start_review(referral=referral, title=title, started_on=DAY, case_reference=case.reference, by=by)


@pytest.mark.parametrize("role", Role, ids=lambda role: role.label)
def test_anybody_who_uses_heard_may_refer_and_sees_what_was_decided(role, manager):
    user = factories.user(role)
    referral = refer(user)
    decide(referral, manager)
    assert [one.decisions.all()[0].decision for one in my_referrals(user)] == ["must"]
    assert my_referrals(manager) == []


def test_a_must_is_never_decided_away_and_what_was_decided_before_is_kept(manager):
    referral = refer(manager)
    with pytest.raises(NotAllowed, match="must be a review"):
        decide(referral, manager, ReviewKind.NOT)
    decide(referral, manager, ReviewKind.MAY, serious="no")
    decide(referral, manager)
    assert referral.decisions.count() == 2 and decision_on(referral).rule_said == "must"


def test_a_review_begins_once_and_the_return_counts_the_adult(manager, case):
    referral = refer(manager)
    with pytest.raises(NotAllowed, match="not decided on a review"):
        start(referral, case, manager)
    decide(referral, manager)
    with pytest.raises(NotAllowed, match="No case or concern"):
        start_review(referral=referral, title="B", started_on=DAY, case_reference="H-NONE", by=manager)
    with pytest.raises(NotAllowed, match="‘Mary’"):
        start(referral, case, manager, title="Mary")
    assert not SafeguardingAdultReview.objects.exists()
    start(referral, case, manager)
    with pytest.raises(NotAllowed, match="already"):
        start(referral, case, manager)
    with pytest.raises(NotAllowed, match="has begun"):
        decide(referral, manager)
    person = ReviewedPerson.objects.get()
    assert (person.person_id, person.died, person.survived_harm) == (case.person_id, False, True)


def test_the_adult_is_found_by_the_reference_of_a_case_or_a_concern_of_this_council_only(case):
    concern = factories.concern(case)
    assert person_of_case(case.authority, case.reference.lower()) == person_of_case(case.authority, concern.reference) == case.person
    assert person_of_case(factories.authority("Elsewhere"), case.reference) is person_of_case(case.authority, " ") is None


def test_agencies_chronologies_become_one_and_nothing_is_added_twice(manager, case):
    review = factories.review(case.person)
    rows = [Row(DAY, time(9), "Rang", "Notes"), Row(DAY, None, "Visit")]
    assert add_chronology(review=review, agency="GP", rows=rows, by=manager) == 2
    assert add_chronology(review=review, agency="gp ", rows=[*rows, Row(DAY, None, "Letter")], by=manager) == 1
    assert add_chronology(review=review, agency="Police", rows=rows, by=manager) == 2
    assert review.chronology.count() == 5


def test_how_it_is_done_and_who_takes_part(manager, case):
    review = factories.review(case.person)
    set_out_review(review=review, method="panel", method_because="Few records", terms="2025", reviewer_name="Ro", by=manager)
    add_participant(review=review, name="Sam", relationship="Brother", how="meets", words="I want to know.", advocate="Ad", by=manager)
    found = review_for(manager, review.pk)
    assert (found.method, [one.name for one in found.participants.all()]) == ("panel", ["Sam"])


def test_a_finding_is_shown_where_a_live_case_shows_the_sign_and_names_nobody(manager, case, client):
    review = factories.review(case.person)
    with pytest.raises(NotAllowed, match="‘Mary’"):
        add_finding(review=review, words="W", theme="seen-alone", sign="never-seen-alone", prompt="Mary was never alone.", by=manager)
    prompt = "Her son answered for her each time."
    with pytest.raises(NotAllowed, match="3 May 2025"):
        add_finding(review=review, words="W", theme="seen-alone", sign="never-seen-alone", prompt="Nobody came on 3 May 2025.", by=manager)
    finding = add_finding(review=review, words="W", theme="seen-alone", sign="never-seen-alone", prompt=prompt, by=manager)
    add_finding(review=review, words="Not shown", theme="risk", by=manager)
    assert found_by_reviews(case.authority_id, ["never-seen-alone", "missed-contacts"]) == {"never-seen-alone": [finding]}
    live = factories.enquiry(lead=manager)
    for day in (3, 4):
        factories.conversation(live, held_at=factories.at(date(2026, 3, day)), alone="no", present=["son"])
    client.force_login(manager)
    page = client.get(f"/cases/{live.case.reference}/duties").content.decode()
    assert "A review found the same sign" in page and prompt in page
    assert "Shown because this case shows it too" in page and "The review itself is not published yet." in page


def test_one_recommendation_is_proved_and_holds_and_another_does_not_and_is_open_again(manager, case):
    review = factories.review(case.person)
    details = {"theme": "seen-alone", "owner_name": "North", "measure_of_change": "Count", "due_on": DAY}
    with pytest.raises(NotAllowed, match="‘Example’"):
        add_recommendation(review=review, words="Tell the Example family.", by=manager, **details)
    one, two = (add_recommendation(review=review, words=words, by=manager, **details) for words in ("See alone.", "Ask again."))
    assert (one.number, two.number) == (1, 2)
    for each in (one, two):
        look_at_recommendation(recommendation=each, step=RecommendationStep.PROVED, on=DAY, words="Seen.", by=manager)
    with pytest.raises(NotAllowed, match="5 September 2026"):
        look_at_recommendation(recommendation=one, step=RecommendationStep.HELD, on=date(2026, 6, 1), words="Yes.", by=manager)
    look_at_recommendation(recommendation=one, step=RecommendationStep.HELD, on=date(2026, 9, 5), words="Yes.", by=manager)
    look_at_recommendation(recommendation=two, step=RecommendationStep.NOT_HELD, on=date(2026, 6, 1), words="Old ways.", by=manager)
    look_at_recommendation(recommendation=two, step=RecommendationStep.PROVED, on=date(2026, 7, 1), words="Anew.", by=manager)
    assert [look.step for look in recommendation_for(manager, two.pk).looks.all()] == ["proved", "did-not-hold", "proved"]
    action = add_learning_action(recommendation=one, theme="seen-alone", what="Rooms", owner_name="Mo", due_on=DAY, by=manager)
    assert action.sampled is None


def test_nothing_is_published_while_a_warning_has_no_answer(manager, case):
    review = factories.review(case.person)
    with pytest.raises(NotAllowed, match="nothing to publish"):
        publish_review(review=review, by=manager)
    with pytest.raises(NotAllowed, match="‘Mary’"):
        write_review(review=review, title="Mary", text="T", by=manager)
    write_review(review=review, title="Adult B", text=f"Then Mary rang. See {case.reference}. Born 3 May 1950.", by=manager)
    assert {one.what for one in warnings_of(review)} == {"name", "reference", "birth-date"}
    with pytest.raises(NotAllowed, match="3 warnings are not answered"):
        publish_review(review=review, by=manager)
    mary = next(one for one in warnings_of(review) if one.found == "Mary")
    with pytest.raises(NotAllowed, match="Say why"):
        answer_warning(review=review, warning=mary, because=" ", by=manager)
    with pytest.raises(NotAllowed, match="not warned of"):
        answer_warning(review=review, warning=Warning("name", "Sam", "Then Sam rang."), because="x", by=manager)


def test_an_answer_is_about_its_sentence_and_a_changed_sentence_asks_again(manager, case):
    review = factories.review(case.person)
    write_review(review=review, title="Adult B", text="On the Feast of Mary she rang.", by=manager)
    for because in ("A feast.", "The Feast of Mary."):
        answer_warning(review=review, warning=warnings_of(review)[0], because=because, by=manager)
    assert answered_in(review) == {("name", "Mary", "On the Feast of Mary she rang."): "The Feast of Mary."}
    assert review.anonymity_answers.count() == 2, "what was said before is kept"
    publish_review(review=review, by=manager)
    write_review(review=review, title="Adult C", text="She was called Mary.", by=manager)
    with pytest.raises(NotAllowed, match="1 warning is not answered"):
        publish_review(review=review, by=manager)
    assert answered_elsewhere(warnings_of(review)[0], answered_in(review)) == "The Feast of Mary."
    seen = published_review(factories.user(Role.ANALYST), review.pk)
    assert (seen.published, seen.published_title) == ("On the Feast of Mary she rang.", "Adult B")


def test_numbers_are_never_given_twice(manager, case):
    review = factories.review(case.person)
    details = {"theme": "seen-alone", "owner_name": "North", "measure_of_change": "Count", "due_on": DAY, "by": manager}
    first = add_recommendation(review=review, words="See alone.", **details)
    add_recommendation(review=review, words="Ask again.", **details)
    first.delete()
    assert add_recommendation(review=review, words="Ring.", **details).number == 3


def counted_in_sg5b(council) -> tuple[int, int]:
    """How many died and how many survived, in the return of 2025."""
    counts = {cell.category: value for cell, value in count_return(council, 2025).items() if cell.table == "SG5b"}
    return counts["Who suffered serious harm and died"], counts["Who suffered serious harm and survived"]


def test_a_review_may_be_about_several_adults_and_the_return_counts_each(manager, case):
    review, other = factories.review(case.person, started_on=date(2025, 6, 1)), factories.case()
    for reference, says in (("H-NONE", "No case or concern"), (case.reference, "about this adult already")):
        with pytest.raises(NotAllowed, match=says):
            name_reviewed_person(review=review, case_reference=reference, happened=HappenedTo.DIED, by=manager)
    named = name_reviewed_person(review=review, case_reference=other.reference, happened=HappenedTo.DIED, by=manager)
    assert counted_in_sg5b(manager.authority) == (1, 1)
    with pytest.raises(NotAllowed, match="recorded already"):
        correct_what_happened(reviewed=named, happened=HappenedTo.DIED, because="x", by=manager)
    correct_what_happened(reviewed=named, happened=HappenedTo.SURVIVED, because="She is alive.", by=manager)
    assert counted_in_sg5b(manager.authority) == (0, 2)
    assert [(one.died, one.because) for one in reviewed_person_for(manager, named.pk).earlier.all()] == [(True, "She is alive.")]
    with pytest.raises(Http404):
        reviewed_person_for(factories.user(Role.MANAGER, of=factories.authority("Elsewhere")), named.pk)


def test_who_could_be_known_is_the_adult_now_and_before_those_in_their_life_who_led_spoke_and_rang(manager, case):
    case.person.address = OLD_HOME
    case.person.save()
    review = factories.review(case.person)
    lead = factories.user(full_name="Lee Lead")
    factories.enquiry(factories.concern(case), lead=lead)
    case.person.network.create(authority=case.authority, name="Kev Example")
    review.participants.create(authority=case.authority, name="Bea Example", relationship="Sister", how="interview", advocate="Ida Speaks")
    case.advocacy.create(authority=case.authority, kind="care-act", referred_on=date(2026, 3, 5), advocate_name="Ada Speaks")
    factories.concern(case, report={"raised_by_name": "Nurse Rhona Told, Ward 4"})
    change_details(person=case.person, by=lead, family_name="Renamed", address="4 New Row\nTestford", postcode="ZZ2 2ZZ")
    known = known_of(review)
    around = {"Kev Example", "Lee Lead", "Bea Example", "Ida Speaks", "Ada Speaks", "Rhona Told"}
    assert {"Mary Renamed", "Example", *around} <= set(known.names)
    assert case.reference in known.references and set(case.concerns.values_list("reference", flat=True)) <= set(known.references)
    assert known.born == (date(1950, 5, 3),) and "4 New Row\nTestford\nZZ2 2ZZ" in known.addresses and OLD_HOME in known.addresses
    said = "It began at 1 Old Row. A Ward sister, Rhona, rang. She was Example then."
    write_review(review=review, title="Adult B", text=said, by=manager)
    assert {one.found for one in warnings_of(review)} == {"1 Old Row", "Rhona", "Example"}


def test_reviews_are_seen_by_who_runs_them_and_only_published_ones_by_others(manager, case):
    review, referral = factories.review(case.person), factories.review_referral()
    worker, elsewhere = factories.user(), factories.user(Role.MANAGER, of=factories.authority("Elsewhere"))
    assert list(reviews_for(manager)) == [review] and list(referrals_for(manager)) == [referral]
    for user in (worker, elsewhere):
        assert not reviews_for(user) and not referrals_for(user) and published_for(user) == []
        for read, what in ((review_for, review), (referral_for, referral), (published_review, review)):
            with pytest.raises(Http404):
                read(user, what.pk)
        with pytest.raises(Http404):
            recommendation_for(user, factories.recommendation(review).pk)


def test_a_published_review_names_the_team_that_sees_to_it_and_no_colleague(manager, case, client):
    review = factories.review(case.person)
    for owner in (manager.full_name.upper(), "North team"):
        factories.recommendation(review, owner_name=owner)
    write_review(review=review, title="Adult B", text="Nobody asked.", by=manager)
    publish_review(review=review, by=manager)
    client.force_login(factories.user(Role.DUTY_WORKER))
    page = client.get(f"/reviews/published/{review.pk}").content.decode().split("<main")[1]
    assert "North team" in page and manager.full_name.upper() not in page


def test_a_published_review_leaves_as_a_tagged_pdf_with_its_own_title(manager, case, client):
    review = factories.review(case.person)
    write_review(review=review, title="Adult B", text="Nobody asked.", by=manager)
    address = f"/reviews/published/{review.pk}/pdf"
    client.force_login(factories.user(Role.DUTY_WORKER))
    assert client.get(address).status_code == 404, "not before it is published"
    publish_review(review=review, by=manager)
    with pikepdf.open(BytesIO(client.get(address).content)) as pdf:
        assert pdf.Root.MarkInfo.Marked and pdf.docinfo["/Title"] == "Safeguarding Adult Review: Adult B"

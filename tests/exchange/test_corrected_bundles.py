"""What does a corrected bundle change, and what does it leave alone?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.models import Report, Section42Decision
from heard.enquiries.models import Risk, RiskFinding
from heard.people.models import EarlierDetails, Person, SearchKey
from heard.people.queries import details_of
from heard.rules.search_keys import search_keys_for
from heard.voice.models import Conversation, Judgement, Wish
from tests import factories
from tests.exchange.bundles import GOOD, changed, only, rows_of, text_of

pytestmark = pytest.mark.django_db
ALL = {file: len(rows_of(text)) for file, text in GOOD.items()}


def test_an_import_makes_one_case_for_each_concern_at_the_stage_of_its_data(bring_in):
    assert bring_in() == {file: {"created": number} for file, number in ALL.items()}
    stages = {concern.ref: (concern.case.stage, concern.state, concern.case.closed_on) for concern in Concern.objects.all()}
    assert stages == {
        "C1": ("closed", "decided", date(2026, 1, 30)),
        "C2": ("concern", "waiting", None),
        "C3": ("closed", "decided", date(2026, 1, 6)),
        "C4": ("enquiry", "decided", None),
    }
    assert Case.objects.count() == 4


def test_the_import_is_one_event_and_one_for_each_record(bring_in):
    bring_in()
    assert Event.objects.filter(event="import-bundle").count() == 1
    assert Event.objects.filter(event="import-record", subject="concerns.report").count() == 4
    assert not Event.objects.filter(subject="concerns.report", case_id=None).exists()
    assert Event.objects.filter(event="import-bundle").get().detail["records"] == Event.objects.count() - 1


def test_the_same_bundle_again_changes_nothing(bring_in):
    bring_in()
    events = Event.objects.count()
    assert bring_in() == {file: {"unchanged": number} for file, number in ALL.items()}
    assert Event.objects.count() == events + 1


def test_blank_cells_and_missing_rows_erase_nothing(bring_in):
    bring_in()
    blank = changed("people.csv", "P1", address="", health_conditions="")
    rows = [row for row in rows_of(blank["concerns.csv"]) if row["concern_ref"] != "C3"]
    assert bring_in({**blank, "concerns.csv": text_of(rows)})["concerns.csv"] == {"unchanged": 3}
    person = Person.objects.get(ref="P1")
    assert (person.address, person.health_conditions) == ("1 High Street, Testford", ["dementia", "stroke"])


def test_an_import_makes_people_who_can_be_found(bring_in):
    bring_in()
    person = Person.objects.get(ref="P1")
    assert set(SearchKey.objects.filter(person=person).values_list("key", flat=True)) == set(search_keys_for(details_of(person)))


def test_a_persons_details_are_corrected_and_those_before_are_kept(bring_in):
    bring_in()
    assert bring_in(changed("people.csv", "P1", family_name="Nowak", birth_date="1951-08-15"))["people.csv"] == {
        "updated": 1, "unchanged": 2
    }  # fmt: skip
    person = Person.objects.get(ref="P1")
    assert (person.family_name, person.birth_date) == ("Nowak", date(1951, 8, 15))
    assert EarlierDetails.objects.get(person=person).details == {"family_name": "Żak", "birth_date": "1951-08-14"}
    assert set(person.search_keys.values_list("key", flat=True)) == set(search_keys_for(details_of(person)))


def test_changed_words_ratings_and_decisions_are_new_versions_under_the_same_reference(bring_in):
    bring_in()
    files = changed("concerns.csv", "C3", decision="other-enquiry", description="More")
    files = changed("desired_outcomes.csv", "W2", files, words="An apology", adult_rating="met")
    files = changed("conversations.csv", "T1", files, words="Leave me be, please.")
    files = changed("risks.csv", "E1|physical|known-to-adult|own-home", files, outcome="removed")
    done = bring_in(files)
    assert {file: count["updated"] for file, count in done.items() if "updated" in count} == {
        "concerns.csv": 1, "desired_outcomes.csv": 1, "conversations.csv": 1, "risks.csv": 1
    }  # fmt: skip
    assert list(Section42Decision.objects.filter(concern__ref="C3").order_by("is_current").values_list("decision", flat=True)) == [
        "no-enquiry", "other-enquiry"
    ]  # fmt: skip
    assert Report.objects.get(concern__ref="C3", is_current=True).supersedes.description == "=1+1"
    new = Wish.objects.get(ref="W2", is_current=True)
    assert (new.words, new.supersedes.words, new.replaces.ref) == ("An apology", "An apology, in person", "W1")
    assert Judgement.objects.get(judge="adult", is_current=True).rating == "met"
    assert Judgement.objects.get(judge="adult", is_current=False).rating == "partly-met"
    assert Conversation.objects.get(ref="T1", is_current=True).supersedes.words == "Leave me be."
    assert RiskFinding.objects.get(is_current=True, risk__type="physical", risk__enquiry__ref="E1").outcome == "removed"
    assert bring_in(files) == {file: {"unchanged": number} for file, number in ALL.items()}


def test_a_wish_corrected_twice_keeps_its_ratings(bring_in):
    bring_in()
    bring_in(changed("desired_outcomes.csv", "W2", words="An apology"))
    files = changed("desired_outcomes.csv", "W2", words="A real apology", professional_rating="partly-met")
    assert bring_in(files)["desired_outcomes.csv"] == {"updated": 1, "unchanged": 2}
    assert bring_in(files)["desired_outcomes.csv"] == {"unchanged": 3}
    assert Judgement.objects.filter(is_current=True, judge="professional").count() == 1


def test_a_row_changed_in_heard_is_left_alone_and_the_others_are_not(bring_in):
    bring_in()
    Person.objects.filter(ref="P3").update(phone="01632 960123")
    files = changed("people.csv", "P3", phone="01632 960999")
    files = changed("people.csv", "P1", files, phone="01632 960998")
    assert bring_in(files)["people.csv"] == {"updated": 1, "unchanged": 1, "kept": 1}
    assert Person.objects.get(ref="P3").phone == "01632 960123"


def test_a_row_that_was_changed_alike_in_heard_and_in_the_bundle_is_unchanged_and_can_be_corrected_later(bring_in):
    bring_in()
    Person.objects.filter(ref="P3").update(phone="01632 960123")
    assert bring_in(changed("people.csv", "P3", phone="01632 960123"))["people.csv"] == {"unchanged": 3}
    assert bring_in(changed("people.csv", "P3", phone="01632 960999"))["people.csv"] == {"updated": 1, "unchanged": 2}


def test_a_record_made_in_error_stays_away(bring_in, council):
    bring_in()
    by = factories.user()
    in_error = {"in_error_at": factories.at(date(2026, 5, 1)), "in_error_by": by, "in_error_because": "Another adult's"}
    Wish.objects.filter(ref="W2").update(**in_error)
    Risk.objects.filter(type="neglect").update(**in_error)
    Concern.objects.filter(ref="C3").update(**in_error)
    done = bring_in(changed("desired_outcomes.csv", "W2", words="Another"))
    assert done["desired_outcomes.csv"] == {"unchanged": 2, "kept": 1}
    assert done["risks.csv"] == {"unchanged": 2, "kept": 1}
    assert done["concerns.csv"] == {"unchanged": 3, "kept": 1}


def test_a_new_enquiry_for_a_held_concern_moves_its_case(bring_in):
    bring_in()
    row = {"enquiry_ref": "E2", "concern_ref": "C2", "kind": "other", "started_on": "2026-03-01"}
    assert bring_in(only(people=rows_of(GOOD["people.csv"]), enquiries=[row])) == {
        "people.csv": {"unchanged": 3}, "enquiries.csv": {"created": 1}
    }  # fmt: skip
    assert Concern.objects.get(ref="C2").case.stage == "enquiry"
    assert Concern.objects.get(ref="C2").state == "decided"
    files = only(people=rows_of(GOOD["people.csv"]), enquiries=[{**row, "concluded_on": "2026-04-01"}])
    assert bring_in(files)["enquiries.csv"] == {"updated": 1}
    assert Case.objects.get(concerns__ref="C2").closed_on == date(2026, 4, 1)


def test_an_enquiry_and_a_concern_that_belong_elsewhere_move(bring_in):
    bring_in()
    files = changed("enquiries.csv", "E1", concern_ref="C2")
    files = changed("concerns.csv", "C3", files, person_ref="P3")
    bring_in(files)
    enquiry = Enquiry.objects.get(ref="E1")
    assert enquiry.case == enquiry.concern.case == Concern.objects.get(ref="C2").case
    assert set(Wish.objects.filter(enquiry=enquiry).values_list("case_id", "concern_id")) == {(enquiry.case_id, enquiry.concern_id)}
    assert Concern.objects.get(ref="C3").case.person.ref == "P3"
    assert bring_in(files) == {file: {"unchanged": number} for file, number in ALL.items()}


def test_a_corrected_finding_leaves_the_outcome_of_the_one_before(bring_in):
    bring_in()
    files = changed("risks.csv", "E1|physical|known-to-adult|own-home", finding="no-risk-action", outcome="")
    assert bring_in(files)["risks.csv"] == {"updated": 1, "unchanged": 2}
    assert bring_in(files)["risks.csv"] == {"unchanged": 3}


def test_a_corrected_end_may_not_come_before_the_start_that_is_held(bring_in, faults_of):
    bring_in()
    row = {"enquiry_ref": "E4", "concern_ref": "C4", "kind": "other", "started_on": "2026-02-06", "concluded_on": "2026-02-05"}
    assert faults_of(only(people=rows_of(GOOD["people.csv"]), enquiries=[row])) == [
        "enquiries.csv:2: concluded_on: the end is before the start, expected 2026-02-06 or later"
    ]


def test_people_of_a_review_are_added_and_corrected(bring_in):
    bring_in()
    files = changed("safeguarding_adult_reviews.csv", "S1", person_refs="P1;P2", died_refs="P1;P2", survived_harm_refs="P1")
    assert bring_in(files)["safeguarding_adult_reviews.csv"] == {"updated": 1}
    assert bring_in(files)["safeguarding_adult_reviews.csv"] == {"unchanged": 1}


def test_references_are_unique_within_an_authority_only(bring_in):
    bring_in()
    assert bring_in(GOOD, factories.authority("Elsewhere"))["people.csv"] == {"created": 3}


def test_the_reference_of_a_record_born_in_heard_names_it(bring_in, council):
    held = factories.enquiry(factories.concern(of=council))
    person = held.case.person
    rows = {
        "people": [{"person_ref": str(person.pk), "family_name": person.family_name}],
        "desired_outcomes": [{"outcome_ref": "W9", "enquiry_ref": str(held.pk), "words": "Peace", "expressed_by": "adult"}],
    }
    assert bring_in(only(**rows)) == {"people.csv": {"unchanged": 1}, "desired_outcomes.csv": {"created": 1}}
    rows["people"][0]["family_name"] = "Another"
    assert bring_in(only(**rows))["people.csv"] == {"kept": 1}

"""Does version 1.1 carry what version 1 cannot, in files of its own, by the same rules?"""

from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from heard.audit.models import Event
from heard.exchange.actions.exporting import export_bundle
from heard.exchange.queries.not_carried import not_carried
from heard.exchange.tables import TABLES, Kind
from heard.exchange.versions import CARRIED
from heard.people.models import NetworkMember, SafeContactCard
from heard.rights.models import CapacityAssessment, SubstantialDifficulty
from heard.voice.models import Conversation
from tests import factories
from tests.exchange import bundles
from tests.exchange.bundles_1_1 import GOOD_1_1, ROWS, with_row
from tests.exchange.test_round_trip import _DAYS, _WORDS, _cell, filled

pytestmark = pytest.mark.django_db
ALL = {file: len(bundles.rows_of(text)) for file, text in GOOD_1_1.items()}


@pytest.fixture
def take_out(council, tmp_path):
    def run(version="1.1", of=None) -> dict[str, str]:
        export_bundle(path=tmp_path / "out", authority=of or council, by=None, progress=lambda words: None, version=version)
        return {file.name: file.read_bytes().decode() for file in Path(tmp_path / "out").iterdir()}

    return run


def test_every_file_of_the_version_is_tried_here():
    assert set(ROWS) == set(CARRIED)


def test_every_cell_comes_back_and_the_same_bundle_again_changes_nothing(bring_in, take_out):
    assert bring_in(GOOD_1_1) == {file: {"created": number} for file, number in ALL.items()}
    assert filled(take_out()) == filled(GOOD_1_1)
    events = Event.objects.count()
    assert bring_in(GOOD_1_1) == {file: {"unchanged": number} for file, number in ALL.items()}
    assert Event.objects.filter(is_read=False).count() <= events


def test_what_went_out_makes_the_same_council_elsewhere(bring_in, take_out):
    bring_in(GOOD_1_1)
    out, elsewhere = take_out(), factories.authority("Elsewhere")
    bring_in(out, elsewhere)
    assert filled(take_out(of=elsewhere)) == filled(out)


def test_version_1_is_what_goes_out_unless_asked_and_takes_the_place_of_a_later_one(bring_in, take_out):
    bring_in(GOOD_1_1)
    take_out()
    assert set(take_out(version="1")) == {table.file for table in TABLES}


def test_a_bundle_of_version_1_is_read_as_before(bring_in, take_out):
    bring_in()
    assert filled(take_out()) == filled(bundles.GOOD)


def test_what_is_carried_is_no_longer_listed_as_left_behind(bring_in, council):
    bring_in(GOOD_1_1)
    behind = dict(not_carried(council))
    assert behind["People in the adults' networks"] == 2 and behind["What was shared with partners"] == 1
    left = {label for label, number in not_carried(council, "1.1") if number}
    assert not left & {
        "People in the adults' networks",
        "What was shared with partners",
        "Safe-contact cards",
        "Times an IMCA was considered",
    }


def test_a_correction_is_a_new_version_or_a_change_in_place_with_what_stood_there(bring_in):
    bring_in(GOOD_1_1)
    assert bring_in(with_row("capacity_assessments.csv", place="The ward"))["capacity_assessments.csv"] == {"updated": 1}
    now = CapacityAssessment.objects.get(is_current=True)
    assert (now.place, now.supersedes.place, now.ref) == ("The ward", "", "Q1")
    bring_in(with_row("network_members.csv", means="She rings every day."))
    assert NetworkMember.objects.get(ref="M1").means == "She rings every day."
    assert Event.objects.filter(event="import-change", subject="people.networkmember").get().detail["before"] == {"means": "My rock."}


def test_what_was_changed_in_heard_is_kept(bring_in):
    bring_in(GOOD_1_1)
    NetworkMember.objects.filter(ref="M1").update(means="In her own words, later.")
    assert bring_in(with_row("network_members.csv", means="From elsewhere."))["network_members.csv"] == {"kept": 1, "unchanged": 1}


def test_details_complete_a_conversation_of_the_same_bundle_and_correct_one_that_is_held(bring_in):
    bring_in(GOOD_1_1)
    first = Conversation.objects.get(ref="T2")
    assert (first.safe_place, first.support_used, Event.objects.filter(subject_id=str(first.pk)).count()) == ("no", "Pictures", 1)
    bring_in(with_row("conversation_details.csv", place="The garden"))
    now = Conversation.objects.get(ref="T2", is_current=True)
    assert (now.place, now.supersedes, now.held_at) == ("The garden", first, first.held_at)


def test_a_new_card_takes_the_place_of_the_one_that_is_current(bring_in):
    bring_in(GOOD_1_1)
    bring_in(with_row("safe_contact_cards.csv", card_ref="K2", code_word="Primrose"))
    old, new = SafeContactCard.objects.order_by("recorded_at")
    assert (old.is_current, new.is_current, new.supersedes, new.code_word) == (False, True, old, "Primrose")
    assert new.ways[0] == {"way": "phone", "is_safe": "yes", "words": "", "where": "01632 960000"}


def test_nothing_recorded_about_an_area_stays_not_recorded(bring_in):
    bring_in(GOOD_1_1)
    assert SubstantialDifficulty.objects.get().areas == {
        "retaining": {"answer": "yes", "words": "Loses the thread."}, "communicating": {"answer": "no"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("file", "cells", "told"),
    [
        pytest.param("capacity_assessments.csv", {"causal_link": ""}, "conclusion: the conclusion 'lacks-capacity' does not follow",
                     id="lacks capacity without the link"),
        pytest.param("capacity_assessments.csv", {"retain": "yes"}, "does not follow from the test", id="each part could be done"),
        pytest.param("capacity_assessments.csv", {"assessor_name": ""}, "assessor_name: the cell is blank", id="assessed by nobody"),
        pytest.param("advocacy.csv", {"met_on": "2026-02-01"}, "met_on: this is before the advocate was asked for", id="met too early"),
        pytest.param("advocacy.csv", {"acts_for_person_who_may_pose_risk": "yes"}, "acts for the other side", id="of both sides"),
        pytest.param("appropriate_people.csv", {"ended_on": "2026-01-01"}, "ended_on: the end is before the start", id="ended too early"),
        pytest.param("appropriate_people.csv", {"member_ref": "M9"}, "member_ref: 'M9' names no row", id="not in the network"),
        pytest.param("acting_without_agreement.csv", {"told_on": ""}, "told_on: the adult was told, and no day", id="told, with no day"),
        pytest.param("acting_without_agreement.csv", {"assessment_ref": ""}, "no assessment stands behind it", id="never assessed"),
        pytest.param("communication_checks.csv", {"with_whom": ""}, "with_whom: needs were shared with nobody", id="shared with nobody"),
        pytest.param("about_me.csv", {"important_to_me": ""}, "row: nothing is said under any heading", id="about me, with nothing said"),
        pytest.param("involvement.csv", {"said_by": "advocate"}, "said_by_name: whoever speaks", id="said by somebody who is not named"),
        pytest.param("not_needed.csv", {"what": "tell-everybody"}, "what: 'tell-everybody' is not a code", id="a duty that there is not"),
        pytest.param("safe_contact_cards.csv", {"phone_safe": ""}, "phone_safe: whether it is safe is blank", id="safe is blank"),
        pytest.param("safe_contact_cards.csv", {"safe_hours": "Monday 2 to 3"}, "safe_hours: 'Monday 2 to 3' cannot be read", id="hours"),
        pytest.param("sharing.csv", {"lawful_basis": ""}, "lawful_basis: the cell is blank", id="shared on no basis"),
        pytest.param("network_members.csv", {"name": "x" * 201}, "name: the cell has 201 characters, expected at most 200", id="too long"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_written(faults_of, file, cells, told):
    lines = faults_of(with_row(file, **cells))
    assert any(line.startswith(f"{file}:2:") and told in line for line in lines), lines
    assert not NetworkMember.objects.exists()


def test_two_cards_for_one_person_are_a_fault(faults_of):
    rows = [
        *bundles.rows_of(GOOD_1_1["safe_contact_cards.csv"]),
        {**bundles.rows_of(GOOD_1_1["safe_contact_cards.csv"])[0], "card_ref": "K2"},
    ]
    (line,) = faults_of({**GOOD_1_1, "safe_contact_cards.csv": bundles.text_of(rows)})
    assert line.startswith("safe_contact_cards.csv:5: person_ref: 'P3' has one already, on line 2")


# What a rule asks of a row, so that whatever else stands in it is allowed.
_ALLOWED = {
    "capacity_assessments.csv": {"conclusion": "not-concluded"},
    "communication_checks.csv": {"step": "share", "with_whom": "W", "was_met": ""},
    "conversation_details.csv": {"place": "At home"},
    "about_me.csv": {"also": "Tea."}, "advocacy.csv": {"acts_for_person_who_may_pose_risk": "no"}, "involvement.csv": {"said_by": "adult"},
    "acting_without_agreement.csv": {"ground": "crime", "was_told": ""},
    "safe_contact_cards.csv": {f"{way}_{end}": value for way in ("phone", "text", "post", "email", "visit")
                               for end, value in (("safe", "not-known"), ("where", ""))} | {
                                   "never_safe": "", "safe_hours": "Mondays", "unsafe_hours": ""},
}  # fmt: skip


def _column(one, column):
    if column.kind == Kind.DATE and column.bold:
        return _DAYS
    if column.kind == Kind.CODE and (
        column.bold or set(column.codes) == {"yes", "no"} and any(f.is_flag and f.column == column for f in one.fields)
    ):
        return some.sampled_from(column.codes)
    if column.kind in (Kind.TEXT, Kind.SHORT):
        return _WORDS.filter(str.strip) if column.bold else _WORDS
    return _cell(column)


def _row_of(one):
    fixed = {**{name: "" for _, name, _ in one.ends}, **_ALLOWED.get(one.file, {})}
    links = {link.name: ROWS[one.file][0].get(link.name, "") for link in one.links}
    cells = {field.name: _column(one, field.column) for field in one.fields}
    key = {one.key.name: some.just(ROWS[one.file][0][one.key.name])}
    return some.fixed_dictionaries({**key, **cells, **{name: some.just(cell) for name, cell in {**links, **fixed}.items()}})


@pytest.mark.parametrize("file", CARRIED)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_any_words_codes_and_days_come_back(bring_in, take_out, file, data):
    row = data.draw(_row_of(CARRIED[file]))
    files = {**GOOD_1_1, file: bundles.text_of([row])}
    if file == "network_members.csv":
        files = {name: text for name, text in files.items() if name not in ("legal_authorities.csv",)}
    with transaction.atomic():
        bring_in(files)
        assert {key: value for key, value in filled(take_out()).items() if key[0] == file} == {
            key: value for key, value in filled(files).items() if key[0] == file
        }
        transaction.set_rollback(True)

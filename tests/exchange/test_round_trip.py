"""Does an export of an import give back every cell, and does importing it again change nothing?"""

import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from heard.audit.models import Event
from heard.exchange.actions.exporting import export_bundle
from heard.exchange.cells import items_of, read_time, write_time
from heard.exchange.faults import BadBundle
from heard.exchange.tables import LISTS, Kind, key_of
from heard.exchange.versions import BY_FILE
from tests.exchange import bundles

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).parents[3] / "shared" / "exchange" / "sample"


def _value(column, cell: str):
    if column.kind in LISTS:
        return set(items_of(cell))
    return read_time(cell) if column.kind == Kind.TIME else cell


def filled(files: dict[str, str]) -> dict:
    """Every cell that is not blank, by file, row and column, as what it means."""
    return {
        (file, key_of(BY_FILE[file], row), name): _value(BY_FILE[file].column(name), cell)
        for file, text in files.items() for row in bundles.rows_of(text.removeprefix("\ufeff")) for name, cell in row.items() if cell
    }  # fmt: skip


@pytest.fixture
def take_out(council, tmp_path):
    def run() -> dict[str, str]:
        export_bundle(path=tmp_path / "out", authority=council, by=None, progress=lambda words: None)
        return {file.name: file.read_bytes().decode() for file in (tmp_path / "out").iterdir()}

    return run


def test_every_cell_comes_back(bring_in, take_out):
    bring_in()
    assert filled(take_out()) == filled(bundles.GOOD)


def test_what_comes_back_can_be_brought_in_and_changes_nothing(bring_in, take_out):
    bring_in()
    out = take_out()
    assert bring_in(out) == {file: {"unchanged": len(bundles.rows_of(text))} for file, text in bundles.GOOD.items()}


def test_it_can_be_brought_into_another_authority(bring_in, take_out):
    from tests import factories

    bring_in()
    assert bring_in(take_out(), factories.authority("Elsewhere"))["concerns.csv"] == {"created": 4}


def test_only_the_repeated_hour_goes_out_with_an_offset(bring_in, take_out):
    bring_in()
    times = {row["concern_ref"]: row["received_at"] for row in bundles.rows_of(take_out()["concerns.csv"])}
    assert times["C1"] == "2025-10-26T01:30:00+00:00"
    assert times["C2"] == "2025-10-26T01:30:00+01:00"
    assert times["C3"] == "2026-01-05T10:00:00"


def test_a_byte_order_mark_and_windows_lines_are_read(bring_in, take_out):
    people = "\ufeff" + bundles.GOOD["people.csv"].replace("\n", "\r\n")
    bring_in({**bundles.GOOD, "people.csv": people})
    assert filled(take_out()) == filled(bundles.GOOD)


def test_columns_in_another_order_and_files_left_out(bring_in, take_out):
    files = {"people.csv": "family_name,person_ref\nExample,P1\n", "concerns.csv": "received_at,person_ref,concern_ref\n"}
    assert bring_in(files) == {"people.csv": {"created": 1}}
    assert filled(take_out()) == filled(files)


def test_what_came_beside_a_blank_decision_or_rating_comes_back(bring_in, take_out):
    files = bundles.changed("concerns.csv", "C2", decided_by="Somebody", decision_reason="Not yet", decided_at="2026-02-02T02:02:02")
    files = bundles.changed("desired_outcomes.csv", "W3", files, rating_difference_reason="We differ.")
    bring_in(files)
    assert filled(take_out()) == filled(files)
    assert bring_in(files)["concerns.csv"] == {"unchanged": 4}


@pytest.mark.skipif(not SAMPLE.is_dir(), reason="the shared sample is not beside this copy")
def test_the_shared_sample_comes_back(bring_in, take_out):
    files = {file.name: file.read_bytes().decode() for file in SAMPLE.glob("*.csv")}
    bring_in(files)
    assert filled(take_out()) == filled(files)


def test_an_export_is_one_read_in_the_audit(bring_in, take_out, council):
    bring_in()
    take_out()
    (event,) = Event.objects.filter(is_read=True)
    assert (event.event, event.authority_id, event.detail["rows"]["concerns.csv"]) == ("export-bundle", council.pk, 4)


def test_a_zip_holds_the_same_files(bring_in, take_out, council, tmp_path):
    bring_in()
    export_bundle(path=tmp_path / "out.zip", authority=council, by=None, progress=lambda words: None)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == take_out()


def test_an_earlier_bundle_is_replaced_and_nothing_else_is(bring_in, take_out, council, tmp_path):
    bring_in()
    take_out()
    take_out()
    (tmp_path / "out" / "letter.txt").write_text("Keep me.")
    with pytest.raises(BadBundle, match="the folder holds other things"):
        take_out()
    assert sorted(found.name for found in tmp_path.iterdir()) == ["in", "out"]


_WORDS = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
_DAYS = some.dates(date(1900, 1, 1), date(2020, 1, 1)).map(str)


def _cell(column):
    if column.kind == Kind.CODE:
        return some.sampled_from(["", *column.codes])
    if column.kind == Kind.CODES:
        return some.lists(some.sampled_from(column.codes), unique=True).map(";".join)
    if column.kind == Kind.DATE:
        return some.just("") | _DAYS
    if column.kind == Kind.TIME:
        return some.datetimes(datetime(1950, 1, 1), datetime(2030, 1, 1), timezones=some.just(UTC)).map(write_time)
    return {Kind.TEXT: _WORDS, Kind.LINE: _WORDS}.get(column.kind, some.just(""))


def _rows(file: str, **fixed):
    cells = {column.name: _cell(column) for column in BY_FILE[file].columns}
    return some.fixed_dictionaries({**cells, **{name: some.just(value) for name, value in fixed.items()}})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    _rows("people.csv", person_ref="P", family_name="Example", death_date=""),
    _rows("concerns.csv", concern_ref="C", person_ref="P"),
    _rows("conversations.csv", conversation_ref="T", concern_ref="C"),
)
def test_any_words_codes_and_times_come_back(bring_in, take_out, council, person, concern, conversation):
    from django.db import transaction

    files = bundles.only(people=[person], concerns=[concern], conversations=[conversation])
    with transaction.atomic():
        bring_in(files)
        assert filled(take_out()) == filled(files)
        transaction.set_rollback(True)


@given(some.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=some.just(UTC)))
def test_any_instant_comes_back(at):
    assert read_time(write_time(at)) == at.replace(microsecond=0)


@pytest.mark.parametrize(
    ("cell", "instant"),
    [
        pytest.param("2026-07-01T10:00:00", datetime(2026, 7, 1, 9, tzinfo=UTC), id="no offset in summer is an hour ahead"),
        pytest.param("2026-07-01T10:00:00Z", datetime(2026, 7, 1, 10, tzinfo=UTC), id="Z is Greenwich"),
        pytest.param("2026-07-01T10:00:00-05:00", datetime(2026, 7, 1, 15, tzinfo=UTC), id="any offset"),
        pytest.param("2025-10-26T01:30:00", datetime(2025, 10, 26, 0, 30, tzinfo=UTC), id="the repeated hour is the first of the two"),
        pytest.param("2025-03-30T01:30:00", datetime(2025, 3, 30, 1, 30, tzinfo=UTC), id="the skipped hour is as if clocks stood still"),
    ],
)
def test_times_are_read_as_london(cell, instant):
    assert read_time(cell) == instant
    assert read_time(write_time(instant + timedelta(0))) == instant

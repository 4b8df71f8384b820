"""Do the commands give the return as a file, with a sentence where they cannot?"""

import csv
import io
import json
from datetime import date

import pytest

from heard.config.command import main
from tests.returns import golden

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(monkeypatch, bring_in):
    monkeypatch.setattr("heard.config.command._check_database", lambda: None)
    bring_in(golden.bundle())


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_return_goes_to_the_screen_or_to_a_file(ready, capsys, tmp_path):
    assert main(["return", "sac", "--year", "2025"]) == 0
    printed = capsys.readouterr().out
    total = {row["ENQUIRY_TYPE"]: row["VALUE"] for row in rows(printed) if row["TABLE_REFERENCE"] == "SG1f"}
    assert total[golden.CONCERN] == str(golden.expected()[golden.Cell("SG1f", golden.CONCERN, "Total")])
    assert main(["return", "sac", "--year", "2025", "--output", str(tmp_path / "return.csv")]) == 0
    assert (tmp_path / "return.csv").read_text() == printed


def test_disclosure_control_hides_small_numbers(ready, capsys):
    assert main(["return", "sac", "--year", "2025", "--disclosure-control"]) == 0
    values = {row["VALUE"] for row in rows(capsys.readouterr().out)}
    assert {"[c]", "[x]"} <= values and all(value in ("[c]", "[x]") or int(value) % 5 == 0 for value in values)


@pytest.mark.parametrize("words", [["--year", "25"], ["--year", "twenty"], []], ids=["two digits", "words", "no year"])
def test_a_year_that_is_none_is_refused(ready, capsys, words):
    with pytest.raises(SystemExit) as ended:
        main(["return", "sac", *words])
    assert ended.value.code == 2 and "year" in capsys.readouterr().err


def test_a_place_that_is_not_there_is_said(ready, capsys, tmp_path):
    assert main(["return", "sac", "--year", "2025", "--output", str(tmp_path / "no" / "return.csv")]) == 2
    assert "its folder does not exist" in capsys.readouterr().err


def test_an_export_is_counted_and_anything_else_is_refused(ready, capsys, tmp_path, monkeypatch):
    main(["return", "sac", "--year", "2025"])
    printed = capsys.readouterr().out
    assert main(["analytics", "export", "--parquet", str(tmp_path / "out")]) == 0
    assert "flat_concern" in capsys.readouterr().out
    assert main(["analytics", "run", "--engine", "duckdb", "--year", "2025", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out == printed
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *moment: date(2026, 4, 1))
    assert main(["analytics", "run", "--engine", "duckdb", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().out == printed, "the last whole year, where none is named"
    assert main(["analytics", "run", "--engine", "duckdb", "--measures", str(tmp_path / "out")]) == 0
    of_duckdb = capsys.readouterr().out
    assert main(["measures", "--json"]) == 0
    assert json.loads(of_duckdb) == json.loads(capsys.readouterr().out) != []
    assert main(["analytics", "run", "--engine", "duckdb", "--measures", "--by", "age", str(tmp_path / "out")]) == 0
    by_age = json.loads(capsys.readouterr().out)
    assert main(["measures", "--json", "--by", "age"]) == 0
    assert json.loads(capsys.readouterr().out) == by_age and {"measure", "month", "age", "numerator", "denominator"} == set(by_age[0])
    assert main(["analytics", "run", "--engine", "duckdb", "--experience", str(tmp_path / "out")]) == 0
    assert json.loads(capsys.readouterr().out) == [], "nobody was asked in the golden year"
    assert (tmp_path / "out" / "data-dictionary.csv").read_text().startswith("COLUMN,")
    assert (tmp_path / "out" / "case_table.parquet").exists()
    assert main(["analytics", "run", "--engine", "duckdb", "--year", "2025", str(tmp_path)]) == 2
    assert "is not an export" in capsys.readouterr().err

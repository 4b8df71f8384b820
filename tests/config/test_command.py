"""Do the commands do what they say, and say what they cannot do?"""

import json
from datetime import date

import pytest

from heard.accounts.models import Authority
from heard.config.command import main
from heard.measures.models import Refreshed
from heard.people.models import Person
from heard.rules.next_steps.listed import LISTED
from tests import factories
from tests.exchange.bundles import GOOD, changed, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def bundle(tmp_path) -> str:
    return str(write(tmp_path / "in"))


def test_an_import_prints_the_table_and_makes_a_council_in_an_empty_database(bundle, capsys):
    assert main(["import", bundle]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[:3] == [
        "                                  created    updated  unchanged       kept",
        "people.csv                              3          0          0          0",
        "concerns.csv                            4          0          0          0",
    ]
    assert "Read people.csv: 3 rows" in said.err
    assert Authority.objects.get().name == "Council"


def test_an_import_into_an_empty_database_makes_the_authority_it_names(bundle):
    assert main(["import", bundle, "--authority", "Testshire County Council"]) == 0
    assert Authority.objects.get().slug == "testshire-county-council"


def test_a_dry_run_says_what_would_happen_and_writes_nothing(bundle, capsys):
    assert main(["import", bundle, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "people.csv                              3" in said
    assert said.endswith("Dry run: nothing was written.\n")
    assert not Authority.objects.exists() and not Person.objects.exists()


def test_a_bad_bundle_ends_with_two_and_a_line_for_each_fault(tmp_path, capsys):
    folder = write(tmp_path / "in", changed("people.csv", "P1", gender="x", ethnicity="y"))
    assert main(["import", str(folder)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    lines = [line for line in said.err.splitlines() if line.startswith("people.csv:2: ")]
    assert [line.split(": ")[1] for line in lines] == ["gender", "ethnicity"]
    assert said.err.endswith("2 faults. Nothing was written.\n")
    assert not Authority.objects.exists() and not Person.objects.exists()


def test_a_row_changed_in_heard_is_listed_as_kept(bundle, tmp_path, capsys):
    main(["import", bundle])
    Person.objects.filter(ref="P3").update(phone="01632 960123")
    capsys.readouterr()
    assert main(["import", str(write(tmp_path / "in", changed("people.csv", "P3", phone="01632 960999")))]) == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "people.csv:4: person_ref: 'P3' kept: it was changed in Heard, or recorded there in error"
    )


def test_with_several_authorities_the_command_stops_and_lists_them(bundle, capsys):
    factories.authority("Northshire")
    factories.authority("Southshire")
    for arguments in (["import", bundle], ["export", bundle + "-out"], ["measures", "--json"], ["import", bundle, "--dry-run"]):
        assert main(arguments) == 2
        said = capsys.readouterr().err
        assert said.endswith("There are several authorities. Say which with --authority NAME, one of: Northshire; Southshire\n")


def test_an_authority_that_does_not_exist_is_not_made_beside_others(bundle, capsys):
    factories.authority("Northshire")
    assert main(["import", bundle, "--authority", "Nowhere"]) == 2
    assert "There is no authority named 'Nowhere'." in capsys.readouterr().err
    assert Authority.objects.count() == 1


def test_an_export_prints_what_went_out_and_what_cannot(bundle, tmp_path, capsys):
    main(["import", bundle])
    enquiry = factories.enquiry(factories.concern(of=Authority.objects.get()))
    factories.conversation(enquiry, interpretation="She means her son.")
    capsys.readouterr()
    assert main(["export", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "people.csv                                4 rows" in said
    assert "         1  Conversations with more than the format has" in said
    assert "         0  Plan actions" in said
    assert {file.name for file in (tmp_path / "out").iterdir()} == set(GOOD)


def test_an_export_does_not_overwrite_what_is_not_a_bundle(bundle, tmp_path, capsys):
    main(["import", bundle])
    (tmp_path / "words.zip").write_text("Mine")
    assert main(["export", str(tmp_path / "words.zip")]) == 2
    assert "words.zip:1: file: there is a file of this name, and it is not a bundle" in capsys.readouterr().err
    assert (tmp_path / "words.zip").read_text() == "Mine"


def test_measures_are_json(bundle, capsys):
    main(["import", bundle])
    capsys.readouterr()
    assert main(["measures", "--json", "--from", "2026-01-30", "--to", "2026-01-30"]) == 0
    rows = {row["measure"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["asked"] == {"measure": "asked", "month": "2026-01", "team": "", "numerator": 1, "denominator": 1}
    assert main(["measures", "--json", "--from", "2026-02-01"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_duties_are_worked_out_from_imported_records_alone(bundle, capsys):
    main(["import", bundle])
    capsys.readouterr()
    assert main(["duties", "--json"]) == 0
    everything = json.loads(capsys.readouterr().out)
    assert {slug for one in everything for slug in one} == {"case", "concern_refs", "duty", "since", "due", "law", "because"}
    assert {one["duty"] for one in everything} <= LISTED
    assert main(["duties", "--case", "C4", "--json"]) == 0
    of_c4 = json.loads(capsys.readouterr().out)
    assert of_c4 and of_c4 == [one for one in everything if "C4" in one["concern_refs"]]
    assert main(["duties", "--case", of_c4[0]["case"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == of_c4


def test_a_concern_born_in_heard_is_named_by_its_own_reference(capsys):
    it = factories.concern()
    assert main(["duties", "--case", it.reference, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {(one["case"], *one["concern_refs"]) for one in found} == {(it.case.reference, it.reference)}
    assert [one["duty"] for one in found] == ["talk-to-the-adult", "ask-what-they-want", "decide-section-42"]
    assert (found[0]["since"], found[0]["due"]) == ("2026-03-02", "2026-03-03")


def test_duties_of_a_reference_that_nothing_has(capsys):
    factories.concern()
    assert main(["duties", "--case", "C-NONE", "--json"]) == 2
    assert capsys.readouterr().err == "No case or concern has the reference 'C-NONE'.\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["measures", "--json", "--from", "soon"], "is not a day; write YYYY-MM-DD", id="a day that is none"),
        pytest.param(["measures"], "--json", id="measures without --json"),
        pytest.param(["duties"], "--json", id="duties without --json"),
        pytest.param(["fly"], "invalid choice", id="a command that is none"),
    ],
)
def test_a_command_that_cannot_be_read_ends_with_two(arguments, words, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert words in capsys.readouterr().err


def test_an_end_before_its_start_is_refused(capsys):
    assert main(["measures", "--json", "--from", str(date(2026, 2, 1)), "--to", str(date(2026, 1, 1))]) == 2
    assert "--to 2026-01-01 is before --from 2026-02-01." in capsys.readouterr().err


def test_figures_are_refreshed_for_every_council_or_for_the_one_named(capsys):
    for name in ("Testshire", "Othershire"):
        factories.authority(name)
    assert main(["measures", "refresh"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["Othershire", "Testshire"]
    assert main(["measures", "refresh", "--authority", "Testshire"]) == 0
    assert capsys.readouterr().out.startswith("Testshire: worked out in ")
    assert Refreshed.objects.count() == 2


def test_expired_drafts_are_deleted(capsys):
    assert main(["delete-expired-drafts"]) == 0
    assert capsys.readouterr().out == "Drafts deleted: 0\n"


def test_a_database_that_is_not_ready_says_so(monkeypatch, bundle, capsys):
    from django.db.migrations.executor import MigrationExecutor

    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda self, targets: ["something"])
    assert main(["import", bundle]) == 2
    assert capsys.readouterr().err == "The database is not ready for this version of Heard. Run: heard migrate\n"

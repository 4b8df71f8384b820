"""Are published figures read as they were published, and is what cannot be true refused and named?"""

import csv

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.config.command import main
from heard.measures.actions import load_published
from heard.measures.benchmarks.beside import published_beside
from heard.measures.benchmarks.national_file import HEADER, National
from heard.measures.benchmarks.ours import code_of_council, feeling_safe, latest_of, of_area, risk_reduced_or_removed, volumes
from heard.measures.models import PublishedCell
from heard.rules.published_figures import ENGLAND
from heard.rules.statutory_return import ASKED_ROWS, CONCLUDED_42
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


def written(folder, *rows, header=HEADER):
    path = folder / "national.csv"
    with path.open("w", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])
    return str(path)


def cells(area, code, table, **values):
    return [["", "", "", "", code, "", area, table, CONCLUDED_42, category, "", value] for category, value in values.items()]


def asked(area, code, *values):
    return cells(area, code, "SG4a", **dict(zip(ASKED_ROWS, values, strict=True)))


def test_the_risk_outcome_of_england_and_the_three_councils_that_cannot_be_true():
    found = risk_reduced_or_removed()
    assert [(one.year, one.percent, one.denominator) for one in of_area(found, ENGLAND)] == [(2023, 91.2, 133380), (2024, 91.2, 143210)]
    assert {one.area: one.refused[:10] for one in found if one.refused} == {
        "South Tyneside": "390 of 330", "Wirral": "380 of 315", "Luton": "415 of 135"
    }  # fmt: skip
    assert {(one.year, one.percent) for one in found if one.refused} == {(2024, None)}


def test_feeling_safe_has_no_england_in_2020_and_dorset_is_one_area_twice():
    found = feeling_safe()
    years = {one.year: one.percent for one in of_area(found, ENGLAND)}
    assert years[2020] is None and (years[2015], years[2024]) == (69.2, 70.1) and latest_of(found, ENGLAND).margin == 0.4
    dorset = {one.ons_code: one for one in found if one.area.startswith("Dorset") and one.year == 2024}
    assert set(dorset) == {"E10000009", "E06000059"} and len({one.percent for one in dorset.values()}) == 1


def test_weak_figures_are_left_out_of_the_volumes():
    by_year = {one.year: one for one in volumes()}
    assert (by_year["2022-23"].concerns, by_year["2022-23"].s42_started, by_year["2022-23"].individuals) == (587970, None, None)
    assert by_year["2024-25"].s42_started == 185270 and by_year["2015-16"].concerns is None


@pytest.mark.parametrize(
    ("name", "code"), [("Devon County Council", "E10000008"), ("London Borough of Ealing", "E09000009"), ("Testford", "")]
)
def test_a_council_is_found_by_its_name(name, code):
    assert code_of_council(name) == code


def test_only_what_was_published_stands_beside_until_a_file_is_loaded():
    beside = published_beside(factories.authority())
    assert set(beside) == {"risk-less"} and beside["risk-less"] == (91.2, "England, 2024 to 2025: 91.2% (ASCOF 4B, by enquiry)")


def test_a_loaded_file_stands_beside_with_its_year_and_is_one_event(tmp_path, capsys):
    england = asked("England", ENGLAND, "6,000", "1500", "1500", "500", "500")
    file = written(tmp_path, *england, *asked("Testshire", "E1", "5", "[c]", "5", "5", "[c]"))
    assert main(["benchmarks", "load", file, "--year", "2024"]) == 0
    assert "Loaded 10 cells of 2024 to 2025; refused 0." in capsys.readouterr().out
    assert main(["benchmarks", "load", file, "--year", "2024"]) == 0 and PublishedCell.objects.count() == 10
    beside = published_beside(factories.authority())
    assert beside["asked"] == (75.0, "England, 2024 to 2025: 75% (SAC, section 42 enquiries only)") and beside["expressed"][0] == 80
    assert Event.objects.filter(event="load-published-figures").count() == 2


def test_a_year_loaded_again_takes_the_place_of_the_one_before():
    row = {"geography": "", "ons_code": "E1", "area": "Devon", "table": "SG1f", "enquiry_type": "", "category": "Total", "subcategory": ""}
    for number in (7, 8):
        load_published(file=National([{**row, "number": number}]), year=2024, source="DHSC", by=None)
    assert [one.number for one in PublishedCell.objects.all()] == [8]


def test_mental_capacity_of_2024_is_never_drawn(tmp_path):
    values = {"Yes, they lacked capacity": "30", "No, they did not lack capacity": "60", "Don't know": "5", "Not recorded": "5"}
    for year, drawn in (("2024", False), ("2025", True)):
        assert main(["benchmarks", "load", written(tmp_path, *cells("England", ENGLAND, "SG3a", **values)), "--year", year]) == 0
        assert ("lacked-capacity" in published_beside(factories.authority())) is drawn


def test_what_cannot_be_true_or_read_is_refused_and_named(tmp_path, capsys):
    impossible = {"Yes, they lacked capacity": "10", "Of the enquiries recorded as Yes, in how many of these cases was support provided by "
                  "an advocate, family or friend": "12"}  # fmt: skip
    rows = [*cells("Luton", "E2", "SG3a", **impossible), *cells("Wirral", "E3", "SG1f", Total="about 7")]
    rows += cells("Devon", "E4", "SG1f", Total="7")
    assert main(["benchmarks", "load", written(tmp_path, *rows), "--year", "2023"]) == 0
    told = capsys.readouterr()
    assert "Luton, table SG3a: 12 of 10 cannot be" in told.err and "the value 'about 7' is no number" in told.err
    assert list(PublishedCell.objects.values_list("area", flat=True)) == ["Devon"]


@pytest.mark.parametrize(
    ("rows", "header", "words"),
    [
        ([], HEADER[:-1], "it has no column VALUE"), ([], HEADER, "holds no cell"),
        (cells("Devon", "E4", "SG1f", Total="lots"), HEADER, "holds no cell"),
    ],
    ids=["another file", "an empty file", "a file of which nothing can be read"],
)  # fmt: skip
def test_another_file_is_refused_and_nothing_is_changed(tmp_path, capsys, rows, header, words):
    assert main(["benchmarks", "load", written(tmp_path, *rows, header=header), "--year", "2024"]) == 2
    assert words in capsys.readouterr().err and not PublishedCell.objects.exists()


def test_a_file_that_is_no_text_is_refused(tmp_path, capsys):
    path = tmp_path / "national.csv"
    path.write_bytes(b"\xff\xfe\x00G")
    assert main(["benchmarks", "load", str(path), "--year", "2024"]) == 2
    assert "Save it as CSV UTF-8" in capsys.readouterr().err


def test_the_page_names_year_source_licence_and_what_was_refused(client):
    client.force_login(factories.user(Role.ANALYST))
    page = client.get(reverse("published")).content.decode()
    said = ("Open Government Licence", "2024 to 2025", "South Tyneside", "Luton", "Not loaded yet", "Context")
    assert all(words in page for words in said)
    assert "173,280" not in page

"""Is a bundle from anybody opened without harm?"""

import stat
import zipfile
from pathlib import Path

import pytest

from heard.exchange import bundle as opening
from heard.exchange.bundle import open_bundle
from heard.exchange.faults import BadBundle, Faults
from heard.exchange.reading import read_bundle
from tests.exchange.bundles import GOOD, write


def zipped(path: Path, files: dict[str, str | bytes], how=zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def opened(path: Path) -> tuple[dict[str, int], Faults]:
    """How many rows each file has, and what is wrong."""
    faults = Faults()
    try:
        with open_bundle(path, faults) as bundle:
            return {file: len(rows.rows) for file, rows in read_bundle(bundle, faults, lambda words: None).items() if rows.rows}, faults
    except BadBundle:
        return {}, faults


ROWS = {
    "people.csv": 3, "concerns.csv": 4, "enquiries.csv": 2, "risks.csv": 3, "desired_outcomes.csv": 3, "conversations.csv": 2,
    "safeguarding_adult_reviews.csv": 1,
}  # fmt: skip


def test_a_folder_is_read(tmp_path):
    rows, faults = opened(write(tmp_path / "in"))
    assert (rows, faults.lines()) == (ROWS, [])


def test_a_zip_is_read_and_what_is_no_table_is_named(tmp_path):
    rows, faults = opened(zipped(tmp_path / "in.zip", {**GOOD, "README.txt": "Hello", "__MACOSX/._people.csv": "x", ".DS_Store": "x"}))
    assert (rows, faults.lines()) == (ROWS, [])
    assert faults.notes == ["README.txt: not part of the exchange format; left out"]


def test_a_zip_of_the_folder_itself_is_read(tmp_path):
    rows, faults = opened(zipped(tmp_path / "in.zip", {f"bundle/{name}": text for name, text in GOOD.items()}))
    assert (rows, faults.lines()) == (ROWS, [])


@pytest.mark.parametrize("name", ["../people.csv", "a/../../people.csv", "/etc/people.csv", "..\\people.csv", "C:\\people.csv"])
def test_a_path_that_climbs_out_of_a_zip_is_refused(tmp_path, name):
    rows, faults = opened(zipped(tmp_path / "in.zip", {**GOOD, name: "x"}))
    assert not rows
    assert ": file: the path climbs out of the zip file, expected names of files without .. and without a root" in faults.lines()[0]


def test_a_link_in_a_zip_is_refused(tmp_path):
    link = zipfile.ZipInfo("people.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert opened(tmp_path / "in.zip")[1].lines() == ["people.csv:1: file: it is a link, expected plain files"]


def test_a_link_in_a_folder_is_refused(tmp_path):
    folder = write(tmp_path / "in", {"concerns.csv": GOOD["concerns.csv"]})
    (folder / "people.csv").symlink_to("/etc/passwd")
    assert opened(folder)[1].lines() == ["people.csv:1: file: it is a link or a device, expected plain files"]


def test_a_file_that_a_zip_holds_twice_is_refused(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("people.csv", GOOD["people.csv"])
        archive.writestr("people.csv", GOOD["people.csv"])
    assert opened(tmp_path / "in.zip")[1].lines() == ["people.csv:1: file: the zip file holds it twice, expected each file once"]


def test_a_zip_that_unpacks_to_gigabytes_is_refused_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("people.csv", "w") as file:
        for _ in range(opening.MOST_BYTES // 2**20 + 1):
            file.write(b"0" * 2**20)
    assert (tmp_path / "in.zip").stat().st_size < 2**20
    assert opened(tmp_path / "in.zip")[1].lines() == [
        "in.zip:1: file: the bundle unpacks to more than 256 MB, expected a smaller bundle, or several"
    ]


def test_a_folder_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(opening, "MOST_BYTES", 1000)
    assert "the bundle unpacks to more than" in opened(write(tmp_path / "in"))[1].lines()[0]


def test_a_damaged_zip_is_refused(tmp_path):
    whole = zipped(tmp_path / "in.zip", GOOD, zipfile.ZIP_STORED).read_bytes()
    (tmp_path / "in.zip").write_bytes(whole.replace(b"Testford", b"Testfjord"[:8]))
    (line,) = opened(tmp_path / "in.zip")[1].lines()
    assert line.startswith("people.csv:1: file: the file cannot be read, or is damaged")


@pytest.mark.parametrize("name", ["nothing", "words.txt"])
def test_what_is_no_bundle_is_refused(tmp_path, name):
    (tmp_path / "words.txt").write_text("Not a bundle")
    (line,) = opened(tmp_path / name)[1].lines()
    assert line.startswith(f"{name}:1: file: ")


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        pytest.param("x" * 50_000_000, "people.csv:2: row: the row or one of its cells is too long", id="on one line"),
        pytest.param('"' + "x\n" * 25_000_000 + '"', "people.csv:2: row: a cell of the row is too long", id="on very many lines"),
        pytest.param("x" * 1_000_001, "people.csv:2: row: a cell of the row is too long", id="just over the most"),
    ],
)
def test_a_cell_of_fifty_megabytes_is_a_fault(tmp_path, cell, line):
    (found,) = opened(write(tmp_path / "in", {"people.csv": f"person_ref,family_name\nP1,{cell}\n"}))[1].lines()
    assert found == f"{line}, expected at most 1,000,000 characters in a cell"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_another_encoding_is_a_fault_that_names_the_line(tmp_path, encoding):
    folder = write(tmp_path / "in", {})
    (folder / "people.csv").write_bytes("person_ref,family_name\nP1,Müller\n".encode(encoding))
    (line,) = opened(folder)[1].lines()
    assert line == f"people.csv:{2 if encoding == 'cp1252' else 1}: row: the line is not in UTF-8, expected text in UTF-8"

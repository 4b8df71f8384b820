"""How does everything the format can carry go out, as a folder or a zip?"""

import csv
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction

from heard.accounts.models import Authority
from heard.audit.actions import record_read
from heard.exchange.cells import BadCell, tidy
from heard.exchange.faults import BadBundle, Faults
from heard.exchange.queries.keys import Keys
from heard.exchange.queries.tables import held_rows
from heard.exchange.tables import Table
from heard.exchange.versions import BY_FILE, OF_VERSION, VERSION_1


class Exported:
    """What went out: rows by file, and how many single cells the format could not hold."""

    def __init__(self):
        self.rows: dict[str, int] = {}
        self.left_out: dict[str, int] = {}


def _refuse(path: Path, wrong: str) -> None:
    faults = Faults()
    faults.add(path.name, 1, "file", wrong, "a new path, an empty folder, or an earlier bundle to replace")
    raise BadBundle(faults)


def _check_place(path: Path) -> None:
    """An earlier bundle may be replaced; nothing else is ever overwritten."""
    if path.is_symlink() or (path.exists() and not path.is_dir() and not path.is_file()):
        _refuse(path, "it is a link or a device")
    if path.is_dir():
        if path.suffix.lower() == ".zip":
            _refuse(path, "it is a folder, and its name says zip")
        if other := sorted(found.name for found in path.iterdir() if found.name not in BY_FILE or not found.is_file()):
            _refuse(path, f"the folder holds other things ({len(other)})")
    elif path.exists() and not _is_a_zipped_bundle(path):
        _refuse(path, "there is a file of this name, and it is not a bundle")
    if not path.parent.is_dir():
        _refuse(path, "its folder does not exist")


def _is_a_zipped_bundle(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return set(archive.namelist()) <= set(BY_FILE)
    except (OSError, zipfile.BadZipFile):
        return False


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A folder of our own beside the place, gone afterwards whatever happens: a bundle is there whole or not at all."""
    folder = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@transaction.atomic
def export_bundle(
    *, path: Path, authority: Authority, by, progress: Callable[[str], None], version: str = VERSION_1
) -> Exported:
    """Write a bundle of what one authority holds, in one version of the format. Audited as one read.

    Raises BadBundle where the place will not do.
    """
    _check_place(path)
    done, keys = Exported(), Keys(authority)
    with _beside(path) as folder:
        tables = OF_VERSION[version]
        for table in tables:
            done.rows[table.file] = _write(folder / table.file, table, keys, done.left_out)
            progress(f"Wrote {table.file}: {done.rows[table.file]:,} rows")
        detail = {"rows": done.rows, "version": version}
        record_read("export-bundle", on=authority, by=by, authority_id=authority.pk, detail=detail)
        _put_in_place(folder, path, [table.file for table in tables])
    return done


def _write(path: Path, table: Table, keys: Keys, left_out: dict[str, int]) -> int:
    """The table's file; returns its rows. Readable by its owner only."""
    columns, written = table.columns, 0
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(table.names)
        for row in held_rows(table.file, keys):
            if row.cells is None:
                continue
            cells = []
            for column in columns:
                cell = row.cells.get(column.name, "")
                try:
                    cells.append(cell and tidy(column, cell))
                except BadCell:
                    left_out[f"{table.file} {column.name}"] = left_out.get(f"{table.file} {column.name}", 0) + 1
                    cells.append("")
            rows.writerow(cells)
            written += 1
    return written


def _put_in_place(folder: Path, path: Path, names: list[str]) -> None:
    if path.suffix.lower() == ".zip":
        packed = folder / "bundle"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                archive.write(folder / name, name)
        packed.chmod(0o600)
        packed.replace(path)
        return
    path.mkdir(mode=0o700, exist_ok=True)
    for left in set(BY_FILE) - set(names):
        (path / left).unlink(missing_ok=True)  # of an earlier bundle of a later version
    for name in names:
        (folder / name).replace(path / name)

"""Which files does a bundle hold, and may they be opened?

A folder or a zip, from anybody. Nothing is ever unpacked to the disk; what a zip says of its own sizes is not believed.
"""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from heard.exchange.faults import BadBundle, Faults, shown
from heard.exchange.versions import BY_FILE

MOST_BYTES = 256 * 1024 * 1024  # the whole bundle unpacked; 20,000 concerns are about 15 MB
_CHUNK = 1024 * 1024
_NOT_PART = ("__MACOSX/", ".")
_TOO_BIG = (f"the bundle unpacks to more than {MOST_BYTES // 1024 // 1024} MB", "a smaller bundle, or several")
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Bundle:
    """The files of a bundle by name. ``open(name)`` gives their bytes; use as ``with open_bundle(path, faults) as bundle``."""

    def __init__(self, name: str, openers: dict):
        self.name, self._openers = name, openers

    @property
    def files(self) -> list[str]:
        return [name for name in BY_FILE if name in self._openers]

    def open(self, name: str) -> IO[bytes]:
        return self._openers[name]()


@contextmanager
def open_bundle(path: Path, faults: Faults) -> Iterator[Bundle]:
    """The bundle at a path. Raises BadBundle at once for what must not be read; adds a fault for a file with an unknown name."""
    if path.is_dir():
        yield _known(path.name, _folder(path, faults), faults)
        return
    if not path.is_file():
        _refuse(faults, path.name, "there is no such folder or zip file", "the path of a bundle")
    try:
        archive = zipfile.ZipFile(path)
    except _UNREADABLE:
        _refuse(faults, path.name, "it is neither a folder nor a zip file that can be read", "a folder of CSV files or a .zip of it")
    with archive:
        yield _known(path.name, _zip(archive, path.name, faults), faults)


def _refuse(faults: Faults, file: str, wrong: str, expected: str) -> None:
    faults.add(file, 1, "file", wrong, expected)
    raise BadBundle(faults)


def _known(name: str, openers: dict, faults: Faults) -> Bundle:
    for file in sorted(set(openers) - set(BY_FILE)):
        if file.lower().endswith(".csv"):
            faults.add(file, 1, "file", "a bundle has no file of this name", f"only {', '.join(BY_FILE)}")
        else:
            faults.note(f"{shown(file, quoted=False)}: not part of the exchange format; left out")
    bundle = Bundle(name, openers)
    _check_sizes(bundle, faults)
    return bundle


def _check_sizes(bundle: Bundle, faults: Faults) -> None:
    """Count what really comes out of each file, before any of it is kept."""
    total = 0
    for name in bundle.files:
        try:
            with bundle.open(name) as stream:
                while chunk := stream.read(_CHUNK):
                    total += len(chunk)
                    if total > MOST_BYTES:
                        _refuse(faults, name, *_TOO_BIG)
        except BadBundle:
            raise
        except _UNREADABLE:
            _refuse(faults, name, "the file cannot be read, or is damaged", "a whole file that may be read, without a password")


def _folder(path: Path, faults: Faults) -> dict:
    openers = {}
    try:
        for found in sorted(path.iterdir()):
            if found.name.startswith("."):
                continue
            if found.is_symlink() or not (found.is_file() or found.is_dir()):
                _refuse(faults, found.name, "it is a link or a device", "plain files")
            openers[found.name] = lambda found=found: found.open("rb")
    except OSError:
        _refuse(faults, path.name, "the folder cannot be read", "a folder that may be read")
    return openers


def _climbs_out(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return ".." in parts or name.startswith(("/", "\\")) or ":" in (parts[0] if parts else "")


def _zip(archive: zipfile.ZipFile, zip_name: str, faults: Faults) -> dict:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    for entry in entries:
        if _climbs_out(entry.filename):
            _refuse(faults, entry.filename, "the path climbs out of the zip file", "names of files without .. and without a root")
        if stat.S_ISLNK(entry.external_attr >> 16):
            _refuse(faults, entry.filename, "it is a link", "plain files")
        if entry.flag_bits & 0x1:
            _refuse(faults, entry.filename, "it is locked with a password", "a zip file without a password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            _refuse(faults, entry.filename, "it is packed in a way Heard does not read", "ordinary zip files (stored or deflated)")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        _refuse(faults, zip_name, *_TOO_BIG)
    return _by_name(archive, entries, faults)


def _by_name(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], faults: Faults) -> dict:
    """The files at the top, or in the one folder that holds people.csv."""
    entries = [entry for entry in entries if not entry.filename.startswith(_NOT_PART)]
    folders = {str(PurePosixPath(entry.filename).parent) for entry in entries if PurePosixPath(entry.filename).name == "people.csv"}
    top = "." if "." in folders or not folders else min(folders, key=len)
    openers = {}
    for entry in entries:
        path = PurePosixPath(entry.filename)
        name = path.name if str(path.parent) == top else entry.filename
        if name in openers:
            _refuse(faults, name, "the zip file holds it twice", "each file once")
        openers[name] = lambda entry=entry: archive.open(entry)
    return openers

"""Which questionnaires does this copy of Heard know, and which one is asked?

Our own are in ``instruments/``. A council's are in the file, or the folder, that ``HEARD_INSTRUMENTS`` names; the one asked is then the
council's: its only one, or the one that says ``"in_use": true``.
"""

import json
from functools import cache
from pathlib import Path

from django.conf import settings

from heard.rules.instrument import BadInstrument, Instrument, instrument_from

OURS = Path(__file__).parent / "instruments"


def instruments() -> dict[str, Instrument]:
    """Every questionnaire by its key ("heard-1"), ours and the council's. Raises BadInstrument, naming the file."""
    return _read(_councils())[0]


def instrument_in_use() -> Instrument:
    """The questionnaire that is asked now. Raises BadInstrument, naming the file."""
    return _read(_councils())[1]


def _councils() -> str:
    return str(getattr(settings, "HEARD_INSTRUMENTS", "") or "")


@cache
def _read(council: str) -> tuple[dict[str, Instrument], Instrument]:
    ours = [_one(path) for path in sorted(OURS.glob("*.json"))]
    theirs = [_one(path) for path in _files(council)] if council else []
    found: dict[str, Instrument] = {}
    for one in [*ours, *theirs]:
        if one.key in found and found[one.key].as_data() != one.as_data():
            raise BadInstrument([f"There are two different questionnaires {one.key}. A changed word is a new version."])
        found[one.key] = one
    return found, _chosen(theirs) if theirs else max(ours, key=lambda one: one.version)


def _files(council: str) -> list[Path]:
    path = Path(council)
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise BadInstrument([f"HEARD_INSTRUMENTS names {path.name}, in which there is no file that ends with .json."])
    return files


def _one(path: Path) -> Instrument:
    try:
        return instrument_from(json.loads(path.read_text(encoding="utf-8")))
    except OSError as fault:
        raise BadInstrument([f"HEARD_INSTRUMENTS names {path.name}, which cannot be read: {fault.strerror}."]) from fault
    except ValueError as fault:
        raise BadInstrument([f"{path.name} is not JSON in UTF-8: {fault}."]) from fault
    except BadInstrument as bad:
        raise BadInstrument(f"{path.name}: {fault}" for fault in bad.faults) from bad


def _chosen(theirs: list[Instrument]) -> Instrument:
    chosen = theirs if len(theirs) == 1 else [one for one in theirs if one.in_use]
    if len(chosen) != 1:
        raise BadInstrument([f"HEARD_INSTRUMENTS names {len(theirs)} questionnaires. Exactly one of them must say \"in_use\": true."])
    return chosen[0]

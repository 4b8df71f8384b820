"""Which picture goes with an idea, and whose is it? Heard's own set (OpenMoji), or the set a council holds a licence for.

``HEARD_PICTURES_MAP`` names a JSON file: ``{"phone-call": {"file": "phone.png", "attribution": "…"}, …}``, its files beside it. A picture
that it does not have, or that cannot be read, is Heard's own; one that nobody has is left out, and the words stand alone.
"""

import json
import logging
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from mimetypes import guess_type
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders

OURS = "Pictures: OpenMoji, CC BY-SA 4.0."
FOLDERS = ("documents/pictures", "voice/cards")
LARGEST = 300 * 1024  # bytes: a document holds its pictures, and is kept
SEEN_AS_PICTURES = {"image/svg+xml", "image/png", "image/jpeg"}
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Picture:
    """A picture as an address that needs no other file, and whom to name for it."""

    address: str
    attribution: str


def picture_of(slug: str) -> Picture | None:
    """The picture for an idea: the council's where it has one, else Heard's, else None."""
    if not slug:
        return None
    return _of_the_council(settings.HEARD_PICTURES_MAP, slug) or _ours(slug)


def attributions_of(slugs: Iterable[str]) -> tuple[str, ...]:
    """Whom to name for the pictures that a document shows, each once."""
    shown = (picture_of(slug) for slug in slugs)
    return tuple(dict.fromkeys(one.attribution for one in shown if one and one.attribution))


@cache
def _ours(slug: str) -> Picture | None:
    found = next((path for folder in FOLDERS if (path := finders.find(f"{folder}/{slug}.svg"))), None)
    return Picture(_address(Path(found), "image/svg+xml"), OURS) if found else None


@cache
def _of_the_council(listed_in: str, slug: str) -> Picture | None:
    named = _listed(listed_in).get(slug) if listed_in else None
    if not isinstance(named, dict) or not named.get("file"):
        return None
    path = (Path(listed_in).parent / named["file"]).resolve()
    kind = guess_type(path.name)[0]
    if kind not in SEEN_AS_PICTURES or not path.is_file() or path.stat().st_size > LARGEST:
        log.warning("A picture in HEARD_PICTURES_MAP cannot be used: %s. It must be an SVG, PNG or JPEG of at most 300 kB", slug)
        return None
    return Picture(_address(path, kind), str(named.get("attribution", "")))


@cache
def _listed(listed_in: str) -> dict:
    try:
        found = json.loads(Path(listed_in).read_text())
    except (OSError, ValueError):
        log.warning("HEARD_PICTURES_MAP cannot be read, so Heard's own pictures are used")
        return {}
    return found if isinstance(found, dict) else {}


def _address(path: Path, kind: str) -> str:
    return f"data:{kind};base64,{b64encode(path.read_bytes()).decode()}"

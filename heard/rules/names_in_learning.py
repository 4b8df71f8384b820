"""Could somebody be known from what is written in a learning log? It warns; the writer decides.

It finds what a list and a pattern can find. A story can point at somebody without a name, and that only its writer can see.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from heard.rules.labelled import Labelled
from heard.rules.typed_details import nhs_number_in

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TEN_DIGITS = re.compile(r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
REFERENCE = re.compile(r"\b[A-Z]{1,4}(?:-[A-Z\d]{2,}){1,3}\b")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Mx)\.? +[A-Z][\w'’-]*")
SHORTEST_NAME = 3
# Words that stand in a line of free text beside a name, and are nobody's name by themselves.
ORDINARY = frozenset((
    "the", "and", "for", "from", "with", "her", "his", "their", "our", "she", "they", "nurse", "nursing", "doctor", "sister",
    "brother", "mother", "father", "mum", "dad", "daughter", "son", "wife", "husband", "partner", "friend", "neighbour", "carer",
    "care", "home", "house", "ward", "manager", "deputy", "social", "worker", "team", "police", "officer", "constable", "sergeant",
    "council", "hospital", "surgery", "practice", "community", "district", "support", "agency", "service", "services", "centre",
    "staff", "adult", "adults", "road", "street", "lane", "avenue", "miss", "mrs", "saint", "not", "known", "none", "anonymous",
    "registered", "senior", "lead", "public", "member",
))  # fmt: skip


class Identifier(Labelled):
    """What was found."""

    NAME = "name", "the name of somebody you have worked with"
    TITLED = "titled", "a name with a title"
    NHS_NUMBER = "nhs-number", "an NHS number"
    REFERENCE = "reference", "a reference of a case or a concern"
    POSTCODE = "postcode", "a postcode"
    ADDRESS = "address", "an address you have worked with"


@dataclass(frozen=True)
class Found:
    """What was found, and the writer's own words that it was found in."""

    what: Identifier
    words: str


def identifiers_in(
    text: str, *, names: Iterable[str] = (), references: Iterable[str] = (), addresses: Iterable[str] = ()
) -> tuple[Found, ...]:
    """What in a text could tell who it is about, each once: numbers and postcodes by their pattern; names, references and addresses of
    people the writer has worked with by comparing. A part of a name counts only with a capital letter, so that "will" is not Will.

    Practice: nobody can be known from a learning record (professional registers; the handbook marks this unverified, and good practice).
    """
    found = [Found(Identifier.NHS_NUMBER, one) for one in TEN_DIGITS.findall(text) if nhs_number_in(one)]
    known = {reference.casefold() for reference in references if reference}
    found += [Found(Identifier.REFERENCE, one) for one in _references(text, known)]
    found += [Found(Identifier.POSTCODE, one) for one in POSTCODE.findall(text)]
    found += [Found(Identifier.ADDRESS, line) for line in _addresses_in(text, addresses)]
    found += [Found(Identifier.TITLED, one) for one in TITLED.findall(text)]
    found += [Found(Identifier.NAME, one) for one in _names_in(text, names)]
    return tuple(dict.fromkeys(found))


def names_among(words: str) -> str:
    """The words of a line of free text ("Sister Anna Grey, Ward 4") that can be a name: with a capital, and no ordinary words.

    Practice: as ``identifiers_in``. A line that somebody typed as they liked holds more than names, and no ordinary word may be warned of.
    """
    return " ".join(word for word in WORD.findall(words) if word[0].isupper() and word.casefold() not in ORDINARY)


def _references(text: str, known: set[str]) -> list[str]:
    shaped = [one for one in REFERENCE.findall(text) if re.search(r"\d", one)]
    return shaped + [one for one in re.findall(r"[\w/-]{4,}", text) if one.casefold() in known and one not in shaped]


def _addresses_in(text: str, addresses: Iterable[str]) -> list[str]:
    """The first line of each address, "12 High Street", where the text holds it."""
    plain = " ".join(text.casefold().split())
    first_lines = {" ".join(re.split(r"[\n,]", address.strip())[0].split()) for address in addresses}
    return sorted(line for line in first_lines if " " in line and line.casefold() in plain)


def _names_in(text: str, names: Iterable[str]) -> list[str]:
    whole = {" ".join(name.split()).casefold() for name in names if name.strip()}
    parts = {word.casefold() for name in whole for word in WORD.findall(name) if len(word) >= SHORTEST_NAME}
    plain = " ".join(WORD.findall(text)).casefold()
    typed_whole = [name for name in sorted(whole) if " " in name and re.search(rf"\b{re.escape(name)}\b", plain)]
    capitals = [re.sub(r"['’]s$", "", word) for word in WORD.findall(text) if word[0].isupper()]
    return [word for word in capitals if word.casefold() in parts] + [name for name in typed_whole if not _in_capitals(name, capitals)]


def _in_capitals(name: str, capitals: list[str]) -> bool:
    have = {word.casefold() for word in capitals}
    return any(word in have for word in name.split())

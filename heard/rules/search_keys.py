"""Under which keys is a person filed, so that they can be found again by a name misspelt, in another order, or without its accents?"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from jellyfish import metaphone

# Letters that do not fall apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_JOINED = re.compile(r"['’`´.]")
_BETWEEN = re.compile(r"[^a-z0-9]+")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "rev"})
_VOWELS = frozenset("aeiouy")
_LONGEST = 60


@dataclass(frozen=True)
class Details:
    """What is known of somebody that can tell them from others."""

    given_name: str = ""
    family_name: str = ""
    known_as: str = ""
    birth_date: date | None = None
    nhs_number: str = ""
    postcode: str = ""
    said_under_18_on: date | None = None  # the day somebody said that they are, or may be, under 18


def folded(words: str) -> str:
    """Words in small plain letters: no accents, no apostrophes, no full stops.

    Practice: a name is the same name however a keyboard could write it.
    """
    small = unicodedata.normalize("NFKD", words.casefold().translate(_PLAIN))
    return _JOINED.sub("", "".join(letter for letter in small if not unicodedata.combining(letter)))


def name_parts(*names: str) -> list[str]:
    """The parts of names, folded, titles left out, each once and in the order first met.

    Practice: people give their names in any order.
    """
    parts = (part for name in names for part in _BETWEEN.split(folded(name)))
    return list(dict.fromkeys(part for part in parts if len(part) > 1 and part not in _TITLES))


def _letters(part: str) -> str:
    return "".join(sorted(set(part) - _VOWELS)) or part


def name_keys(part: str) -> list[str]:
    """The keys of one part of a name: how it sounds, and which consonants it has.

    Practice: sound finds a name heard on the telephone; letters find one typed in a hurry.
    """
    sound = metaphone(part).replace(" ", "")
    return [f"sound:{sound}"[:_LONGEST], f"letters:{_letters(part)}"[:_LONGEST]] if sound else [f"letters:{_letters(part)}"[:_LONGEST]]


def tidy_postcode(postcode: str) -> str:
    """A postcode in small letters without spaces.

    Practice: postcodes are written with and without their space.
    """
    return "".join(folded(postcode).split())


def search_keys_for(details: Details) -> list[str]:
    """The keys to file a person under, each once: ``nhs:``, ``born:``, ``postcode:``, ``sound:`` and ``letters:``.

    Practice: matching looks through the whole authority, so it must not compare everybody with everybody.
    """
    keys = []
    if details.nhs_number:
        keys.append(f"nhs:{''.join(details.nhs_number.split())}"[:_LONGEST])
    if details.birth_date:
        keys.append(f"born:{details.birth_date.isoformat()}")
    if details.postcode:
        keys.append(f"postcode:{tidy_postcode(details.postcode)}"[:_LONGEST])
    for part in name_parts(details.given_name, details.family_name, details.known_as):
        keys.extend(name_keys(part))
    return list(dict.fromkeys(keys))


def swapped(birth_date: date) -> date | None:
    """The birth date with its day and month exchanged, or None where that is no date or the same one.

    Practice: dates are often typed the other way round.
    """
    if birth_date.day > 12 or birth_date.day == birth_date.month:
        return None
    return birth_date.replace(month=birth_date.day, day=birth_date.month)


def keys_to_look_for(details: Details) -> list[str]:
    """The keys to look under when searching: a person's own, and their birth date with day and month exchanged.

    Practice: a mistake made on either side should still find the person.
    """
    keys = search_keys_for(details)
    other = swapped(details.birth_date) if details.birth_date else None
    return [*keys, f"born:{other.isoformat()}"] if other else keys


def is_strong(key: str) -> bool:
    """Whether a key is shared by few people: an NHS number, a birth date or a postcode rather than a name.

    Practice: an NHS number alone is enough to look closer; a common name alone is not.
    """
    return key.startswith(("nhs:", "born:", "postcode:"))

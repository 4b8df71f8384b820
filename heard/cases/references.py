"""What is a record called on paper and on the telephone?"""

import re
import secrets

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"  # no vowels, so no words; no 0 O 1 I L, so nothing misread


def new_reference(prefix: str) -> str:
    """A reference such as ``C-7KMX-9PQ2``: nothing about the adult can be read from it, and the next cannot be guessed."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"


def reference_in(typed: str) -> str:
    """The whole reference somebody typed, as we write it: small letters, spaces and other dashes or none. Blank where it is not one."""
    letters = re.sub(r"[\s\u2010-\u2015-]", "", typed).upper()
    found = re.fullmatch(rf"([CH]?)([{ALPHABET}]{{4}})([{ALPHABET}]{{4}})", letters)  # the public's own has no letter in front
    return "-".join(part for part in found.groups() if part) if found else ""

"""What does somebody need to come back to a form: which reference, which code?

The code is worked out from the draft's seed and the server's secret whenever it is shown or checked, and is kept nowhere; so it can
be shown again to whoever holds the draft, and a copy of the database gives none away.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterator

from django.conf import settings

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"  # no vowels, so no words; no 0 O 1 I L, so nothing misread
LENGTH = 8


def new_reference() -> str:
    """Eight letters and numbers in two fours: some 380 thousand million of them, so that two are never the same."""
    return _in_fours("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def tidied(typed: str) -> str:
    """A reference or code as we write it, from however it was typed: small letters, spaces, other dashes or none."""
    return _in_fours("".join(letter for letter in typed.upper()[:100] if letter in ALPHABET))


def code_for(seed: str) -> str:
    """The return code of the draft with this seed."""
    return _code(seed, settings.SECRET_KEY)


def is_code_for(seed: str, typed: str) -> bool:
    """Whether what was typed is the code, made with today's secret or an earlier one. Takes the same time for any answer."""
    given = tidied(typed)
    return any([hmac.compare_digest(_code(seed, secret), given) for secret in _secrets()])


def _secrets() -> Iterator[str]:
    yield settings.SECRET_KEY
    yield from settings.SECRET_KEY_FALLBACKS


def _code(seed: str, secret: str) -> str:
    number = int.from_bytes(hmac.digest(secret.encode(), b"heard.flows.code:" + seed.encode(), hashlib.sha256))
    letters = []
    for _ in range(LENGTH):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    return _in_fours("".join(letters))


def _in_fours(letters: str) -> str:
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))

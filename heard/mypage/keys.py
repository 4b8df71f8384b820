"""What opens a page of one's own, and what stands for it in the database?

A link holds 128 bits by chance, a code on paper 16 letters and numbers. Neither is kept: what is kept is made from it with the server's
secret, so that a copy of the database opens nothing.
"""

import secrets
from collections.abc import Iterator

from django.conf import settings
from django.utils.crypto import salted_hmac

from heard.flows.codes import ALPHABET

BYTES = 16
LETTERS = 16


def new_link() -> str:
    """The secret part of a link: 128 bits, as letters that an address can hold."""
    return secrets.token_urlsafe(BYTES)


def new_code() -> str:
    """A code to type from paper: four fours of letters and numbers that are not mistaken for each other (77 bits)."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return "-".join(letters[start : start + 4] for start in range(0, LETTERS, 4))


def tidied_code(typed: str) -> str:
    """A link's secret as it is, or a typed code as we write it, whatever dashes, spaces or small letters it was typed with."""
    typed = typed.strip()[:100]
    letters = "".join(letter for letter in typed.upper() if letter in ALPHABET)
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    if len(letters) == LETTERS == len(plain):
        return "-".join(letters[start : start + 4] for start in range(0, LETTERS, 4))
    return typed


def letters_typed(typed: str) -> int:
    """How many letters and numbers were typed, whatever stands between them. Says nothing of any code that there is."""
    return sum(letter.isalnum() for letter in typed)


def kept_as(what: str, secret: str) -> str:
    """What stands for a secret in the database, made with today's key. ``what`` keeps uses apart ("way-in", "opening", "answer:…")."""
    return salted_hmac(f"heard.mypage.{what}", secret, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def may_be_kept_as(what: str, secret: str) -> list[str]:
    """What may stand for it: made with today's key or an earlier one."""
    keys: Iterator[str] = iter((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
    return [salted_hmac(f"heard.mypage.{what}", secret, secret=key, algorithm="sha256").hexdigest() for key in keys]

"""What is a record called on paper and on the telephone?"""

import secrets

ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"  # no vowels, so no words; no 0 O 1 I L, so nothing misread


def new_reference(prefix: str) -> str:
    """A reference such as ``C-7KMX-9PQ2``: nothing about the adult can be read from it, and the next cannot be guessed."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(8))
    return f"{prefix}-{letters[:4]}-{letters[4:]}"

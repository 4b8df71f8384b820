"""How does a letter look? One template for all of them; nothing on it says who sent it but its own words."""

import hashlib

from django.template.loader import render_to_string

from heard.documents.letter import Letter


def html_of(letter: Letter) -> str:
    """The letter as it is printed: a piece of a page, every word escaped."""
    return render_to_string("documents/letter.html", {"letter": letter})


def mark_of(html: str, *details: str) -> str:
    """A short mark that differs where the letter, or how it is to go, differs: what was looked at is what is sent."""
    return hashlib.sha256("\0".join((html, *details)).encode()).hexdigest()[:32]

"""How does a letter look? Nothing on it says who sent it but its own words, and the council's name where that was asked for."""

import hashlib
import re

from django.template.loader import render_to_string
from markupsafe import escape

from heard.documents.letter import Letter
from heard.documents.pictures import attributions_of, picture_of
from heard.documents.rows import RowKind, rows_of
from heard.rules.vocabulary.documents import Look

TITLE_IN_TAGS = re.compile(r"<(/?)h([23])\b")
PICTURE = re.compile(r'<img (class="[\w-]+" )?src="(data:[^"]+)" alt=""[^>]*>')


def html_of(letter: Letter) -> str:
    """The letter as it is printed: a piece of a page, every word escaped, its pictures in it."""
    if letter.look == Look.EASY_READ:
        return html_of_easy_read(letter)
    return render_to_string("documents/letter.html", {"letter": letter, "rows": rows_of(letter), "Kind": RowKind})


def html_of_easy_read(letter: Letter) -> str:
    """The letter in Easy Read: picture left, words right, one idea in each row, and whose the pictures are at its end.

    Any page can show it; it needs ``documents/letter.css``.
    """
    rows = rows_of(letter)
    shown = {"rows": [(row, picture_of(row.picture)) for row in rows], "attributions": attributions_of(row.picture for row in rows)}
    return render_to_string("documents/easy-read.html", {"letter": letter, "Kind": RowKind, **shown})


def as_decoration(html: str) -> str:
    """The same with each picture that only decorates as a background, for a PDF: it is no part of what is read aloud."""
    return PICTURE.sub(r"<div \1style='background-image: url(\2)'></div>", html)


def paper_of(html: str, title: str) -> str:
    """A kept letter as a whole document of its own, for a PDF: its first heading is the document's."""
    html = as_decoration(html)
    raised = TITLE_IN_TAGS.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) - 1}", html)
    styles = '<link rel="stylesheet" href="/static/documents/letter.css"><link rel="stylesheet" href="/static/documents/paper.css">'
    head = f'<meta charset="utf-8"><title>{escape(title)}</title>{styles}'
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body>{raised}</body></html>'


def hash_of(html: str) -> str:
    """By which anybody can tell that a kept letter is as it was sent."""
    return hashlib.sha256(html.encode()).hexdigest()


def mark_of(html: str, *details: str) -> str:
    """A short mark that differs where the letter, or how it is to go, differs: what was looked at is what is sent."""
    return hash_of("\0".join((html, *details)))[:32]

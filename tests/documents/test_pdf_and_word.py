"""Is a PDF tagged, named and in a language, with nothing fetched from elsewhere? Is a .docx whole?"""

from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
from django.contrib.staticfiles import finders

from heard.documents.pdf import pdf_of
from heard.documents.word import word_of

PAGE = '<html lang="en-GB"><head><title>A letter for you</title></head><body><h1>Hello</h1><p>We will ring.</p>{}</body></html>'


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The names of the structure tree's elements, in order of reading."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, pikepdf.Array):
            waiting = [*one, *waiting]
        elif isinstance(one, pikepdf.Dictionary):
            found += [str(one.S)] if "/S" in one else []
            waiting = [one.K, *waiting] if "/K" in one else waiting
    return found


def test_a_pdf_is_tagged_and_has_a_title_and_a_language():
    pdf = pikepdf.open(BytesIO(pdf_of(PAGE.format(""))))
    assert bool(pdf.Root.MarkInfo.Marked) and str(pdf.Root.Lang) == "en-GB"
    assert pdf.docinfo["/Title"] == "A letter for you"
    assert [one for one in tags(pdf) if one in ("/H1", "/P")] == ["/H1", "/P"]


def test_a_picture_of_ours_is_drawn_with_its_words_and_one_from_elsewhere_is_not_fetched(caplog):
    ours = pikepdf.open(BytesIO(pdf_of(PAGE.format('<img src="/static/voice/cards/door.svg" alt="A home">'))))
    assert "/Figure" in tags(ours)
    drawn = Path(finders.find("voice/cards/door.svg")).as_uri()
    away = pdf_of(PAGE.format(f'<img src="https://example.invalid/home.png" alt="A home"><img src="{drawn}" alt="A door">'))
    assert away and [one.message.rsplit(": ")[-1] for one in caplog.records] == ["Not one of Heard's own files"] * 2


@pytest.mark.parametrize("missing", ["<title>A letter for you</title>", ' lang="en-GB"'], ids=["no title", "no language"])
def test_a_page_that_could_not_be_read_aloud_rightly_is_refused(missing):
    with pytest.raises(ValueError, match="title and a language"):
        pdf_of(PAGE.format("").replace(missing, ""))


def test_a_docx_has_its_title_its_language_and_its_blocks_in_order():
    made = docx.Document(BytesIO(word_of("My log", [("heading", "What I learnt"), ("text", "To wait."), ("said", "Ask me")])))
    assert (made.core_properties.title, made.core_properties.author, made.core_properties.language) == ("My log", "", "en-GB")
    assert [(one.style.name, one.text) for one in made.paragraphs][1:] == [
        ("Heading 1", "What I learnt"), ("Normal", "To wait."), ("Quote", "Ask me"),
    ]  # fmt: skip
    with pytest.raises(KeyError):
        word_of("My log", [("shout", "no")])

"""How does a document become a .docx that somebody can edit?"""

from collections.abc import Iterable
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentOfWord
from docx.oxml.ns import qn

STYLES = {"heading": "Heading 1", "subheading": "Heading 2", "text": "Normal", "said": "Quote", "bullet": "List Bullet"}


def word_of(title: str, blocks: Iterable[tuple[str, str]], *, language: str = "en-GB") -> bytes:
    """A .docx with a title, a language and no author, and blocks in order: pairs of a kind (a key of STYLES) and its text.

    Raises KeyError for another kind.
    """
    document = started(title, language=language)
    document.add_heading(title, level=0)
    for kind, text in blocks:
        document.add_paragraph(text, style=STYLES[kind])
    return saved(document)


def started(title: str, *, language: str = "en-GB") -> DocumentOfWord:
    """An empty document with a title, a language and no author."""
    document = Document()
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)
    about = document.core_properties
    about.title, about.language, about.author, about.comments = title, language, "", ""
    return document


def saved(document: DocumentOfWord) -> bytes:
    """The document as the bytes of a file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()

"""As what can a kept letter be taken away? A file is made from what was kept, never from the record as it is now."""

from heard.documents.letter import Letter, letter_from
from heard.documents.models import SentDocument
from heard.documents.pdf import pdf_of
from heard.documents.phrases import TITLE
from heard.documents.rendering import paper_of
from heard.documents.rows import RowKind, rows_of
from heard.documents.spoken import passages_of, sound_of
from heard.documents.word import word_of
from heard.rules.vocabulary.documents import FileKind

FILE_NAME = "letter"  # a file is found by others too
CONTENT_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.AUDIO: "audio/wav",
}
STYLE_OF = {RowKind.HEADING: "heading", RowKind.LINE: "text", RowKind.SAID: "said", RowKind.HELPER: "text", RowKind.BOX: "bullet"}


def file_name(kind: FileKind) -> str:
    """What a file is called: the same for every letter, so that it says nothing."""
    return f"{FILE_NAME}.{kind}"


def made(sent: SentDocument, kind: FileKind) -> bytes:
    """The bytes of a file. Raises CannotSpeak where sound is asked for and cannot be made."""
    letter = letter_from(sent.words)
    if kind == FileKind.PDF:
        return pdf_of(paper_of(sent.html, letter.title or TITLE))
    if kind == FileKind.WORD:
        return word_of(letter.title or TITLE, blocks_of(letter))
    return sound_of(passages_of(letter))


def blocks_of(letter: Letter) -> list[tuple[str, str]]:
    """The letter as pairs of a style and a text, for a file that is edited. The second language follows each row."""
    found = [("text", one) for one in (letter.council, letter.subject) if one]
    for row in rows_of(letter):
        style = STYLE_OF[row.kind]
        found.append((style, row.words))
        found += [("text", row.note)] if row.note else []
        found += [(style, row.other)] if row.other else []
    if letter.second:
        found.append(("text", f"Put into {letter.second.language.label} by {letter.second.translated_by}."))
    return found

"""As what can a kept letter be taken away? A file is made from what was kept, never from the record as it is now."""

from heard.documents.letter import letter_from
from heard.documents.models import SentDocument
from heard.documents.pdf import pdf_of
from heard.documents.phrases import TITLE
from heard.documents.rendering import paper_of
from heard.documents.spoken import passages_of, sound_of
from heard.documents.word_letter import word_of_letter
from heard.rules.vocabulary.documents import FileKind

FILE_NAME = "letter"  # a file is found by others too
CONTENT_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.AUDIO: "audio/wav",
}


def file_name(kind: FileKind) -> str:
    """What a file is called: the same for every letter, so that it says nothing."""
    return f"{FILE_NAME}.{kind}"


def made(sent: SentDocument, kind: FileKind) -> bytes:
    """The bytes of a file. Raises CannotSpeak where sound is asked for and cannot be made."""
    letter = letter_from(sent.words)
    if kind == FileKind.PDF:
        return pdf_of(paper_of(sent.html, letter.title or TITLE))
    if kind == FileKind.WORD:
        return word_of_letter(letter, letter.title or TITLE)
    return sound_of(passages_of(letter))

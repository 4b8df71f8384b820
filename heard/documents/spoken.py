"""How is a letter read aloud to a file? By espeak-ng, a program that a council installs beside Heard; nothing leaves the machine."""

import shutil
import subprocess
import wave
from io import BytesIO

from django.conf import settings

from heard.documents.letter import Letter
from heard.documents.rows import RowKind, rows_of

ENGLISH = "en-gb"
WORDS_A_MINUTE = "130"  # slower than talk, so that it can be followed
GIVE_UP_AFTER = 120
PAUSE = "\n\n"
CANNOT = (
    "This copy of Heard cannot make sound: the program espeak-ng is not installed. The letter is kept. "
    "Read it aloud, or ask whoever runs Heard to install espeak-ng."
)
FAILED = "The sound could not be made. The letter is kept. Try again, or read it aloud."


class CannotSpeak(Exception):
    """There is no program to speak with, or it failed; its words are for the screen."""


def program() -> str:
    """Where espeak-ng is, or blank where it is not installed."""
    return shutil.which(settings.HEARD_ESPEAK or "espeak-ng") or ""


def passages_of(letter: Letter) -> tuple[tuple[str, str], ...]:
    """What is read, as pairs of a language and words: all of it in English, then all of it in the second language."""
    rows = rows_of(letter)
    words = PAUSE.join([letter.title + ".", *(_read(row) for row in rows)])
    if letter.second is None:
        return ((ENGLISH, words),)
    return ((ENGLISH, words), (str(letter.second.language), PAUSE.join(row.other for row in rows if row.other.strip())))


def _read(row) -> str:
    words = row.all_words.strip()
    return words if row.kind != RowKind.HEADING or words.endswith((".", "?", "!")) else f"{words}."


def can_say(language: str) -> bool:
    """Whether espeak-ng has a voice for a language."""
    if not program():
        return False
    listed = subprocess.run([program(), f"--voices={language.split('-')[0]}"], capture_output=True, text=True, check=False, timeout=30)  # noqa: S603
    return len(listed.stdout.strip().splitlines()) > 1


def sound_of(passages: tuple[tuple[str, str], ...]) -> bytes:
    """A WAV file of the passages, one after the other; one in a language without a voice is left out. Raises CannotSpeak."""
    if not program():
        raise CannotSpeak(CANNOT)
    spoken = [_spoken(language, words) for language, words in passages if language == ENGLISH or can_say(language)]
    whole = BytesIO()
    with wave.open(whole, "wb") as out:
        for at, one in enumerate(spoken):
            with wave.open(BytesIO(one)) as part:
                if at == 0:
                    out.setparams(part.getparams())
                out.writeframes(part.readframes(len(one)))
    return whole.getvalue()


def _spoken(language: str, words: str) -> bytes:
    """The words go in by standard input, never on the command line, where others on the machine could read them."""
    asked = [program(), "-v", language, "-s", WORDS_A_MINUTE, "--stdin", "--stdout"]
    try:
        done = subprocess.run(asked, input=words.encode(), capture_output=True, check=True, timeout=GIVE_UP_AFTER)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as fault:
        raise CannotSpeak(FAILED) from fault
    return _with_its_length(done.stdout)


def _with_its_length(wav: bytes) -> bytes:
    """espeak-ng writes to a pipe without knowing how long it will be; the header is put right."""
    data = wav.index(b"data") + 8
    size = len(wav) - data
    return wav[:4] + (len(wav) - 8).to_bytes(4, "little") + wav[8 : data - 4] + size.to_bytes(4, "little") + wav[data:]

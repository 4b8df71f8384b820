"""What stands on the paper with the questions about how it was? Plain data; nothing on it says what it is about."""

from dataclasses import dataclass

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from heard.documents.pdf import pdf_of
from heard.documents.pictures import Picture, picture_of
from heard.documents.rendering import as_decoration
from heard.documents.spoken import ENGLISH, PAUSE, sound_of
from heard.rules.instrument import ExperienceQuestion, Instrument
from heard.rules.vocabulary.experience import Wording

TITLE = "Some questions for you"
FILE_NAME, SOUND_NAME = "questions.pdf", "questions.wav"
ANYTHING_ELSE = {
    Wording.ADULT: "Is there anything else that you want to say?",
    Wording.REPRESENTATIVE: "Is there anything else that you want to say?",
    Wording.EASY_READ: "Do you want to say anything else?",
}
TICK = {
    Wording.ADULT: "Tick one box under each question. You can leave out any of them.",
    Wording.REPRESENTATIVE: "Tick one box under each question. You can leave out any of them.",
    Wording.EASY_READ: "Tick one box for each question. You can skip a question.",
}
GIVE_BACK = {
    Wording.ADULT: "Give this paper back to whoever gave it to you. Or post it in its envelope.",
    Wording.REPRESENTATIVE: "Give this paper back to whoever gave it to you. Or post it in its envelope.",
    Wording.EASY_READ: "Give the paper back to us. Or post it.",
}
NO_NAME = {
    Wording.ADULT: "Please do not write your name. Nobody will know which answers are yours.",
    Wording.REPRESENTATIVE: "Please do not write your name, or theirs. Nobody will know which answers are yours.",
    Wording.EASY_READ: "Do not write your name. No one will know it was you.",
}


PICTURE_OF_ANSWER = {"yes": "yes", "partly": "so-so", "no": "no", "not-sure": "not-sure"}


@dataclass(frozen=True)
class Paper:
    """One printable paper: the name in its address, which wording it has, what it is called on the screen, and whether in large print."""

    slug: str
    wording: Wording
    name: str
    is_large: bool = False


PAPERS = {
    one.slug: one
    for one in (
        Paper("plain", Wording.ADULT, "Plain English"),
        Paper("plain-large", Wording.ADULT, "Plain English, in large print", is_large=True),
        Paper("easy", Wording.EASY_READ, "Easy Read"),
        Paper("easy-large", Wording.EASY_READ, "Easy Read, in large print", is_large=True),
        Paper("spoke-for", Wording.REPRESENTATIVE, "For somebody who spoke for the adult"),
        Paper("spoke-for-large", Wording.REPRESENTATIVE, "For somebody who spoke for the adult, in large print", is_large=True),
    )
}


@dataclass(frozen=True)
class Asked:
    """One question on the paper, with its boxes to tick and a picture for each (in Easy Read); or, without any, room to write in."""

    heading: str
    boxes: tuple[str, ...] = ()
    pictures: tuple[Picture | None, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What stands on the paper, from top to bottom. ``larger`` prints it larger, ``is_large`` in large print."""

    title: str
    before: str
    asked: tuple[Asked, ...]
    ending: str
    larger: bool = False
    is_large: bool = False


def pictures_of(question: ExperienceQuestion, wording: Wording) -> tuple[str, ...]:
    """The picture beside each answer, in the order of the answers; none but in Easy Read, nor beside an answer that has none."""
    if wording != Wording.EASY_READ:
        return ()
    return tuple(PICTURE_OF_ANSWER.get(value, "") for value, _ in question.choices(wording))


def sheet_of(instrument: Instrument, wording: Wording, *, number: str = "", is_large: bool = False) -> Sheet:
    """The paper in this wording. ``number`` is the reference by which it is found again; a paper without one is without a name too.

    What is written by hand could give somebody away, so a paper without a name has no room for it.
    """
    first = (instrument.intro[wording], TICK[wording], "" if number else NO_NAME[wording])
    asked = [
        Asked(
            f"{place}. {one.asked(wording)}", tuple(words for _, words in one.choices(wording)),
            tuple(picture_of(slug) for slug in pictures_of(one, wording)),
        )
        for place, one in enumerate(instrument.questions, 1)
    ]
    more = [Asked(ANYTHING_ELSE[wording])] if number else []
    whose = dict.fromkeys(one.attribution for question in asked for one in question.pictures if one)
    ending = "\n\n".join(part for part in (GIVE_BACK[wording], f"Number: {number}" if number else "", *whose) if part)
    before, larger = "\n\n".join(part for part in first if part), wording == Wording.EASY_READ
    return Sheet(TITLE, before, (*asked, *more), ending, larger=larger, is_large=is_large)


def sound_of_sheet(sheet: Sheet) -> bytes:
    """The paper read aloud, question by question with its answers, as a WAV file. Raises CannotSpeak."""
    asked = [f"{one.heading}\n\n{'. '.join(one.boxes)}." for one in sheet.asked]
    return sound_of(((ENGLISH, PAUSE.join([f"{sheet.title}.", sheet.before, *asked, sheet.ending])),))


def pdf_of_sheet(sheet: Sheet) -> bytes:
    """The paper as a tagged PDF, with a neutral title."""
    with open(finders.find("voice/paper.css"), encoding="utf-8") as styles:
        return pdf_of(as_decoration(render_to_string("voice/paper_pdf.html", {"sheet": sheet, "styles": styles.read()})))

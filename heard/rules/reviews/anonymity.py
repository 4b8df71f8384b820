"""Could somebody be known from what a review is about to publish?"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.labelled import label_of
from heard.rules.names_in_learning import Identifier, identifiers_in
from heard.rules.typed_details import birth_date_in

PRACTICE = (Law("Safeguarding Adult Reviews: publication with anonymisation"),)
BORN = "birth-date"
CONTACT = "contact"
SENTENCE_ENDS = re.compile(r"(?<=[.!?])(?<!\b(?:Mr|Ms|Dr|Mx|St)\.)(?<!\bMrs\.)[\"'”’)]*\s+|\n+")
DATE = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Za-z]{3,9},? \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})\b")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+\w")
PHONE = re.compile(r"(?<![\d-])0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}(?!\d)")
WORDS = {
    BORN: "the day somebody was born",
    CONTACT: "a telephone number or an e-mail address",
    Identifier.NAME: "the name of somebody in the case",
    Identifier.ADDRESS: "an address of the adult",
}


@dataclass(frozen=True)
class Known:
    """The people of the case, by what they could be known from."""

    names: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    born: tuple[date, ...] = ()


@dataclass(frozen=True)
class Warning:
    """Something in the text that could tell who it is about: what it is, the words it was found in, and the sentence they stand in."""

    what: str
    found: str
    sentence: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What an answer has to name: the same words in another sentence are another warning."""
        return self.what, self.found, self.sentence

    @property
    def name(self) -> str:
        """What it is, in words."""
        return WORDS.get(self.what) or label_of(Identifier, self.what)


def warnings_in(text: str, known: Known, *, today: date) -> tuple[Warning, ...]:
    """Names, references, addresses and days of birth of the people of the case; numbers, postcodes and contacts of anybody. One warning
    for each sentence they stand in, so that a sentence that changes asks again; what runs over two sentences stands in the whole text.

    Practice: publication with anonymisation (handbook, Safeguarding Adults Reviews). It finds what a list and a pattern can find; a story
    can point at somebody without a name, and only a reader can see that.
    """
    sentences = dict.fromkeys(filter(None, (" ".join(one.split()) for one in SENTENCE_ENDS.split(text))))
    warned = [Warning(*one, sentence) for sentence in sentences for one in _found_in(sentence, known, today)]
    seen = {(one.what, one.found) for one in warned}
    whole = " ".join(text.split())
    return (*warned, *(Warning(*one, whole) for one in _found_in(text, known, today) if one not in seen))


def _found_in(text: str, known: Known, today: date) -> tuple[tuple[str, str], ...]:
    found = identifiers_in(text, names=known.names, references=known.references, addresses=known.addresses)
    warned = [(str(one.what), one.words) for one in found]
    warned += [(BORN, one) for one in DATE.findall(text) if birth_date_in(one.replace(",", ""), today=today) in known.born]
    warned += [(CONTACT, one) for pattern in (EMAIL, PHONE) for one in pattern.findall(text)]
    return tuple(dict.fromkeys(warned))


def may_be_shown_before_publication(prompt: str) -> Decision:
    """Words shown beside live cases before their review is published give no day: what happened on it may be known.

    Practice: a council may learn from a review before it is published, without any detail that could identify somebody.
    """
    days = tuple(dict.fromkeys(DATE.findall(prompt)))
    because = tuple(f"‘{day}’ is a day by which somebody could be known. Others read these words: take it out." for day in days)
    return Decision(not days, because, PRACTICE)


def may_publish(*, text: str, warnings: Iterable[Warning], answered: Collection[tuple[str, str, str]]) -> Decision:
    """Nothing is published while a warning has no answer. An answer says why nobody can be known from it in that sentence; words taken
    out need none.

    Practice: publication with anonymisation (handbook, Safeguarding Adults Reviews); nobody is named by oversight.
    """
    if not text.strip():
        return Decision(False, ("There is nothing to publish yet: write what is published first.",), PRACTICE)
    left = [one for one in warnings if one.key not in answered]
    if left:
        many = "1 warning is" if len(left) == 1 else f"{len(left)} warnings are"
        return Decision(False, (f"{many} not answered. Take the words out, or say why nobody can be known from them.",), PRACTICE)
    return Decision(True, ("Every warning is answered.",), PRACTICE)

"""How is the safe-contact card put in words, before any call, letter, message, visit or print?"""

from dataclasses import dataclass

from heard.govuk.words import day
from heard.people.models import Person, SafeContactCard
from heard.people.queries import told_of
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.safe_contact import SafeTime, Watched, Way


@dataclass(frozen=True)
class CardInWords:
    """What the card says, as pairs of a name and lines; ``warning`` is what to do first, blank where nothing is amiss."""

    facts: tuple[tuple[str, tuple[str, ...]], ...]
    warning: str
    checked: str


def card_in_words(card: SafeContactCard | None, person: Person) -> CardInWords:
    """The card and what was told in free text, together; what nobody recorded is said."""
    told = tuple(
        (name, _lines(text)) for name, text in (
            ("How it is safe to reach them, as it was told to us", person.safe_contact),
            ("Who must not know, as it was told to us", person.must_not_know),
        ) if text.strip() and not (card and text.strip() in (card.must_not_know, card.words))
    )  # fmt: skip
    if card is None:
        return CardInWords(told, "Nobody has checked with the adult how it is safe to reach them. Ask before anything is sent.", "")
    warning = "More was told since this card was written. Read it, and bring the card up to date." if card.told != told_of(person) else ""
    by = card.recorded_by.full_name if card.recorded_by else "a name not recorded"
    return CardInWords((*card_facts(card), *told), warning, f"Card written on {day(card.recorded_at)} by {by}.")


def card_facts(card: SafeContactCard) -> list[tuple[str, tuple[str, ...]]]:
    """What the card itself says: pairs of a name and lines."""
    found = [(way.label, lines) for way in Way if (lines := tuple(_line(one) for one in card.ways if one["way"] == way))]
    not_asked = [way.label for way in Way if not any(one["way"] == way for one in card.ways)]
    rest = (
        ("Never safe", tuple(one["where"] for one in card.ways if not one["way"])),
        ("When it is safe to ring or visit", (*hours_in_words(card, Answer.YES), *(SafeTime(one).label for one in card.safe_times))),
        ("When it is not safe", hours_in_words(card, Answer.NO)),
        ("About these times", _lines(card.times)),
        ("Watch out", tuple(Watched(one).label for one in card.shared_or_watched)),
        ("Code word", _lines(card.code_word)),
        ("Who must not know", _lines(card.must_not_know)),
        ("Also", _lines(card.words)),
        ("Not asked yet", (", ".join(not_asked),) if not_asked else ()),
    )
    return [*found, *((name, lines) for name, lines in rest if lines)]


def hours_in_words(card: SafeContactCard, is_safe: Answer) -> tuple[str, ...]:
    """The lines in which days and hours were written down, as they were written."""
    return tuple(dict.fromkeys(one["words"] for one in card.hours if one["is_safe"] == is_safe))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _line(one: dict) -> str:
    said = {Answer.YES: "Safe", Answer.NO: "Not safe", Answer.NOT_KNOWN: "Not known. Ask first"}[one["is_safe"]]
    return ": ".join(part for part in (said, one.get("where") or one.get("words")) if part)

"""Which cards can an adult sort in a picture talk, and into which places?

Generic cards with everyday words, each with the name of its picture. A deck that changes gets a new ``version``: what was sorted before
keeps the words it was sorted with.
"""

from dataclasses import dataclass

from heard.rules.labelled import Labelled


class Place(Labelled):
    """Where a card can lie: three of one scale, or back in the pile."""

    YES = "yes", "Yes"
    NOT_SURE = "not-sure", "Not sure"
    NO = "no", "No"
    HAPPY = "happy", "Happy"
    SO_SO = "so-so", "So-so"
    NOT_HAPPY = "not-happy", "Not happy"
    PILE = "pile", "Not sorted"


AGREE = (Place.YES, Place.NOT_SURE, Place.NO)
FEEL = (Place.HAPPY, Place.SO_SO, Place.NOT_HAPPY)


class MovedBy(Labelled):
    """Whose hand moved the card."""

    ADULT = "adult", "The adult"
    WORKER = "worker", "The worker, as the adult showed"


class Confirmed(Labelled):
    """Did the adult say that the sorted cards are right?"""

    YES = "yes", "Yes, this is right"
    CHANGED = "changed", "Some of it, and they said what is different"
    NO = "no", "No, it is not right"
    NOT_ASKED = "not-asked", "They were not asked, or did not answer"


@dataclass(frozen=True)
class Card:
    """A card: a stable slug, the words on it and the name of its picture."""

    slug: str
    words: str
    picture: str


@dataclass(frozen=True)
class Deck:
    """Cards about one thing, sorted into the three places of one scale. ``question`` is read out first."""

    slug: str
    version: int
    label: str
    question: str
    scale: tuple[Place, Place, Place]
    cards: tuple[Card, ...]

    def card(self, slug: str) -> Card:
        """The card of that slug. Raises KeyError where the deck has none such."""
        found = next((card for card in self.cards if card.slug == slug), None)
        if found is None:
            raise KeyError(slug)
        return found


def _cards(*rows: tuple[str, str, str]) -> tuple[Card, ...]:
    return tuple(Card(*row) for row in rows)


DECKS: dict[str, Deck] = {
    deck.slug: deck
    for deck in (
        Deck(
            "my-days", 1, "My days", "How do you feel about this?", FEEL,
            _cards(
                ("home", "Where I live", "home"), ("bed", "My bed and sleep", "bed"), ("meals", "Meals", "meals"),
                ("drinks", "Drinks", "drinks"), ("washing", "Washing", "bath"), ("clothes", "My clothes", "clothes"),
                ("medicine", "My medicine", "medicine"), ("shopping", "Shopping", "shopping"), ("going-out", "Going out", "bus"),
                ("television", "Television and music", "television"), ("money", "My money", "money"),
            ),
        ),
        Deck(
            "people", 1, "People around me", "How do you feel about this?", FEEL,
            _cards(
                ("family", "My family", "family"), ("friends", "My friends", "friends"), ("helpers", "People who help me", "helper"),
                ("visitors", "Visitors", "door"), ("neighbours", "Neighbours", "neighbours"), ("calls", "Phone calls", "phone-call"),
                ("letters", "Letters", "letters"), ("animals", "Animals", "dog"), ("own", "Time on my own", "on-my-own"),
            ),
        ),
        Deck(
            "choices", 1, "What I choose", "Is this how it is?", AGREE,
            _cards(
                ("getting-up", "I choose when I get up", "clock"), ("eating", "I choose what I eat", "meals"),
                ("visitors", "I choose who visits", "door"), ("money", "I look after my money", "money"),
                ("key", "I keep my own key", "key"), ("phone", "I use my own phone", "mobile"),
                ("out", "I go out when I want", "walking"), ("letters", "I open my own letters", "letters"),
                ("listening", "People listen to me", "listening"), ("friends", "I see my friends", "friends"),
            ),
        ),
        Deck(
            "wants", 1, "What I would like", "Would you like this?", AGREE,
            _cards(
                ("same", "Things to stay the same", "same"), ("change", "Things to change", "change"),
                ("stay", "To stay where I live", "home"), ("move", "To live somewhere else", "moving"),
                ("more-people", "More time with people", "friends"), ("more-alone", "More time on my own", "on-my-own"),
                ("talk", "To talk with somebody", "talking"), ("police", "To talk with the police", "uniform"),
                ("speak-up", "Somebody to speak up with me", "speak-up"), ("help", "Help with my days", "helper"),
                ("money", "Help with my money", "money"),
            ),
        ),
    )
}  # fmt: skip

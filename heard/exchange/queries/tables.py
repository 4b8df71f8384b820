"""How does everything Heard holds of an authority look, table by table?"""

from collections.abc import Iterator

from heard.exchange.queries.carried import held_carried
from heard.exchange.queries.concerns import held_concerns
from heard.exchange.queries.enquiries import held_enquiries, held_risks
from heard.exchange.queries.keys import HeldRow, Keys
from heard.exchange.queries.people import held_people
from heard.exchange.queries.reviews import held_reviews
from heard.exchange.queries.voice import held_conversations, held_wishes
from heard.exchange.versions import CARRIED

_HELD = {
    "people.csv": held_people,
    "concerns.csv": held_concerns,
    "enquiries.csv": held_enquiries,
    "risks.csv": held_risks,
    "desired_outcomes.csv": held_wishes,
    "conversations.csv": held_conversations,
    "safeguarding_adult_reviews.csv": held_reviews,
}


def held_rows(file: str, keys: Keys) -> Iterator[HeldRow]:
    """The rows of one file as Heard holds them now, whatever was born in Heard among them."""
    if keys.authority is None:
        return iter(())
    return held_carried(CARRIED[file], keys) if file in CARRIED else _HELD[file](keys)

"""How does a board of sorted cards look as a picture that can be kept?"""

from base64 import b64encode
from functools import cache
from pathlib import Path
from textwrap import wrap

from django.template.loader import render_to_string

from heard.rules.vocabulary.picture_cards import Deck, Place

PICTURES = Path(__file__).parent / "static" / "voice" / "cards"
COLUMN, CARD, TOP, GAP = 300, 96, 96, 12  # in the picture's own units
LINE = 20  # characters of a card's words on a line


@cache
def _inside(name: str) -> str:
    """The picture of that name as an address that needs no other file."""
    return f"data:image/svg+xml;base64,{b64encode((PICTURES / f'{name}.svg').read_bytes()).decode()}"


def board_picture(deck: Deck, words_of: dict[str, str], lies: dict[str, Place]) -> str:
    """The board as an SVG that stands alone: three columns in the order of the scale, each card with its picture and its words.

    ``lies`` is each card's place, in the order they were last moved; ``words_of`` the words each card had. Cards that were not sorted are
    left out.
    """
    columns = []
    for number, place in enumerate(deck.scale):
        cards = [
            {"y": TOP + at * (CARD + GAP), "lines": wrap(words_of[card], LINE), "picture": _inside(deck.card(card).picture)}
            for at, card in enumerate(card for card, lay in lies.items() if lay == place)
        ]
        columns.append({"x": GAP + number * (COLUMN + GAP), "label": place.label, "picture": _inside(place), "cards": cards})
    tallest = max(len(column["cards"]) for column in columns)
    size = {
            "width": GAP + 3 * (COLUMN + GAP), "height": TOP + tallest * (CARD + GAP) + GAP, "column_width": COLUMN, "card_height": CARD,
            "gap": GAP}  # fmt: skip
    return render_to_string("voice/board.svg", {"deck": deck, "columns": columns, **size})

"""Are cards neutral, moves kept in order, and a talk finished only where something was shown?"""

import pytest

from heard.rules.picture_talk import faults_of_card, may_finish, may_move, shown_with_cards, where_each_lies
from heard.rules.vocabulary.picture_cards import AGREE, DECKS, FEEL, Confirmed, Place
from tests.standards.tree import ROOT

PICTURES = ROOT / "heard/voice/static/voice/cards"
EVERY_CARD = [pytest.param(card, id=f"{deck.label}: {card.words}") for deck in DECKS.values() for card in deck.cards]


@pytest.mark.parametrize("card", EVERY_CARD)
def test_every_card_is_neutral_and_has_a_picture(card):
    assert faults_of_card(card.words) == []
    assert (PICTURES / f"{card.picture}.svg").is_file()


@pytest.mark.parametrize("place", [*AGREE, *FEEL])
def test_every_place_has_a_picture(place):
    assert (PICTURES / f"{place}.svg").is_file()


@pytest.mark.parametrize("deck", DECKS.values(), ids=list(DECKS))
def test_a_deck_has_no_card_twice(deck):
    assert len({card.slug for card in deck.cards}) == len(deck.cards) == len({card.words for card in deck.cards})


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param("Does he shout?", ["question", "leads"], id="a question that names what somebody may do leads twice"),
        pytest.param("Your money", ["you"], id="a card speaks as the adult, not to them"),
        pytest.param("I am not safe", ["leads"], id="a card never says that something is wrong"),
        pytest.param("Nice helpers", ["leads"], id="a card never says that something is right"),
        pytest.param("All of the people who come in and help", ["more than 7"], id="a card is short"),
        pytest.param("My money", [], id="a plain thing is neutral"),
        pytest.param("I chose nothing", [], id="a word that only holds a leading word is neutral"),
    ],
)
def test_what_makes_a_card_leading(words, told):
    found = faults_of_card(words)
    assert len(found) == len(told)
    assert all(part in fault for part, fault in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("moves", "lies"),
    [
        pytest.param([], {}, id="nothing moved, nothing lies"),
        pytest.param([("home", "happy"), ("home", "not-happy")], {"home": "not-happy"}, id="the last place counts"),
        pytest.param([("home", "happy"), ("bed", "so-so"), ("home", "pile")], {"bed": "so-so"}, id="back in the pile is not sorted"),
        pytest.param([("home", "pile")], {}, id="a card put back that was never sorted is no answer"),
    ],
)
def test_where_each_card_lies(moves, lies):
    assert where_each_lies(moves) == lies


@pytest.mark.parametrize(
    ("card", "place", "is_finished", "yes"),
    [
        pytest.param("home", "happy", False, True, id="a card of the deck to a place of its scale"),
        pytest.param("home", "pile", False, True, id="and back to the pile"),
        pytest.param("home", "yes", False, False, id="not to a place of another scale"),
        pytest.param("police", "happy", False, False, id="not a card of another deck"),
        pytest.param("home", "happy", True, False, id="not once the talk is finished"),
    ],
)
def test_what_may_be_moved(card, place, is_finished, yes):
    said = may_move(deck=DECKS["my-days"], card=card, place=place, is_finished=is_finished)
    assert bool(said) is yes
    assert yes or said.because


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param({}, "", id="sorted, helped by somebody, confirmed"),
        pytest.param({"sorted_cards": 0}, "No card has been sorted", id="an empty board is no answer of the adult's"),
        pytest.param({"helped_by": " "}, "who helped", id="who helped is always named"),
        pytest.param({"confirmed": Confirmed.CHANGED}, "what the adult said is different", id="a correction has the adult's words"),
        pytest.param({"confirmed": Confirmed.CHANGED, "confirmed_words": "Not the dog."}, "", id="a correction with words"),
        pytest.param({"confirmed": Confirmed.NO}, "", id="not right is an answer"),
        pytest.param({"is_finished": True}, "finished already", id="once only"),
    ],
)
def test_when_a_talk_may_be_finished(changes, told):
    facts = {"is_finished": False, "sorted_cards": 3, "helped_by": "Nobody", "confirmed": Confirmed.YES, "confirmed_words": ""}
    said = may_finish(**{**facts, **changes})
    assert bool(said) is (not told)
    assert told in " ".join(said.because)


def test_what_was_shown_is_said_place_by_place_and_nothing_more():
    lies = where_each_lies([("home", Place.HAPPY), ("meals", Place.NOT_HAPPY), ("bed", Place.HAPPY)])
    words = {"home": "Where I live", "meals": "Meals", "bed": "My bed and sleep"}
    assert shown_with_cards(deck=DECKS["my-days"], words_of=words, lies=lies, said=" He eats mine. ") == (
        "Showed with cards: My days. How do you feel about this?\nHappy: Where I live; My bed and sleep.\nSo-so: none.\nNot happy: Meals.\n"
        "\nHe eats mine."
    )

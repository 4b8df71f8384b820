"""How does a talk with pictures stay the adult's own: neutral cards, their order kept, and nothing finished that nobody sorted?"""

import re
from collections.abc import Iterable

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.picture_cards import Confirmed, Deck, Place

NEUTRAL = Law("Practice: options on a picture board are neutral and never lead (handbook 6.3, from Talking Mats’ published advice)")
WHO_HELPED = Law("Practice: who supported the adult, and whether they confirmed the summary, are kept (handbook 6.3)")
MOST_WORDS = 7
LEADING = {
    "abuse", "abused", "afraid", "always", "angry", "bad", "bully", "cruel", "danger", "fear", "frightened", "good", "hit", "hurt", "hurts",
    "kind", "lie", "lies", "nasty", "never", "nice", "not", "safe", "scared", "shout", "shouts", "steal", "stole", "threat", "unsafe",
    "upset", "wrong",
}  # fmt: skip


def faults_of_card(words: str) -> list[str]:
    """What makes the words of a card leading or hard: a question, a judgement, "you", or too many words. Empty where it is neutral.

    Practice: handbook 6.3, options are neutral and not leading; 6.2, one idea in few words.
    """
    said = re.findall(r"[a-z’']+", words.lower())
    found = []
    if "?" in words:
        found.append("It asks a question.")
    if len(said) > MOST_WORDS:
        found.append(f"It has more than {MOST_WORDS} words.")
    if "you" in said or "your" in said:
        found.append("It says “you”. The card is the adult’s own.")
    if leading := sorted(LEADING & set(said)):
        found.append(f"It leads the adult: {', '.join(leading)}.")
    return found


def where_each_lies(moves: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """The last place of each card that was moved, from the moves in order; a card put back in the pile is left out.

    Practice: handbook 6.3, the placement and what was moved during the session are both kept.
    """
    lies: dict[str, Place] = {}
    for card, place in moves:
        lies.pop(card, None)
        if place != Place.PILE:
            lies[card] = Place(place)
    return lies


def may_move(*, deck: Deck, card: str, place: str, is_finished: bool) -> Decision:
    """A card of the deck, to a place of its scale or back to the pile, while the talk goes on.

    Practice: handbook 6.3; house rule, nothing about the adult is overwritten.
    """
    if is_finished:
        return Decision(False, ("This talk is finished and kept as it was. Begin a new one to sort cards again.",), (WHO_HELPED,))
    if card not in {one.slug for one in deck.cards} or place not in {*deck.scale, Place.PILE}:
        return Decision(False, ("That card or place is not part of this talk. Nothing was moved.",), (NEUTRAL,))
    return Decision(True)


def may_finish(*, is_finished: bool, sorted_cards: int, helped_by: str, confirmed: str, confirmed_words: str) -> Decision:
    """At least one card lies somewhere, who helped is named ("nobody" is an answer), and whether the adult confirmed it is said.

    Practice: handbook 6.3, who supported and whether the person confirmed the summary.
    """
    reasons = []
    if is_finished:
        return Decision(False, ("This talk is finished already and kept as it was.",), (WHO_HELPED,))
    if not sorted_cards:
        reasons.append("No card has been sorted. If the adult did not want to, record a conversation and say why they were not heard.")
    if not helped_by.strip():
        reasons.append("Say who helped, or write “nobody”.")
    if confirmed == Confirmed.CHANGED and not confirmed_words.strip():
        reasons.append("Write what the adult said is different.")
    return Decision(not reasons, tuple(reasons), (WHO_HELPED,))


def shown_with_cards(*, deck: Deck, words_of: dict[str, str], lies: dict[str, Place], said: str = "") -> str:
    """What the adult showed, place by place in the order of the scale, then what they said: the words of the conversation.

    Practice: exchange format, ``words`` is what the adult said or showed, verbatim; nothing is read into it.
    """
    lines = [f"Showed with cards: {deck.label}. {deck.question}"]
    for place in deck.scale:
        here = [words_of[card] for card, lay in lies.items() if lay == place]
        lines.append(f"{place.label}: {'; '.join(here) or 'none'}.")
    if said.strip():
        lines += ["", said.strip()]
    return "\n".join(lines)

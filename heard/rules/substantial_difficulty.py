"""Would the adult have substantial difficulty in being involved? (Care Act 2014, section 68(3))"""

from collections.abc import Mapping

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import DifficultyArea

SECTION_68_3 = Law("Care Act 2014, section 68(3)")
NOT_CAPACITY = Law("Practice: substantial difficulty is not the same as lacking capacity (Gateshead procedures)")
LAW = (SECTION_68_3, NOT_CAPACITY)


def has_substantial_difficulty(areas: Mapping[str, Mapping[str, str]]) -> Decision:
    """Difficulty in any one of the four areas, after adjustments. "No" needs all four answered; nothing recorded is never none.

    Law: Care Act 2014 s68(3).
    """
    answers = {area: areas.get(area, {}).get("answer", "") for area in DifficultyArea}
    hard = [area.label for area, answer in answers.items() if answer == Answer.YES]
    if hard:
        return Decision(True, tuple(f"Difficulty, after adjustments: {label.lower()}." for label in hard), LAW)
    open_ones = [area.label for area, answer in answers.items() if answer != Answer.NO]
    if open_ones:
        return Decision(None, tuple(f"Not known yet: {label.lower()}." for label in open_ones), LAW)
    return Decision(False, ("No substantial difficulty in any of the four areas, after adjustments.",), LAW)


def signs_of_difficulty(*, lacks_capacity: bool, needs_advocate_support: bool) -> Decision:
    """Whether something recorded points to difficulty, so that the question must be answered. A sign is not the answer.

    Law: Care Act 2014 s68(3); capacity and difficulty are two questions, and each keeps its own record.
    """
    signs = []
    if lacks_capacity:
        signs.append("The adult lacked capacity for a decision in this enquiry.")
    if needs_advocate_support:
        signs.append("Support from an advocate is among what helps the adult take part.")
    return Decision(True, tuple(signs), LAW) if signs else Decision(False, ("Nothing recorded points to it.",), LAW)


def may_record_difficulty(*, areas: Mapping[str, Mapping[str, str]], adjustments_tried: str) -> Decision:
    """Adjustments come first: a difficulty is recorded with what was tried before.

    Practice: formats and interpreters may remove the difficulty, so try them first (South Tyneside procedures).
    """
    if has_substantial_difficulty(areas) and not adjustments_tried.strip():
        return Decision(False, ("Write which adjustments were tried first, or that there was no time to try any and why.",), LAW)
    return Decision(True, law=LAW)

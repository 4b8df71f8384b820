"""What was said of how it was: how are the answers counted, for the dictionary?"""

from heard.rules.indicators.indicator import Group, Indicator, Unit

LAST_ANSWERS = (
    "each person counts once, by the last answers they gave in the months that are asked for, which adding up months does not give; "
    "and the questions are the council’s own"
)


def experience_counted() -> list[Indicator]:
    """What is counted of the answers to the questionnaire: adults and those who spoke for an adult are never added together.

    Practice: separate answers of the adult and of a representative (Making Safeguarding Personal outcomes framework, LGA and ADASS, 2018).
    """
    return [
        Indicator(
            "experience", "Each answer to each question", Group.CLOSING,
            "What did adults, and people who spoke for them, say of how it was?",
            "those who gave this answer, for each answer",
            "those who answered the question: adults, people who spoke for an adult, and each of the two without a name, never together",
            "Answers to the questionnaire", Unit.PEOPLE, only_here=LAST_ANSWERS,
        )
    ]  # fmt: skip

"""What was said of how it was: how are the answers counted, for the dictionary?"""

from heard.rules.indicators.indicator import Group, Indicator, Unit

OWN_QUERY = "In Heard, and on DuckDB and Spark over an export by a query of its own, which is tested to count the same"


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
            "Answers to the questionnaire", Unit.PEOPLE, where=OWN_QUERY,
        )
    ]  # fmt: skip

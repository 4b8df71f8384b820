"""What was said of how it was: how are the answers counted, for the dictionary?"""

from heard.rules.indicators.indicator import Group, Indicator, Unit

ASKING = "asking"  # how the askings went stands among the questions under this name
OWN_QUERY = "In Heard, and on DuckDB and Spark over an export by a query of its own, which is tested to count the same"


def experience_counted() -> list[Indicator]:
    """What is counted of the answers to the questionnaire: adults and those who spoke for an adult are never added together.

    Practice: separate answers of the adult and of a representative (Making Safeguarding Personal outcomes framework, LGA and ADASS, 2018).
    """
    return [
        Indicator(
            f"experience-{ASKING}", "Who was asked, and did they answer?", Group.CLOSING,
            "How many were asked, by whom, and did they answer?",
            "askings that went so: answered and put by the enquiry’s lead, answered and not put by the lead, declined, could not be",
            "askings with a name in these months: of adults, and of people who spoke for an adult, never together",
            "Answers to the questionnaire", Unit.ASKINGS, where=OWN_QUERY,
        ),
        Indicator(
            "experience", "Each answer to each question", Group.CLOSING,
            "What did adults, and people who spoke for them, say of how it was?",
            "those who gave this answer, for each answer",
            "those who answered the question: adults, people who spoke for an adult, and each of the two without a name, never together",
            "Answers to the questionnaire", Unit.PEOPLE, where=OWN_QUERY,
        )
    ]  # fmt: skip

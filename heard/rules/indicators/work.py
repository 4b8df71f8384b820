"""How was the work done: reasons, communication, involvement, the plan, the people around the adult, and the adult's own words?"""

from collections.abc import Iterator

from heard.rules.indicators.hearing import CONCLUDED, OF_CONCLUDED, TALKS
from heard.rules.indicators.indicator import Group, Indicator, Unit

PARTS = 3  # of section 42(1)


def indicators_of_work() -> Iterator[Indicator]:
    """What audits ask and the record can answer by itself: each is counted as it stood at the end of the enquiry.

    Practice: the themes of audits of case files (handbook, practice 4), so that a live measure stands beside what auditors found.
    """
    rows = (
        ("three-reasons", "A reason for each of the three parts", "How many decisions have a reason for each part of section 42(1)?",
         "enquiries whose decision has a reason for each of the three parts",
         "enquiries whose decision was made with answers to the three parts (none from another system is)", "Section 42 decisions",
         Unit.ENQUIRIES, "three_reasons", ("decided",)),
        ("needs-met", "Communication needs met", "For how many adults was it asked what helps them, and each time met?",
         "enquiries by whose end it was asked what helps the adult, and each time they were asked about it, it was met", CONCLUDED,
         "Communication needs, and asking whether they were met", Unit.ENQUIRIES, "needs_met", OF_CONCLUDED),
        ("involvement-asked", "Asked how much they want to be involved", "How many adults were asked how much they want to be involved?",
         "enquiries by whose end it was recorded how much the adult wants to be involved, meetings too", CONCLUDED,
         "How much the adult wants to be involved", Unit.ENQUIRIES, "involvement_asked", OF_CONCLUDED),
        ("plan-agreed", "Plan the adult agrees with", "Of safeguarding plans, with how many does the adult agree, wholly or in part?",
         "of these, enquiries with a plan that the adult agrees with, wholly or in part", "enquiries with a safeguarding plan",
         "Safeguarding plans", Unit.ENQUIRIES, "plan_agreed", ("plans",)),
        ("risk-followed-up", "Action about who may pose a risk thought of",
         "For how many was action about the person or organisation that may pose a risk settled before closing?",
         "of these, closings where it was done, or not needed with why", "closings whose checklist asks about it", "Closing checklists",
         Unit.ENQUIRIES, "risk_followed_up", ("risk_asked",)),
        ("network-asked", "Asked whom they want involved", "How many adults were asked about the people in their life?",
         "enquiries with somebody in the adult’s life of whom it is recorded whether the adult wants them involved", CONCLUDED,
         "The people in the adult’s life", Unit.ENQUIRIES, "network_asked", OF_CONCLUDED),
        ("own-words", "The adult’s own words kept", "In how many conversations were the adult’s own words written down?",
         "conversations in which the adult was heard, with their own words", "conversations in which the adult was heard", TALKS,
         Unit.TALKS, "talks_in_words", ("talks_heard",)),
        ("ethnicity-and-language", "Ethnicity and language known", "For how many adults are ethnicity and language recorded?",
         "enquiries of adults whose ethnicity (or that they would rather not say) and language are recorded", CONCLUDED,
         "The adult’s record", Unit.ENQUIRIES, "ethnicity_and_language", OF_CONCLUDED),
        ("about-me", "What matters to them, in their own words", "For how many adults is it written in their words what matters to them?",
         "enquiries by whose end “About me” was written", CONCLUDED, "“About me”", Unit.ENQUIRIES, "about_me", OF_CONCLUDED),
    )  # fmt: skip
    for slug, label, question, numerator, denominator, source, unit, part, whole in rows:
        yield Indicator(slug, label, Group.WORK, question, numerator, denominator, source, unit, (part,), whole)

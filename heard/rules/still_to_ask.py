"""What of the return is not recorded yet, and can still be asked?"""

from heard.rules.labelled import Labelled


class StillToAsk(Labelled):
    """One thing that the return asks and nobody has recorded. "Not known" is an answer, so it is none of these."""

    ASKED = "asked", "Asked what they want"
    RATING = "rating", "Whether it happened"
    CAPACITY = "capacity", "Capacity"
    SUPPORT = "support", "Support"
    RISK = "risk", "Risk"
    FINDING = "finding", "Finding"
    OUTCOME = "outcome", "Outcome"
    REASON = "support-reason", "Primary support reason"
    BIRTH_DATE = "birth-date", "Birth date"
    GENDER = "gender", "Gender"
    ETHNICITY = "ethnicity", "Ethnicity"
    CONDITIONS = "conditions", "Health conditions"


class Among(Labelled):
    """In which records something is still to be asked."""

    OPEN = "open", "Enquiries that are open now"
    CONCLUDED = "concluded", "Enquiries concluded in the year"
    RECEIVED = "received", "Concerns received, and enquiries started, in the year"


# What the return does with each that stays blank.
MEANS: dict[StillToAsk, str] = {
    StillToAsk.ASKED: "Counted as Not Recorded in SG4a.",
    StillToAsk.RATING: "In no “achieved” cell of SG4a.",
    StillToAsk.CAPACITY: "Counted as Not recorded in SG3a.",
    StillToAsk.SUPPORT: "They lacked capacity, and are not counted as supported in SG3a.",
    StillToAsk.RISK: "In no cell of SG2.",
    StillToAsk.FINDING: "In no cell of SG2c.",
    StillToAsk.OUTCOME: "A risk was identified; in no cell of SG2e.",
    StillToAsk.REASON: "Counted as Not Known in SG1d.",
    StillToAsk.BIRTH_DATE: "Counted as Not Known in SG1a, SG3a and SG4a.",
    StillToAsk.GENDER: "Counted as Not Known in SG1b.",
    StillToAsk.ETHNICITY: "Counted as Undeclared / Not Known in SG1c.",
    StillToAsk.CONDITIONS: "In no row of SG1e.",
}
_OF_AN_ENQUIRY = (
    StillToAsk.ASKED, StillToAsk.RATING, StillToAsk.CAPACITY, StillToAsk.SUPPORT, StillToAsk.RISK, StillToAsk.FINDING, StillToAsk.OUTCOME,
)  # fmt: skip
# The finding, the outcome and the judgements come at the end: in an open enquiry they are not late.
_BEFORE_THE_END = (StillToAsk.ASKED, StillToAsk.CAPACITY, StillToAsk.SUPPORT, StillToAsk.RISK)


def asked_among(among: Among) -> tuple[StillToAsk, ...]:
    """What is looked for in which records.

    Practice: exchange format, a blank is "not recorded", and counting rules 4 to 7 say what each blank costs.
    """
    if among == Among.OPEN:
        return _BEFORE_THE_END
    return _OF_AN_ENQUIRY if among == Among.CONCLUDED else tuple(one for one in StillToAsk if one not in _OF_AN_ENQUIRY)


def is_looked_at(among: Among, *, year: int, year_now: int) -> bool:
    """Whether these records are looked at for a year: what is open now will be counted when it ends, so only in the year that runs.

    Practice: counting rule 1 of the exchange format, an enquiry is placed by its own dates.
    """
    return among != Among.OPEN or year == year_now

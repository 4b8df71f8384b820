"""Which cells has the statutory return (Safeguarding Adults Collection), and in which does a recorded answer count?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from heard.rules.vocabulary.adult import Ethnicity, Gender, HealthCondition, SupportReason
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import EnquiryKind, Finding, RiskLocation, RiskOutcome, RiskSource, RiskType, SupportedBy
from heard.rules.vocabulary.voice import Asked

NOT_KNOWN = "Not Known"
CONCERNS, SECTION_42, OTHER = "Safeguarding Concerns", "Section 42 Enquiries", "Other Enquiries"
CONCLUDED_42, CONCLUDED_OTHER = "Concluded Section 42 Enquiries", "Concluded Other Enquiries"
REVIEWS, REVIEWED = "Count of Safeguarding Adult Reviews", "Count of Individuals Involved in Safeguarding Adult Reviews"
STARTED = {EnquiryKind.SECTION_42: SECTION_42, EnquiryKind.OTHER: OTHER}
CONCLUDED = {EnquiryKind.SECTION_42: CONCLUDED_42, EnquiryKind.OTHER: CONCLUDED_OTHER}
# Each band by the age at which it begins; a person under the first is left out.
AGE_BANDS: tuple[tuple[int, str], ...] = ((18, "18-64"), (65, "65-74"), (75, "75-84"), (85, "85-94"), (95, "95+"))
GENDERS = {Gender.MALE: "Male", Gender.FEMALE: "Female"}
SUPPORT_REASONS = {
    SupportReason.PHYSICAL_ACCESS: "Physical Support", SupportReason.PHYSICAL_CARE: "Physical Support",
    SupportReason.SENSORY_VISUAL: "Sensory Support", SupportReason.SENSORY_HEARING: "Sensory Support",
    SupportReason.SENSORY_DUAL: "Sensory Support", SupportReason.MEMORY: "Support with Memory and Cognition",
    SupportReason.LEARNING: "Learning Disability Support", SupportReason.MENTAL_HEALTH: "Mental Health Support",
    SupportReason.SUBSTANCE: "Social Support", SupportReason.ASYLUM: "Social Support", SupportReason.ISOLATION: "Social Support",
    SupportReason.CARER: "Social Support", SupportReason.NONE: "No Support Reason",
}  # fmt: skip
UNDECLARED = "Undeclared / Not Known"
_GROUPS = {
    "white": "White", "mixed": "Mixed / Multiple", "asian": "Asian / Asian British",
    "black": "Black / African / Caribbean / Black British", "other": "Other Ethnic Group",
}  # fmt: skip
ETHNICITIES = {
    one: "Refused" if one == Ethnicity.REFUSED else _GROUPS[one.split("-")[0]] for one in Ethnicity if one != Ethnicity.NOT_KNOWN
}
TYPES = {
    RiskType.PHYSICAL: "Physical Abuse", RiskType.SEXUAL: "Sexual Abuse", RiskType.PSYCHOLOGICAL: "Psychological Abuse",
    RiskType.FINANCIAL: "Financial or Material Abuse", RiskType.DISCRIMINATORY: "Discriminatory Abuse",
    RiskType.ORGANISATIONAL: "Organisational Abuse", RiskType.NEGLECT: "Neglect and Acts of Omission", RiskType.DOMESTIC: "Domestic Abuse",
    RiskType.SEXUAL_EXPLOITATION: "Sexual Exploitation", RiskType.MODERN_SLAVERY: "Modern Slavery", RiskType.SELF_NEGLECT: "Self-Neglect",
}  # fmt: skip
SOURCES = {
    RiskSource.PROVIDER: "Service Provider", RiskSource.KNOWN: "Other - Known to individual",
    RiskSource.UNKNOWN: "Other - Unknown to individual",
}  # fmt: skip
LOCATIONS = {
    RiskLocation.OWN_HOME: "Own Home", RiskLocation.COMMUNITY: "In the Community", RiskLocation.COMMUNITY_SERVICE: "Community Service",
    RiskLocation.CARE_HOME_NURSING: "Care Home - Nursing", RiskLocation.CARE_HOME_RESIDENTIAL: "Care Home - Residential",
    RiskLocation.HOSPITAL_ACUTE: "Hospital - Acute", RiskLocation.HOSPITAL_MENTAL: "Hospital - Mental Health",
    RiskLocation.HOSPITAL_COMMUNITY: "Hospital - Community", RiskLocation.OTHER: "Other",
}  # fmt: skip
FINDINGS = {
    Finding.RISK_ACTION: "Risk identified and action taken", Finding.RISK_NO_ACTION: "Risk identified and no action taken",
    Finding.INCONCLUSIVE_ACTION: "Risk Assessment inconclusive and action taken",
    Finding.INCONCLUSIVE_NO_ACTION: "Risk Assessment inconclusive and no action taken",
    Finding.NO_RISK_ACTION: "No risk identified and action taken", Finding.NO_RISK_NO_ACTION: "No risk identified and no action taken",
    Finding.CEASED: "Enquiry ceased at individual's request and no action taken",
}  # fmt: skip
OUTCOMES = {RiskOutcome.REMOVED: "Risk removed", RiskOutcome.REDUCED: "Risk reduced", RiskOutcome.REMAINED: "Risk remained"}
# The return asks the other way round: did the adult LACK capacity? Had capacity "no" is its "Yes" (Devon, 2024-25).
CAPACITY = {Answer.NO: "Yes, they lacked capacity", Answer.YES: "No, they did not lack capacity", Answer.NOT_KNOWN: "Don't know"}
CAPACITY_BLANK = "Not recorded"
SUPPORTED = "Of the enquiries recorded as Yes, in how many of these cases was support provided by an advocate, family or friend"
SUPPORTERS = (SupportedBy.ADVOCATE, SupportedBy.IMCA, SupportedBy.FAMILY, SupportedBy.FRIEND)
ASKED = {
    Asked.YES_EXPRESSED: "Yes they were asked and outcomes were expressed",
    Asked.YES_NOTHING: "Yes they were asked but no outcomes were expressed", Asked.NO: "No", Asked.NOT_KNOWN: "Don't Know",
}  # fmt: skip
ASKED_BLANK = "Not Recorded"
FULLY, PARTIALLY, NOT_ACHIEVED = "Fully Achieved", "Partially Achieved", "Not Achieved"
ASKED_ROWS, ACHIEVED_ROWS = (*ASKED.values(), ASKED_BLANK), (FULLY, PARTIALLY, NOT_ACHIEVED)
DIED, NOBODY_DIED = "Where one or more individuals died", "Where no individuals died"
HARMED_AND_DIED, HARMED_AND_SURVIVED = "Who suffered serious harm and died", "Who suffered serious harm and survived"


@dataclass(frozen=True, order=True)
class Cell:
    """One cell of the return, by its published names; a blank is a name that its table does not have."""

    table: str
    enquiry_type: str
    category: str
    subcategory: str = ""
    age_band: str = ""


def year_of(day: date) -> int:
    """The return's year a day is in, named by the calendar year of its 1 April.

    Practice: counting rule 1 of the exchange format, 1 April to 31 March, both included.
    """
    return day.year if (day.month, day.day) >= (4, 1) else day.year - 1


def last_whole_year(today: date) -> int:
    """The last year of the return that has ended.

    Practice: counting rule 1 of the exchange format; a return is made once its year is over.
    """
    return year_of(today) - 1


def year_worked_on(today: date) -> int:
    """The year that a council works on: the last whole one while it can be sent in (April to June), and otherwise the one that runs.

    Practice: the 2025-26 collection opens on 1 April, is due on 3 June, and takes resubmissions until 1 July 2026 (handbook 1.1).
    """
    return last_whole_year(today) if 4 <= today.month <= 6 else year_of(today)


def band_of(age: int | None) -> str | None:
    """The age band; ``Not Known`` without a birth date, and None for somebody under 18, who is counted nowhere in SG1 to SG4.

    Practice: counting rule 2 of the exchange format; Safeguarding Adults Collection, adults 18 and over.
    """
    if age is None:
        return NOT_KNOWN
    found = [name for begins, name in AGE_BANDS if age >= begins]
    return found[-1] if found else None


def all_cells() -> Iterator[Cell]:
    """Every cell of every table, in the order of the tables. Each is written, whether anything is counted in it or not.

    Practice: exchange format, "every cell of every table is written, zeros too"; labels of the published tables (handbook 1.3).
    """
    bands = [*(name for _, name in AGE_BANDS), NOT_KNOWN]
    one_way = {
        "SG1a": bands, "SG1b": [*GENDERS.values(), NOT_KNOWN], "SG1c": [*dict.fromkeys(ETHNICITIES.values()), UNDECLARED],
        "SG1d": [*dict.fromkeys(SUPPORT_REASONS.values()), NOT_KNOWN], "SG1e": [str(one) for one in HealthCondition], "SG1f": ["Total"],
    }  # fmt: skip
    for table, rows in one_way.items():
        yield from (Cell(table, kind, row) for kind in (CONCERNS, SECTION_42, OTHER) for row in rows)
    crossed = {
        "SG2a": (TYPES, SOURCES), "SG2a_b1": (TYPES, LOCATIONS), "SG2b": (LOCATIONS, SOURCES), "SG2c": (FINDINGS, SOURCES),
        "SG2e": (OUTCOMES, SOURCES),
    }  # fmt: skip
    kinds = tuple(CONCLUDED.values())
    for table, (rows, columns) in crossed.items():
        yield from (Cell(table, kind, row, column) for kind in kinds for row in rows.values() for column in columns.values())
    by_age = {"SG3a": (*CAPACITY.values(), CAPACITY_BLANK, SUPPORTED), "SG4a": (*ASKED_ROWS, *ACHIEVED_ROWS)}
    for table, rows in by_age.items():
        yield from (Cell(table, kind, row, "", band) for kind in kinds for row in rows for band in bands)
    yield from (Cell("SG5a", REVIEWS, row) for row in (DIED, NOBODY_DIED))
    yield from (Cell("SG5b", REVIEWED, row) for row in (HARMED_AND_DIED, HARMED_AND_SURVIVED))

"""By what may figures be broken down, and in which parts does an enquiry count?"""

from collections.abc import Mapping

from heard.rules.labelled import Labelled
from heard.rules.statutory_return import ETHNICITIES, NOT_KNOWN, SUPPORT_REASONS, UNDECLARED
from heard.rules.vocabulary.adult import Gender
from heard.rules.vocabulary.enquiry import RiskLocation, RiskSource, RiskType


class By(Labelled):
    """What figures are broken down by."""

    TEAM = "team", "Team"
    TYPE = "type", "Type of risk"
    PLACE = "place", "Place"
    SOURCE = "source", "Where the risk comes from"
    PROVIDER = "provider", "Provider"
    ETHNICITY = "ethnicity", "Ethnicity"
    AGE = "age", "Age"
    GENDER = "gender", "Gender"
    REASON = "support-reason", "Support reason"


# An enquiry with two types of risk counts in both, each with its own risks, so these parts add up to more than the whole (SAC, SG2).
OF_RISKS = (By.TYPE, By.PLACE, By.SOURCE, By.PROVIDER)
UNDER_18 = "Under 18"
FUNNELS = (By.TEAM, By.PROVIDER)
_WORDS = {By.TYPE: RiskType, By.PLACE: RiskLocation, By.SOURCE: RiskSource, By.GENDER: Gender}
_BLANK = {By.TEAM: "No team", By.GENDER: "Not recorded"}


def label_of_part(by: By, part: str) -> str:
    """A part in words.

    Practice: the labels of the vocabulary, and of the published return for ethnicity, age and support reason.
    """
    if not part:
        return _BLANK.get(by, "Not recorded")
    return _WORDS[by](part).label if by in _WORDS else part


def order_of_part(by: By, part: str) -> tuple:
    """Where a part stands in a list: as the vocabulary or the return has it, else by the alphabet. Never by its figure.

    Practice: never league tables.
    """
    is_unknown = part in ("", NOT_KNOWN, UNDECLARED, "Refused")
    return (is_unknown, list(_WORDS[by]).index(part) if part and by in _WORDS else 0, part.casefold())


def groups_of(by: By) -> tuple[Mapping[str, str], str]:
    """The part that each code counts in, where the parts are groups of codes, and the part of any other code.

    What nobody recorded is a part of its own, apart from what is not known.
    Practice: the groups of the published return (Safeguarding Adults Collection, SG1c and SG1d).
    """
    return {By.ETHNICITY: (ETHNICITIES, UNDECLARED), By.REASON: (SUPPORT_REASONS, NOT_KNOWN)}[by]

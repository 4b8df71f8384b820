"""By what may figures be broken down, and in which parts does an enquiry count?"""

from collections.abc import Iterator
from dataclasses import replace

from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.labelled import Labelled
from heard.rules.statutory_return import ETHNICITIES, NOT_KNOWN, SUPPORT_REASONS, UNDECLARED, band_of
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


def parts_of(one: EnquiryFacts) -> Iterator[tuple[By, str, EnquiryFacts]]:
    """Each part the enquiry counts in, with the facts that count there: within a type, place, source or provider, only its own risks.

    What nobody recorded is a part of its own, apart from what is not known.
    An enquiry with two types of risk counts in both, so these parts add up to more than the whole.
    Practice: one count for each different category (Safeguarding Adults Collection, SG2).
    """
    yield By.TEAM, one.team, one
    yield By.ETHNICITY, ETHNICITIES.get(one.ethnicity, UNDECLARED) if one.ethnicity else "", one
    yield By.AGE, band_of(one.age) or UNDER_18, one
    yield By.GENDER, one.gender, one
    yield By.REASON, SUPPORT_REASONS.get(one.support_reason, NOT_KNOWN) if one.support_reason else "", one
    for by in OF_RISKS:
        for part in sorted({getattr(risk, by) for risk in one.risks} - {""}):
            yield by, part, replace(one, risks=tuple(risk for risk in one.risks if getattr(risk, by) == part))

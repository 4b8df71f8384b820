"""What is known of one concluded enquiry, that any indicator is worked out from? Plain values, no name and no words of anybody.

A blank is "not recorded". Only what stands is here: nothing recorded in error, only newest versions, only wishes that still stand.
"""

from dataclasses import dataclass
from datetime import date

from heard.rules.seen_alone import HowHeard


@dataclass(frozen=True)
class WishFacts:
    """One wish that still stands: what was judged of it by the adult (or whoever expressed it for them) and by the professional."""

    adults: str = ""
    professionals: str = ""


@dataclass(frozen=True)
class TalkFacts:
    """One opportunity to be heard: its day, the stage, how the adult was heard, why not where they were not, whether words were kept."""

    on: date | None
    stage: str
    how: HowHeard
    not_heard_because: str = ""
    has_words: bool = False


@dataclass(frozen=True)
class AdvocateFacts:
    """One advocate or IMCA: when asked for, and when they met the adult."""

    referred_on: date
    met_on: date | None = None


@dataclass(frozen=True)
class RiskFacts:
    """One risk: type, source, place and provider; what was found; and whether a risk that remained has the adult's own reason."""

    type: str
    source: str
    place: str
    provider: str = ""
    finding: str = ""
    outcome: str = ""
    has_adults_reason: bool = False


@dataclass(frozen=True)
class WorkFacts:
    """How the work was done, by the end of the enquiry. ``reasons``: for how many of the three parts; None where nothing was decided.

    ``plan`` is the adult's view of the plan, None where there is no plan; ``person_of_risk`` the answer in the closing checklist.
    """

    reasons: int | None = None
    needs_asked: bool = False
    needs_met: tuple[str, ...] = ()
    involvement_asked: bool = False
    plan: str | None = None
    person_of_risk: str = ""
    network_asked: bool = False
    language: str = ""
    about_me: bool = False


@dataclass(frozen=True)
class EnquiryFacts:
    """One concluded enquiry. ``earlier_end`` is the last day on which an enquiry of the same adult ended before this concern came."""

    concluded_on: date
    started_on: date
    received_on: date
    decided_on: date | None = None
    asked: str = ""
    wishes: tuple[WishFacts, ...] = ()
    talks: tuple[TalkFacts, ...] = ()
    supported_by: tuple[str, ...] = ()
    has_representative: bool = False
    had_capacity: str = ""
    has_difficulty: bool = False
    advocates: tuple[AdvocateFacts, ...] = ()
    overridden: bool = False
    was_told: str = ""
    risks: tuple[RiskFacts, ...] = ()
    earlier_end: date | None = None
    closing_view: str = ""
    feedback_offered: bool = False
    work: WorkFacts = WorkFacts()
    team: str = ""
    gender: str = ""
    ethnicity: str = ""
    age: int | None = None
    support_reason: str = ""

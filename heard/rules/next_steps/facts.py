"""Which facts of a case say what it needs next?

Plain values gathered from the records by ``heard.casework.queries.facts``, so that every rule here can be read and tested without a
database. The order of rows within a tuple never matters.
"""

from dataclasses import dataclass
from datetime import date, datetime

from heard.rules.independent_advocate import Milestones
from heard.rules.seen_alone import MayPoseRisk
from heard.rules.vocabulary.enquiry import EnquiryKind


@dataclass(frozen=True)
class OverrideFacts:
    """The decision to act without the adult's agreement: on what ground, whether they were told, and what is to follow."""

    ground: str
    decided_on: date
    was_told: str = ""
    not_told_because: str = ""
    tell_by: date | None = None
    has_assessment: bool = False
    assessment_to_follow_by: date | None = None


@dataclass(frozen=True)
class ConcernFacts:
    """One concern: what is known of the agreement, the decision and the feedback. ``decided_on`` is None while it waits."""

    reference: str
    received_on: date
    is_waiting: bool = True
    decided_on: date | None = None
    follow_up_on: date | None = None
    adult_knows: str = ""
    agreement: str = ""
    ground: str = ""
    override: OverrideFacts | None = None
    raised_by: str = ""
    raised_by_contact: str = ""
    wants_feedback: str = ""
    referrer_settled: bool = False
    adult_said_what_they_want: bool = False


@dataclass(frozen=True)
class EnquiryFacts:
    """One enquiry: its dates, the answers the return needs, its wishes and its plan."""

    concern_reference: str
    started_on: date
    kind: str = EnquiryKind.SECTION_42
    concluded_on: date | None = None
    has_a_wish: bool = False
    asked: str = ""
    capacity_answered: bool = False
    capacity_answered_on: date | None = None
    support_answered: bool = False
    had_capacity: str = ""
    supported_by: tuple[str, ...] = ()
    wishes_standing: int = 0
    wishes_the_adult_has_not_judged: int = 0
    wishes_to_judge_again: int = 0
    judged_again_on: date | None = None
    judging_began_on: date | None = None
    has_a_plan: bool = False
    plan_made_on: date | None = None
    plan_review_on: date | None = None
    plan_reviewed_on: date | None = None
    feedback_offered_on: date | None = None
    feedback_answer: str = ""
    asked_how_it_was_on: date | None = None
    asked_again_how_it_was_on: date | None = None


@dataclass(frozen=True)
class ConversationFacts:
    """One opportunity to be heard, taken or not. ``at`` is when it was held, or when it was recorded where that is not known."""

    at: datetime
    stage: str = ""
    not_heard_because: str = ""
    ask_again_on: date | None = None
    asked_what_they_want: bool = False
    alone: str = ""
    present: tuple[str, ...] = ()
    safe_place: str = ""
    spoken_by: str = ""
    spoken_by_name: str = ""
    says_why_not: bool = False
    says_what_helped: bool = False

    @property
    def heard(self) -> bool:
        """Whether the adult was heard: no reason is recorded why they were not."""
        return not self.not_heard_because


@dataclass(frozen=True)
class RepresentativeFacts:
    """Somebody named as appropriate person and not ended. ``against`` is what has come to light since, in words."""

    name: str
    started_on: date
    is_appropriate: bool | None = None
    wants_advocate_as_well: bool = False
    against: tuple[str, ...] = ()
    against_since: date | None = None


@dataclass(frozen=True)
class AdvocateFacts:
    """One advocate or IMCA and the days of their work."""

    kind: str
    days: Milestones


@dataclass(frozen=True)
class RepresentationFacts:
    """Whether the adult has difficulty in being involved and who helps them. ``difficulty`` None is not known: never read as none."""

    difficulty: bool | None = None
    considered_on: date | None = None
    needs_advocate_support: bool = False
    last_conclusion: str = ""
    last_assessed_on: date | None = None
    people: tuple[RepresentativeFacts, ...] = ()
    advocates: tuple[AdvocateFacts, ...] = ()
    last_ended_on: date | None = None
    imca_considered: tuple[str, ...] = ()


@dataclass(frozen=True)
class AssessmentFacts:
    """One assessment of capacity: one decision at one time. ``concern_reference`` is its enquiry's, blank where it has none."""

    decision: str
    conclusion: str
    at: datetime
    is_about_enquiry: bool = False
    concern_reference: str = ""
    ask_again_on: date | None = None
    can_wait_until: date | None = None
    best_times: str = ""
    has_best_interests: bool = False


@dataclass(frozen=True)
class CaseFacts:
    """One adult's case, with everything the rules in this folder ask."""

    reference: str
    is_closed: bool = False
    died_on: date | None = None
    has_a_wish: bool = False
    concerns: tuple[ConcernFacts, ...] = ()
    enquiries: tuple[EnquiryFacts, ...] = ()
    conversations: tuple[ConversationFacts, ...] = ()
    assessments: tuple[AssessmentFacts, ...] = ()
    representation: RepresentationFacts = RepresentationFacts()
    may_pose_risk: tuple[MayPoseRisk, ...] = ()
    communication_needs: tuple[str, ...] = ()
    needs_asked_on: date | None = None
    needs_reviewed_on: date | None = None
    needs_were_met: str = ""
    involvement: str = ""
    received_in_other_cases: tuple[date, ...] = ()
    has_a_review: bool = False

    @property
    def began_on(self) -> date | None:
        """The day of the earliest concern still open in this case, or of the earliest of all where none is; None without any."""
        still_open = [one.received_on for one in self.concerns if one.is_waiting or self._enquiry_is_open(one)]
        return min(still_open or [one.received_on for one in self.concerns], default=None)

    @property
    def supported_on(self) -> tuple[date, ...]:
        """The days since then on which the adult was heard and it was said what helped them to take part."""
        began = self.began_on
        talks = [one for one in self.conversations if one.heard and one.says_what_helped]
        return tuple(sorted(one.at.date() for one in talks if began and one.at.date() >= began))

    def _enquiry_is_open(self, concern: ConcernFacts) -> bool:
        return any(one.concern_reference == concern.reference and one.concluded_on is None for one in self.enquiries)

"""What does the case show of the adult's agreement, of what was done without it, and of what was shared?

Rests on concerns already read with their answers; what was shared is one query.
"""

from dataclasses import dataclass

from heard.cases.models import Concern
from heard.rights.models import ActingWithoutAgreement
from heard.rules.agreement_to_raise import asks_why
from heard.rules.agreement_to_settle import agreement_in_words
from heard.rules.labelled import label_of
from heard.rules.next_steps.facts import OverrideFacts
from heard.rules.vocabulary.concern import Agreement, Ground, RaisedBy


@dataclass(frozen=True)
class AgreementShown:
    """One concern's three things: the adult's agreement in words; the ground that was chosen; and the decision to act without it."""

    concern: Concern
    words: str
    ground: str
    is_without: bool
    override: ActingWithoutAgreement | None


def agreements_shown(concerns: list[Concern]) -> list[AgreementShown]:
    """What to show for each of these concerns, in their order. No query."""
    return [_shown(one) for one in concerns]


def _shown(concern: Concern) -> AgreementShown:
    now, override = concern.agreement, concern.override
    answer = now.answer if now else ""
    own = bool(concern.report and concern.report.raised_by == RaisedBy.ADULT)
    words = agreement_in_words(answer, said_by_referrer=now.said_by_referrer if now else True, raised_by_adult=own)
    ground = override.ground if override else (now.ground if now else "")
    without = bool(override) or (bool(answer) and asks_why(Agreement(answer)))
    return AgreementShown(concern, words, label_of(Ground, ground) if ground else "", without, override)


def override_facts(row: ActingWithoutAgreement | None) -> OverrideFacts | None:
    """The facts of a decision to act without agreement; an assessment recorded in error is none."""
    if row is None:
        return None
    return OverrideFacts(
        ground=row.ground,
        decided_on=row.decided_on,
        was_told=row.was_told,
        not_told_because=row.not_told_because,
        tell_by=row.tell_by,
        has_assessment=row.assessment is not None and row.assessment.in_error_at is None,
        assessment_to_follow_by=row.assessment_to_follow_by,
    )

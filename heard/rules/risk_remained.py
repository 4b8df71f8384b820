"""What is asked when a risk remained?

A risk that remains because the adult chose it is an end like any other, and is never drawn as a failure.
"""

from collections.abc import Mapping

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME, BeforeCeasing, Finding, RiskLevel, RiskOutcome

LEGITIMATE_END = Law("Adult social care glossary: “risk remained” is a valid outcome, for instance where the adult chooses to keep contact")
OWN_CHOICE = Law("Mental Capacity Act 2005 s1(4): a decision is not to be treated as a lack of capacity because it is unwise")


def has_outcome(finding: Finding | None) -> bool:
    """Whether an outcome is asked beside this finding: only where a risk was identified.

    Practice: statutory return, table SG2e; exchange format, risks.csv.
    """
    return finding in FINDINGS_WITH_OUTCOME


def asks_adults_reason(outcome: RiskOutcome | None) -> bool:
    """Whether the adult's own reason is asked.

    Practice: handbook rule R17, "remained" needs the adult's reason.
    """
    return outcome == RiskOutcome.REMAINED


def asks_four_questions(*, outcome: RiskOutcome | None, professionals_level: RiskLevel | None) -> bool:
    """Whether a risk that remained asks the four questions of stopping at the adult's request: where the professional sees it as high.

    Law: Care Act 2014 s42(2), the council decides whether any action should be taken. Practice: closing checklists (handbook, practice
    2.6); handbook rules R6 (others at risk, coercion, a crime, a position of trust) and R17.
    """
    return asks_adults_reason(outcome) and professionals_level == RiskLevel.HIGH


def may_leave_high_risk(*, answers: Mapping[BeforeCeasing, Answer]) -> Decision:
    """Once each of the four is answered, whatever the answers are: they inform, and no answer stops the adult's choice.

    Law: Mental Capacity Act 2005 s1(4). Practice: handbook rules R6 and R17.
    """
    if all(answers.get(question) for question in BeforeCeasing):
        return Decision(True, law=(LEGITIMATE_END, OWN_CHOICE))
    because = "You see this risk as high. Answer the four questions before it is recorded as remaining. “Not yet known” is an answer."
    return Decision(False, (because,), (LEGITIMATE_END, OWN_CHOICE))


def may_record_outcome(*, finding: Finding, outcome: RiskOutcome | None, adults_reason: str = "", no_reason_because: str = "") -> Decision:
    """An outcome only beside an identified risk; "remained" with the adult's reason, or why there is none.

    Practice: statutory return, table SG2e; handbook rule R17.
    """
    if outcome and not has_outcome(finding):
        return Decision(False, ("An outcome is recorded only where a risk was identified.",), (LEGITIMATE_END,))
    if asks_adults_reason(outcome) and not (adults_reason.strip() or no_reason_because.strip()):
        because = "Say why the risk remained in the adult's words, or why you do not have their reason."
        return Decision(False, (because,), (LEGITIMATE_END,))
    return Decision(True, law=(LEGITIMATE_END,) if asks_adults_reason(outcome) else ())


def how_it_ended(*, outcome: RiskOutcome | None, adults_reason: str = "") -> str:
    """The outcome in words: "remained" with the adult's reason is the adult's choice, and is said so.

    Law: Mental Capacity Act 2005 s1(4). Practice: glossary of adult social care, "risk remained" is a legitimate end.
    """
    if asks_adults_reason(outcome) and adults_reason.strip():
        return "Risk remained by the adult's choice"
    return RiskOutcome(outcome).label if outcome else ""

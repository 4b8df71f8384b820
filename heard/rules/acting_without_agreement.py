"""What has to be written down where the council acts although the adult did not agree?

The adult's agreement, the lawful basis and the justification are three things; none of them stands in for another.
"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.concern import Ground
from heard.rules.vocabulary.rights import LawfulBasis

OVERRIDE = (
    Law("Care Act 2014 s42: the duty does not wait for agreement"),
    Law("SCIE, when an adult refuses help: act in proportion, tell the person unless that is dangerous, give reasons, record"),
)
BASIS = (Law("UK GDPR article 6: agreement to act is not the lawful basis"),)
ASSESSED = (Law("Mental Capacity Act 2005 s2 and s3; York procedures: an assessment of this decision comes before that conclusion"),)


def may_record_override(
    *, ground: str, ground_words: str, proportionality: str, lawful_basis: str, decided_by: str
) -> Decision:
    """The ground and what it rests on, why it is proportionate, the lawful basis, and a named person's decision.

    Practice: SCIE and several councils' procedures (handbook 2.7). "Consent" is no basis for acting against what somebody said.
    """
    missing = [
        (ground, "Choose the ground for acting without the adult’s agreement."),
        (ground_words.strip(), "Write what the ground rests on, in this case."),
        (proportionality.strip(), "Write why it is proportionate."),
        (lawful_basis, "Choose the lawful basis. It is not the same as the adult’s agreement."),
        (decided_by.strip(), "Name who decided."),
    ]
    because = tuple(words for given, words in missing if not given)
    if because:
        return Decision(False, because, OVERRIDE)
    if lawful_basis == LawfulBasis.CONSENT:
        return Decision(False, ("The adult did not agree, so consent cannot be the lawful basis. Choose the one that applies.",), BASIS)
    return Decision(True, law=OVERRIDE)


def assessment_is_owed(*, ground: str, has_assessment: bool) -> Decision:
    """Whether an assessment of this decision is still to stand behind "they lack capacity to decide this". It never stops the decision.

    Law: Mental Capacity Act 2005 s1(2), s2 and s3. Practice: handbook rule R3, or "urgent, to follow by".
    """
    if ground != Ground.BEST_INTERESTS or has_assessment:
        return Decision(False, (), ASSESSED)
    return Decision(
        True, ("The ground is that the adult lacks capacity to decide this. No assessment of that decision is linked to it.",), ASSESSED
    )

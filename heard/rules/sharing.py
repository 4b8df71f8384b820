"""What is written down when something about the adult is told to a partner, and what is to be thought of first?"""

from dataclasses import dataclass

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.concern import Agreement
from heard.rules.vocabulary.rights import LawfulBasis

SHARING = (
    Law("UK GDPR article 6 and Data Protection Act 2018 schedule 1, paragraph 18: safeguarding of individuals at risk"),
    Law("Common-law duty of confidence: without agreement there is a reason, and no more is shared than is needed"),
)
NAMED = (Law("Making Safeguarding Personal: what is shared must not put the adult at more risk"),)


@dataclass(frozen=True)
class SomebodyKnown:
    """Somebody in the adult's life: their name, what they are to the adult ("Son"), and whether they may pose a risk."""

    name: str
    may_pose_risk: bool
    relationship: str = ""


def may_record_sharing(*, agreement: str, lawful_basis: str, justification: str) -> Decision:
    """The adult's agreement, the lawful basis and the justification, each for itself; a reason wherever the adult did not agree.

    Law: UK GDPR article 6; common-law duty of confidence. "Consent" is a basis only where the adult agreed.
    """
    because = []
    if not agreement:
        because.append("Say whether the adult agreed to this being shared.")
    if not lawful_basis:
        because.append("Choose the lawful basis. It is not the same as the adult’s agreement.")
    if agreement and agreement != Agreement.AGREED and not justification.strip():
        because.append("Write why it is right to share this without the adult’s agreement.")
    if lawful_basis == LawfulBasis.CONSENT and agreement != Agreement.AGREED:
        because.append("The adult did not agree, so consent cannot be the lawful basis. Choose the one that applies.")
    return Decision(not because, tuple(because), SHARING)


def names_who_may_pose_a_risk(*, said: str, known: tuple[SomebodyKnown, ...]) -> Decision:
    """Whether somebody who may pose a risk is named: in full, by first name, or as what they are to the adult. It never stops anything.

    Practice: think who could learn of it before sharing (York, SCIE on sharing information).
    """
    words = _words(said)
    named = [one.name for one in known if one.may_pose_risk and _is_meant(one, words)]
    because = tuple(f"{name} may pose a risk. Before you share, think who could learn of this through them." for name in named)
    return Decision(bool(named), because, NAMED)


def _words(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.replace("’s", "").replace("'s", ""))
    return plain.casefold().split()


def _is_meant(one: SomebodyKnown, words: list[str]) -> bool:
    name, relationship = _words(one.name), _words(one.relationship)
    in_full = bool(name) and set(name) <= set(words)
    by_first_name = bool(name) and len(name[0]) > 2 and name[0] in words
    as_what_they_are = bool(relationship) and set(relationship) <= set(words)
    return in_full or by_first_name or as_what_they_are

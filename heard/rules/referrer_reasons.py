"""Why is somebody telling us without the adult's agreement, in their own plain words?

The public are offered plain reasons; each is a ground where it is one beyond doubt. Nothing the public choose becomes "lacks capacity":
what a referrer believed about the adult's mind is never a finding, so that ground is not among them.
"""

from heard.rules.labelled import Labelled
from heard.rules.vocabulary.concern import Ground


class PlainReason(Labelled):
    """What the public are offered, most pressing first. Labels are the whole of what they read."""

    DANGER_TO_ADULT = "danger-to-the-adult", "Asking them could put them in danger"
    DANGER_TO_ME = "danger-to-me", "Asking them could put me in danger"
    SERIOUS_HARM = "serious-harm", "They could die or be seriously hurt"
    OTHERS = "others", "Other people, or children, could be in danger"
    CONTROL = "control", "Someone is controlling or pressuring them"
    CRIME = "crime", "There may have been a crime"
    COULD_NOT_ASK = "could-not-ask", "I could not reach them, or there was no time to ask"
    DO_NOT_KNOW = "do-not-know", "I don't know"
    SOMETHING_ELSE = "something-else", "Something else"


GROUND_OF: dict[PlainReason, Ground | None] = {
    PlainReason.DANGER_TO_ADULT: Ground.ASKING_INCREASES_RISK,
    PlainReason.DANGER_TO_ME: Ground.ASKING_INCREASES_RISK,
    PlainReason.SERIOUS_HARM: Ground.VITAL_INTEREST,
    PlainReason.OTHERS: Ground.OTHERS_AT_RISK,
    PlainReason.CONTROL: Ground.COERCION,
    PlainReason.CRIME: Ground.CRIME,
    PlainReason.COULD_NOT_ASK: Ground.NOT_PRACTICABLE,
    PlainReason.DO_NOT_KNOW: None,
    PlainReason.SOMETHING_ELSE: None,
}


def ground_of(reason: PlainReason | None) -> Ground | None:
    """The ground a plain reason amounts to; None where it is left for triage to settle.

    Practice: the grounds of several councils' procedures (York, Sunderland, Berkshire); the briefing adds danger "to them or to you".
    """
    return GROUND_OF[reason] if reason else None


def words_kept(reason: PlainReason | None, words: str) -> str:
    """What is kept beside the ground: the reason as they read it, then their own words, so that neither is lost.

    Practice: reason code and narrative are recorded together (several councils' procedures).
    """
    return ". ".join(part for part in (reason.label if reason else "", words.strip()) if part)

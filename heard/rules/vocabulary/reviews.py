"""What words describe a Safeguarding Adult Review? (Care Act 2014, section 44)"""

from heard.rules.labelled import Labelled


class Criterion(Labelled):
    """The parts of section 44, each answered by itself."""

    ADULT_IN_AREA = "adult-in-area", "An adult in the Board’s area with needs for care and support, whether or not the council met them"
    TOGETHER = "together", "Reasonable cause for concern about how the Board, its members or others worked together to safeguard the adult"
    DIED = "died", "The adult has died"
    FROM_ABUSE = "from-abuse", "The Board knows or suspects that the death resulted from abuse or neglect"
    SERIOUS = "serious", "The adult is alive, and the Board knows or suspects that they experienced serious abuse or neglect"


class ReviewKind(Labelled):
    """What section 44 makes of a case."""

    MUST = "must", "There must be a review (section 44(1) to (3))"
    MAY = "may", "There may be a review (section 44(4))"
    NOT = "not", "No review"


class HappenedTo(Labelled):
    """What happened to somebody a review is about. The return counts the first two."""

    DIED = "died", "They suffered serious harm and died"
    SURVIVED = "survived", "They suffered serious harm and survived"
    NEITHER = "neither", "Neither, or it is not known"


class ReviewMethod(Labelled):
    """How a review is done. Which is used is the Board's choice for each case."""

    SYSTEMS = "systems", "Systems-based review with the practitioners"
    LEARNING_EVENT = "learning-event", "Learning event or workshop"
    PANEL = "panel", "Panel review of agencies’ reports"
    DESKTOP = "desktop", "Review of the records only"
    THEMATIC = "thematic", "Thematic review of several cases"
    OTHER = "other", "Another way"


class TakesPart(Labelled):
    """How the adult or somebody close to them takes part in a review."""

    MEETS = "meets", "Meets the reviewer"
    WRITES = "writes", "Writes or records what they want to say"
    THROUGH_ADVOCATE = "through-advocate", "Through an advocate or somebody they chose"
    READS = "reads", "Reads the draft and says what they think"
    KEPT_TOLD = "kept-told", "Wants to be told how it goes"
    DOES_NOT_WANT = "does-not-want", "Does not want to take part"
    NOT_ASKED = "not-asked", "Has not been asked yet"


class RecommendationStep(Labelled):
    """What happens to a recommendation."""

    PROVED = "proved", "Proved: something can be seen to have changed"
    HELD = "held", "Looked at again: it held"
    PARTLY = "partly", "Looked at again: it partly held"
    NOT_HELD = "did-not-hold", "Looked at again: it did not hold"


class RecommendationState(Labelled):
    """Where a recommendation stands."""

    TO_DO = "to-do", "To do"
    PROVED = "proved", "Proved, to be looked at again"
    PARTLY = "partly", "Partly held, to be looked at again"
    HELD = "held", "Held"
    REOPENED = "reopened", "Did not hold: open again"

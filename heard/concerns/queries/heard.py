"""What did the adult say themselves, what did others say for them, and what do they want now?

Only what was heard from the adult directly is ever drawn as their own words. Each starts from a concern that was already read in scope.
"""

from heard.cases.models import Concern
from heard.concerns.queries.answers import was_held
from heard.rules.vocabulary.concern import RaisedBy
from heard.rules.vocabulary.voice import ExpressedBy
from heard.voice.models import Conversation
from heard.voice.queries import standing_wishes_of


def _by_the_adult(conversation: Conversation) -> bool:
    return conversation.spoken_by in ("", ExpressedBy.ADULT)


def talks_in(conversations: list[Conversation]) -> list[dict]:
    """For a page: each conversation, whether it was held, and whether the words in it are the adult's own."""
    return [{"row": one, "held": was_held(one), "own": _by_the_adult(one)} for one in conversations]


def latest_talks_in(conversations: list[Conversation]) -> list[dict]:
    """The newest with the adult's own words, the newest with somebody else's for them, and the newest record of why not; oldest first."""
    talks = talks_in(conversations)
    spoken = [one for one in talks if one["held"] and one["row"].words]
    kinds = ([t for t in spoken if t["own"]], [t for t in spoken if not t["own"]], [t for t in talks if not t["held"]])
    newest = [found[-1] for found in kinds if found]
    return [one for one in talks if one in newest]


def what_was_said(concern: Concern, report) -> dict:
    """What the adult wants now (newest first), and the account given when the concern was raised, with whose it is. Two queries."""
    wishes = sorted(standing_wishes_of(concern.case), key=lambda one: (one.expressed_on or one.recorded_at.date(), one.recorded_at))
    told = (("What they said", report.adults_words), ("What they want to happen", report.what_the_adult_wants)) if report else ()
    return {
        "wishes": [{"row": one, "own": one.expressed_by in ("", ExpressedBy.ADULT)} for one in reversed(wishes)],
        "account": [(label, words) for label, words in told if words],
        "raised_by_adult": bool(report and report.raised_by == RaisedBy.ADULT),
    }

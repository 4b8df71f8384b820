"""What words describe the adult's own page: who reads it, how it was opened to them, and what they said there?"""

from heard.rules.labelled import Labelled
from heard.rules.vocabulary.safe_contact import Way


class Reader(Labelled):
    """Whose page it is. The two are never mixed."""

    ADULT = "adult", "The adult"
    REPRESENTATIVE = "representative", "Somebody who represents the adult"


class HowOpened(Labelled):
    """How the way in reaches whoever is to read the page."""

    TEXT = "text", "A link, in a text message"
    EMAIL = "email", "A link, in an e-mail"
    POST = "post", "A code on paper, by post"
    BY_HAND = "by-hand", "A code on paper, handed over"
    TABLET = "tablet", "On this tablet or computer, handed over now"


GATED: dict[HowOpened, Way] = {HowOpened.TEXT: Way.TEXT, HowOpened.EMAIL: Way.EMAIL, HowOpened.POST: Way.POST, HowOpened.BY_HAND: Way.VISIT}


class WayInState(Labelled):
    """What has become of a way in."""

    OPEN = "open", "Not used yet"
    NOT_NOW = "not-now", "Not used yet, and not opened now: the safe-contact card says no"
    USED = "used", "Used"
    EXPIRED = "expired", "Expired, not used"
    ENDED = "ended", "Ended"
    MAY_NOT_READ = "may-not-read", "Closed: they may not see the adult’s words now"
    DIED = "died", "Closed: the adult has died"


class Limit(Labelled):
    """Which limit on tries was met."""

    FOR_ONE_CODE = "for-one-code", "Too many tries with this link or code"
    FROM_ONE_ADDRESS = "from-one-address", "Too many tries from one place, this link or code among them"


class Said(Labelled):
    """What somebody said on their own page, in words that fit "They …"."""

    NOT_WHAT_I_SAID = "not-what-i-said", "Say that this is not what they said"
    WISH = "wish", "Say what they want"
    CHANGED_WISH = "changed-wish", "Say what they want now, instead"
    SAFE_TODAY = "safe-today", "Say how safe they feel today"
    PICTURES = "pictures", "Sorted pictures"
    VOICE = "voice", "Recorded their voice"
    WHO = "who", "Say who they want to be involved"
    CALL = "call", "Ask for a call"
    STOP = "stop", "Say stop"
    JUDGED = "judged", "Say whether what they wanted happened"
    EXPERIENCE = "experience", "Say how it was"
    ANYTHING = "anything", "Say something else"


class Feeling(Labelled):
    """How safe the adult feels today, in the adult's words."""

    SAFE = "safe", "I feel safe"
    NOT_SURE = "not-sure", "I am not sure"
    NOT_SAFE = "not-safe", "I do not feel safe"


class NoteKind(Labelled):
    """What a worker added beside what was said; the words themselves are never touched."""

    DONE = "done", "What I did about it"
    TRANSCRIPT = "transcript", "What is said in the recording, written down"


class HoldGround(Labelled):
    """Why an entry of who looked is held back from the adult."""

    CRIME = "crime", "Showing it would harm a criminal enquiry"
    DANGER = "danger", "Showing it would put somebody in danger"

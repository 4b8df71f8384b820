"""With whom may somebody share an entry of their learning log, and what may others know of a group's learning?"""

from heard.rules.decision import Decision, Law
from heard.rules.disclosure_control import shown_count

FEWEST_PEOPLE = 5
PRIVATE = (Law("Practice: a learning log belongs to whoever writes it"),)


def may_share_with(*, is_own: bool, same_council: bool, is_active: bool, shared_already: bool) -> Decision:
    """Whether an entry may be shown to a person: a colleague of the same council with access to Heard, and only once at a time.

    Practice: peer reflection needs a peer; nobody outside the council sees an entry through Heard.
    """
    reasons = [
        (is_own, "You cannot share an entry with yourself. Choose a colleague."),
        (not same_council, "They do not work for your council. Choose a colleague."),
        (not is_active, "They have no access to Heard any more. Choose another colleague."),
        (shared_already, "You have shared this entry with them already."),
    ]
    because = tuple(words for holds, words in reasons if holds)
    return Decision(not because, because, PRIVATE if because else ())


def shown_to_a_lead(*, people: int, count: int) -> int | str | None:
    """A count of a group's learning as a learning lead may see it: None while fewer than five people are behind it; rounded to five.

    Practice: a log that is watched is not honest; counts only, and only from five people up. Rounded, so that one more shows nothing.
    """
    return shown_count(count) if people >= FEWEST_PEOPLE else None

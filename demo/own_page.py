"""Who in the demo has a page of their own, and what did they say on it? The tablet was handed over; what was said is the adult's."""

from uuid import UUID, uuid5

from demo.clock import as_of
from demo.stories import Story
from heard.mypage.actions.answering import add_note
from heard.mypage.actions.offering import hand_over
from heard.mypage.actions.opening import leave_page
from heard.mypage.actions.saying import say_how_safe, say_simply, say_wish, say_with_pictures
from heard.rules.vocabulary.own_page import Said

SPACE = UUID("5f0d1c1e-6f0b-4b3e-9a54-0d2f8f6c7f11")


def _once(story: Story, name: str) -> UUID:
    return uuid5(SPACE, f"{story.enquiry.pk} {name}")


def said_on_their_own_page(story: Story, after: int) -> None:
    """On the tablet, at the library: something they want, pictures, how they feel; answered. Later they ask for a call: nobody has yet."""
    with as_of(story.at(after, 11)):
        safe = {"is_safe": True, "how_we_know": "At the library, alone with me."}
        opening, _ = hand_over(case=story.enquiry.case, by=story.lead, cover=story.users["duty"], **safe)
        wanted = say_wish(opening=opening, once=_once(story, "want"), words="I want my post to come to me, and not to be opened.")
        say_with_pictures(
            opening=opening, once=_once(story, "pictures"), deck="my-days", places={"home": "happy", "meals": "so-so", "money": "not-happy"}
        )  # fmt: skip
        say_how_safe(opening=opening, once=_once(story, "today"), feeling="not-sure", words="Better when my sister is here.")
        leave_page(opening=opening)
    with as_of(story.at(after, 15)):
        add_note(saying=wanted, kind="done", words="I rang the post office with her. Her post is held for her from Monday.", by=story.lead)
    with as_of(story.at(after + 2, 11)):
        safe = {"is_safe": True, "how_we_know": "At the surgery, alone."}
        opening, _ = hand_over(case=story.enquiry.case, by=story.lead, cover=story.users["duty"], **safe)
        say_simply(opening=opening, once=_once(story, "call"), said=Said.CALL, words="", chosen=("Weekday mornings, before midday",))
        leave_page(opening=opening)

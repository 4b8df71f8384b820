"""What is said in a letter to the adult? Plain data, made from what they said; ``heard.documents`` gates, renders and keeps it."""

from collections.abc import Iterable

from heard.accounts.models import Authority
from heard.documents.letter import Letter, Part, Said
from heard.govuk.words import day
from heard.people.models import Person
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.rules.vocabulary.voice import ExpressedBy
from heard.voice.models import Conversation, Wish

NOT_MET_BY_A_LETTER = (
    CommunicationNeed.EASY_READ, CommunicationNeed.BRAILLE, CommunicationNeed.AUDIO, CommunicationNeed.BSL, CommunicationNeed.MAKATON,
    CommunicationNeed.PICTURES, CommunicationNeed.READ_ALOUD, CommunicationNeed.EMAIL_ONLY,
)  # fmt: skip


def what_you_told_us(
    *, person: Person, latest: Conversation | None, wishes: Iterable[Wish], happens_next: str, worker: str, council: Authority
) -> Letter:
    """The letter "what you told us": what you said, what you want, what happens next, who to call. Nothing else of the case is in it.

    ``latest`` and ``wishes`` are what the worker chose to put in. The title stays neutral, for others may find the letter.
    """
    wanted = [Said(f"“{wish.words.strip()}”", _whose(wish)) for wish in wishes]
    parts = [
        Part("What you said", said=(Said(f"“{latest.words.strip()}”", _when(latest)),)) if latest else None,
        Part("What you said you want", said=tuple(wanted)) if wanted else None,
        Part("What happens next", text=happens_next),
        Part("Who to call", text=_who_to_call(worker, council)),
    ]
    return Letter(
        kind=DocumentKind.WHAT_YOU_TOLD_US,
        title="A letter for you",
        greeting=f"Dear {person.known_as or person.given_name or 'you'},",
        parts=tuple(part for part in parts if part),
        ending="If we wrote something down wrongly, or you have changed your mind, tell us. You can change your mind at any time.",
        larger=CommunicationNeed.LARGE_PRINT in person.communication_needs,
    )


def unmet_needs(person: Person) -> list[str]:
    """What helps the adult to take part that a printed letter cannot give."""
    return [one.label for one in NOT_MET_BY_A_LETTER if one in person.communication_needs]


def _when(latest: Conversation) -> str:
    return f"You said this on {day(latest.held_at)}." if latest.held_at else ""


def _whose(wish: Wish) -> str:
    on = f" on {day(wish.expressed_on)}" if wish.expressed_on else ""
    if wish.expressed_by == ExpressedBy.ADULT:
        return f"You said this{on}." if on else ""
    return f"{wish.expressed_by_name or 'Somebody who speaks for you'} said this for you{on}."


def _who_to_call(worker: str, council: Authority) -> str:
    return "\n\n".join(
        (
            f"Ask for {worker} on {council.telephone}." if worker else f"Call us on {council.telephone}.",
            f"At night and at weekends: {council.out_of_hours}.",
            "If you are in danger now, call 999.",
        )
    )

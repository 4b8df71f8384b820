"""Which words do all letters share? Each sentence has one idea and at most fifteen words."""

from collections.abc import Iterable

from heard.accounts.models import Authority
from heard.documents.letter import Helper, Line, Part
from heard.people.models import Person

TITLE = "A letter for you"
TELL_US = Part(
    "You can tell us",
    lines=(Line("Tell us if we wrote something wrong.", "write"), Line("You can change your mind at any time.", "change")),
)


def greeting(person: Person) -> str:
    """ "Dear Mary," by the name that they go by."""
    return f"Dear {person.known_as or person.given_name or 'you'},"


def who_to_call(worker: str, council: Authority) -> Part:
    """Whom to ask for, by day and by night, and what to do in danger."""
    by_day = f"Ask for {worker} on {council.telephone}." if worker else f"Call us on {council.telephone}."
    return Part(
        "Who to call",
        lines=(
            Line(by_day, "phone-call"),
            Line(f"At night and at weekends: {council.out_of_hours}.", "clock"),
            Line("If you are in danger now, call 999.", "danger"),
        ),
    )


def who_will_help(helpers: Iterable[Helper]) -> Part | None:
    """The names and faces of who will help, or None for nobody."""
    found = tuple(helpers)
    return Part("Who will help you", helpers=found) if found else None


def spoken_to(name: str) -> str:
    """Somebody as a worker wrote them down, to the adult: "the adult's sister" is "your sister"."""
    return name.replace("the adult's", "your").replace("the adult’s", "your").strip().rstrip(".")


def lines_of(text: str, picture: str = "") -> tuple[Line, ...]:
    """What a worker typed, a line for each line."""
    return tuple(Line(one.strip(), picture) for one in text.splitlines() if one.strip())


def parts(*found: Part | None) -> tuple[Part, ...]:
    """Those parts that there are."""
    return tuple(one for one in found if one is not None)

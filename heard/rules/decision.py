"""What does a rule answer?"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Law:
    """Where a rule comes from: a statute and section, or guidance or practice, and whether we checked it.

    ``checked`` is False where the handbook marks the point unverified; screens then say so.
    """

    name: str
    checked: bool = True

    def __str__(self) -> str:
        return self.name if self.checked else f"{self.name} (not yet checked at source)"


@dataclass(frozen=True)
class Decision:
    """What a rule says: yes, no or (None) not yet known; the reasons in plain words; and the law or practice behind it."""

    yes: bool | None
    because: tuple[str, ...] = ()
    law: tuple[Law, ...] = field(default=())

    def __bool__(self) -> bool:
        return self.yes is True


class NotAllowed(Exception):
    """A rule said no. Carries the Decision, so that the page can show its reasons and its law."""

    def __init__(self, decision: Decision):
        super().__init__("; ".join(decision.because))
        self.decision = decision


def insist(decision: Decision) -> None:
    """Go on only where the rule says yes. Raises NotAllowed with the decision otherwise.

    Practice: house rule, a rule informs; what it refuses is shown with its reasons and its law.
    """
    if not decision:
        raise NotAllowed(decision)

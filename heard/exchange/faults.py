"""What is wrong with a bundle, where, and what was expected instead?"""

from dataclasses import dataclass, field

MOST_KEPT = 100_000  # one line each; a bundle with more is wrong in some way that the first of them already show
_SHOWN = 60


@dataclass(frozen=True)
class Fault:
    """One line of the answer to a bundle that cannot be imported."""

    file: str
    line: int
    column: str
    wrong: str
    expected: str

    def __str__(self) -> str:
        return f"{shown(self.file, quoted=False)}:{self.line}: {shown(self.column, quoted=False)}: {self.wrong}, expected {self.expected}"


@dataclass
class Faults:
    """All the faults of a bundle, and remarks that stop nothing. ``broken`` names the files that could not be read to their end."""

    found: list[Fault] = field(default_factory=list)
    not_kept: int = 0
    notes: list[str] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    def add(self, file: str, line: int, column: str, wrong: str, expected: str) -> None:
        """Keep a fault; beyond the most that are kept, only count it."""
        if len(self.found) < MOST_KEPT:
            self.found.append(Fault(file, line, column, wrong, expected))
        else:
            self.not_kept += 1

    def note(self, words: str) -> None:
        """Keep a remark, unless there are very many already."""
        if len(self.notes) < MOST_KEPT:
            self.notes.append(words)

    def __bool__(self) -> bool:
        return bool(self.found)

    def lines(self) -> list[str]:
        """One line for each fault, by file and line."""
        lines = [str(fault) for fault in sorted(self.found, key=lambda fault: (fault.file, fault.line))]
        return [*lines, f"and {self.not_kept:,} more faults"] if self.not_kept else lines


class BadBundle(Exception):
    """A bundle that cannot be imported or a place that cannot be exported to. ``faults`` says all that is wrong."""

    def __init__(self, faults: Faults):
        super().__init__("\n".join(faults.lines()))
        self.faults = faults


def shown(value: str, *, quoted: bool = True) -> str:
    """A value as one short line of plain characters, for a message: nothing in it can move a terminal's cursor."""
    start = value[:_SHOWN].encode("unicode_escape").decode("ascii") if not value[:_SHOWN].isprintable() else value[:_SHOWN]
    short = start + ("…" if len(value) > _SHOWN else "")
    return f"'{short}'" if quoted else short

"""Which checks of the return find something, and in which cases?"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from heard.accounts.models import Authority
from heard.cases.models import Concern
from heard.returns.listed import QUERIES, query_for
from heard.returns.live import Ask, Counts, flat_relations, units_in, with_noughts
from heard.rules.return_checks import Check, Found, Limits, Severity, look_at_cells

AT_ONCE = 500
LISTED = {
    Check.UNDER_18: "Under 18 on the last day of the year, or at death. They are left out of SG1 to SG4 with their cases.",
    Check.SELF_NEGLECT: "Self-neglect whose source is not somebody known to the adult. It is counted as it is recorded.",
    Check.UNRATED: (
        "Outcomes were expressed, and a wish that stands has no rating, or none stands. Such an enquiry is in no “achieved” cell. Ask the "
        "adult, or record why that cannot be."
    ),
    Check.NO_RISK: "Concluded without a risk: in SG3a and SG4a, and nowhere in SG2. This may be right where the enquiry ceased early.",
}


@dataclass(frozen=True)
class Result:
    """What a check found, with the words to paste, and the references of the cases and of their concerns (the sender's, or else Heard's
    own), in order."""

    found: Found
    explanation: str
    cases: tuple[str, ...]
    concern_refs: tuple[str, ...]


def limits() -> Limits:
    """From when a share or a change calls for a look: the defaults, but for those named in ``HEARD_RETURN_CHECKS``."""
    return Limits(**getattr(settings, "HEARD_RETURN_CHECKS", {}))


def check_return(authority: Authority, year: int) -> list[Result]:
    """Everything that the checks find in a year's return, errors first; nothing is left out of the lists of cases."""
    with flat_relations(authority, (year - 1, year)) as ask:
        return checked(ask, year, with_noughts(ask, year))


def checked(ask: Ask, year: int, cells: Counts) -> list[Result]:
    """What the checks find in these cells, counted from the same relations."""
    found = [*look_at_cells(cells, with_noughts(ask, year - 1), limits()), *_listed(ask, year)]
    results = [_result(one, _units(ask, year, one)) for one in found]
    order = list(Severity)
    return sorted(results, key=lambda one: (order.index(one.found.severity), one.found.check))


def _listed(ask: Ask, year: int) -> Iterator[Found]:
    for check, words in LISTED.items():
        found = Found(check, Severity.WARNING, words)
        if ask(query_for(found, year)):
            yield found


def _units(ask: Ask, year: int, found: Found) -> set:
    if found.check in QUERIES:
        return {unit for (unit,) in ask(query_for(found, year))}
    return {unit for cell in found.cells for unit in units_in(ask, year - 1 if found.of_before else year, cell)}


def _result(found: Found, units: set) -> Result:
    """The cases of concerns and enquiries given by their ids."""
    ids = sorted(str(UUID(str(unit))) for unit in units)
    rows: set[tuple[str, str]] = set()
    for first in range(0, len(ids), AT_ONCE):
        some = ids[first : first + AT_ONCE]
        for path in ("pk__in", "enquiry__pk__in"):
            kept = Concern.objects.filter(**{path: some}).values_list("case__reference", "ref", "reference")
            rows |= {(case, ref or reference) for case, ref, reference in kept}
    cases, refs = ({row[at] for row in rows} for at in (0, 1))
    number = "1 case: " if len(cases) == 1 else f"{len(cases):,} cases: "
    words = f"{number}{found.explanation}" if found.check in LISTED else found.explanation
    return Result(found, words, tuple(sorted(cases)), tuple(sorted(refs)))

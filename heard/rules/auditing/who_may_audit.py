"""Who may audit a case, who may read it for that, and when may answers be seen?"""

from collections.abc import Collection
from dataclasses import dataclass

from heard.rules.auditing.drawing_a_sample import lot
from heard.rules.decision import Decision, Law

INDEPENDENT = (Law("Audit of case files: the auditor is not involved in the case"),)
BLIND = (Law("Audit of case files: two auditors, each without knowing what the other answered"),)


@dataclass(frozen=True)
class Shared:
    """Who audits one case: the first auditor and, on a share of cases, a second. None where nobody may."""

    reference: str
    first: str | None
    second: str | None = None


def may_audit(*, auditor: str, worked_on_it: Collection[str]) -> Decision:
    """Whoever led the case, recorded in it or decided something in it may not audit it.

    Practice: the auditor was not involved in the case (handbook, audit: sampling).
    """
    if auditor in worked_on_it:
        return Decision(False, ("They have worked on this case, so somebody else must audit it.",), INDEPENDENT)
    return Decision(True, ("They have not worked on this case.",), INDEPENDENT)


def may_go_on(*, auditor: str, may_audit_cases: Collection[str], worked_on_it: Collection[str]) -> Decision:
    """Whoever has left, may no longer audit, or has worked on the case since it was given to them cannot go on with it.

    Practice: the auditor was not involved in the case (handbook, audit: sampling); an audit does not wait for somebody who is gone.
    """
    if auditor not in may_audit_cases:
        return Decision(False, ("They no longer audit cases here.",), INDEPENDENT)
    return may_audit(auditor=auditor, worked_on_it=worked_on_it)


def shared_out(
    references: Collection[str], *, auditors: Collection[str], worked_on: dict[str, Collection[str]], twice: int, seed: int
) -> tuple[Shared, ...]:
    """Who audits which case: those who have the fewest so far, and never who worked on it. ``twice`` is the percent audited by two.

    The share of two is rounded up, and taken in the order of the draw from the cases that two people may audit.
    Practice: the auditor was not involved in the case; two auditors on a share of cases (handbook, audit: sampling).
    """
    load = dict.fromkeys(auditors, 0)
    firsts = [(one, _lightest(one, load, worked_on.get(one, ()), seed)) for one in references]
    left = -(-len(firsts) * twice // 100)
    found = []
    for reference, first in firsts:
        second = _lightest(reference, load, {*worked_on.get(reference, ()), first}, seed) if first and left else None
        left -= second is not None
        found.append(Shared(reference, first, second))
    return tuple(found)


def _lightest(reference: str, load: dict[str, int], not_these: Collection[str | None], seed: int) -> str | None:
    may = [one for one in load if one not in not_these]
    if not may:
        return None
    chosen = min(may, key=lambda one: (load[one], lot(seed, f"{reference}:{one}")))
    load[chosen] += 1
    return chosen


def answers_are_open(*, auditors: int, done: int) -> Decision:
    """The answers of a case are seen by nobody but the one who gave them until every auditor of it is done.

    Practice: two auditors are blind to each other, or their agreement says nothing (handbook, audit: two-rater agreement).
    """
    if auditors and done == auditors:
        return Decision(True, ("Everybody who audits this case is done.",), BLIND)
    return Decision(False, ("The answers stay closed until everybody who audits this case is done.",), BLIND)


def may_read_audited_case(*, is_done: bool, worked_on_it: bool, differences_left: int) -> Decision:
    """An auditor may read the audited case while the audit is open, or while two auditors have a difference to settle.

    Practice: need to know; access for a purpose ends with it (handbook, data protection: access).
    """
    if worked_on_it:
        return Decision(False, ("You have worked on this case since it was given to you, so somebody else must audit it.",), INDEPENDENT)
    if is_done and not differences_left:
        return Decision(False, ("This audit is done, so the record is closed to you again.",), INDEPENDENT)
    return Decision(True, ("You audit this case.",), INDEPENDENT)

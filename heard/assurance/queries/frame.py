"""From which cases is an audit drawn?"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from heard.accounts.models import Authority, User
from heard.accounts.permissions import ROLE_PERMISSIONS, Permission
from heard.assurance.queries.signs import signs_in
from heard.cases.models import Case
from heard.enquiries.models import Risk
from heard.rules.auditing.drawing_a_sample import Candidate
from heard.rules.labelled import label_of
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.adult import Ethnicity
from heard.rules.vocabulary.assurance import Stratum
from heard.rules.vocabulary.enquiry import RiskType


def cases_between(authority: Authority, start: date, end: date) -> list[Case]:
    """The authority's cases that were open on some day of the period, with person and team. Only ever drawn from: nothing is shown."""
    open_then = Case.objects.filter(authority=authority, opened_on__lte=end).filter(Q(closed_on__isnull=True) | Q(closed_on__gte=start))
    return list(open_then.select_related("person", "team").order_by("reference"))


def frame_of(cases: Iterable[Case], *, groups_by: Iterable[str] = (), sign: str = "") -> list[Candidate]:
    """The candidates, each in its group; with a sign, only the cases that show it."""
    cases, groups_by = list(cases), list(groups_by)
    if sign:
        shown = signs_in(cases)
        cases = [case for case in cases if sign in shown[case.pk]]
    types = _types_in([case.pk for case in cases]) if Stratum.TYPE in groups_by else {}
    return [Candidate(case.reference, "; ".join(_group(case, one, types) for one in groups_by)) for case in cases]


def _types_in(ids: list[UUID]) -> dict[UUID, set[str]]:
    found = defaultdict(set)
    rows = Risk.objects.filter(enquiry__case__in=ids, in_error_at__isnull=True)
    for case, kind in rows.values_list("enquiry__case_id", "type"):
        found[case].add(kind)
    return found


def _group(case: Case, by: str, types: dict[UUID, set[str]]) -> str:
    if by == Stratum.STAGE:
        return CaseStage(case.stage).label
    if by == Stratum.TEAM:
        return case.team.name if case.team else "No team"
    if by == Stratum.ETHNICITY:
        known = set(Ethnicity)
        return label_of(Ethnicity, case.person.ethnicity if case.person.ethnicity in known else "")
    mine = types.get(case.pk, set())
    return RiskType(next(iter(mine))).label if len(mine) == 1 else "Several types" if mine else "No type recorded"


def auditors_in(authority: Authority) -> list[User]:
    """Everybody of the authority who may audit cases, by name."""
    roles = [role for role, held in ROLE_PERMISSIONS.items() if Permission.AUDIT_CASES in held]
    return list(User.objects.filter(authority=authority, role__in=roles, is_active=True).order_by("full_name", "email"))

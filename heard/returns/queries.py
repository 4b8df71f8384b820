"""What was signed off, what was said about the checks, and which years are there?"""

from datetime import date
from uuid import UUID

from django.db.models import Min, QuerySet
from django.http import Http404
from django.utils import timezone

from heard.accounts.models import Authority
from heard.cases.models import Case, Concern, Enquiry
from heard.cases.queries import cases_for
from heard.returns.checks import Result, checked
from heard.returns.live import Counts, flat_relations, with_noughts
from heard.returns.models import CheckExplanation, SignedReturn
from heard.rules.statutory_return import year_of

FIRST_YEAR = 2015  # the first of the Safeguarding Adults Collection


def years_of(authority: Authority, today: date) -> list[int]:
    """The years from the first record's to the one that runs, newest first. Two queries."""
    received = Concern.objects.filter(authority=authority).aggregate(first=Min("received_at"))["first"]
    started = Enquiry.objects.filter(authority=authority).aggregate(first=Min("started_on"))["first"]
    firsts = [day for day in (received and timezone.localdate(received), started) if day]
    now = year_of(today)
    first = min((year_of(day) for day in firsts), default=now)
    return list(range(now, max(min(first, now), FIRST_YEAR, now - 30) - 1, -1))


def signed_returns(authority: Authority, year: int) -> QuerySet[SignedReturn]:
    """What was signed off for a year, the newest first, without the files themselves."""
    found = SignedReturn.objects.filter(authority=authority, year=year)
    return found.select_related("recorded_by").defer("file", "checks").order_by("-number")


def signed_return_for(user, signed_id: UUID) -> SignedReturn:
    """One signed return of this user's authority, with the one before. Raises Http404 outside it."""
    found = SignedReturn.objects.filter(authority_id=user.authority_id, pk=signed_id)
    signed = found.select_related("recorded_by", "supersedes__recorded_by", "authority", "superseded_by").first()
    if signed is None:
        raise Http404("No such signed return")
    return signed


def explanations_of(authority: Authority, year: int) -> dict[tuple[str, str], CheckExplanation]:
    """What was said last about each finding of the checks of a year, by check and what it is about. One query."""
    found = CheckExplanation.objects.filter(authority=authority, year=year, is_current=True).select_related("recorded_by")
    return {(one.what, one.about): one for one in found}


def counted_and_checked(authority: Authority, year: int) -> tuple[Counts, list[dict]]:
    """A year's cells, and what the checks find in them with what was said about each, as plain data that can be kept."""
    said = explanations_of(authority, year)
    with flat_relations(authority, (year - 1, year)) as ask:
        cells = with_noughts(ask, year)
        found = checked(ask, year, cells)
    return cells, [_with_words(one, said.get((str(one.found.check), one.found.about))) for one in found]


def _with_words(one: Result, said: CheckExplanation | None) -> dict:
    return {
        "check": str(one.found.check), "about": one.found.about, "severity": str(one.found.severity), "explanation": one.explanation,
        "cases": list(one.cases), "said": said.words if said else "",
        "said_by": said.recorded_by.full_name if said and said.recorded_by else "",
    }  # fmt: skip


def said_before(authority: Authority, year: int, what: str, about: str) -> list[CheckExplanation]:
    """Every explanation of one finding, the current one first. One query."""
    found = CheckExplanation.objects.filter(authority=authority, year=year, what=what, about=about)
    return list(found.select_related("recorded_by").order_by("-is_current", "-recorded_at"))


def in_scope(user, references: tuple[str, ...]) -> list[str]:
    """Those of the cases that this user may open, in order, however many they are. One query."""
    return sorted(set(references) & set(cases_for(user).values_list("reference", flat=True))) if references else []


def cases_with_names(user, references: list[str]) -> list[Case]:
    """The few cases of one page that this user may open, with person and team, in order. One query."""
    return list(cases_for(user).filter(reference__in=references).select_related("person", "team").order_by("reference"))

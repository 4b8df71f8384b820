"""What difference was made, by month of conclusion and team? And which cases are behind a figure?

Three queries, whatever the number of enquiries; the rules say what each enquiry and each wish counts towards. Enquiries about abuse or
neglect in another council's area (``in_area`` is no) are left out, as in the statutory return, and so is all that was recorded in error.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from heard.cases.models import Enquiry
from heard.cases.queries import enquiries_for
from heard.casework.queries.judged import JudgedWish, judged_wishes
from heard.rules.measures import ADULT_RATINGS, GROUPS, PROFESSIONAL_RATINGS, Measure, asked_answer, counts_as_asked
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.voice import Judge
from heard.voice.models import AskedWhatTheyWant, Conversation

MonthAndTeam = tuple[str, str]
Counts = dict[MonthAndTeam, dict[Measure, tuple[int, int]]]


@dataclass(frozen=True)
class Counted:
    """One concluded enquiry: its month ("2026-03"), its team's name (blank for none) and what it counts towards, wish by wish."""

    pk: UUID
    month: str
    team: str
    measures: list[Measure] = field(default_factory=list)


def rows_of(counts: Counts) -> list[dict]:
    """The counts as rows, in order of month, team and measure."""
    return [
        {"measure": measure.value, "month": month, "team": team, "numerator": part, "denominator": whole}
        for (month, team), by_measure in sorted(counts.items())
        for measure, (part, whole) in by_measure.items()
    ]


def counts_of(enquiries: Iterable[Counted]) -> Counts:
    """Every measure's numerator and denominator, for each month and team."""
    concluded_in, parts = Counter(), defaultdict(Counter)
    for one in enquiries:
        concluded_in[one.month, one.team] += 1
        parts[one.month, one.team].update(one.measures)
    return {key: _with_wholes(number, parts[key]) for key, number in concluded_in.items()}


def _with_wholes(number: int, found: Counter) -> dict[Measure, tuple[int, int]]:
    wholes = (number, found[Measure.ASKED], *(sum(found[one] for one in group) for group in GROUPS[2:]))
    return {one: (found[one], whole) for group, whole in zip(GROUPS, wholes, strict=True) for one in group}


def added(counts: Counts, place) -> dict[str, dict[Measure, tuple[int, int]]]:
    """The counts of the months and teams that have the same place, added up; ``place`` is a function of a month and a team."""
    found: dict[str, dict[Measure, tuple[int, int]]] = {}
    for (month, team), by_measure in sorted(counts.items()):
        into = found.setdefault(place(month, team), dict.fromkeys(by_measure, (0, 0)))
        for measure, (part, whole) in by_measure.items():
            into[measure] = into[measure][0] + part, into[measure][1] + whole
    return dict(sorted(found.items()))


def concluded_for(user, start: date | None = None, end: date | None = None) -> QuerySet[Enquiry]:
    """The concluded enquiries in this user's own scope, both dates included."""
    return concluded(enquiries_for(user), start, end)


def concluded(enquiries: QuerySet[Enquiry], start: date | None, end: date | None) -> QuerySet[Enquiry]:
    """Those of the enquiries that a measure can count: concluded between the two dates, in the area, not recorded in error."""
    found = enquiries.filter(concluded_on__isnull=False, concern__in_error_at__isnull=True).exclude(concern__in_area=YesNo.NO)
    if start:
        found = found.filter(concluded_on__gte=start)
    return found.filter(concluded_on__lte=end) if end else found


def counted(enquiries: QuerySet[Enquiry]) -> list[Counted]:
    """What each of these concluded enquiries counts towards. Three queries."""
    wishes = defaultdict(list)
    for wish in judged_wishes(enquiries.values("case_id")):
        wishes[wish.enquiry_id].append(wish)
    found = []
    columns = ("pk", "concluded_on", "case__team__name", "recorded", "has_been_asked")
    for pk, on, team, recorded, has_been_asked in with_asked(enquiries).order_by().values_list(*columns):
        answer = asked_answer(recorded=recorded, has_a_wish=pk in wishes, has_been_asked=has_been_asked)
        of_wishes = [measure for wish in wishes.get(pk, ()) if wish.is_standing for measure in _measures_of(wish)]
        found.append(Counted(pk, f"{on.year}-{on.month:02}", team or "", [*counts_as_asked(answer), *of_wishes]))
    return found


def with_asked(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    """The enquiries with ``recorded`` and ``has_been_asked``: what the rule about "was the adult asked" asks beside their wishes."""
    talks = Conversation.objects.filter(asked_what_they_want=YesNo.YES, is_current=True, in_error_at__isnull=True)
    asked_in = Exists(talks.filter(enquiry_id=OuterRef("pk"))) | Exists(talks.filter(concern_id=OuterRef("concern_id")))
    recorded = AskedWhatTheyWant.objects.filter(enquiry_id=OuterRef("pk"), is_current=True).values("answer")
    return enquiries.annotate(recorded=recorded[:1], has_been_asked=asked_in)


def _measures_of(wish: JudgedWish) -> Iterable[Measure]:
    if wish.adults_rating:
        yield ADULT_RATINGS[wish.adults_rating]
    professional = PROFESSIONAL_RATINGS.get(wish.ratings.get(Judge.PROFESSIONAL))
    if professional:
        yield professional


def enquiries_behind(user, measure: Measure, start: date | None, end: date | None, month: str = "", team: str | None = None):
    """The enquiries in this user's scope that a figure counts, with case and person, newest conclusion first.

    ``month`` and ``team`` narrow it where given; a blank team means the cases that no team has.
    """
    chosen = [
        one.pk
        for one in counted(concluded_for(user, start, end))
        if measure in one.measures and (not month or one.month == month) and (team is None or one.team == team)
    ]
    return Enquiry.objects.filter(pk__in=chosen).select_related("case__person", "case__team").order_by("-concluded_on", "case__reference")

"""Which concerns is nobody to forget: what waits for a decision, who must still hear, what was decided against the rule?"""

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When

from heard.cases.models import Concern
from heard.cases.queries import concerns_for
from heard.concerns.models import FurtherInformation, Report, Section42Answers, Section42Decision
from heard.rules.duty_list_order import PLACES, place_in_list
from heard.rules.vocabulary.concern import ConcernState

_PLACE = Case(
    *(When(danger=danger, then=Value(place)) for danger, place in PLACES.items()),
    default=Value(place_in_list("")),
    output_field=IntegerField(),
)
FILTERS: dict[str, Q] = {
    "": Q(),
    "now": Q(danger="now"),
    "soon": Q(danger="soon"),
    "not-known": Q(danger__in=("", "not-known")),
    "no": Q(danger="no"),
    "added": Q(has_more=True),
}


def _waiting(user) -> QuerySet[Concern]:
    unread = FurtherInformation.objects.filter(concern_id=OuterRef("pk"), seen_at__isnull=True)
    return concerns_for(user).filter(state=ConcernState.WAITING).annotate(has_more=Exists(unread), place=_PLACE)


def concerns_waiting_for(user, only: str = "") -> QuerySet[Concern]:
    """The undecided concerns in scope, by danger and then by age, each with ``current_report``, ``current_answers`` and ``has_more``.

    ``only`` is a key of FILTERS; an unknown one filters nothing.
    """
    reports = Prefetch("reports", Report.objects.filter(is_current=True), to_attr="current_report")
    answers = Prefetch("section_42_answers", Section42Answers.objects.filter(is_current=True), to_attr="current_answers")
    found = _waiting(user).filter(FILTERS.get(only, Q())).order_by("place", "received_at", "pk")
    return found.prefetch_related(reports, answers)


def how_many_wait(user) -> dict[str, int]:
    """How many undecided concerns in scope there are under each filter, in one query."""
    counts = {name or "all": Count("pk", filter=condition) if name else Count("pk") for name, condition in FILTERS.items()}
    return _waiting(user).aggregate(**{name.replace("-", "_"): count for name, count in counts.items()})


def decisions_against_rule_for(user) -> QuerySet[Section42Decision]:
    """The decisions in scope that went against the rule when they were made, newest first; those made again since are kept too."""
    found = Section42Decision.objects.filter(concern__in=concerns_for(user), against_rule=True)
    return found.select_related("concern", "decided_by").order_by("-decided_at", "pk")

"""Which wishes still stand, and who judged each?

For one case or for every enquiry of a council, in two queries. A correction leaves a wish's judgements, and the wish that replaced it,
pointing at the version before; here they are counted with the newest.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from heard.cases.models import Case
from heard.rules.judging import adults_rating
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating
from heard.rules.wish_change import is_standing
from heard.voice.home import with_home
from heard.voice.models import Judgement, Wish
from heard.voice.queries import newest_of

_COLUMNS = (
    "pk", "case_id", "home_id", "expressed_by", "withdrawn_on", "replaces_id", "supersedes_id", "in_error_at", "is_current"
)  # fmt: skip


@dataclass(frozen=True)
class JudgedWish:
    """The newest version of a wish: its enquiry, whether it stands, each judge's rating of it, and the day it was first judged."""

    case_id: UUID
    enquiry_id: UUID | None
    expressed_by: ExpressedBy
    is_standing: bool
    ratings: Mapping[Judge, Rating]
    judged_on: date | None

    @property
    def adults_rating(self) -> Rating | None:
        """The rating that stands as the adult's: that of whoever expressed the wish."""
        return adults_rating(expressed_by=self.expressed_by, ratings=self.ratings)


def judged_wishes(cases: QuerySet[Case] | list[UUID]) -> list[JudgedWish]:
    """Every wish of these cases but for those recorded in error. The cases must have been read in scope. Two queries."""
    rows = list(with_home(Wish.objects.filter(case__in=cases)).values_list(*_COLUMNS, named=True))
    newest = newest_of(rows)
    shown = [row for pk, row in newest.items() if row.pk == pk and row.in_error_at is None]
    replaced = {newest[row.replaces_id].pk for row in shown if row.replaces_id in newest}
    ratings: dict[UUID, dict[Judge, Rating]] = defaultdict(dict)
    first: dict[UUID, date] = {}
    for wish_id, judge, rating, judged_on, recorded_at in _judgements(cases):
        pk = newest[wish_id].pk
        ratings[pk][judge] = rating
        first[pk] = min(first.get(pk, date.max), judged_on or timezone.localdate(recorded_at))
    return [_judged(row, row.pk in replaced, ratings.get(row.pk, {}), first.get(row.pk)) for row in shown]


def as_judged(wishes: list[Wish]) -> list[JudgedWish]:
    """The same, from the wishes of a case read with ``wishes_of``. No query."""
    return [
        JudgedWish(
            one.case_id, one.home_id, one.expressed_by, one.is_standing,
            {judge: said.rating for judge, said in one.judged.items()},
            min((said.judged_on or timezone.localdate(said.recorded_at) for said in one.judged.values()), default=None),
        )
        for one in wishes
    ]  # fmt: skip


def _judged(row, is_replaced: bool, ratings: Mapping[Judge, Rating], judged_on: date | None) -> JudgedWish:
    stands = is_standing(is_current=row.is_current, in_error=False, is_withdrawn=row.withdrawn_on is not None, is_replaced=is_replaced)
    return JudgedWish(row.case_id, row.home_id, row.expressed_by, stands, ratings, judged_on)


def _judgements(cases: QuerySet[Case] | list[UUID]) -> QuerySet:
    rows = Judgement.objects.filter(wish__case__in=cases, is_current=True, in_error_at__isnull=True)
    return rows.order_by("recorded_at").values_list("wish_id", "judge", "rating", "judged_on", "recorded_at")

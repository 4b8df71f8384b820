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
from heard.rules.judging import adults_rating, own_judge
from heard.rules.judging_again import is_to_be_asked_again
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating
from heard.rules.wish_change import is_standing
from heard.voice.home import with_home
from heard.voice.models import Judgement, Wish
from heard.voice.queries import JUDGED_AGAIN_ON, newest_of

_COLUMNS = (
    "pk", "case_id", "home_id", "expressed_by", "withdrawn_on", "replaces_id", "supersedes_id", "in_error_at", "is_current",
    "judged_again_on",
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
    own_judged_on: date | None = None
    judged_again_on: date | None = None

    @property
    def adults_rating(self) -> Rating | None:
        """The rating that stands as the adult's: that of whoever expressed the wish."""
        return adults_rating(expressed_by=self.expressed_by, ratings=self.ratings)

    def is_to_be_asked_again(self, concluded_on: date | None) -> bool:
        """Whether it was judged as the enquiry closed, or before, and not since."""
        return is_to_be_asked_again(concluded_on=concluded_on, rating=self.adults_rating, last_asked_on=self.last_judged_on)

    @property
    def last_judged_on(self) -> date | None:
        """The last day on which whoever's wish it is judged it, at the closing or again."""
        return max((day for day in (self.own_judged_on, self.judged_again_on) if day), default=None)


def judged_wishes(cases: QuerySet[Case] | list[UUID]) -> list[JudgedWish]:
    """Every wish of these cases but for those recorded in error. The cases must have been read in scope. Two queries."""
    rows = list(with_home(Wish.objects.filter(case__in=cases)).annotate(judged_again_on=JUDGED_AGAIN_ON).values_list(*_COLUMNS, named=True))
    newest = newest_of(rows)
    shown = [row for pk, row in newest.items() if row.pk == pk and row.in_error_at is None]
    replaced = {newest[row.replaces_id].pk for row in shown if row.replaces_id in newest}
    ratings: dict[UUID, dict[Judge, Rating]] = defaultdict(dict)
    days: dict[UUID, dict[Judge, date]] = defaultdict(dict)
    for wish_id, judge, rating, judged_on, recorded_at in _judgements(cases):
        pk = newest[wish_id].pk
        ratings[pk][judge], days[pk][judge] = rating, judged_on or timezone.localdate(recorded_at)
    again: dict[UUID, date] = {}
    for row in rows:
        if row.judged_again_on:
            again[newest[row.pk].pk] = max(row.judged_again_on, again.get(newest[row.pk].pk, date.min))
    return [_judged(row, row.pk in replaced, ratings.get(row.pk, {}), days.get(row.pk, {}), again.get(row.pk)) for row in shown]


def as_judged(wishes: list[Wish]) -> list[JudgedWish]:
    """The same, from the wishes of a case read with ``wishes_of``. No query."""
    return [_as_judged(one) for one in wishes]


def _as_judged(wish: Wish) -> JudgedWish:
    ratings = {judge: said.rating for judge, said in wish.judged.items()}
    days = {judge: said.judged_on or timezone.localdate(said.recorded_at) for judge, said in wish.judged.items()}
    return _wish(wish, wish.is_standing, ratings, days, wish.judged_again_on)


def _judged(
    row, is_replaced: bool, ratings: Mapping[Judge, Rating], days: Mapping[Judge, date], again: date | None
) -> JudgedWish:
    stands = is_standing(is_current=row.is_current, in_error=False, is_withdrawn=row.withdrawn_on is not None, is_replaced=is_replaced)
    return _wish(row, stands, ratings, days, again)


def _wish(row, stands: bool, ratings: Mapping[Judge, Rating], days: Mapping[Judge, date], again: date | None) -> JudgedWish:
    return JudgedWish(
        row.case_id, row.home_id, row.expressed_by, stands, ratings, min(days.values(), default=None),
        days.get(own_judge(row.expressed_by)), again,
    )  # fmt: skip


def _judgements(cases: QuerySet[Case] | list[UUID]) -> QuerySet:
    rows = Judgement.objects.filter(wish__case__in=cases, is_current=True, in_error_at__isnull=True)
    return rows.order_by("recorded_at").values_list("wish_id", "judge", "rating", "judged_on", "recorded_at")

"""What of the national file was loaded?"""

from django.db.models import Max, Q

from heard.measures.models import PublishedCell
from heard.rules.published_figures import CELLS_OF, ENGLAND, may_stand_beside, share_published
from heard.rules.statutory_return import CONCLUDED_42


def newest_year() -> int | None:
    """The newest year of the national file that was loaded; None where none was. One query."""
    return PublishedCell.objects.aggregate(newest=Max("year"))["newest"]


def years_loaded() -> list[tuple[int, str]]:
    """Each year that was loaded, newest first, with the name of its source. One query."""
    return list(PublishedCell.objects.values_list("year", "source").distinct().order_by("-year"))


def shares_of_england(year: int) -> dict[str, float]:
    """England's percentages by indicator, from its own row of the file and never from adding up councils. One query."""
    tables = {one.table for one in CELLS_OF.values() if may_stand_beside(table=one.table, year=year)}
    whose = Q(ons_code=ENGLAND) | Q(geography__iexact="England")
    rows = PublishedCell.objects.filter(whose, year=year, table__in=tables, enquiry_type=CONCLUDED_42)
    cells: dict[str, dict[str, float | None]] = {}
    for table, category, number in rows.values_list("table", "category", "number"):
        there = cells.setdefault(table, {})
        there[category] = None if number is None or there.get(category, 0) is None else there.get(category, 0) + number
    shares = {slug: share_published(cells.get(of.table, {}), of) for slug, of in CELLS_OF.items()}
    return {slug: share for slug, share in shares.items() if share is not None}

"""What may a learning lead know? How many, never who or what; and nothing while fewer than five people are behind it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from heard.learning.models import LogEntry
from heard.learning.queries.log import registers
from heard.rules.cpd_renewal import period_of
from heard.rules.sharing_learning import shown_to_a_lead
from heard.rules.vocabulary.learning import DiscussedWith, LearningKind


@dataclass(frozen=True)
class Counts:
    """The council's figures from a day on; each None where it may not be shown. ``kinds`` are pairs of a label and its figure."""

    people: int | str | None
    entries: int | str | None
    talked_over: int | str | None
    kinds: tuple[tuple[str, int | str | None], ...]


def counted_since(today: date) -> date:
    """The first day of Social Work England’s period as the council has set it; a year ago where everybody has a period of their own."""
    period = period_of(registers()["social-work-england"], today=today)
    return period[0] if period else today - timedelta(days=365)


def counts_for(user, *, since: date) -> Counts:
    """Counts of the user's own council since a day. Two queries. Of no team: the difference of two counts could be one person."""
    entries = LogEntry.objects.filter(owner__authority_id=user.authority_id, done_on__gte=since)
    talked = ~Q(discussed_with=DiscussedWith.NOBODY) & ~Q(discussed="")
    found = entries.aggregate(
        people=Count("owner", distinct=True), entries=Count("pk"), talked=Count("pk", filter=talked),
        talkers=Count("owner", distinct=True, filter=talked),
    )  # fmt: skip
    kinds = {row["kind"]: row for row in entries.order_by().values("kind").annotate(people=Count("owner", distinct=True), n=Count("pk"))}
    none = {"people": 0, "n": 0}
    return Counts(
        people=shown_to_a_lead(people=found["people"], count=found["people"]),
        entries=shown_to_a_lead(people=found["people"], count=found["entries"]),
        talked_over=shown_to_a_lead(people=found["talkers"], count=found["talked"]),
        kinds=tuple((one.label, _kind(kinds.get(one, none))) for one in LearningKind),
    )


def _kind(row: dict) -> int | str | None:
    return shown_to_a_lead(people=row["people"], count=row["n"])

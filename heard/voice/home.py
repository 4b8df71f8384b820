"""Of which enquiry is a wish? Said once: for the screens, the figures, the return and the files that go out."""

from django.db.models import Model, QuerySet, UUIDField
from django.db.models.expressions import RawSQL

from heard.cases.models import Enquiry

# Its own; or else, for a wish made before there was one, its concern's, or that of the case: the one open, or else the newest.
ENQUIRY_OF_A_WISH = """COALESCE({wish}.enquiry_id, (SELECT o.id FROM cases_enquiry o WHERE o.concern_id = {wish}.concern_id), (
    SELECT n.id FROM cases_enquiry n JOIN cases_concern nc ON nc.id = n.concern_id AND nc.in_error_at IS NULL
    WHERE n.case_id = {wish}.case_id
    ORDER BY CASE WHEN n.concluded_on IS NULL THEN 1 ELSE 0 END DESC, n.started_on DESC, n.recorded_at DESC, n.id DESC LIMIT 1))"""


def with_home(wishes: QuerySet) -> QuerySet:
    """Wishes, each with ``home_id``: the id of its enquiry, or None where there is none. No query of its own."""
    return wishes.annotate(home_id=RawSQL(ENQUIRY_OF_A_WISH.format(wish="voice_wish"), [], UUIDField()))  # noqa: S611 - our own words


def enquiry_of_a_wish(wish: Model) -> Enquiry | None:
    """The enquiry of one wish, with whoever leads it; None where there is none. Two queries."""
    home = with_home(type(wish).objects.filter(pk=wish.pk)).values_list("home_id", flat=True).first()
    return Enquiry.objects.select_related("lead").filter(pk=home).first() if home else None

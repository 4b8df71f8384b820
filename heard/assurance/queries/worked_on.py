"""Who has worked on a case, so that they are never its auditor?"""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import F, Q

from heard.audit.models import Event
from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.models import Section42Decision
from heard.enquiries.models import Allocation, Closing
from heard.people.models import CommunicationNeeds, EarlierDetails, NetworkMember
from heard.voice.models import Conversation

NOT_WORK = ("say-why",)  # saying why one opens a case is not working on it
# Of each record in a case that names people: the way to its case, and the columns with those who led, recorded or decided.
NAMED = (
    (Case, "pk", ("lead_id", "recorded_by_id")),
    (Concern, "case_id", ("recorded_by_id",)),
    (Enquiry, "case_id", ("lead_id", "recorded_by_id")),
    (Conversation, "case_id", ("recorded_by_id",)),
    (Section42Decision, "concern__case_id", ("decided_by_id", "recorded_by_id")),
    (Allocation, "enquiry__case_id", ("from_user_id", "to_user_id", "recorded_by_id")),
    (Closing, "enquiry__case_id", ("manager_id", "closed_by_id", "recorded_by_id")),
    (NetworkMember, "person__cases", ("recorded_by_id",)),  # what is written of the adult is work on each of their cases
    (EarlierDetails, "person__cases", ("recorded_by_id",)),
    (CommunicationNeeds, "person__cases", ("recorded_by_id",)),
)


def who_worked_on(cases: Iterable[UUID]) -> dict[UUID, set[UUID]]:
    """For each case, everybody who led it, recorded or decided something in it, by the records and by the audit. One query.

    Reading is not working, and neither is auditing: events about the records of this folder are left out.
    """
    ids = list(cases)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    events = Event.objects.filter(case_id__in=ids, is_read=False, by__isnull=False)
    work = events.exclude(Q(subject__startswith="assurance.") | Q(event__in=NOT_WORK)).order_by()
    rest = [
        model.objects.filter(**{f"{way}__in": ids, f"{column}__isnull": False}).order_by().annotate(of=F(way), who=F(column))
        .values_list("of", "who") for model, way, columns in NAMED for column in columns
    ]  # fmt: skip
    for case, user in work.annotate(of=F("case_id"), who=F("by_id")).values_list("of", "who").union(*rest):
        found[case].add(user)
    return found

"""Which cases show which signs? Asked of the same rule as the prompts of a live case, so that both mean the same."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from heard.cases.models import Case, Concern, Enquiry
from heard.people.models import CommunicationNeeds
from heard.rules.next_steps.curiosity import Wonder, prompts
from heard.rules.next_steps.facts import CaseFacts, ConcernFacts, EnquiryFacts
from heard.voice.facts import ASKED_OF, talk_facts
from heard.voice.models import Conversation, Involvement


def signs_in(cases: Iterable[Case]) -> dict[UUID, set[Wonder]]:
    """The signs that each case shows, closed or not, by its id; read with their person. Five queries, whatever their number."""
    cases = list(cases)
    ids = [case.pk for case in cases]
    talks, concerns, enquiries = defaultdict(list), defaultdict(list), defaultdict(list)
    for one in Conversation.objects.filter(case__in=ids, is_current=True, in_error_at__isnull=True).only(*ASKED_OF):
        talks[one.case_id].append(talk_facts(one))
    for one in Concern.objects.filter(case__in=ids, in_error_at__isnull=True):
        concerns[one.case_id].append(ConcernFacts(one.reference, timezone.localdate(one.received_at)))
    for case, reference, started_on in Enquiry.objects.filter(case__in=ids).values_list("case_id", "concern__reference", "started_on"):
        enquiries[case].append(EnquiryFacts(reference, started_on))
    asked = dict(CommunicationNeeds.objects.filter(person__cases__in=ids, is_current=True).values_list("person_id", "asked_on"))
    involved = dict(Involvement.objects.filter(case__in=ids, is_current=True).values_list("case_id", "how_much"))
    return {case.pk: {one.wonder for one in prompts(CaseFacts(
        reference=case.reference, died_on=case.person.death_date, concerns=tuple(concerns[case.pk]), enquiries=tuple(enquiries[case.pk]),
        conversations=tuple(talks[case.pk]), communication_needs=tuple(case.person.communication_needs or ()),
        needs_asked_on=asked.get(case.person_id), involvement=involved.get(case.pk, ""),
    ))} for case in cases}  # fmt: skip

"""What does the case page show?

Starts from a case already read in the reader's scope. The number of queries is the same for a case with one record and with hundreds.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from heard.cases.models import Case, Concern, Enquiry, Task
from heard.cases.queries import cases_for
from heard.casework.queries.agreement import AgreementShown, agreements_shown
from heard.casework.queries.assessments import assessments_read
from heard.casework.queries.facts import facts_of, timescales
from heard.casework.queries.judged import as_judged
from heard.casework.queries.lateness import LateStep, late_in
from heard.casework.queries.not_needed import as_said, said_not_needed_in
from heard.casework.queries.own_page import unanswered_words
from heard.casework.queries.representation import Helping, helping_in
from heard.casework.queries.rows import concerns_with_answers, enquiries_with_answers
from heard.casework.queries.sources_of_risk import sources_among, with_risk
from heard.casework.voice_line.drawing import Drawing, draw
from heard.casework.voice_line.points import Point, points_of
from heard.concerns.models import FurtherInformation
from heard.documents.models import SentDocument
from heard.documents.queries import sent_of
from heard.documents.showing import CardInWords, card_in_words
from heard.enquiries.models import Allocation, PlanAction, Risk
from heard.enquiries.queries.plan import actions_of
from heard.enquiries.queries.risks import risks_of
from heard.mypage.models import Saying
from heard.people.models import NetworkMember
from heard.rights.models import LegalAuthority, Sharing
from heard.rights.queries.capacity import OneDecision, decisions_of
from heard.rights.queries.legal_authority import authorities_of
from heard.rights.queries.sharing import shared_in
from heard.rules.decision import Decision
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.alone import seen_alone
from heard.rules.next_steps.not_needed import still_asked
from heard.rules.next_steps.step import NextStep
from heard.rules.own_page import NOT_SAFE_TASK, OWN_PAGE_TASKS
from heard.rules.seen_alone import HEARD
from heard.rules.substantial_difficulty import has_substantial_difficulty
from heard.voice.models import Conversation, Experience, Wish
from heard.voice.queries import conversations_of, experiences_of, wishes_of


@dataclass(frozen=True)
class CasePage:
    """Everything on the page, in the order of the page."""

    case: Case
    network: list[NetworkMember]
    latest: Conversation | None
    wishes: list[Wish]
    points: list[Point]
    drawing: Drawing | None
    steps: tuple[NextStep, ...]
    alone: Decision
    concerns: list[Concern]
    enquiries: list[Enquiry]
    enquiry: Enquiry | None
    conversations: list[Conversation]
    risks: list[Risk]
    actions: list[PlanAction]
    allocations: list[Allocation]
    tasks: list[Task]
    said_and_waits: list[Saying]
    other_cases: list[Case]
    agreements: list[AgreementShown]
    shared: list[Sharing]
    safe_contact: CardInWords
    sent: list[SentDocument]
    decisions: list[OneDecision]
    authorities: list[LegalAuthority]
    helping: Helping
    involvement: str
    experiences: list[Experience]
    late: list[LateStep]

    @property
    def own_page_waits(self) -> list[Task]:
        """What they said on their own page that nobody has answered yet."""
        return sorted((task for task in self.tasks if task.kind in OWN_PAGE_TASKS), key=lambda task: task.kind != NOT_SAFE_TASK)

    @property
    def not_known(self) -> list[tuple[str, str]]:
        """What nobody has recorded in a case with an open enquiry, though nothing owes it: in words, with the name of its page."""
        if self.enquiry is None or self.enquiry.concluded_on or self.case.person.death_date:
            return []
        card = [("How it is safe to reach them", "safe-contact")] if self.case.current_card is None else []
        return card + ([("Whether they need help to take part", "difficulty")] if self.difficulty.yes is None else [])

    @property
    def standing(self) -> list[Wish]:
        """The wishes that still stand, the newest first."""
        return [wish for wish in reversed(self.wishes) if wish.is_standing]

    @property
    def difficulty(self) -> Decision:
        """Whether the adult has substantial difficulty in being involved, as recorded. Not known where nothing is."""
        return has_substantial_difficulty((self.enquiry.difficulty_areas if self.enquiry else None) or {})

    @property
    def past(self) -> list[Wish]:
        """The wishes that changed or were withdrawn, the newest first."""
        return [wish for wish in reversed(self.wishes) if not wish.is_standing]


def case_page(case: Case, user, today: date, which_enquiry: str = "") -> CasePage:
    """The page of a case. ``which_enquiry`` is the reference of an enquiry's concern; the open enquiry, else the newest, without it."""
    concerns, enquiries = _concerns_of(case), enquiries_with_answers([case.pk])
    conversations = conversations_of(case, wishes := wishes_of(case))
    enquiry = _chosen(case, enquiries, which_enquiry)
    points = points_of(concerns, enquiries, conversations, wishes)
    helping, decisions = helping_in([case.pk]), decisions_of(case, user)
    read = {"concerns": concerns, "enquiries": enquiries, "helping": helping, "wishes": as_judged(wishes), "talks": conversations}
    read["assessments"] = assessments_read(case.pk, decisions)
    network = list(with_risk(case.person.network.all()).order_by("-may_pose_risk", "name"))
    facts = facts_of([case], **read, risky=sources_among(network))[case.pk]
    return CasePage(
        case=case,
        network=network,
        latest=next((one for one in reversed(conversations) if one.how in HEARD and one.words.strip()), None),
        wishes=wishes,
        points=points,
        drawing=draw(points, wishes),
        steps=still_asked(next_steps(facts, timescales()), map(as_said, said_not_needed_in([case.pk])[case.pk])),
        alone=seen_alone(facts),
        concerns=concerns[::-1],
        enquiries=enquiries, enquiry=enquiry,
        conversations=conversations[::-1],
        risks=risks_of(enquiry) if enquiry else [],
        actions=actions_of(enquiry, wishes) if enquiry else [],
        allocations=list(enquiry.allocations.select_related("to_user").order_by("-recorded_at")) if enquiry else [],
        tasks=(tasks := list(case.tasks.filter(done_at__isnull=True).select_related("assigned_to").order_by("due_on"))),
        said_and_waits=unanswered_words(tasks),
        other_cases=_other_cases(case, user),
        agreements=agreements_shown(concerns[::-1]),
        shared=shared_in(case),
        safe_contact=card_in_words(case.current_card, case.person),
        sent=sent_of(case),
        decisions=decisions,
        authorities=authorities_of(case, today),
        helping=helping.get(case.pk, Helping()),
        involvement=facts.involvement,
        experiences=experiences_of(case) if any(one.said_how_it_was for one in enquiries) else [],
        late=late_in(enquiry, conversations, today) if enquiry else [],
    )  # fmt: skip


def _chosen(case: Case, enquiries: list[Enquiry], reference: str) -> Enquiry | None:
    for one in enquiries:
        one.case = case
    asked_for = next((one for one in enquiries if reference and one.concern.reference == reference), None)
    if asked_for is not None or not enquiries:
        return asked_for
    return max(enquiries, key=lambda one: (one.concluded_on is None, one.started_on, one.recorded_at))


def _concerns_of(case: Case) -> list[Concern]:
    """The concerns with answers, each with what was ``added`` to it. Two queries."""
    concerns, added = concerns_with_answers([case.pk]), _added_to(case)
    for concern in concerns:
        concern.added = added[concern.pk]
    return concerns


def _added_to(case: Case) -> dict[UUID, list[FurtherInformation]]:
    added = defaultdict(list)
    for one in FurtherInformation.objects.filter(concern__case=case).order_by("recorded_at"):
        added[one.concern_id].append(one)
    return added


def _other_cases(case: Case, user) -> list[Case]:
    """The adult's other cases, newest first, each with ``may_open``. Out of the reader's scope a case is its dates and nothing more."""
    others = Case.objects.filter(person_id=case.person_id).exclude(pk=case.pk)
    return list(others.annotate(may_open=Exists(cases_for(user).filter(pk=OuterRef("pk")))).order_by("-opened_on"))

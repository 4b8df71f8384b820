"""Who helps the adult to be involved, does each test hold today, and may they see what the adult said?

Starts from cases already read in the reader's scope. Each row comes with ``now_against`` (what stands against it today, in words) and
``said`` (whether every test is met: a Decision).
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rights.models import AppropriatePerson
from heard.rules.appropriate_person import Representation, is_appropriate, stands_against
from heard.rules.decision import Decision
from heard.rules.seeing_the_adults_words import may_see_the_adults_words


def local_representation() -> Representation:
    """The tests and grounds a council has checked: the defaults, but for those named in ``HEARD_REPRESENTATION``."""
    return Representation(**{name: tuple(listed) for name, listed in getattr(settings, "HEARD_REPRESENTATION", {}).items()})


def _shown() -> QuerySet[AppropriatePerson]:
    """The current rows with their member, and whether a risk names that member; a risk is a matter of enquiries, reached by its name."""
    named = NetworkMember.objects.filter(pk=OuterRef("member_id"), risks__isnull=False, risks__in_error_at__isnull=True)
    rows = AppropriatePerson.objects.filter(is_current=True, in_error_at__isnull=True)
    return rows.select_related("member__person").annotate(is_named_in_a_risk=Exists(named)).order_by("-started_on", "-recorded_at")


def against_now(member: NetworkMember, *, is_named_in_a_risk: bool) -> tuple[str, ...]:
    """What is recorded today that takes from this member the ground to represent the adult. No query where the person is loaded."""
    return stands_against(
        name=member.name, may_pose_risk=member.may_pose_risk, is_named_in_a_risk=is_named_in_a_risk,
        adult_wants_involved=member.adult_wants_involved, died=member.person.death_date is not None,
        recorded_in_error=member.in_error_at is not None, has_left=member.left_on is not None,
    )  # fmt: skip


def people_named(cases: Iterable[UUID]) -> list[AppropriatePerson]:
    """Everybody named as appropriate person in these cases, those whose part has ended too, newest first. One query."""
    local = local_representation()
    found = list(_shown().filter(case__in=list(cases)))
    for one in found:
        one.now_against = against_now(one.member, is_named_in_a_risk=one.is_named_in_a_risk)
        one.said = is_appropriate(one.tests, now_against=one.now_against, local=local)
    return found


def person_named(case: Case, pk: UUID) -> AppropriatePerson:
    """The one of that id whose part in this case has not ended. Raises Http404 otherwise."""
    found = next((one for one in people_named([case.pk]) if one.pk == pk and one.ended_on is None), None)
    if found is None:
        raise Http404("Nobody of that kind")
    return found


def representing_now(member: NetworkMember) -> list[AppropriatePerson]:
    """The parts of this member that have not ended, in any case of the adult."""
    named = people_named(member.person.cases.values_list("pk", flat=True))
    return [one for one in named if one.member_id == member.pk and one.ended_on is None]


def is_named_in_a_risk(member: NetworkMember) -> bool:
    """Whether a risk that stands points at this member. One query."""
    return member.risks.filter(in_error_at__isnull=True).exists()


def may_see_words(member: NetworkMember, *, case: Case | None = None) -> Decision:
    """Whether this member may see what the adult said: every screen for a representative asks here first, each time it is opened.

    In one ``case`` where given: a part that ended there is not made good by another.
    """
    now = NetworkMember.objects.select_related("person").filter(pk=member.pk, in_error_at__isnull=True).first()
    if now is None:
        return may_see_the_adults_words(represents_now=False, stands_against=())
    against = against_now(now, is_named_in_a_risk=is_named_in_a_risk(now))
    parts = [one for one in representing_now(now) if case is None or one.case_id == case.pk]
    return may_see_the_adults_words(represents_now=any(one.said for one in parts), stands_against=against)


def member_of(case: Case, pk: UUID) -> NetworkMember:
    """Somebody in this adult's life. Raises Http404 for anybody else, or where they were recorded in error."""
    found = case.person.network.filter(pk=pk, in_error_at__isnull=True).select_related("person").first()
    if found is None:
        raise Http404("Nobody of that kind")
    return found

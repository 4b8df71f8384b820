"""May an attorney, a deputy or an advocate see what the adult said, as they stand now? Asked afresh each time, from the database."""

from django.utils import timezone

from heard.people.models import NetworkMember, Person
from heard.rights.models import Advocacy, LegalAuthority
from heard.rights.queries.appropriate_person import against_now, is_named_in_a_risk
from heard.rules.decision import Decision
from heard.rules.legal_authority import is_in_force, may_rely_on
from heard.rules.seeing_the_adults_words import may_see_as_advocate, may_see_as_attorney_or_deputy

NOT_THERE = Decision(False, ("They do not represent the adult now.",))


def may_see_by_authority(authority: LegalAuthority) -> Decision:
    """Whether whoever holds this authority may see the adult's words. Three queries."""
    now = LegalAuthority.objects.select_related("holder__person").filter(pk=authority.pk, in_error_at__isnull=True).first()
    if now is None or now.holder is None:
        return NOT_THERE
    return may_see_as_attorney_or_deputy(
        kind=now.kind,
        reliance=may_rely_on(document_seen=now.document_seen, in_force=is_in_force(ended_on=now.ended_on, today=timezone.localdate())),
        stands_against=against_now(now.holder, is_named_in_a_risk=is_named_in_a_risk(now.holder)),
    )


def may_see_as_advocate_now(advocacy: Advocacy) -> Decision:
    """Whether this advocate may see the adult's words. Two queries."""
    now = Advocacy.objects.select_related("case__person").filter(pk=advocacy.pk, in_error_at__isnull=True).first()
    if now is None:
        return NOT_THERE
    return may_see_as_advocate(
        has_name=bool(now.advocate_name.strip()), has_accepted=now.accepted_on is not None, has_ended=now.ended_on is not None,
        acts_for_the_other=now.acts_for_person_who_may_pose_risk, stands_against=risks_of_that_name(now),
    )  # fmt: skip


def risks_of_that_name(advocacy: Advocacy) -> tuple[str, ...]:
    """Who of that name may pose a risk, in words. An advocate is known by name alone: somebody of the same name is taken to be them."""
    same = [one for one in network_of(advocacy.case.person) if is_same_name(one.name, advocacy.advocate_name)]
    return tuple(f"{one.name} may pose a risk to the adult." for one in same if one.may_pose_risk or is_named_in_a_risk(one))


def network_of(person: Person) -> list[NetworkMember]:
    """The people in the adult's life, but for those recorded in error. One query."""
    return list(person.network.filter(in_error_at__isnull=True))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are written alike, but for capitals and spaces."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split()) != ""

"""How is a person put on record, corrected, and given the people around them?"""

from datetime import date

from django.db import transaction

from heard.accounts.models import Authority
from heard.accounts.versions import answer_again
from heard.audit.actions import record
from heard.people.models import (
    AboutMe,
    CommunicationCheck,
    CommunicationNeeds,
    EarlierDetails,
    NetworkMember,
    Person,
    SafeContactCard,
    SearchKey,
)
from heard.people.queries import details_of, told_of
from heard.rules.decision import Decision, insist
from heard.rules.search_keys import search_keys_for
from heard.rules.vocabulary.communication import Met, NeedsStep

CHANGEABLE = frozenset(
    field.name
    for field in Person._meta.concrete_fields
    if field.name not in {"id", "authority", "ref", "recorded_at", "recorded_by", "is_provisional"}
)


def _only_known(details: dict) -> dict:
    unknown = set(details) - CHANGEABLE
    if unknown:
        raise TypeError(f"A person has no {', '.join(sorted(unknown))}.")
    return details


def _file_under_keys(person: Person) -> None:
    """The keys are an index of the row, not records: the event of the row is theirs too."""
    wanted = set(search_keys_for(details_of(person)))
    held = dict(SearchKey.objects.filter(person=person).values_list("key", "pk"))
    SearchKey.objects.filter(pk__in=[pk for key, pk in held.items() if key not in wanted]).delete()
    new = [SearchKey(person=person, authority_id=person.authority_id, key=key) for key in sorted(wanted - set(held))]
    SearchKey.objects.bulk_create(new)


@transaction.atomic
def add_person(*, authority: Authority, by, is_provisional: bool = False, **details) -> Person:
    """Put a person on record, findable at once. ``by`` is a user, or None for the public. Raises TypeError for an unknown detail."""
    person = Person.objects.create(authority=authority, recorded_by=by, is_provisional=is_provisional, **_only_known(details))
    _file_under_keys(person)
    record("add-person", on=person, by=by, detail={"provisional": is_provisional})
    return person


def _plain(value):
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def change_details(*, person: Person, by, because: str = "", **details) -> Person:
    """Change what is known of a person; what stood before is kept as ``EarlierDetails``. Nothing is written where nothing differs."""
    now = Person.objects.select_for_update().get(pk=person.pk)
    before = {name: getattr(now, name) for name, value in _only_known(details).items() if getattr(now, name) != value}
    if not before:
        return person
    kept = EarlierDetails.objects.create(
        authority_id=now.authority_id, person=now, recorded_by=by, because=because,
        details={name: _plain(value) for name, value in before.items()},
    )  # fmt: skip
    for name in before:
        setattr(now, name, details[name])
        setattr(person, name, details[name])
    now.save(update_fields=list(before))
    _file_under_keys(now)
    record("keep-earlier-details", on=kept, by=by)
    record("change-details", on=now, by=by, detail={"changed": sorted(before)})
    return person


@transaction.atomic
def confirm_person(*, person: Person, by) -> Person:
    """Say that a provisional person is somebody new to this authority. Nothing happens where that was said already."""
    if person.is_provisional:
        person.is_provisional = False
        person.save(update_fields=["is_provisional"])
        record("confirm-person", on=person, by=by)
    return person


@transaction.atomic
def unconfirm_person(*, person: Person, by) -> Person:
    """Take back that a person is somebody new, so that they can be looked for again."""
    if not person.is_provisional:
        person.is_provisional = True
        person.save(update_fields=["is_provisional"])
        record("unconfirm-person", on=person, by=by)
    return person


@transaction.atomic
def add_network_member(
    *, person: Person, by, name: str, relationship: str = "", adult_wants_involved: str = "", may_pose_risk: bool = False,
    lives_with_adult: bool = False, **more,
) -> NetworkMember:  # fmt: skip
    """Add somebody in the adult's life; ``adult_wants_involved`` is the adult's own answer, blank where nobody asked.

    ``more`` are the other columns of ``NetworkMember``: what they mean to the adult, whether they support them, and the like.
    """
    member = NetworkMember.objects.create(
        authority_id=person.authority_id, person=person, recorded_by=by, name=name, relationship=relationship,
        adult_wants_involved=adult_wants_involved, may_pose_risk=may_pose_risk, lives_with_adult=lives_with_adult, **more,
    )  # fmt: skip
    record("add-network-member", on=member, by=by)
    return member


@transaction.atomic
def change_network_member(*, member: NetworkMember, by, because: str = "", **details) -> NetworkMember:
    """Change what is known of somebody in the adult's life; what stood before is kept. Nothing is written where nothing differs.

    For a screen use ``heard.rights.actions.network_member``, which ends a representation that this takes the ground from.
    """
    now = NetworkMember.objects.select_for_update().get(pk=member.pk)
    before = {name: getattr(now, name) for name, value in details.items() if getattr(now, name) != value}
    if not before:
        return member
    kept = EarlierDetails.objects.create(
        authority_id=now.authority_id, person_id=now.person_id, recorded_by=by, because=because,
        details={"network-member": str(now.pk), **{name: _plain(value) for name, value in before.items()}},
    )  # fmt: skip
    for name in before:
        setattr(now, name, details[name])
        setattr(member, name, details[name])
    now.save(update_fields=list(before))
    record("keep-earlier-details", on=kept, by=by)
    record("change-network-member", on=now, by=by, detail={"changed": sorted(before)})
    return member


@transaction.atomic
def record_safe_contact(
    *, person: Person, by, case_id=None, ways=(), safe_times=(), hours=(), times: str = "", code_word: str = "",
    must_not_know: str = "", shared_or_watched=(), words: str = "",
) -> SafeContactCard:  # fmt: skip
    """Write the safe-contact card anew; the one before is kept. ``case_id`` is the case it was written in, for the audit."""
    return answer_again(
        SafeContactCard, of={"person": person}, event="record-safe-contact", by=by, authority_id=person.authority_id, case_id=case_id,
        ways=list(ways), safe_times=list(safe_times), hours=list(hours), times=times, code_word=code_word, must_not_know=must_not_know,
        shared_or_watched=list(shared_or_watched), words=words, told=told_of(person),
    )  # fmt: skip


@transaction.atomic
def record_communication_needs(
    *, person: Person, by, needs, asked_on: date, asked_whom: str, case_id=None, language: str = "", because: str = "", **details
) -> CommunicationNeeds:
    """Write down what helps the adult to take part ("nothing" is an answer); what stood before is kept.

    ``needs`` are ``CommunicationNeed`` slugs, ``language`` the code of the language they prefer (blank leaves it), ``details`` the other
    columns of ``CommunicationNeeds``.
    """
    change_details(
        person=person, by=by, because=because, communication_needs=list(needs),
        **({"preferred_language": language} if language else {}),
    )  # fmt: skip
    return answer_again(
        CommunicationNeeds, of={"person": person}, event="record-communication-needs", by=by, authority_id=person.authority_id,
        case_id=case_id, needs=list(needs), asked_on=asked_on, asked_whom=asked_whom, because=because, **details,
    )  # fmt: skip


@transaction.atomic
def share_communication_needs(
    *, person: Person, by, with_whom: str, on: date, adult_agreed: str = "", words: str = "", case_id=None
) -> CommunicationCheck:
    """Write down who was told what the adult needs. Raises NotAllowed where nobody is named."""
    insist(Decision(bool(with_whom.strip()), ("Write who was told.",)))
    return _check(person, "share-communication-needs", by=by, case_id=case_id, step=NeedsStep.SHARE, on=on, with_whom=with_whom.strip(),
                  adult_agreed=adult_agreed, words=words)  # fmt: skip


@transaction.atomic
def review_communication_needs(
    *, person: Person, by, on: date, was_met: Met | str, words: str = "", case_id=None
) -> CommunicationCheck:
    """Write down what the adult says, asked whether what they need was met."""
    return _check(person, "review-communication-needs", by=by, case_id=case_id, step=NeedsStep.REVIEW, on=on, was_met=Met(was_met),
                  words=words)  # fmt: skip


def _check(person: Person, event: str, *, by, case_id, **details) -> CommunicationCheck:
    made = CommunicationCheck.objects.create(authority_id=person.authority_id, person=person, recorded_by=by, **details)
    record(event, on=made, by=by, case_id=case_id)
    return made


@transaction.atomic
def write_about_me(
    *, person: Person, by, words: dict, written_on: date, supported_by: str = "", case_id=None
) -> AboutMe:
    """Keep what matters to the adult in their own words; what they said before is kept. ``words`` is by ``AboutMeHeading`` slug."""
    return answer_again(
        AboutMe, of={"person": person}, event="write-about-me", by=by, authority_id=person.authority_id, case_id=case_id,
        words={heading: said for heading, said in words.items() if said.strip()}, written_on=written_on, supported_by=supported_by,
    )  # fmt: skip

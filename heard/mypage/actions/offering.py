"""How is a page of their own offered, handed over, and taken back?"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import User
from heard.audit.actions import record
from heard.cases.actions import settle_tasks
from heard.cases.models import Case
from heard.documents.gate import ask_gate_by
from heard.mypage.actions.opening import open_page
from heard.mypage.keys import kept_as, new_code, new_link, tidied_code
from heard.mypage.models import Opening, WayIn
from heard.people.models import NetworkMember, Person
from heard.rights.models import Advocacy, LegalAuthority
from heard.rights.queries.representatives import may_represent
from heard.rules.decision import Decision, insist
from heard.rules.own_page import CLOSED_TASKS, may_offer_page
from heard.rules.second_fact import may_be_second_fact, tidied_answer
from heard.rules.vocabulary.own_page import GATED, HowOpened, Reader

PAPER = frozenset({HowOpened.POST, HowOpened.BY_HAND})


@transaction.atomic
def offer_page(
    *, case: Case, by: User, reader: Reader | str, how: HowOpened | str, is_safe: bool, how_we_know: str, cover: User | None, days: int,
    where: str = "", question: str = "", answer: str = "", member: NetworkMember | None = None,
    legal_authority: LegalAuthority | None = None, advocacy: Advocacy | None = None, asks_how_it_went: bool = False,
    at: datetime | None = None, once: UUID | None = None,
) -> tuple[WayIn, str]:  # fmt: skip
    """Make a way in, and give it with its secret: the only time that the secret is known. An earlier one of the same reader ends.

    ``member`` is the representative, ``legal_authority`` what they hold as attorney or deputy, ``advocacy`` an advocate's work; ``at`` is
    when it is sent or handed over, now unless given. ``once`` is the form's own id: sent twice, it changes nothing, and the secret given
    is blank, for nobody knows it any more. Raises NotAllowed with the reasons where it is not recorded as safe, where the
    safe-contact card stops it (nobody overrides it here), where others know the second fact, or where the cover is its lead or ``by``.
    """
    how = HowOpened(how)
    case.person = Person.objects.select_for_update().get(pk=case.person_id)
    if once is not None and (before := case.ways_in.filter(pk=once).first()) is not None:
        return before, ""
    insist(may_offer_page(
        is_safe=is_safe, how_we_know=how_we_know, died=case.person.death_date is not None, days=days,
        may_see_words=bool(may_represent(case, member, legal_authority, advocacy)),
        cover_works=cover is not None and cover.is_active and cover.authority_id == case.authority_id,
        cover_is_another=cover is not None and cover.pk not in (by.pk, case.lead_id),
    ))  # fmt: skip
    name = member.name if member else advocacy.advocate_name if advocacy else ""
    gate = _gate(case, how, where, name, at or timezone.now())
    if how != HowOpened.TABLET:
        insist(_fact(case.person, question, answer, name))
    _end_others(case, reader, member, advocacy, by)
    secret = new_code() if how in PAPER else new_link()
    made = WayIn.objects.create(
        pk=once or uuid4(),
        authority_id=case.authority_id, case=case, person=case.person, reader=reader, member=member,
        legal_authority=legal_authority, advocacy=advocacy, how=how, where=where, cover=cover, recorded_by=by,
        key=kept_as("way-in", tidied_code(secret)), question=question.strip(), how_we_know=how_we_know, asks_how_it_went=asks_how_it_went,
        gate={"because": list(gate.because)}, expires_at=timezone.now() + timedelta(days=days),
        answer=kept_as("answer", tidied_answer(answer)) if how != HowOpened.TABLET else "",
    )  # fmt: skip
    record("offer-own-page", on=made, by=by, detail={"reader": str(reader), "how": str(how), "is_safe": "yes"})
    return made, secret


def _gate(case: Case, how: HowOpened, where: str, name: str, at: datetime) -> Decision:
    if how == HowOpened.TABLET:
        return Decision(True, ("Handed over in person.",))
    said = ask_gate_by(case=case, way=GATED[how], where=where, at=at, to_whom=name)
    insist(said)
    return said


def _fact(person: Person, question: str, answer: str, name: str) -> Decision:
    names = (person.given_name, person.family_name, person.known_as, *([name] if name else []))
    return may_be_second_fact(
        question=question, answer=answer, names=names, birth_date=person.birth_date, postcode=person.postcode,
        nhs_number=person.nhs_number, address=person.address, phone=person.phone,
    )  # fmt: skip


def _end_others(case: Case, reader: Reader | str, member: NetworkMember | None, advocacy: Advocacy | None, by: User) -> None:
    of_the_same = WayIn.objects.filter(case=case, reader=reader, member=member, advocacy=advocacy)
    for one in of_the_same.filter(opening__isnull=True, ended_at__isnull=True):
        _end(one, because="A new way in was made.", at=timezone.now(), by=by)


def _end(way_in: WayIn, *, because: str, at: datetime, by) -> None:
    way_in.ended_at, way_in.ended_because = at, because
    way_in.save(update_fields=["ended_at", "ended_because"])
    record("end-own-page", on=way_in, by=by, why=because)


@transaction.atomic
def end_page(*, way_in: WayIn, because: str, by: User) -> WayIn:
    """Take a way in back, and close the page where it is open. Whoever holds it sees what they would see of one that never was.

    One that did not open (wrong answers, or the safe-contact card) is answered by this: ``because`` is then what was found out, and its
    task is done. Where the card had stopped it, it opens again as soon as the card allows it, unless it is taken back too.

    Raises NotAllowed without a reason, or where it was ended already.
    """
    now = WayIn.objects.select_for_update().get(pk=way_in.pk)
    insist(Decision(bool(because.strip()), ("Write why it is taken back.",)))
    if any([settle_tasks(case=now.case, kind=kind, by=by, at=timezone.now(), subject_id=now.pk) for kind in CLOSED_TASKS]):
        record("answer-own-page-shut", on=now, by=by, why=because.strip())
        return now
    insist(Decision(now.ended_at is None, ("It was ended already.",)))
    _end(now, because=because.strip(), at=timezone.now(), by=by)
    opened = Opening.objects.filter(way_in=now, ended_at__isnull=True).first()
    if opened is not None:
        opened.ended_at = now.ended_at
        opened.save(update_fields=["ended_at"])
        record("close-own-page", on=opened, by=by)
    return now


@transaction.atomic
def hand_over(
    *, case: Case, by: User, is_safe: bool, how_we_know: str, cover: User | None, asks_how_it_went: bool = False
) -> tuple[Opening, str]:
    """Open the adult's page on the worker's own tablet, which the page then signs out of the record. Gives the opening and its key.

    Raises NotAllowed with the reasons where the worker has not said that it is safe here and now.
    """
    way_in, _ = offer_page(
        case=case, by=by, reader=Reader.ADULT, how=HowOpened.TABLET, is_safe=is_safe, how_we_know=how_we_know, cover=cover, days=1,
        asks_how_it_went=asks_how_it_went,
    )  # fmt: skip
    return open_page(way_in=way_in)

"""How is a concern joined to the person it is about, and how is that undone?"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.actions import move_case, open_case
from heard.cases.models import Case, Concern, Enquiry, Task
from heard.concerns.models import Link
from heard.documents.showing import card_facts
from heard.people.actions import change_details
from heard.people.models import Person
from heard.people.queries import safe_contact_card_of
from heard.rules.decision import Decision, NotAllowed
from heard.rules.joining_a_case import may_join
from heard.rules.pathway import CaseStage, Step
from heard.rules.vocabulary.concern import ConcernState
from heard.voice.models import Conversation, Wish

SAFETY = ("safe_contact", "must_not_know")


def case_to_join(person: Person) -> Case | None:
    """The case of a person that has an open enquiry, so that a new concern can be joined to it; None where there is none."""
    found = Enquiry.objects.filter(case__person=person, concluded_on__isnull=True).exclude(case__stage=CaseStage.CLOSED)
    enquiry = found.select_related("case").order_by("started_on").first()
    return enquiry.case if enquiry else None


@transaction.atomic
def link_concern(*, concern: Concern, to_person: Person, by, on, why: str = "", join: bool = False) -> Link:
    """Say that a concern is about a person already known. Its case goes with it, or the concern joins their open case (``join``).

    The provisional person left behind is kept, with everything said of them. Raises NotAllowed where it cannot be.
    """
    locked = Concern.objects.select_for_update().get(pk=concern.pk)
    old_case = Case.objects.select_for_update().get(pk=locked.case_id)
    from_person = old_case.person
    target = case_to_join(to_person) if join else None
    _check_link(locked, from_person, to_person, target, join=join)
    alone = not _others_in(locked, old_case).exists()
    if target is not None:
        new_case = target
        _carry(locked, old_case, target, by=by, whole=alone)
        _close_behind(old_case, alone=alone, by=by, on=on)
        move_case(case=target, step=Step.NEW_CONCERN, by=by, on=on)
    elif alone:
        new_case = _give_case_to(old_case, to_person, by=by)
    else:
        new_case = open_case(person=to_person, opened_on=timezone.localdate(locked.received_at), by=by)
        _carry(locked, old_case, new_case, by=by, whole=False)
    link = Link.objects.create(
        authority_id=locked.authority_id, concern=locked, from_person=from_person, to_person=to_person, from_case=old_case,
        to_case=new_case, why=why, recorded_by=by,
    )  # fmt: skip
    record("link-concern", on=link, by=by, case_id=new_case.pk, detail={"from": str(from_person.pk), "to": str(to_person.pk)})
    _carry_safety(locked, from_person, to_person, by=by)
    concern.case = new_case
    return link


@transaction.atomic
def undo_link(*, concern: Concern, by, at: datetime, because: str) -> Link:
    """Take a link back: the concern is about the person it was about before, and goes with its case. It can be made again.

    A concern that had joined another case is decided again, for it has no enquiry of its own. Raises NotAllowed where it cannot be.
    """
    locked = Concern.objects.select_for_update().get(pk=concern.pk)
    link = Link.objects.select_for_update().filter(concern=locked, undone_at__isnull=True).first()
    if link is None:
        raise NotAllowed(Decision(False, ("This concern is not linked to anybody, so there is nothing to undo.",)))
    if not because.strip():
        raise NotAllowed(Decision(False, ("Say why the link was wrong.",)))
    here = Case.objects.select_for_update().get(pk=locked.case_id)
    if not _others_in(locked, here).exists():
        back = _give_case_to(here, link.from_person, by=by)
    else:
        back = _take_out(locked, here, link, by=by, on=timezone.localdate(at))
    _take_back_safety(locked, link, by=by)
    link.undone_at, link.undone_by, link.undone_because = at, by, because
    link.save(update_fields=["undone_at", "undone_by", "undone_because"])
    record("undo-link", on=link, by=by, case_id=back.pk, detail={"because": because})
    concern.case, concern.state = back, locked.state
    return link


def _check_link(concern: Concern, from_person: Person, to_person: Person, target: Case | None, *, join: bool) -> None:
    if to_person.authority_id != concern.authority_id:
        raise NotAllowed(Decision(False, ("That person is not on record here.",)))
    if to_person.pk == from_person.pk:
        raise NotAllowed(Decision(False, ("The concern is about that person already.",)))
    if Link.objects.filter(concern=concern, undone_at__isnull=True).exists():
        raise NotAllowed(Decision(False, ("The concern is linked to somebody already. Undo that link first.",)))
    if join:
        said = may_join(
            same_person=target is None or target.person_id == to_person.pk,
            stage=target.stage if target else CaseStage.CLOSED,
            has_open_enquiry=target is not None,
        )
        if not said:
            raise NotAllowed(said)
        if Enquiry.objects.filter(concern=concern).exists():
            raise NotAllowed(Decision(False, ("An enquiry has already started for this concern, so it keeps its own case.",)))


def _others_in(concern: Concern, case: Case):
    return Concern.objects.filter(case=case, in_error_at__isnull=True).exclude(pk=concern.pk)


def _give_case_to(case: Case, person: Person, *, by) -> Case:
    was, case.person = case.person_id, person
    case.save(update_fields=["person"])
    record("give-case-to-person", on=case, by=by, detail={"from": str(was), "to": str(person.pk)})
    return case


def _move(rows, to: Case, *, by) -> None:
    for row in rows:
        row.case = to
        row.save(update_fields=["case"])
        record("move-to-case", on=row, by=by, case_id=to.pk)


def _carry(concern: Concern, old: Case, to: Case, *, by, whole: bool) -> None:
    """Take the concern, and what was said and is to be done about it, to another case; everything in the case where it was alone."""
    conversations = Conversation.objects.filter(concern=concern)
    tasks = Task.objects.filter(case=old)
    if not whole:
        about = [concern.pk, *conversations.values_list("pk", flat=True), *concern.further_information.values_list("pk", flat=True)]
        tasks = tasks.filter(subject_id__in=about)
    _move([concern, *conversations, *Wish.objects.filter(concern=concern), *tasks], to, by=by)


def _close_behind(case: Case, *, alone: bool, by, on) -> None:
    if alone and case.stage == CaseStage.CONCERN:
        move_case(case=case, step=Step.JOIN_ANOTHER, by=by, on=on)


def _take_out(concern: Concern, here: Case, link: Link, *, by, on) -> Case:
    """Take a concern out of a case that others share: back to the case it came from, or a new one where it came with this one."""
    if Enquiry.objects.filter(concern=concern).exists():
        because = "Other concerns have joined the enquiry that this one led to. Undo their links first."
        raise NotAllowed(Decision(False, (because,)))
    if link.from_case_id == here.pk:
        back = open_case(person=link.from_person, opened_on=timezone.localdate(concern.received_at), by=by)
    else:
        back = Case.objects.select_for_update().get(pk=link.from_case_id)
        if back.stage == CaseStage.CLOSED:
            move_case(case=back, step=Step.LEAVE_ANOTHER, by=by, on=on)
    concern.state = ConcernState.WAITING
    concern.save(update_fields=["state"])
    _carry(concern, here, back, by=by, whole=False)
    return back


def _told(person: Person) -> dict[str, str]:
    """What was told of safe contact, by the name of its field; a safe-contact card in words with it, for it is checked anew."""
    told = {name: getattr(person, name).strip() for name in SAFETY}
    card = safe_contact_card_of(person)
    if card is not None:
        said = [f"{name}: {'; '.join(lines)}." for name, lines in card_facts(card)]
        told["safe_contact"] = "\n".join(part for part in (told["safe_contact"], "On the safe-contact card:", *said) if part)
    return told


def _line(concern: Concern, words: str) -> str:
    return f"Told with concern {concern.reference}: {words}"


def _carry_safety(concern: Concern, from_person: Person, to_person: Person, *, by) -> None:
    """How it is safe to reach the adult, and who must not know, must not stay behind with the provisional person."""
    told = _told(from_person)
    more = {
        name: "\n".join(part for part in (getattr(to_person, name), _line(concern, words)) if part)
        for name, words in told.items()
        if words and words not in getattr(to_person, name)
    }
    if more:
        change_details(person=to_person, by=by, because=f"Told with concern {concern.reference}", **more)


def _take_back_safety(concern: Concern, link: Link, *, by) -> None:
    """Only the very words the link brought are taken out again; what was written since stays."""
    now = link.to_person
    less = {}
    for name, words in _told(link.from_person).items():
        line = _line(concern, words)
        if line in getattr(now, name):
            less[name] = getattr(now, name).replace(line, "").strip()
    if less:
        change_details(person=now, by=by, because=f"Concern {concern.reference} is about somebody else", **less)

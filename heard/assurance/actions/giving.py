"""Who is given a case to audit, and who takes the place of an auditor who cannot go on?"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import User
from heard.assurance.models import Audit, SampledCase
from heard.assurance.queries.audits import answers_open, differences_left
from heard.assurance.queries.frame import auditors_in
from heard.assurance.queries.worked_on import who_worked_on
from heard.audit.actions import record
from heard.rules.auditing.who_may_audit import may_audit, may_go_on
from heard.rules.decision import Decision, NotAllowed, insist


@transaction.atomic
def give_audit(*, sampled: SampledCase, auditor: User, is_second: bool, by: User) -> Audit:
    """Give a case to an auditor, as the first or the second."""
    audit = Audit.objects.create(
        authority_id=sampled.authority_id, recorded_by=by, sampled=sampled, auditor=auditor, is_second=is_second
    )  # fmt: skip
    record("give-audit", on=audit, by=by, case_id=sampled.case_id, detail={"auditor": str(auditor.pk)})
    return audit


@transaction.atomic
def give_to_auditor(*, sampled: SampledCase, auditor_id: UUID, by: User, instead_of: UUID | None = None, because: str = "") -> Audit:
    """Give a case to an auditor: in the place of one who cannot go on or has not begun, or where there is room. ``instead_of`` is an
    audit that is begun and is to end, with a reason. What was answered in it is kept as that auditor's.

    Raises NotAllowed for who worked on the case, has it already, may not audit, or where it has two or is done.
    """
    may = {str(one.pk): one for one in auditors_in(by.authority)}
    auditor = may.get(str(auditor_id))
    if auditor is None:
        raise NotAllowed(Decision(False, ("Choose somebody who may audit cases.",)))
    worked = {str(one) for one in who_worked_on([sampled.case_id])[sampled.case_id]}
    insist(may_audit(auditor=str(auditor.pk), worked_on_it=worked))
    held = list(sampled.audits.select_for_update().filter(ended_at__isnull=True).order_by("is_second"))
    if any(auditor.pk in (one.auditor_id, one.settled_by_id) for one in held):
        raise NotAllowed(Decision(False, ("They audit this case already.",)))
    stopped = {one.pk: said.because[0] for one in held if not (said := may_go_on(
        auditor=str(one.settled_by_id or one.auditor_id), may_audit_cases=may, worked_on_it=worked
    ))}  # fmt: skip
    place = _chosen(held, instead_of, because) if instead_of else _free_place(sampled, held, stopped)
    if place is not None:
        return _give_place(place, auditor, because=because.strip() or stopped.get(place.pk, ""), by=by)
    if held and all(one.done_at is not None for one in held):
        raise NotAllowed(Decision(False, ("The answers are open, so a second look would not be blind.",)))
    if len(held) > 1:
        raise NotAllowed(Decision(False, ("Two people audit this case already, and both have begun. Choose instead of whom.",)))
    return give_audit(sampled=sampled, auditor=auditor, is_second=bool(held), by=by)


def _chosen(held: list[Audit], instead_of: UUID, because: str) -> Audit:
    found = next((one for one in held if one.pk == instead_of and one.done_at is None), None)
    if found is None:
        raise NotAllowed(Decision(False, ("That audit is done or has ended, so nobody takes its place.",)))
    if not because.strip():
        raise NotAllowed(Decision(False, ("Say why somebody else goes on.",)))
    return found


def _free_place(sampled: SampledCase, held: list[Audit], stopped: dict) -> Audit | None:
    """The place of who cannot go on: with an audit, or with what is left once both are done; else of who has not begun."""
    left = bool(answers_open(sampled)) and bool(differences_left(sampled) or (sampled.worker_id and not sampled.fed_back_at))
    waits = [one for one in held if one.pk in stopped and (one.done_at is None or left)]
    spare = [one for one in held if one.done_at is None and not one.answers.exists()]
    return next(iter([*waits, *spare]), None)


def _give_place(place: Audit, auditor: User, *, because: str, by: User) -> Audit:
    sampled, detail = place.sampled, {"auditor": str(auditor.pk), "instead_of": str(place.settled_by_id or place.auditor_id)}
    if place.done_at is not None:
        place.settled_by = auditor
        place.save(update_fields=["settled_by"])
        record("give-settlement", on=place, by=by, case_id=sampled.case_id, detail=detail)
        return place
    if not place.answers.exists():
        place.auditor = auditor
        place.save(update_fields=["auditor"])
        record("give-audit", on=place, by=by, case_id=sampled.case_id, detail=detail)
        return place
    place.ended_at, place.ended_by, place.ended_because = timezone.now(), by, because
    place.save(update_fields=["ended_at", "ended_by", "ended_because"])
    record("end-audit", on=place, by=by, case_id=sampled.case_id, detail=detail)
    return give_audit(sampled=sampled, auditor=auditor, is_second=place.is_second, by=by)

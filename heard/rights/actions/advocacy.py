"""How is an independent advocate or IMCA asked for, and how is it recorded how far that came?"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.audit.actions import record
from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rights.actions.own_pages import end_pages_of
from heard.rights.models import Advocacy
from heard.rights.queries.advocacy import days_of
from heard.rights.queries.seeing_words import is_same_name, may_see_as_advocate_now, risks_of_that_name
from heard.rules.decision import Decision, NotAllowed
from heard.rules.independent_advocate import dates_in_order
from heard.rules.recording_in_a_case import may_record
from heard.rules.same_advocate_both_sides import may_act_for_the_adult

WORK = ("advocate_name", "organisation", "acts_for_person_who_may_pose_risk", "accepted_on", "met_on", "ended_on", "ended_because")


OF_THE_SAME_NAME = "If the advocate is somebody else of the same name, ask for the advocate again, with their organisation in the name."


def _check(one: Advocacy) -> None:
    answers = [may_record(stage=one.case.stage), dates_in_order(days_of(one), timezone.localdate())]
    if one.ended_on is None:  # what came to light late can still be recorded with the end of their work
        begun = bool(one.accepted_on or one.met_on)
        answers.append(may_act_for_the_adult(acts_for_the_other=one.acts_for_person_who_may_pose_risk, has_begun=begun))
        risks = risks_of_that_name(one)
        answers.append(Decision(not risks, (*risks, OF_THE_SAME_NAME) if risks else ()))
    for said in answers:
        if not said:
            raise NotAllowed(said)


@transaction.atomic
def refer_to_advocate(*, case: Case, kind: str, referred_on: date, by, **work) -> Advocacy:
    """Record that an advocate was asked for, and what is known of their work already.

    Raises NotAllowed where the case is closed, the dates cannot be, or the advocate acts for the person who may pose a risk.
    """
    made = Advocacy(authority_id=case.authority_id, case=case, kind=kind, referred_on=referred_on, recorded_by=by, **work)
    _check(made)
    made.save()
    record("refer-to-advocate", on=made, by=by, case_id=case.pk)
    return made


@transaction.atomic
def record_advocates_work(*, advocacy: Advocacy, by, **work) -> Advocacy:
    """Record that the advocate accepted, met the adult, or ended. Nothing is written where nothing differs. Raises as above."""
    unknown = set(work) - set(WORK)
    if unknown:
        raise TypeError(f"An advocate's work has no {', '.join(sorted(unknown))}.")
    now = Advocacy.objects.select_for_update(of=("self",)).select_related("case").get(pk=advocacy.pk)
    changed = [name for name, value in work.items() if getattr(now, name) != value]
    for name in changed:
        setattr(now, name, work[name])
    _check(now)
    if changed:
        now.save(update_fields=changed)
        record("record-advocates-work", on=now, by=by, case_id=now.case_id, detail={"changed": sorted(changed)})
        if not (may_see := may_see_as_advocate_now(now)):
            end_pages_of(of=now, because=" ".join(may_see.because), by=by)
    return now


@transaction.atomic
def end_advocates_who_may_pose_risk(*, member: NetworkMember, by) -> list[Advocacy]:
    """End the work of each advocate of this name for the adult, the moment that somebody of that name is recorded as a source of risk."""
    rows = Advocacy.objects.select_for_update(of=("self",)).select_related("case__person")
    going_on = rows.filter(case__person=member.person_id, ended_on__isnull=True, in_error_at__isnull=True)
    ended = [one for one in going_on if is_same_name(one.advocate_name, member.name) and risks_of_that_name(one)]
    for one in ended:
        one.ended_on, one.ended_because = timezone.localdate(), " ".join((*risks_of_that_name(one), OF_THE_SAME_NAME))
        one.save(update_fields=["ended_on", "ended_because"])
        record("record-advocates-work", on=one, by=by, case_id=one.case_id, detail={"changed": ["ended_because", "ended_on"]})
    return ended

"""How is an enquiry given to a lead, and handed over?"""

from django.db import transaction

from heard.accounts.models import Team
from heard.accounts.permissions import Permission, may
from heard.audit.actions import record
from heard.cases.models import Case, Enquiry, Task
from heard.enquiries.actions.closing import lock_open
from heard.enquiries.models import Allocation
from heard.rules.decision import Decision, NotAllowed
from heard.rules.leading_an_enquiry import may_hand_over, may_lead
from heard.rules.vocabulary.people_who_use_heard import Role


@transaction.atomic
def allocate_enquiry(*, enquiry: Enquiry, to, team: Team, by, led_by_now: str, note: str = "") -> Allocation:
    """Give an enquiry to a lead and a team; its case and the old lead's open tasks in it follow.

    ``led_by_now`` is the id of the lead whom the person who chose saw, blank for nobody. Raises NotAllowed for somebody who cannot lead, a
    team of another council, a closed enquiry, where nothing would change, or where the lead has changed meanwhile.
    """
    locked = lock_open(enquiry)
    case = Case.objects.select_for_update().get(pk=locked.case_id)
    _check_chosen(locked, to, team)
    if str(locked.lead_id or "") != led_by_now:
        raise NotAllowed(Decision(False, ("Somebody else changed who leads this enquiry. Nothing was saved. Look again.",)))
    if locked.lead_id == to.pk and case.team_id == team.pk:
        raise NotAllowed(Decision(False, (f"{to.full_name} already leads this enquiry, in {team.name}.",)))
    return _give(locked, case, to, team, note, by=by)


@transaction.atomic
def hand_over(*, enquiry: Enquiry, to, note: str, by) -> Allocation:
    """Hand an enquiry over to another lead with a note. The team follows the new lead, where they are not in it.

    Raises NotAllowed for anybody but the lead or whoever may allocate, without a note, or for somebody who cannot lead.
    """
    locked = lock_open(enquiry)
    case = Case.objects.select_for_update().get(pk=locked.case_id)
    decision = may_hand_over(is_lead=locked.lead_id == by.pk, may_allocate=may(by, Permission.ALLOCATE), note=note)
    if not decision:
        raise NotAllowed(decision)
    if locked.lead_id == to.pk:
        raise NotAllowed(Decision(False, (f"{to.full_name} already leads this enquiry.",)))
    team = _team_that_follows(case, to)
    _check_chosen(locked, to, team)
    return _give(locked, case, to, team, note, by=by)


def _team_that_follows(case: Case, to) -> Team | None:
    teams = list(to.teams.order_by("name"))
    return next((team for team in teams if team.pk == case.team_id), teams[0] if teams else case.team)


def _check_chosen(enquiry: Enquiry, to, team: Team | None) -> None:
    same = to.authority_id == enquiry.authority_id and (team is None or team.authority_id == enquiry.authority_id)
    decision = may_lead(role=Role(to.role), is_active=to.is_active, is_same_authority=same)
    if not decision:
        raise NotAllowed(decision)


def _give(enquiry: Enquiry, case: Case, to, team: Team | None, note: str, *, by) -> Allocation:
    was, enquiry.lead, enquiry.lead_name = enquiry.lead_id, to, to.full_name
    enquiry.save(update_fields=["lead", "lead_name"])
    record("lead-enquiry", on=enquiry, by=by, detail={"from": str(was or ""), "to": str(to.pk)})
    case.lead, case.team = to, team
    case.save(update_fields=["lead", "team"])
    record("allocate-case", on=case, by=by, detail={"team": str(team.pk) if team else ""})
    for task in Task.objects.select_for_update().filter(case=case, done_at__isnull=True, assigned_to_id=was, assigned_to__isnull=False):
        task.assigned_to = to
        task.save(update_fields=["assigned_to"])
        record("reassign-task", on=task, by=by)
    given = Allocation.objects.create(
        authority_id=enquiry.authority_id, enquiry=enquiry, from_user_id=was, to_user=to, note=note, recorded_by=by
    )
    record("allocate-enquiry", on=given, by=by, case_id=case.pk)
    enquiry.case = case
    return given

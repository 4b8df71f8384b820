"""How is a round of audits drawn, and who is given which case?"""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from heard.accounts.models import User
from heard.assurance.actions.giving import give_audit
from heard.assurance.models import AuditRound, SampledCase
from heard.assurance.queries.frame import cases_between, frame_of
from heard.assurance.queries.worked_on import who_worked_on
from heard.audit.actions import record
from heard.cases.models import Case
from heard.rules.auditing.drawing_a_sample import Candidate, drawn
from heard.rules.auditing.who_may_audit import shared_out
from heard.rules.decision import Decision, NotAllowed


@transaction.atomic
def draw_round(
    *, by: User, name: str, question_set: str, method: str, size: int, seed: int, start: date, end: date, auditors: Collection[User],
    twice: int = 0, groups_by: Collection[str] = (), sign: str = "",
) -> AuditRound:
    """Draw the cases of a round and give each to an auditor who has not worked on it, a share of them to two.

    The frame and the seed are kept, so that the same cases can be drawn again. Raises NotAllowed where there is nothing to draw from.
    """
    cases = {case.reference: case for case in cases_between(by.authority, start, end)}
    frame = frame_of(cases.values(), groups_by=groups_by, sign=sign)
    chosen = [cases[one.reference] for one in drawn(frame, size=size, seed=seed)]
    if not chosen:
        raise NotAllowed(Decision(False, ("There is no such case in that time. Choose other days, or another sign.",)))
    made = AuditRound.objects.create(
        authority_id=by.authority_id, recorded_by=by, name=name, question_set=question_set, method=method, groups_by=list(groups_by),
        sign=sign, size=size, seed=seed, twice=twice, start=start, end=end, frame=[[one.reference, one.group] for one in frame],
    )  # fmt: skip
    record("draw-audit-round", on=made, by=by, detail={"seed": seed, "size": size, "method": method, "of": len(frame)})
    groups = {one.reference: one.group for one in frame}
    _give_out(made, chosen, groups, {str(one.pk): one for one in auditors}, by=by)
    return made


def _give_out(made: AuditRound, chosen: list[Case], groups: dict[str, str], auditors: dict[str, User], *, by: User) -> None:
    worked = who_worked_on([case.pk for case in chosen])
    by_reference = {case.reference: {str(user) for user in worked[case.pk]} for case in chosen}
    shares = shared_out(list(by_reference), auditors=list(auditors), worked_on=by_reference, twice=made.twice, seed=made.seed)
    for position, (case, share) in enumerate(zip(chosen, shares, strict=True), 1):
        sampled = SampledCase.objects.create(
            authority_id=made.authority_id, recorded_by=by, round=made, case=case, position=position, group=groups[case.reference],
            worker_id=case.lead_id,
        )  # fmt: skip
        record("sample-case", on=sampled, by=by, case_id=case.pk)
        for auditor, is_second in ((share.first, False), (share.second, True)):
            if auditor:
                give_audit(sampled=sampled, auditor=auditors[auditor], is_second=is_second, by=by)


def drawn_again(made: AuditRound) -> list[str]:
    """The references that the kept frame and seed draw now, which are those that were drawn then. Changes nothing."""
    frame = [Candidate(reference, group) for reference, group in made.frame]
    return [one.reference for one in drawn(frame, size=made.size, seed=made.seed)]

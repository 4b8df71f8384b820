"""Who looked at what is kept about the adult, and why, in words for the adult alone?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from heard.cases.looking import days_of_looking
from heard.cases.models import Case
from heard.mypage.models import HeldBack, Opening
from heard.rights.models import AgreementToRaise
from heard.rules.held_back import may_know_of_case
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.own_page import Reader
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.voice import ExpressedBy
from heard.voice.models import Conversation


@dataclass(frozen=True)
class Looked:
    """That somebody opened the record: on which days (newest first; how often in a day says nothing), their role and teams, and why."""

    days: tuple[date, ...]
    who: str
    why: str


WHO = {
    Role.DUTY_WORKER: "A worker on duty", Role.SOCIAL_WORKER: "A social worker", Role.MANAGER: "A manager",
    Role.ANALYST: "Someone who counts", Role.ADMINISTRATOR: "Someone who looks after the computer",
}  # fmt: skip
WHY = {
    "Leads this case": "They work with you.", "Manages the team": "They manage the team.",
    "On duty: a concern is waiting": "They were on duty.", "Manages safeguarding: no team has this case yet": "They manage the work.",
}  # fmt: skip


def who_looked_at_mine(opening: Opening) -> list[Looked]:
    """Who opened what this council keeps about the adult, newest first, by their role then, their team and why. Without the days that a
    manager holds back, and without cases that the adult may not know of. Six queries at most.

    For the adult only: raises PermissionError for a representative.
    """
    if opening.way_in.reader != Reader.ADULT:
        raise PermissionError("Only the adult sees who looked")
    others = _others_known_of(opening.case)
    held = HeldBack.objects.filter(case_id__in=[opening.case_id, *others], ended_at__isnull=True)
    kept = set(held.values_list("case_id", "looked_by_id", "looked_on"))
    days = [
        one for one in days_of_looking(opening.case, also=others)
        if one.by is not None and (one.case_id, one.by.pk, one.on) not in kept
    ]  # fmt: skip
    together: dict[tuple, list] = {}
    for one in days:
        together.setdefault((one.by.pk, one.role, one.why), []).append(one)
    return [
        Looked(tuple(dict.fromkeys(day.on for day in same)), _who(same[0].by, same[0].role), WHY.get(same[0].why) or _said(same[0].why))
        for same in together.values()
    ]  # fmt: skip


def _others_known_of(case: Case) -> list[UUID]:
    """The adult's other cases with this council that it is recorded they know of."""
    others = Case.objects.filter(person_id=case.person_id, authority_id=case.authority_id).exclude(pk=case.pk)
    concerns = AgreementToRaise.objects.filter(concern__case__in=others, concern__in_error_at__isnull=True, is_current=True)
    knows = {case_id for case_id, known in concerns.values_list("concern__case_id", "adult_knows") if known == Answer.YES}
    talks = Conversation.objects.filter(case__in=others, is_current=True, in_error_at__isnull=True)
    asked = set(talks.filter(asked_what_they_want=YesNo.YES, spoken_by__in=("", ExpressedBy.ADULT)).values_list("case_id", flat=True))
    read = set(Opening.objects.filter(case__in=others, way_in__reader=Reader.ADULT).values_list("case_id", flat=True))
    facts = [(pk, may_know_of_case(knows=pk in knows, was_asked=pk in asked, has_read=pk in read)) for pk in {*knows, *asked, *read}]
    return [pk for pk, said in facts if said]


def _who(user, role: str) -> str:
    teams = ", ".join(sorted(team.name for team in user.teams.all()))
    return WHO[Role(role or user.role)] + (f" ({teams})" if teams else "")


def _said(why: str) -> str:
    if why.startswith("Audits this case"):
        return "They checked how well we work."
    return f"They wrote why: {why}" if why else "They did not write why."

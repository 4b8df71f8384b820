"""How is somebody named as appropriate person, each test recorded, and how does their part end?"""

from datetime import date

from django.db import transaction
from django.utils import timezone

from heard.accounts.versions import answer_again, correct
from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rights.actions.advocacy import end_advocates_who_may_pose_risk
from heard.rights.actions.own_pages import end_pages_of, end_pages_of_a_risk
from heard.rights.models import AppropriatePerson
from heard.rights.queries.appropriate_person import against_now, is_named_in_a_risk, local_representation, representing_now
from heard.rules.appropriate_person import is_appropriate
from heard.rules.decision import NotAllowed
from heard.rules.recording_in_a_case import may_record


@transaction.atomic
def name_appropriate_person(
    *, case: Case, member: NetworkMember, tests: dict[str, dict[str, str]], started_on: date, by, because: str = ""
) -> AppropriatePerson:
    """Record each test for somebody in the adult's life; the answers before are kept.

    Where a test is not met, the tests are kept and the part ends on the day it began, with the reasons. Raises NotAllowed where the case
    is closed.
    """
    if not (allowed := may_record(stage=case.stage)):
        raise NotAllowed(allowed)
    against = against_now(member, is_named_in_a_risk=is_named_in_a_risk(member))
    said = is_appropriate(tests, now_against=against, local=local_representation())
    ended = {"ended_on": started_on, "ended_because": " ".join(said.because)} if said.yes is False else {}
    named = answer_again(
        AppropriatePerson, of={"case": case, "member": member, "in_error_at": None}, event="name-appropriate-person", by=by,
        authority_id=case.authority_id, case_id=case.pk, tests=tests, started_on=started_on, because=because, **ended,
    )
    if not said:
        end_pages_of(of=named, because=" ".join(said.because), by=by)
    return named


@transaction.atomic
def end_representation(*, representative: AppropriatePerson, on: date, because: str, by) -> AppropriatePerson:
    """End somebody's part as appropriate person, with the reason, and their page with it. What stood before is kept."""
    end_pages_of(of=representative, because=because, by=by)
    return correct(
        representative, event="end-representation", by=by, case_id=representative.case_id, because=because,
        ended_on=max(on, representative.started_on), ended_because=because,
    )


@transaction.atomic
def end_where_it_cannot_stand(*, member: NetworkMember, by) -> list[AppropriatePerson]:
    """End at once each part of this member against which something is recorded now: a source of risk, or the adult's objection.

    Called in the same transaction as what was recorded, so that no moment is left in which they could still see the adult's words. A page
    that they have as attorney, deputy or advocate ends with it too, and so does the work of an advocate of that name who may pose a risk.
    """
    today = timezone.localdate()
    if against := against_now(member, is_named_in_a_risk=is_named_in_a_risk(member)):
        end_pages_of_a_risk(member=member, because=" ".join(against), by=by)
        end_advocates_who_may_pose_risk(member=member, by=by)
    return [
        end_representation(representative=one, on=today, because=" ".join(one.now_against), by=by)
        for one in representing_now(member)
        if one.now_against
    ]

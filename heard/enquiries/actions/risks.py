"""How is a risk recorded, and how the adult and the professional see it?"""

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.audit.actions import record
from heard.cases.models import Enquiry
from heard.enquiries.models import Risk, RiskView
from heard.enquiries.queries.risks import same_risk
from heard.people.models import NetworkMember
from heard.rights.actions.appropriate_person import end_where_it_cannot_stand
from heard.rules.decision import NotAllowed
from heard.rules.recording_in_a_case import may_record
from heard.rules.risk_once import may_add_risk, may_name_provider, may_say_who_poses_it
from heard.rules.vocabulary.enquiry import RiskLevel, RiskLocation, RiskSource, RiskType


def _check(decision) -> None:
    if not decision:
        raise NotAllowed(decision)


@transaction.atomic
def add_risk(
    *, enquiry: Enquiry, by, type: RiskType | str, source: RiskSource | str, location: RiskLocation | str, words: str = "",
    member: NetworkMember | None = None, provider: str = "",
) -> Risk:
    """Add a risk to an enquiry. Raises NotAllowed where it has the same type, source and location already, or the case is closed, or a
    provider is named for a risk that comes from somebody else.

    Where the member it names represents the adult, that ends at this moment. The enquiry's row is held meanwhile, so that two people
    adding the same risk at once do not both succeed.
    """
    _check(may_record(stage=enquiry.case.stage))
    provider = " ".join(provider.split())
    _check(may_name_provider(source=source, provider=provider))
    Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    already = [(type, source, location)] if same_risk(enquiry, type=type, source=source, location=location) else []
    _check(may_add_risk(risk=(type, source, location), already=already))
    risk = Risk.objects.create(
        authority_id=enquiry.authority_id, enquiry=enquiry, type=type, source=source, location=location, words=words, member=member,
        provider=provider, recorded_by=by,
    )
    record("add-risk", on=risk, by=by, case_id=enquiry.case_id)
    if member is not None:
        end_where_it_cannot_stand(member=member, by=by)
    return risk


@transaction.atomic
def say_who_poses_it(*, risk: Risk, member: NetworkMember, by) -> Risk:
    """Say who may pose a risk on which nobody was named. Where they represent the adult, that ends at this moment.

    Raises NotAllowed where somebody is named already, or the case is closed.
    """
    _check(may_record(stage=risk.enquiry.case.stage))
    now = Risk.objects.select_for_update().get(pk=risk.pk)
    _check(may_say_who_poses_it(named=now.member.name if now.member else ""))
    risk.member = member
    risk.save(update_fields=["member"])
    record("say-who-poses-risk", on=risk, by=by, case_id=risk.enquiry.case_id)
    end_where_it_cannot_stand(member=member, by=by)
    return risk


@transaction.atomic
def view_risk(
    *, risk: Risk, whose: str, by, level: RiskLevel | str = "", words: str = "", because: str = "", waiting_prolongs_harm: str = "",
) -> RiskView:  # fmt: skip
    """Record how the adult (``whose="adult"``) or the professional sees a risk; the view before is kept. They may differ.

    ``waiting_prolongs_harm`` is asked of the professional, and decides whether waiting to ask the adult is offered.

    Raises NotAllowed where the case is closed.
    """
    _check(may_record(stage=risk.enquiry.case.stage))
    return answer_again(
        RiskView, of={"risk": risk, "whose": whose}, event="view-risk", by=by, authority_id=risk.authority_id,
        case_id=risk.enquiry.case_id, level=level, words=words, because=because,
        waiting_prolongs_harm=waiting_prolongs_harm,
    )


@transaction.atomic
def add_risk_with_views(*, enquiry: Enquiry, by, views: dict[str, dict], **details) -> Risk:
    """Add a risk with how each sees it: ``views`` holds level and words for "adult" and "professional"; a blank view adds none."""
    risk = add_risk(enquiry=enquiry, by=by, **details)
    for whose, view in views.items():
        if any(view.values()):
            view_risk(risk=risk, whose=whose, by=by, **view)
    return risk

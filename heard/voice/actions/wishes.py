"""How is it recorded what the adult wants, and how that changed?"""

from datetime import date

from django.db import transaction

from heard.audit.actions import record
from heard.cases.models import Case, Concern, Enquiry
from heard.people.models import NetworkMember
from heard.rules.decision import insist
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.enquiry import RiskLevel
from heard.rules.vocabulary.voice import ExpressedBy, WishCategory
from heard.rules.wish_change import may_change, may_express, may_withdraw
from heard.voice.models import Conversation, Wish
from heard.voice.queries import stands


@transaction.atomic
def record_wish(
    *, case: Case, by, words: str, expressed_by: ExpressedBy | str, expressed_on: date | None, concern: Concern | None = None,
    enquiry: Enquiry | None = None, conversation: Conversation | None = None, expressed_by_name: str = "",
    leave_me_alone: bool = False, risk_level: RiskLevel | str = "", about_member: NetworkMember | None = None,
) -> Wish:
    """Record something the adult wants, in the words used. A wish of an enquiry is also its concern's.

    Raises NotAllowed without words, for a representative or advocate who is not named, or where the case is closed.
    """
    return _add_wish(
        "record-wish", case=case, by=by, words=words, expressed_by=expressed_by, expressed_on=expressed_on, concern=concern,
        enquiry=enquiry, conversation=conversation, expressed_by_name=expressed_by_name, leave_me_alone=leave_me_alone,
        risk_level=risk_level, about_member=about_member,
    )


def _add_wish(event: str, *, case: Case, by, enquiry: Enquiry | None, concern: Concern | None, **details) -> Wish:
    insist(may_record(stage=case.stage))
    insist(may_express(words=details["words"], expressed_by=details["expressed_by"], name=details["expressed_by_name"]))
    wish = Wish.objects.create(
        authority_id=case.authority_id, case=case, concern=enquiry.concern if enquiry else concern, enquiry=enquiry, recorded_by=by,
        **details,
    )
    record(event, on=wish, by=by)
    return wish


@transaction.atomic
def change_wish(
    *, wish: Wish, words: str, because: str, on: date, by, expressed_by: ExpressedBy | str = "", expressed_by_name: str = "",
    enquiry: Enquiry | None = None, concern: Concern | None = None, conversation: Conversation | None = None,
    leave_me_alone: bool = False, risk_level: RiskLevel | str | None = None, about_member: NetworkMember | None = None,
) -> Wish:
    """Record what the adult wants now, as a new wish that replaces the old one, which is kept as it was.

    Who expressed it, the enquiry and the level of risk are the old wish's unless given. Raises NotAllowed for a wish that no longer
    stands, for the same words, or without why.
    """
    insist(may_change(stands=stands(wish), was=wish.words, words=words, because=because))
    who = expressed_by or wish.expressed_by
    return _add_wish(
        "change-wish", case=wish.case, by=by, words=words, expressed_on=on, replaces=wish, changed_because=because,
        expressed_by=who, expressed_by_name=expressed_by_name or (wish.expressed_by_name if who == wish.expressed_by else ""),
        enquiry=enquiry or wish.enquiry, concern=concern or wish.concern, conversation=conversation, leave_me_alone=leave_me_alone,
        risk_level=wish.risk_level if risk_level is None else risk_level, about_member=about_member,
    )


@transaction.atomic
def withdraw_wish(*, wish: Wish, on: date, because: str, by) -> Wish:
    """Record that the adult no longer wants it: an answer, kept with the words. Raises NotAllowed where it no longer stands."""
    insist(may_record(stage=wish.case.stage))
    insist(may_withdraw(stands=stands(wish), because=because, on=on, expressed_on=wish.expressed_on))
    wish.withdrawn_on, wish.withdrawn_because = on, because
    wish.save(update_fields=["withdrawn_on", "withdrawn_because"])
    record("withdraw-wish", on=wish, by=by)
    return wish


@transaction.atomic
def describe_wish(
    *, wish: Wish, category: WishCategory | str, risk_level: RiskLevel | str, about_member: NetworkMember | None, by
) -> Wish:
    """Put a category (for counting), a level of risk and the person it concerns on a wish, or take them off. The words stay."""
    insist(may_record(stage=wish.case.stage))
    before = {"category": wish.category, "risk_level": wish.risk_level, "about_member": str(wish.about_member_id or "")}
    wish.category, wish.risk_level, wish.about_member = category, risk_level, about_member
    wish.save(update_fields=["category", "risk_level", "about_member"])
    record("tag-wish", on=wish, by=by, detail={"from": before, "to": {"category": str(category), "risk_level": str(risk_level)}})
    return wish


def tag_wish(*, wish: Wish, category: WishCategory | str, by) -> Wish:
    """Put a category on a wish, for counting, or take it off (blank). The words stay as they are."""
    return describe_wish(wish=wish, category=category, risk_level=wish.risk_level, about_member=wish.about_member, by=by)

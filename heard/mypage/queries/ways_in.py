"""Which way in is this, what has become of it, and may its reader read?"""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from heard.accounts.models import User
from heard.audit.models import Event
from heard.cases.models import Case, Task
from heard.documents.gate import ask_gate_by
from heard.mypage.keys import may_be_kept_as
from heard.mypage.models import Opening, WayIn
from heard.rights.queries.representatives import may_represent
from heard.rules.decision import Decision
from heard.rules.labelled import label_of
from heard.rules.own_page import CLOSED_TASKS, are_words_kept, is_still_open, way_in_state
from heard.rules.vocabulary.own_page import GATED, HowOpened, Limit, WayInState
from heard.rules.vocabulary.people_who_use_heard import Role


def way_in_with(code: str, *, lock: bool = False) -> WayIn | None:
    """The way in with this tidied code, whatever its state, or None. It belongs to whoever holds the code."""
    rows = WayIn.objects.select_for_update(of=("self",)) if lock else WayIn.objects.all()
    around = ("case__person", "case__authority", "member", "legal_authority", "advocacy")
    return rows.filter(key__in=may_be_kept_as("way-in", code)).select_related(*around).first()


def may_read(way_in: WayIn) -> bool:
    """Whether its reader may see the adult's words now: the adult always, a representative only while they stand as one.

    Asked each time a page is opened or shown, so that a source of risk recorded a moment ago closes it with that same record.
    """
    if way_in.person_id != way_in.case.person_id:  # the case was given to another person since
        return False
    return bool(may_represent(way_in.case, way_in.member, way_in.legal_authority, way_in.advocacy))


def card_now(way_in: WayIn, now: datetime | None = None) -> Decision:
    """Whether the safe-contact card allows it to be opened at this moment: asked again, for much may have changed since it was made."""
    if way_in.how == HowOpened.TABLET:
        return Decision(True, ("Handed over in person.",))
    return ask_gate_by(
        case=way_in.case, way=GATED[HowOpened(way_in.how)], where=way_in.where, at=now or timezone.now(),
        to_whom=way_in.representative, is_opened=True,
    )  # fmt: skip


def state_of(way_in: WayIn, now: datetime | None = None) -> WayInState:
    """What has become of a way in."""
    facts = {
        "used": Opening.objects.filter(way_in=way_in).exists(), "ended": way_in.ended_at is not None, "expires_at": way_in.expires_at,
        "now": now or timezone.now(), "may_read": may_read(way_in), "died": way_in.case.person.death_date is not None,
    }  # fmt: skip
    state = way_in_state(**facts)
    return way_in_state(**facts, card_allows=bool(card_now(way_in, now))) if state == WayInState.OPEN else state


def opening_with(key: str) -> Opening | None:
    """The opening that a browser's key belongs to, whatever its state, or None."""
    around = (
        "way_in__cover", "way_in__member__person", "way_in__legal_authority", "way_in__advocacy", "case__person", "case__authority",
        "case__lead", "case__team",
    )  # fmt: skip
    return Opening.objects.filter(key__in=may_be_kept_as("opening", key)).select_related(*around).first()


def may_be_shown(opening: Opening, seen_at: datetime) -> bool:
    """Whether the page may be shown now; ``seen_at`` is when this browser last had it."""
    return is_still_open(seen_at=seen_at, **_about(opening))


def may_still_say(opening: Opening) -> bool:
    """Whether words sent now still reach us, though the page may have closed by itself."""
    return are_words_kept(**_about(opening))


def _about(opening: Opening) -> dict:
    return {
        "opened_at": opening.opened_at, "now": timezone.now(), "may_read": may_read(opening.way_in),
        "ended": opening.ended_at is not None or opening.way_in.ended_at is not None,
        "died": opening.case.person.death_date is not None,
    }  # fmt: skip


def ways_in_of(case: Case) -> list[WayIn]:
    """The ways in of a case that was read in scope, newest first, each with ``state``, ``can_end``, ``is_shut`` (it did not open, and
    nobody has said why yet), ``ended_by`` (who ended it, or None) and ``limits_met``: when, and which limit on tries."""
    rows = case.ways_in.select_related("member__person", "legal_authority", "advocacy", "cover", "recorded_by", "opening")
    found = list(rows.order_by("-recorded_at")[:50])
    tried, enders = _limits_met(case), _ended_by(case)
    shut = set(Task.objects.filter(case=case, kind__in=CLOSED_TASKS, done_at__isnull=True).values_list("subject_id", flat=True))
    for one in found:
        one.case = case
        one.state = state_of(one)
        is_open_page = one.state == WayInState.USED and one.opening.ended_at is None
        one.is_shut, one.ended_by = one.pk in shut, enders.get(str(one.pk))
        one.limits_met = tried.get(str(one.pk), [])
        one.can_end = one.is_shut or one.ended_at is None and (one.state in {WayInState.OPEN, WayInState.NOT_NOW} or is_open_page)
    return found


def _ended_by(case: Case) -> dict[str, User]:
    ends = Event.objects.filter(case_id=case.pk, event="end-own-page", by__isnull=False).select_related("by")
    return {event.subject_id: event.by for event in ends.order_by("-at")[:50]}


def _limits_met(case: Case) -> dict[str, list[tuple[datetime, str]]]:
    found = defaultdict(list)
    for event in Event.objects.filter(case_id=case.pk, event="own-page-too-many-tries").order_by("-at")[:50]:
        found[event.subject_id].append((event.at, label_of(Limit, event.detail.get("limit", ""))))
    return found


def way_in_of(case: Case, pk: UUID) -> WayIn:
    """One way in of the case. Raises Http404 where it has none such."""
    found = case.ways_in.filter(pk=pk).select_related("member__person", "legal_authority", "advocacy").first()
    if found is None:
        raise Http404("No such way in")
    return found


def not_used_yet(case: Case) -> list[WayIn]:
    """The ways in that a new one for the same reader would end, newest first. One query."""
    rows = case.ways_in.filter(opening__isnull=True, ended_at__isnull=True, expires_at__gt=timezone.now())
    return list(rows.select_related("member", "advocacy", "recorded_by").order_by("-recorded_at"))


def way_in_made(case: Case, once: str) -> WayIn | None:
    """The way in that a form with this id made in the case already, or None."""
    try:
        return case.ways_in.filter(pk=UUID(once)).first()
    except ValueError:
        return None


def who_may_cover(case: Case, *, by: User) -> list[User]:
    """Who can be named to read what is said when ``by`` and the lead are away: duty workers, social workers and managers of the authority
    who work here now, but for those two, by name."""
    roles = (Role.DUTY_WORKER, Role.SOCIAL_WORKER, Role.MANAGER)
    found = User.objects.filter(authority_id=case.authority_id, is_active=True, role__in=roles)
    return list(found.exclude(pk__in={by.pk, case.lead_id} - {None}).order_by("full_name"))

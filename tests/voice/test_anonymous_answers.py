"""Does anything in the database tie an answer without a name to a case, a user or a moment?"""

import json
import re
from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.utils import timezone

from heard.audit.models import Event
from heard.rules.decision import NotAllowed
from heard.voice.actions.experience import record_anonymous_answers
from heard.voice.models import AnonymousExperience
from heard.voice.questionnaires import instrument_in_use
from tests import factories

pytestmark = pytest.mark.django_db
MOMENT = re.compile(r"\d{4}-\d\d(-\d\d[ T]\d\d:\d\d)")
GIVEN = {"listened-to": "no", "feel-safer": "not-sure"}


def every_row() -> dict[tuple[str, str], str]:
    """Each row of each table, Django's own included, by table and key, as text."""
    models = apps.get_models(include_auto_created=True)
    return {
        (model._meta.label, str(row.pk)): json.dumps({field.attname: str(getattr(row, field.attname)) for field in model._meta.fields})
        for model in models for row in model._base_manager.all()
    }  # fmt: skip


def written_by(act) -> dict[tuple[str, str], str]:
    """The rows that ``act`` added or changed."""
    before = every_row()
    act()
    return {key: row for key, row in every_row().items() if before.get(key) != row}


def keep(authority, **changes):
    usual = {"month": timezone.localdate(), "instrument": instrument_in_use(), "who": "adult", "answers": GIVEN}
    return record_anonymous_answers(authority=authority, **{**usual, **changes})


def test_what_is_kept_is_the_council_the_month_the_questionnaire_who_and_the_answers():
    council = factories.authority()
    assert keep(council) is None
    kept = AnonymousExperience.objects.get()
    today = timezone.localdate()
    assert (kept.authority, kept.year, kept.month, kept.who, kept.answers) == (council, today.year, today.month, "adult", GIVEN)
    names = {field.name for field in AnonymousExperience._meta.get_fields()}
    assert names == {"id", "authority", "year", "month", "who", "instrument", "instrument_version", "questionnaire", "answers"}


def test_the_audit_says_that_one_arrived_and_nothing_else():
    council = factories.authority()
    keep(council)
    event, today = Event.objects.get(), timezone.localdate()
    assert (event.event, event.authority_id) == ("anonymous-answers-arrived", council.pk)
    assert event.at == datetime(today.year, today.month, 1, tzinfo=UTC)
    assert event.by is None and event.case_id is None and event.detail == {}
    assert not any((event.role, event.subject, event.subject_id, event.why))


def test_no_order_can_be_read_from_the_ids():
    council = factories.authority()
    for _ in range(12):
        keep(council)
    rows = list(AnonymousExperience.objects.values_list("pk", flat=True).order_by("pk"))
    events = list(Event.objects.values_list("pk", flat=True))
    assert all(later - earlier > 1 for earlier, later in zip(rows, rows[1:], strict=False))
    assert all(pk < 0 for pk in events) and events != sorted(events, reverse=True) and len(set(events)) == 12
    Event.objects.create(at=timezone.now(), event="another")
    assert Event.objects.latest("pk").pk > 0, "the audit's own count goes on as before"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [({"answers": {}}, "at least one"), ({"answers": {"x": "y"}}, "no such answer"), ({"month": date(2999, 1, 1)}, "one before")],
)
def test_what_the_rule_refuses_leaves_nothing(changes, reason):
    council = factories.authority()
    with pytest.raises(NotAllowed, match=reason):
        keep(council, **changes)
    assert not AnonymousExperience.objects.exists() and not Event.objects.exists()


def test_what_is_written_holds_no_tie(client):
    enquiry = factories.enquiry(concluded_on=date(2026, 3, 20))
    written = written_by(lambda: keep(enquiry.authority))
    assert sorted(table for table, _ in written) == ["audit.Event", "voice.AnonymousExperience"]
    holds_no_tie(written, enquiry)


def holds_no_tie(written, enquiry) -> None:
    """No id, reference or name of the case or of anybody in it, and no moment but the first of its month."""
    case = enquiry.case
    ties = [
        enquiry.pk, case.pk, case.reference, enquiry.concern.pk, enquiry.concern.reference, case.person.pk, case.person.family_name,
        enquiry.lead.pk, enquiry.lead.email, enquiry.lead.full_name,
    ]  # fmt: skip
    for key, row in written.items():
        found = [str(tie) for tie in ties if str(tie) in row]
        assert not found, f"{key} holds {found}"
        assert set(MOMENT.findall(row)) <= {"-01 00:00"}, f"{key} holds a moment: {row}"

"""Can a worker say why a step took longer, is it kept as it was said, and what does the Board see of it?"""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.enquiries.actions.lateness import say_why_late
from heard.enquiries.models import ReasonForDelay
from heard.measures.actions import fresh_figures, refresh_figures
from heard.measures.delays import delays_of
from heard.measures.report import report_of
from heard.rules.decision import NotAllowed
from heard.rules.indicators.periods import last_twelve_months
from heard.rules.lateness import REASONS, TimedStep
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
LATELY = timezone.localdate() - timedelta(days=3)
TALK = TimedStep.FIRST_TALK


def late_enquiry(**fields):
    """Talked with on the day after it came, as it should be; and concluded after half a year."""
    concern = factories.concern(received_at=factories.at(LATELY - timedelta(days=190)))
    enquiry = factories.enquiry(concern, started_on=LATELY - timedelta(days=185), concluded_on=LATELY, **fields)
    factories.conversation(enquiry, held_at=factories.at(LATELY - timedelta(days=189)))
    return enquiry


def say(enquiry, reason, words="", step=TimedStep.CONCLUDING, **more):
    return say_why_late(enquiry=enquiry, step=step, reason=reason, words=words, by=None, **{"is_late": True, "reasons": REASONS, **more})


def test_a_reason_is_kept_and_one_said_later_keeps_the_one_before():
    enquiry = late_enquiry()
    first, second = say(enquiry, "not-reached"), say(enquiry, "other", " Her sister died. ")
    first.refresh_from_db()
    assert (second.supersedes, second.words, second.is_current, first.is_current) == (first, "Her sister died.", True, False)
    events = Event.objects.filter(event="say-why-late").order_by("pk")
    assert list(events.values_list("subject_id", flat=True)) == [str(first.pk), str(second.pk)]
    with pytest.raises(NotAllowed):
        say(enquiry, "other")
    with pytest.raises(NotAllowed):
        say(enquiry, "not-reached", is_late=False)
    assert ReasonForDelay.objects.count() == 2


def test_from_the_case_page_the_worker_says_why_and_it_is_shown_there(client):
    worker = factories.user()
    client.force_login(worker)
    enquiry = late_enquiry(lead=worker)
    case = reverse("case", args=[enquiry.case.reference])
    before = client.get(case).content.decode()
    where = f"{reverse('why-late', args=[enquiry.case.reference, 'concluding'])}?of={enquiry.pk}"
    assert where in before and "Why is not recorded" in before and "why-late/first-conversation" not in before
    assert "Select why it took longer" in client.post(where, {}).content.decode()
    assert "in your own words" in client.post(where, {"reason": "other"}).content.decode().lower()
    assert client.post(where, {"reason": "weather"}).status_code == 200
    said = client.post(where, {"reason": "adults-pace", "words": "She asked for the summer."})
    assert (said.status_code, ReasonForDelay.objects.get().recorded_by) == (302, worker)
    after = client.get(said.url).content.decode()
    assert REASONS["adults-pace"] in after and "She asked for the summer." in after and "Change why" in after


def test_nothing_is_asked_of_a_step_in_time_nor_of_what_is_no_step(client):
    worker = factories.user()
    client.force_login(worker)
    enquiry = late_enquiry(lead=worker)
    for step in ("first-conversation", "no-such-step"):
        assert client.get(reverse("why-late", args=[enquiry.case.reference, step])).status_code == 404
    assert client.get(reverse("why-late", args=[enquiry.case.reference, "concluding"]), {"of": "nobody"}).status_code == 404


def test_a_council_has_its_own_reasons_and_days(client, settings):
    settings.HEARD_REASONS_FOR_DELAY, settings.HEARD_TIMESCALES = {"snow": "It snowed"}, {"conclude": 400, "talk": 0}
    worker = factories.user()
    client.force_login(worker)
    case = late_enquiry(lead=worker).case
    page = client.get(reverse("why-late", args=[case.reference, TALK])).content.decode()
    assert "It snowed" in page and REASONS["nobody-free"] not in page
    assert client.get(reverse("why-late", args=[case.reference, "concluding"])).status_code == 404


def test_the_board_sees_how_many_had_each_reason_and_nobodys_words(client):
    for reason, number in (("adults-pace", 12), ("other", 8), ("nobody-free", 5)):
        for _ in range(number):
            say(late_enquiry(), reason, "Her sister died.")
    say(late_enquiry(), "police-or-court", step=TALK)
    refresh_figures(authority=factories.authority())
    (talk, end) = sorted(delays_of(factories.authority(), last_twelve_months(timezone.localdate())), key=lambda one: one.step, reverse=True)
    assert {row.key: row.percent for row in end.rows if row.percent} == {"adults-pace": 48, "other": 32}, "the smallest hides who had none"
    assert {row.percent for row in talk.rows} == {None} and len(talk.rows) == len(REASONS), "one alone gives nothing away"
    client.force_login(factories.user(Role.ANALYST))
    board = client.get(reverse("board")).content.decode()
    assert "Why did it take longer?" in board and REASONS["adults-pace"] in board and "sister" not in board
    picture = client.get(reverse("delays-chart", args=["concluding"]))
    assert reverse("delays-chart", args=["concluding"]) in board and "48%" in picture.content.decode()
    assert [client.get(reverse("delays-chart", args=[step])).status_code for step in ("first-conversation", "no-such-step")] == [404, 404]
    rows = [row for row in csv.reader(io.StringIO(client.get(reverse("board-file")).content.decode())) if row[0] == "late-concluding"]
    assert ["Reason", REASONS["adults-pace"], "10", "25", "48"] in [row[3:8] for row in rows] and len(rows) == len(REASONS)
    council = factories.authority()
    report = report_of(council, last_twelve_months(timezone.localdate()), fresh_figures(authority=council))
    assert [one.step for one in report.delays] == list(TimedStep)
    assert delays_of(factories.authority("Othershire"), last_twelve_months(timezone.localdate())) == []
    assert delays_of(factories.authority(), last_twelve_months(date(2020, 1, 1))) == []

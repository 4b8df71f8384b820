"""The Board sees whether a recommendation, what audits answered and what live cases show moved together."""

from datetime import timedelta

from django.utils import timezone

from heard.assurance.models import AuditAnswer, RecommendationLook
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import check_page, given_i_am, picture, then_i_see, then_the_page_is, when_i_follow, when_i_go_to


def given_a_year_of_cases():
    worker, today = factories.user(), timezone.localdate()
    for number in range(48):
        on = today - timedelta(days=95 * (number // 12))
        enquiry = factories.enquiry(lead=worker, started_on=on - timedelta(days=20), concluded_on=on)
        factories.conversation(enquiry, alone="yes" if number % 12 < 9 - 2 * (number // 12) else "no")
        if number % 12 < 3:
            audit = factories.audit(enquiry.case, auditor=worker, done_at=factories.at(on))
            answer = {"question": "seen-alone", "answer": "no" if number % 12 < number // 12 else "yes", "words": "Seen."}
            AuditAnswer.objects.create(authority=worker.authority, audit=audit, **answer)
    one = factories.recommendation(factories.review(), recorded_at=timezone.now() - timedelta(days=290))
    for step, days in (("proved", 200), ("did-not-hold", 95)):
        RecommendationLook.objects.create(
            authority=worker.authority, recommendation=one, step=step, on=today - timedelta(days=days), words="Seen."
        )  # fmt: skip


def test_a_board_reads_what_changed(page, new_page):
    given_a_year_of_cases()
    given_i_am(page, Role.ANALYST)
    when_i_go_to(page, "/audits-and-reviews")
    when_i_follow(page, "What changed")
    then_the_page_is(page, "What changed")
    when_i_follow(page, "Seen and heard alone")
    then_the_page_is(page, "Seen and heard alone: what changed?")
    then_i_see(page, "The same as a table", "What reviews recommended")
    picture(page, "what-changed-board")
    given_i_am(page, Role.MANAGER)
    when_i_go_to(page, "/what-changed/seen-alone")
    then_i_see(page, "Audits: exact, because you plan them.")
    picture(page, "what-changed")
    phone = new_page(PHONE)
    given_i_am(phone, Role.MANAGER)
    when_i_go_to(phone, "/what-changed/seen-alone")
    check_page(phone)
    picture(phone, "what-changed-phone")

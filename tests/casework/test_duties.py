"""What is owed in many cases at once?"""

import time
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heard.casework.queries.duties import duties_for, duties_in, steps_of
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db


def made(how_many):
    for _ in range(how_many):
        enquiry = factories.enquiry()
        factories.conversation(enquiry, alone="no", present=["Sam"])
        factories.wish(enquiry)
        factories.not_needed(enquiry.case)


def counted(user):
    with CaptureQueriesContext(connection) as ran:
        began = time.monotonic()
        found = duties_for(user, date(2026, 6, 1))
        return len(found), len(ran), time.monotonic() - began


def test_a_caseload_of_300_open_cases_is_one_number_of_queries_and_quick():
    manager = factories.user(Role.MANAGER)
    made(1)
    _, few, _ = counted(manager)
    made(299)
    found, many, seconds = counted(manager)
    print(f"{found} duties, {many} queries, {seconds:.2f} seconds")
    assert found == 300 and few == many <= 16
    assert seconds < 5, "a machine under load is slow; benchmarks/ times it alone"


def test_a_case_closed_long_ago_is_not_in_the_teams_view_and_still_in_the_list_for_others():
    enquiry = factories.enquiry(concluded_on=date(2026, 3, 30))
    case = enquiry.case
    case.stage, case.closed_on = "closed", date(2026, 3, 30)
    case.save()
    manager = factories.user(Role.MANAGER)
    assert "offer-feedback" in {step.slug for _, step in duties_for(manager, date(2026, 4, 30))}
    assert duties_for(manager, date(2026, 9, 30)) == []
    assert "offer-feedback" in {one["duty"] for one in duties_in(case.authority)}


def test_the_references_are_the_senders_or_else_heards_own():
    first = factories.concern(ref="EXT-1")
    second = factories.concern(first.case)
    (found,) = steps_of([first.case])
    assert found.concern_refs == ("EXT-1", second.reference)

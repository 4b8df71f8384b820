"""What can somebody do from the case page?"""

from datetime import date

import pytest

from heard.cases.models import Case
from heard.casework.menu import SETTLED_ON, address, menu_of
from heard.casework.queries.case_page import case_page
from heard.config.navigation import LINKS
from heard.rules.next_steps.step import Duty
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories


def test_every_need_and_every_link_of_the_bar_leads_to_a_page_that_is_there():
    missing = [name for _, name, _ in SETTLED_ON.values() if not address(name, "H-TEST-0001")]
    assert not missing and set(SETTLED_ON) == set(Duty)
    assert not [name for _, _, name in LINKS if not address(name)]


def menu(enquiry, user):
    case = Case.objects.select_related("person", "lead", "team").get(pk=enquiry.case_id)
    case.current_card = None
    return [item["text"] for item in menu_of(case_page(case, user, date(2026, 6, 1)), user)]


@pytest.mark.django_db
def test_a_lead_records_closes_and_hands_over():
    enquiry = factories.enquiry()
    assert menu(enquiry, enquiry.lead) == [
        "Record a conversation", "Talk with pictures", "Their own page", "Add something they want", "Add a risk", "Safeguarding plan",
        "Did it happen? Judge the wishes", "Assess capacity for a decision", "Add an attorney, deputy or appointee",
        "Capacity for this enquiry", "Who supported the adult", "Close the enquiry", "How it was for them", "Hand over",
        "How they communicate", "About me",
        "How much they want to be involved", "The adult’s details", "Record what was shared", "People in their life, drawn",
        "Add somebody in their life",
        "Letters and Easy Read", "Summary to print", "Recorded in error",
    ]  # fmt: skip


@pytest.mark.django_db
def test_a_manager_allocates_and_sees_who_looked_and_reopens_what_is_closed():
    manager, enquiry = factories.user(Role.MANAGER), factories.enquiry()
    assert {"Allocate to somebody", "Who has looked", "Close the enquiry"} <= set(menu(enquiry, manager))
    enquiry.concluded_on = date(2026, 5, 1)
    enquiry.save()
    Case.objects.filter(pk=enquiry.case_id).update(stage="closed")
    shown = set(menu(enquiry, manager))
    assert "Reopen the enquiry" in shown and not shown & {"Close the enquiry", "Allocate to somebody", "Add a risk"}

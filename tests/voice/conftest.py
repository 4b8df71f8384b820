"""Whose case do the screens of the voice open?"""

import pytest

from tests import factories


@pytest.fixture
def enquiry():
    person = factories.person(communication_needs=["easy-read"], safe_contact="Only at the day centre.", must_not_know="Her son")
    return factories.enquiry(factories.concern(factories.case(person=person)))


@pytest.fixture
def case(enquiry):
    return enquiry.case


@pytest.fixture
def worker(client, enquiry):
    client.force_login(enquiry.lead)
    return enquiry.lead

"""How is it written down why somebody opened a case?"""

import pytest

from heard.audit.models import Event
from heard.casework.actions import say_why
from tests import factories

pytestmark = pytest.mark.django_db


def test_why_is_one_event_of_the_case_in_the_readers_words():
    case, reader = factories.case(), factories.user()
    say_why(case=case, why="  Covering for Sam. ", by=reader)
    (event,) = Event.objects.all()
    assert (event.event, event.by, event.case_id, event.why, event.is_read) == ("say-why", reader, case.pk, "Covering for Sam.", False)

"""Does an imported day to ask again become a reminder, once, and only where it is still to be done?"""

from datetime import date

import pytest

from heard.cases.models import Task
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.actions.conversations import record_conversation
from heard.voice.models import Conversation
from tests import factories
from tests.exchange.bundles import GOOD

pytestmark = pytest.mark.django_db
HEAD = GOOD["conversations.csv"].splitlines()[0]


def talks(*rows):
    return {**GOOD, "conversations.csv": "\n".join([HEAD, *rows]) + "\n"}


MISSED = "T9,,E4,2026-02-10T10:00:00,planning,S. Worker,face-to-face,,,,no,asleep-or-unwell,2026-02-17"
HEARD_AFTER = "T10,,E4,2026-02-12T10:00:00,planning,S. Worker,face-to-face,yes,,I am all right.,yes,,"
MISSED_AGAIN = "T11,,E4,2026-02-11T10:00:00,planning,S. Worker,face-to-face,,,,no,could-not-reach,2026-02-20"
ON_A_CLOSED_CASE = "T12,,E1,2026-01-10T10:00:00,enquiry,S. Worker,phone,,,,no,could-not-reach,2026-01-20"


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        pytest.param((MISSED,), [date(2026, 2, 17)], id="missed, with a day to ask again"),
        pytest.param((MISSED, HEARD_AFTER), [], id="heard since"),
        pytest.param((MISSED, MISSED_AGAIN), [date(2026, 2, 20)], id="missed twice: one reminder, on the day set last"),
        pytest.param((ON_A_CLOSED_CASE,), [], id="the case is closed"),
    ],
)
def test_what_is_reminded(bring_in, rows, due):
    bring_in(talks(*rows))
    assert list(Task.objects.values_list("due_on", flat=True)) == due


def test_the_same_bundle_again_makes_no_second_reminder_and_a_moved_day_moves_it(bring_in):
    for _ in range(2):
        bring_in(talks(MISSED))
    first = Task.objects.get()
    bring_in(talks(MISSED.replace("2026-02-17", "2026-02-19")))
    moved = Task.objects.get()
    assert (moved.pk, moved.due_on) == (first.pk, date(2026, 2, 19))
    assert moved.subject_id == Conversation.objects.get(ref="T9", is_current=True).pk


def test_a_conversation_written_in_heard_settles_it(bring_in, council):
    bring_in(talks(MISSED))
    said = Conversation.objects.get(ref="T9")
    by = factories.user(Role.MANAGER)
    record_conversation(case=said.case, enquiry=said.enquiry, by=by, held_at=factories.at(date(2026, 2, 17)), words="Better today.")
    assert Task.objects.get().done_by == by

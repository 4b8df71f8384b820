"""Which facts of a case say what it needs next?"""

from datetime import date

import pytest

from tests.rules.next_steps.made import MARCH_2, concern, decided, enquiry, facts, talk


@pytest.mark.parametrize(
    ("given", "began"),
    [
        pytest.param(facts(), MARCH_2, id="the concern that waits"),
        pytest.param(facts(concerns=()), None, id="no concern"),
        pytest.param(facts(concerns=(decided(),)), MARCH_2, id="none open, so the first of all"),
        pytest.param(
            facts(concerns=(decided(received_on=date(2025, 1, 1)), concern(reference="C-2"))), MARCH_2, id="an old decided one says nothing"
        ),
        pytest.param(
            facts(concerns=(decided(), concern(reference="C-2", received_on=date(2026, 4, 1))), enquiries=(enquiry(),)),
            MARCH_2,
            id="the concern of an open enquiry still counts",
        ),
    ],
)
def test_a_case_begins_with_its_earliest_open_concern(given, began):
    assert given.began_on == began


def test_a_conversation_with_a_reason_for_not_hearing_was_not_heard():
    assert talk().heard and not talk(not_heard_because="declined").heard

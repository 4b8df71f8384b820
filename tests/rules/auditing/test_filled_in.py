"""Is only what the record says filled in beforehand?"""

from datetime import UTC, date, datetime

import pytest

from heard.rules.auditing.filled_in import READERS, RecordRead, filled_in
from heard.rules.next_steps.facts import ConversationFacts

BEFORE, DECIDED, AFTER = datetime(2026, 3, 3, 10, tzinfo=UTC), date(2026, 3, 4), datetime(2026, 3, 9, 10, tzinfo=UTC)


def talk(at=BEFORE, **said) -> ConversationFacts:
    return ConversationFacts(at, **{"alone": "yes", **said})


@pytest.mark.parametrize(
    ("reader", "record", "answer"),
    [
        pytest.param("heard-before-the-decision", RecordRead((talk(),), DECIDED), "yes", id="heard alone before the decision: yes"),
        pytest.param("heard-before-the-decision", RecordRead((talk(alone="no", present=("son",)),), DECIDED), "partly",
                     id="heard with others before the decision: partly"),
        pytest.param("heard-before-the-decision", RecordRead((talk(AFTER),), DECIDED), "no", id="heard only after the decision: no"),
        pytest.param("heard-before-the-decision", RecordRead((talk(not_heard_because="declined"),), DECIDED), "no", id="missed: no"),
        pytest.param("heard-before-the-decision", RecordRead((talk(),)), None, id="nothing is decided yet: cannot tell"),
        pytest.param("agreement", RecordRead(agreement="agreed"), "yes", id="they agreed: yes"),
        pytest.param("agreement", RecordRead(agreement="refused"), None, id="they refused, and no override: cannot tell"),
        pytest.param("agreement", RecordRead(), "no", id="nothing of their agreement: no"),
        pytest.param("agreement", RecordRead(is_overridden=True, was_told="yes"), "yes", id="overridden and told: yes"),
        pytest.param("agreement", RecordRead(is_overridden=True, was_told="no"), "partly", id="overridden and not told: partly"),
        pytest.param("wishes", RecordRead(), "no", id="no wish: no"),
        pytest.param("wishes", RecordRead(wishes=1), "partly", id="a wish, asked once: partly"),
        pytest.param("wishes", RecordRead((talk(stage="concern", asked_what_they_want=True),
                     talk(stage="closing", asked_what_they_want=True)), wishes=2), "yes", id="asked at two stages: yes"),
        pytest.param("communication", RecordRead(), "no", id="needs were not asked: no"),
        pytest.param("communication", RecordRead(needs_asked=True), "partly", id="asked, not said to be met: partly"),
        pytest.param("communication", RecordRead(needs_asked=True, needs_met=("yes", "no")), "partly", id="met once, once not: partly"),
        pytest.param("communication", RecordRead(needs_asked=True, needs_met=("yes",)), "yes", id="asked and met: yes"),
        pytest.param("three-parts", RecordRead(decided_on=DECIDED, parts_with_reasons=3), "partly", id="three reasons: the rest is yours"),
        pytest.param("three-parts", RecordRead(decided_on=DECIDED), "no", id="no reasons: no"),
        pytest.param("three-parts", RecordRead(), None, id="no decision: cannot tell"),
        pytest.param("involved", RecordRead(), "no", id="difficulty not considered: no"),
        pytest.param("involved", RecordRead(difficulty_considered=True), None, id="considered, nobody helps: may be right, cannot tell"),
        pytest.param("involved", RecordRead(difficulty_considered=True, helped_by=1), "yes", id="considered, and helped: yes"),
        pytest.param("capacity", RecordRead(), None, id="no assessment may be right: cannot tell"),
        pytest.param("capacity", RecordRead(assessments=2, assessments_with_support=1), "partly", id="support not each time: partly"),
        pytest.param("capacity", RecordRead(assessments=1, assessments_with_support=1), "yes", id="support each time: yes"),
        pytest.param("risk", RecordRead(), "no", id="no risk recorded: no"),
        pytest.param("risk", RecordRead(risks=2, risks_seen_by_both=1), "partly", id="both views of one of two: partly"),
        pytest.param("risk", RecordRead(risks=1), "no", id="no risk with both views: no"),
        pytest.param("risk", RecordRead(risks=1, risks_seen_by_both=1), "yes", id="both views of each: yes"),
        pytest.param("plan", RecordRead(), None, id="no plan may be right: cannot tell"),
        pytest.param("plan", RecordRead(has_plan=True, plan_agreed=True), "partly", id="a plan not reviewed: partly"),
        pytest.param("plan", RecordRead(has_plan=True, plan_agreed=True, plan_reviewed=True), "yes", id="agreed and reviewed: yes"),
        pytest.param("closing", RecordRead(), None, id="not concluded: cannot tell"),
        pytest.param("closing", RecordRead(is_concluded=True, wishes=1), "no", id="nothing of their end: no"),
        pytest.param("closing", RecordRead(is_concluded=True, closing_asked=True), "partly", id="asked, no say offered: partly"),
        pytest.param("closing", RecordRead(is_concluded=True, closing_asked=True, wishes=1, wishes_judged=1, feedback_offered=True), "yes",
                     id="asked, judged and a say offered: yes"),
        pytest.param("no-such-reader", RecordRead(), None, id="what nobody reads is not filled in"),
    ],
)  # fmt: skip
def test_what_is_filled_in(reader, record, answer):
    found = filled_in(reader, record)
    assert (found.answer if found else None) == answer
    assert found is None or found.because.endswith(".")


def test_each_reader_is_tried():
    assert set(READERS) == {
        "heard-before-the-decision", "agreement", "wishes", "communication", "three-parts", "involved", "capacity", "risk", "plan",
        "closing",
    }  # fmt: skip

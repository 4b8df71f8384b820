"""What in the record should make a worker wonder?"""

from datetime import date

import pytest

from heard.rules.next_steps.curiosity import Wonder, prompts
from tests.rules.next_steps.made import concern, enquiry, facts, talk

SAM = {"spoken_by": "representative", "spoken_by_name": "Sam"}
JO = {**SAM, "spoken_by_name": "Jo"}


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        pytest.param({}, [], id="nothing to wonder about"),
        pytest.param({"conversations": (talk(), talk(4, alone="no"))}, [Wonder.NEVER_ALONE], id="two conversations and never alone"),
        pytest.param({"conversations": (talk(alone="no"),)}, [], id="one conversation is too soon to say"),
        pytest.param({"conversations": (talk(), talk(4, alone="yes"))}, [], id="once alone"),
        pytest.param(
            {"conversations": (talk(**SAM), talk(4, **SAM))}, [Wonder.NEVER_ALONE, Wonder.SAME_PERSON], id="Sam spoke for them each time"
        ),
        pytest.param({"conversations": (talk(**SAM), talk(4, **JO))}, [Wonder.NEVER_ALONE], id="two people spoke for them"),
        pytest.param({"conversations": (talk(**SAM), talk(4, alone="yes"))}, [], id="once they spoke themselves"),
        pytest.param(
            {"conversations": (talk(not_heard_because="declined"), talk(4, not_heard_because="declined"))},
            [Wonder.REFUSALS],
            id="two refusals without reasons",
        ),
        pytest.param(
            {"conversations": (talk(not_heard_because="declined", says_why_not=True), talk(4, not_heard_because="declined"))},
            [],
            id="one of the refusals has its reason",
        ),
        pytest.param(
            {"conversations": (talk(not_heard_because="could-not-reach"), talk(4, not_heard_because="could-not-reach"))},
            [Wonder.MISSED],
            id="missed twice",
        ),
        pytest.param({"concerns": tuple(concern(reference=f"C-{one}") for one in range(3))}, [Wonder.THIRD_CONCERN], id="three concerns"),
        pytest.param({"concerns": (concern(), concern(reference="C-2"))}, [], id="two concerns"),
        pytest.param({"received_in_other_cases": (date(2025, 6, 1), date(2025, 9, 1))}, [Wonder.THIRD_CONCERN], id="with other cases"),
        pytest.param({"received_in_other_cases": (date(2024, 6, 1), date(2025, 9, 1))}, [], id="the first was longer ago than a year"),
        pytest.param({"is_closed": True, "conversations": (talk(), talk(4))}, [], id="the case is closed"),
        pytest.param({"died_on": date(2026, 3, 9), "conversations": (talk(), talk(4))}, [Wonder.REVIEW], id="the adult has died"),
        pytest.param({"died_on": date(2026, 3, 9), "has_a_review": True}, [], id="a review is recorded"),
        pytest.param({"concerns": ()}, [], id="no concern at all"),
        pytest.param({"enquiries": (enquiry(),)}, [Wonder.NEEDS, Wonder.INVOLVED], id="an enquiry is open and neither was asked"),
        pytest.param({"enquiries": (enquiry(),), "involvement": "told"}, [Wonder.NEEDS], id="only involvement was asked"),
        pytest.param({"enquiries": (enquiry(),), "communication_needs": ("audio",)}, [Wonder.INVOLVED], id="needs came with the record"),
        pytest.param(
            {"enquiries": (enquiry(),), "needs_asked_on": date(2026, 3, 5), "involvement": "told"}, [], id="both asked, nothing needed"
        ),
        pytest.param({"enquiries": (enquiry(concluded_on=date(2026, 3, 9)),)}, [], id="the enquiry has ended"),
    ],
)
def test_prompts(fields, asked):
    found = prompts(facts(**fields))
    assert [one.wonder for one in found] == asked
    assert all(one.because and one.law for one in found)


def test_a_prompt_says_what_it_rests_on():
    (found,) = prompts(facts(conversations=(talk(4, not_heard_because="could-not-reach"), talk(3, not_heard_because="could-not-reach"))))
    assert found.because == ("The adult could not be reached: 3 March 2026, 4 March 2026.",)

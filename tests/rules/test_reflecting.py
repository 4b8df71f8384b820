"""Do the prompts of each scaffold help with fields that the log has?"""

import pytest

from heard.rules.reflecting import PROMPTS, Scaffold, prompts_for

FIELDS = {"why_relevant", "learnt", "differently", "difference"}


@pytest.mark.parametrize(
    ("scaffold", "steps"),
    [
        pytest.param(Scaffold.NONE, [], id="none has no prompts"),
        pytest.param(Scaffold.WHAT, ["What?", "So what?", "Now what?"], id="what, so what, now what"),
        pytest.param(
            Scaffold.GIBBS, ["Description", "Feelings", "Evaluation", "Analysis", "Conclusion", "Action plan"], id="the six of Gibbs"
        ),
        pytest.param(Scaffold.KOLB, ["Experience", "Looking back", "What it means", "Trying it out"], id="the four of Kolb"),
    ],
)
def test_each_scaffold_has_its_steps_in_order(scaffold, steps):
    assert [prompt.step for prompt in PROMPTS[scaffold]] == steps


def test_every_prompt_helps_with_a_field_of_the_log():
    assert {prompt.field for prompts in PROMPTS.values() for prompt in prompts} <= FIELDS


def test_prompts_for_one_field_keep_their_order():
    assert [prompt.step for prompt in prompts_for(Scaffold.GIBBS, "learnt")] == ["Evaluation", "Analysis", "Conclusion"]
    assert prompts_for(Scaffold.NONE, "learnt") == ()

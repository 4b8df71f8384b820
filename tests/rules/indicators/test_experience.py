"""What was said of how it was: how are the answers counted?"""

from heard.rules.indicators.experience import LAST_ANSWERS, experience_counted


def test_the_dictionary_says_why_the_answers_are_counted_in_heard_only():
    (one,) = experience_counted()
    assert one.where == f"In Heard only, because {LAST_ANSWERS}" and "never together" in one.denominator

"""What was said of how it was: how are the answers counted?"""

from heard.rules.indicators.experience import OWN_QUERY, experience_counted


def test_the_dictionary_says_that_the_four_groups_stay_apart():
    assert [one.slug for one in experience_counted()] == ["experience-asking", "experience"]
    assert all("never together" in one.denominator and one.where == OWN_QUERY for one in experience_counted())

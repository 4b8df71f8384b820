"""What is the name of a fact?"""

from heard.rules.indicators.facts import fact_of


def test_the_name_is_a_column_of_any_engine():
    assert fact_of("heard", "after-closing") == "heard_after_closing" and fact_of("not_heard", "declined").isidentifier()

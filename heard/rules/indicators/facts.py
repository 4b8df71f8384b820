"""What is the name of a fact: something counted of one concluded enquiry, that indicators add up?

The facts themselves are read from the records in ``returns/facts.py``, by one query for every engine. Only what stands is there: nothing
recorded in error, only newest versions, only wishes that still stand.
"""


def fact_of(what: str, code: str) -> str:
    """The name of one of a set of facts, by the code of a vocabulary: ("heard", "after-closing") is "heard_after_closing".

    Practice: a measure has one definition, and whatever counts it finds the fact by the same name.
    """
    return f"{what}_{code}".replace("-", "_")

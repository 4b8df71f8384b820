"""Why did a step take longer than the council gives for it?"""

from heard.rules.indicators.indicator import EVERYWHERE
from heard.rules.indicators.reasons import late, reasons_counted
from heard.rules.lateness import TimedStep
from tests.rules.indicators.made import enquiry, tally_of


def test_each_reason_is_counted_by_its_slug_of_all_that_were_said_of_the_step():
    waited, snowed = enquiry(delays=(("concluding", "adults-pace"),)), enquiry(delays=(("concluding", "it-snowed"),))
    (found,) = tally_of(waited, waited, snowed).values()
    assert (found.parts[late("concluding", "adults-pace")], found.wholes[late("concluding")]) == (2, 3)
    assert found.parts["late-concluding-it-snowed"] == 1 and "late-first-conversation" not in found.wholes


def test_each_step_stands_in_the_dictionary():
    assert [one.slug for one in reasons_counted()] == [late(step) for step in TimedStep]
    assert {one.where for one in reasons_counted()} == {EVERYWHERE}

"""Is each person of a case warned of in what is about to be published, and is nothing published unanswered?"""

from datetime import date

import pytest

from heard.rules.reviews.anonymity import Known, Warning, may_be_shown_before_publication, may_publish, warnings_in

KNOWN = Known(("Mary Example", "Kev"), ("H-2026-0007",), ("12 High Street\nZZ1 1ZZ",), (date(1950, 5, 3),))


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        pytest.param("Adult B lived alone.", (), id="nothing that tells who it is"),
        pytest.param("Then Mary rang.", (("name", "Mary"),), id="a given name"),
        pytest.param("Her son Kev moved in.", (("name", "Kev"),), id="the name of somebody in their life"),
        pytest.param("It began in H-2026-0007.", (("reference", "H-2026-0007"),), id="a reference"),
        pytest.param("She lived at 12 High Street.", (("address", "12 High Street"),), id="an address"),
        pytest.param("Near AB1 2CD.", (("postcode", "AB1 2CD"),), id="any postcode"),
        pytest.param("Born on 3 May 1950.", (("birth-date", "3 May 1950"),), id="the day of birth in words"),
        pytest.param("Born 03/05/1950.", (("birth-date", "03/05/1950"),), id="the day of birth in numbers"),
        pytest.param("Seen on 4 May 2025.", (), id="another day is no day of birth"),
        pytest.param("NHS 943 476 5919.", (("nhs-number", "943 476 5919"),), id="an NHS number that passes its check"),
        pytest.param("Ring 01632 960 001.", (("contact", "01632 960 001"),), id="a telephone number"),
        pytest.param("Write to a.b@example.com.", (("contact", "a.b@example.com"),), id="an e-mail address"),
    ],
)
def test_what_is_warned_of(text, warned):
    found = warnings_in(text, KNOWN, today=date(2026, 3, 1))
    assert tuple((one.what, one.found) for one in found) == warned
    assert all(one.name for one in found)


@pytest.mark.parametrize(
    ("prompt", "day"),
    [
        pytest.param("Four agencies asked a relative. Who asks this adult?", "", id="no day"),
        pytest.param("Nobody came from 3 May 2025 on.", "3 May 2025", id="a day"),
        pytest.param("", "", id="nothing is shown"),
    ],
)
def test_what_is_shown_before_publication_gives_no_day(prompt, day):
    decision = may_be_shown_before_publication(prompt)
    assert bool(decision) is (not day) and all(day in one for one in decision.because)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("He rang. Mary rang back.", ["Mary rang back."], id="the sentence, not the text"),
        pytest.param("Mary rang.\nThen Mary  left.", ["Mary rang.", "Then Mary left."], id="each sentence, its spaces evened out"),
        pytest.param("Mary rang. Mary rang.", ["Mary rang."], id="the same sentence twice is one"),
        pytest.param("St. Mary rang.", ["St. Mary rang."], id="a title does not end a sentence"),
    ],
)
def test_a_warning_stands_in_its_sentence(text, where):
    assert [one.sentence for one in warnings_in(text, KNOWN, today=date(2026, 3, 1))] == where


def test_what_runs_over_two_sentences_stands_in_the_whole_text():
    found = warnings_in("At 12 High\nStreet.", KNOWN, today=date(2026, 3, 1))
    assert [one.key for one in found] == [("address", "12 High Street", "At 12 High Street.")]


MARY = Warning("name", "Mary", "Mary.")


@pytest.mark.parametrize(
    ("text", "warned", "answered", "may"),
    [
        pytest.param("Adult B.", [], set(), True, id="no warning: yes"),
        pytest.param("Mary.", [MARY], set(), False, id="a warning without an answer: no"),
        pytest.param("Mary.", [MARY], {("name", "Mary", "Mary.")}, True, id="each warning answered: yes"),
        pytest.param("Mary.", [MARY], {("name", "Kev", "Mary.")}, False, id="another answer does not do"),
        pytest.param("Mary!", [MARY], {("name", "Mary", "Mary!")}, False, id="an answer to another sentence does not do"),
        pytest.param(" ", [], set(), False, id="nothing written: no"),
    ],
)
def test_whether_it_may_be_published(text, warned, answered, may):
    assert bool(may_publish(text=text, warnings=warned, answered=answered)) is may

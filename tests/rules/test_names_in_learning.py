"""Is somebody who could be known from a learning log found, and is plain writing left alone?"""

import pytest

from heard.rules.names_in_learning import Identifier, identifiers_in, names_among

WORKED_WITH = {
    "names": ["Mary Shaw", "Will Okafor", "O’Brien", "Jo Li", ""],
    "references": ["H-2026-0042", "C-7KMX-9PQ2", "LAS 1234/5"],
    "addresses": ["12 High Street\nTestford", "Rose Cottage, Long Lane", ""],
}


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        pytest.param("I saw Mary at the surgery.", Identifier.NAME, "Mary", id="a given name"),
        pytest.param("Mrs Shaw said no.", Identifier.NAME, "Shaw", id="a family name"),
        pytest.param("mary shaw said no.", Identifier.NAME, "mary shaw", id="the whole name in small letters"),
        pytest.param("It was Mary’s wish.", Identifier.NAME, "Mary", id="a name with an s"),
        pytest.param("Will rang.", Identifier.NAME, "Will", id="a name that is also a word, with a capital"),
        pytest.param("I met Mrs Nobody.", Identifier.TITLED, "Mrs Nobody", id="a title and a name that we do not know"),
        pytest.param("Dr. Smith wrote.", Identifier.TITLED, "Dr. Smith", id="a doctor"),
        pytest.param("Her number is 943 476 5919.", Identifier.NHS_NUMBER, "943 476 5919", id="an NHS number in threes"),
        pytest.param("Her number is 9434765919.", Identifier.NHS_NUMBER, "9434765919", id="an NHS number in one"),
        pytest.param("See H-2026-0042.", Identifier.REFERENCE, "H-2026-0042", id="a case reference"),
        pytest.param("See h-2026-0042.", Identifier.REFERENCE, "h-2026-0042", id="in small letters"),
        pytest.param("See C-ABCD-12EF.", Identifier.REFERENCE, "C-ABCD-12EF", id="what is shaped like one of ours"),
        pytest.param("At ZZ1 1ZZ today.", Identifier.POSTCODE, "ZZ1 1ZZ", id="a postcode"),
        pytest.param("At sw1a1aa today.", Identifier.POSTCODE, "sw1a1aa", id="a postcode run together"),
        pytest.param("I went to 12 high  street.", Identifier.ADDRESS, "12 High Street", id="an address"),
    ],
)
def test_what_could_tell_who_it_is_about_is_found(text, what, words):
    found = identifiers_in(text, **WORKED_WITH)
    assert (what, words) in [(one.what, one.words) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I will ask the adult what they want before I decide.", id="plain writing"),
        pytest.param("A woman in her eighties wanted to stay at home.", id="a story without a name"),
        pytest.param("I rang 01632 960 001 in the week of 3 March 2026.", id="a telephone number and a date"),
        pytest.param("The Care Act 2014, section 42, and the Mental Capacity Act.", id="the law"),
        pytest.param("COVID-19 and 24-7 cover at the GP.", id="letters and numbers of another kind"),
        pytest.param("The number 1234567890 fails its check.", id="ten digits that are no NHS number"),
        pytest.param("Jo", id="a name of two letters is too short to tell"),
        pytest.param("The shop is on a high street.", id="part of an address without its number"),
        pytest.param("", id="nothing"),
    ],
)
def test_plain_writing_is_left_alone(text):
    assert identifiers_in(text, **WORKED_WITH) == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        pytest.param("Anna Grey", "Anna Grey", id="a name"),
        pytest.param("Sister Anna Grey, Ward 4", "Anna Grey", id="a name among ordinary words"),
        pytest.param("The Willows Care Home", "Willows", id="a home"),
        pytest.param("her daughter", "", id="nobody's name"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_names_among_the_words_of_a_line(words, names):
    assert names_among(words) == names


def test_each_is_named_once():
    assert len(identifiers_in("Mary, Mary and Mary again.", **WORKED_WITH)) == 1


def test_without_anybody_known_patterns_are_still_found():
    assert [one.what for one in identifiers_in("Mary of ZZ1 1ZZ")] == [Identifier.POSTCODE]

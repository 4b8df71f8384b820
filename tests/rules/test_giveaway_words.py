"""Is a title, file name or link that tells others what it is about found out?"""

import pytest

from heard.rules.giveaway_words import ANYWHERE, AT_THE_START, giveaway_words_in, may_be_titled


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("A letter for you", (), id="a plain title gives nothing away"),
        pytest.param("letter-2026-11-26.pdf", (), id="a plain file name gives nothing away"),
        pytest.param("/y/Zk3v9QmT0aLr8uXw2nBd5g/", (), id="a link of chance letters gives nothing away"),
        pytest.param("", (), id="nothing gives nothing away"),
        pytest.param("Your safeguarding plan", ("safeguard", "safe"), id="the word itself"),
        pytest.param("SAFEGUARDING", ("safeguard", "safe"), id="in capitals"),
        pytest.param("section_42_letter.pdf", ("section42",), id="a section number with underscores"),
        pytest.param("Safeguarding%20letter.pdf", ("safeguard", "safe"), id="with the space of a link"),
        pytest.param("%73afeguarding", ("safeguard", "safe"), id="with a letter written as a link may write it"),
        pytest.param("MySafeguardingPlan.docx", ("safeguard", "safe"), id="run together with capitals"),
        pytest.param("mysafeguardingplan.docx", ("safeguard",), id="run together without"),
        pytest.param("safe-guarding", ("safeguard", "safe"), id="cut in two by a hyphen"),
        pytest.param("ｓａｆｅｇｕａｒｄｉｎｇ", ("safeguard", "safe"), id="in wide letters"),
        pytest.param("self-neglect.wav", ("neglect",), id="neglect"),
        pytest.param("From the Council", ("council",), id="who sent it"),
        pytest.param("A social worker called", ("socialwork", "social", "worker"), id="who it is from"),
        pytest.param("Our enquiries", ("enquiries",), id="more than one enquiry"),
        pytest.param("Your concerns", ("concern",), id="a concern"),
        pytest.param("harmful", ("harm",), id="a short word at the start of a longer one"),
        pytest.param("pharmacy-times.pdf", (), id="a chemist's is not harm"),
        pytest.param("staircase", (), id="stairs are not a case"),
    ],
)
def test_giveaway_words_in(words, found):
    assert giveaway_words_in(words) == found
    assert may_be_titled(words).yes is (not found)


def test_a_title_that_may_not_stand_says_which_words_to_take_out():
    assert "council, concern." in may_be_titled("The council has a concern").because[0]


@pytest.mark.parametrize("word", [*ANYWHERE, *AT_THE_START])
def test_each_word_of_the_list_is_found_in_a_title(word):
    assert word in giveaway_words_in(f"About {word} today")

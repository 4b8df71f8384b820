"""Are hard sentences found, and plain ones left alone?"""

import pytest

from heard.rules.easy_read import LONGEST, PLAIN_TWINS, Trouble, sentences_in, to_reword

FIFTEEN = "We will come to see you at your home on Monday at two in June."
SIXTEEN = "We will come to see you at your new home on Monday at two in June."


@pytest.mark.parametrize(
    ("text", "troubles"),
    [
        pytest.param("We want to help you.", [], id="a short plain sentence is left alone"),
        pytest.param("", [], id="nothing has nothing to reword"),
        pytest.param(FIFTEEN, [], id="fifteen words are not too long"),
        pytest.param(SIXTEEN, [Trouble.TOO_LONG], id="sixteen words are too long"),
        pytest.param("We met you. We will meet you again. " + FIFTEEN, [], id="three short sentences are not one long one"),
        pytest.param("We will come, and Ann will ring you.", [Trouble.MORE_THAN_ONE_IDEA], id="a comma and 'and' join two ideas"),
        pytest.param("We came because you rang.", [Trouble.MORE_THAN_ONE_IDEA], id="because joins two ideas"),
        pytest.param("You like tea and cake.", [], id="two things in one idea are left alone"),
        pytest.param("We will ensure it.", [Trouble.HARD_WORD], id="a hard word"),
        pytest.param("Notwithstanding the aforementioned utilisation.", [Trouble.HARD_WORD] * 3, id="words of offices and of laws"),
        pytest.param("Safeguarding is for you.", [Trouble.HARD_WORD], id="a hard word with a capital letter"),
        pytest.param("Safeguarding means helping you to be safe.", [], id="a hard word that its sentence explains"),
        pytest.param("Neglect means that safeguarding starts.", [Trouble.HARD_WORD], id="only the word explained is left alone"),
        pytest.param("Your home was visited.", [Trouble.PASSIVE], id="a passive that does not say who"),
        pytest.param("You will be told.", [Trouble.PASSIVE], id="an irregular passive"),
        pytest.param("It was not properly done.", [], id="two words between hide a passive: the rule says only what it can find"),
        pytest.param("You are worried.", [], id="a feeling is not a passive"),
        pytest.param("We asked you.", [], id="a past tense is not a passive"),
        pytest.param("Ask the IMCA.", [Trouble.ACRONYM], id="letters that stand for words"),
        pytest.param("Two IMCAs came.", [Trouble.ACRONYM], id="more than one of them"),
        pytest.param("I will call.", [], id="I is not an acronym"),
        pytest.param("Ask your GP.", [], id="letters that people say every day are left alone"),
        pytest.param("Call 999.", [], id="a telephone number is not an acronym"),
        pytest.param("The IMCA was told.", [Trouble.PASSIVE, Trouble.ACRONYM], id="all that is found in one sentence is said"),
    ],
)
def test_to_reword(text, troubles):
    assert [finding.trouble for finding in to_reword(text)] == troubles


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One here. Two here! Three?", ("One here.", "Two here!", "Three?"), id="each mark ends a sentence"),
        pytest.param("Tea\nCake", ("Tea", "Cake"), id="a new line ends one"),
        pytest.param("It costs 3.50 today.", ("It costs 3.50 today.",), id="a point inside a number does not"),
        pytest.param("“We came.” We left.", ("“We came.”", "We left."), id="a quotation that ends is a sentence"),
        pytest.param(" … \n\n", (), id="marks alone are no sentence"),
    ],
)
def test_sentences_in(text, sentences):
    assert sentences_in(text) == sentences


def test_what_is_found_says_where_and_what_to_do():
    (finding,) = to_reword("We are here. We will assist you.")
    assert (finding.sentence, finding.words, finding.try_this) == ("We will assist you.", "assist", "Try “help”.")


@pytest.mark.parametrize("hard", PLAIN_TWINS)
def test_a_plain_twin_is_itself_plain(hard):
    twin = PLAIN_TWINS[hard]
    assert not to_reword(twin), f"“{twin}”, for “{hard}”, would be found by the check itself"
    assert len(twin.split()) < LONGEST


def test_what_is_a_guess_says_so():
    assert [one.value for one in Trouble if "guess" in one.label] == ["more-than-one-idea", "passive"]

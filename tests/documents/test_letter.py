"""Is a letter plain data that can be kept, read again, reworded and put in order?"""

from dataclasses import replace

import pytest

from heard.documents.letter import Helper, Letter, Line, Part, Said, SecondLanguage, letter_from
from heard.documents.rows import RowKind, findings_of, our_words, rows_of
from heard.rules.vocabulary.documents import Language, Look
from heard.rules.vocabulary.safe_contact import DocumentKind

LETTER = Letter(
    DocumentKind.YOUR_PLAN, "A letter for you", "Dear Mary,",
    (
        Part("What you want", said=(Said("“I require assistance.”", "You said this."),)),
        Part("Step 1", lines=(Line("Ring the bank. Ask for a card.", "plan", key="step_1"), Line("Who: Robin.", "worker"))),
        Part("What happens next", text="We will come.\nWe will ring first.\n\nAnn will come too."),
        Part("Who will help you", helpers=(Helper("Robin Ann Smith", "Works with you."),)),
    ),
    ending="You can change your mind.",
)  # fmt: skip


def words(letter: Letter) -> list[str]:
    return [row.words for row in rows_of(letter)]


def test_in_easy_read_each_sentence_is_a_row():
    assert words(replace(LETTER, look=Look.EASY_READ)) == [
        "Dear Mary,", "What you want", "“I require assistance.”", "Step 1", "Ring the bank.", "Ask for a card.", "Who: Robin.",
        "What happens next", "We will come.", "We will ring first.", "Ann will come too.", "Who will help you", "Robin Ann Smith.",
        "You can change your mind.",
    ]  # fmt: skip


def test_in_plain_english_a_paragraph_is_a_row():
    assert "We will come.\nWe will ring first." in words(LETTER) and "Ring the bank. Ask for a card." in words(LETTER)


def test_what_somebody_said_is_outside_the_check_and_whose_it_is_is_in_it():
    assert "assistance" not in our_words(LETTER) and "You said this." in our_words(LETTER)
    assert not findings_of(LETTER)
    assert findings_of(LETTER.reworded({"step_1": "We will assist you."}))[0].twin == "help"


def test_a_line_of_the_record_is_reworded_or_left_out_and_the_rest_stays():
    assert [one.key for one in LETTER.to_reword()] == ["step_1"]
    assert "Ring for a new card." in words(LETTER.reworded({"step_1": "Ring for a new card."}))
    assert "Who: Robin." in words(LETTER.reworded({"step_1": " "})) and "plan" not in str(LETTER.reworded({"step_1": " "}).parts[1])


def test_parts_of_the_record_can_be_left_out():
    assert [part.heading for part in LETTER.parts if part.may_be_left_out] == ["What you want", "Step 1", "Who will help you"]
    assert "Step 1" not in words(LETTER.without(frozenset({"Step 1"})))


def test_a_kept_letter_is_read_again_as_it_was():
    lines = tuple(f"سطر {number}" for number in range(len(rows_of(LETTER))))
    both = replace(LETTER, look=Look.LARGE, second=SecondLanguage(Language.ARABIC, "Noor, interpreter", lines))
    assert letter_from(both.as_data()) == both
    assert both.second.direction == "rtl" and rows_of(both)[2].other == "سطر 2" and rows_of(both)[2].kind == RowKind.SAID


@pytest.mark.parametrize(
    ("kept", "look"),
    [
        pytest.param({"larger": True}, Look.LARGE, id="one that an earlier Heard printed large"),
        pytest.param({"larger": False}, Look.PLAIN, id="one that an earlier Heard printed as usual"),
        pytest.param({}, Look.PLAIN, id="one of which nothing was kept"),
    ],
)
def test_a_letter_that_an_earlier_heard_kept(kept, look):
    again = letter_from({"kind": "what-you-told-us", "title": "A letter", "greeting": "Dear you,", "parts": [{"heading": "Hello"}], **kept})
    assert (again.look, again.parts[0].heading) == (look, "Hello") if kept else (again.look == look)


@pytest.mark.parametrize(
    ("name", "initials"), [("Robin Ann Smith", "RS"), ("Robin", "R"), ("", "")], ids=["first and last", "one name", "no name"]
)
def test_initials(name, initials):
    assert Helper(name).initials == initials

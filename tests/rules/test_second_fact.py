"""Is the second fact something that whoever holds the phone or opens the post does not know?"""

from datetime import date

import pytest

from heard.rules.second_fact import may_be_second_fact, tidied_answer

ADULT = {
    "names": ("Mary", "Example", "Maisie"), "birth_date": date(1950, 5, 3), "postcode": "ZZ1 1ZZ", "nhs_number": "999 000 0000",
    "address": "2 High Street\nTestford", "phone": "01632 960001",
}  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer", "may"),
    [
        pytest.param("What was your first pet called?", "Bluebell", True, id="a first pet: yes"),
        pytest.param("What do we say when we meet?", "Good day to you", True, id="a phrase of their own: yes"),
        pytest.param("When is your birthday?", "Bluebell", False, id="a birthday is asked"),
        pytest.param("What is your post code?", "Bluebell", False, id="a postcode is asked"),
        pytest.param("What is your NHS number?", "Bluebell", False, id="an NHS number is asked"),
        pytest.param("What is your house number?", "Bluebell", False, id="an address is asked"),
        pytest.param("What is the word?", "3 May 1950", False, id="the answer is the birth date"),
        pytest.param("What is the word?", "03/05/50", False, id="the birth date written short"),
        pytest.param("What is the word?", "1950", False, id="the year of birth"),
        pytest.param("What is the word?", "zz11zz", False, id="the answer is the postcode"),
        pytest.param("What is the word?", "9990000000", False, id="the answer is the NHS number"),
        pytest.param("What is the word?", "2, High Street", False, id="the answer is the street"),
        pytest.param("Where do you live?", "Bluebell", False, id="a home is asked"),
        pytest.param("What is the word?", "3rd May 1950", False, id="the birth date with an ending"),
        pytest.param("What is the word?", "ZZ1 1ZZ Testford", False, id="the postcode with the town"),
        pytest.param("What is the word?", "maisie", False, id="the answer is what they are called"),
        pytest.param("What is the word?", "01632-960001", False, id="the answer is their number"),
        pytest.param("The word is Bluebell. What is it?", "Bluebell", False, id="the question gives it away"),
        pytest.param("What is the word?", "ab", False, id="too short"),
        pytest.param("", "Bluebell", False, id="no question"),
        pytest.param("Who is your safeguarding social worker?", "Bluebell", False, id="the question says what it is about"),
    ],
)
def test_what_may_be_the_second_fact(question, answer, may):
    said = may_be_second_fact(question=question, answer=answer, **ADULT)
    assert said.yes is may and (may or said.because)


def test_an_answer_is_the_same_however_it_is_typed():
    assert len({tidied_answer(one) for one in ("Bluebell the Rabbit", " bluebell, the rabbit!", "BLUEBELL-THE-RABBIT")}) == 1
    assert tidied_answer("Zoë") == tidied_answer("zoe") and tidied_answer("a") != tidied_answer("b")

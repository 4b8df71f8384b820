"""Does the public form ask kindly, ask "you" of the adult, and let almost everything be left out?"""

import re
from html import unescape

import pytest
from django.utils.datastructures import MultiValueDict

from heard.concerns.forms.raising import PUBLIC_PAGES, AboutYou, Children, DidTheyAgree, WhatHappened, WhatTheyWant, WhoTheyAre, WhyWithout
from heard.concerns.forms.raising_staff import STAFF_PAGES, Agreed, Grounds, TheAdult, TheConcern

ME = {"about": "me"}
THEY = re.compile(r"\b(they|them|their|person you are worried about)\b", re.IGNORECASE)
ASKED_OF_THE_ADULT = [form for form in PUBLIC_PAGES if form not in (DidTheyAgree, WhyWithout, AboutYou)]


def filled(form, answers=None, **typed):
    return form(MultiValueDict({name: [value] for name, value in typed.items()}), answers=answers)


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(form, id=f"{form.__name__} may be left blank")
        for form in PUBLIC_PAGES
        if form not in (WhatHappened, WhoTheyAre, DidTheyAgree)
    ],
)
def test_everything_else_may_be_left_out(form):
    assert filled(form).is_valid()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        pytest.param(WhatHappened, "One sentence is enough", id="what happened"),
        pytest.param(WhoTheyAre, "“I don't know their name, flat 3” is enough", id="who the adult is, as far as known"),
        pytest.param(DidTheyAgree, "Any answer lets you go on", id="the agreement question"),
    ],
)
def test_three_things_are_needed(form, told):
    asked = filled(form)
    assert not asked.is_valid()
    assert told in unescape(str(asked.errors))


@pytest.mark.parametrize(
    ("typed", "is_enough"),
    [
        pytest.param({"wants_feedback": "yes"}, False, id="yes, and no way to reach them"),
        pytest.param({"wants_feedback": "yes", "feedback_how": "  "}, False, id="yes, and spaces"),
        pytest.param({"wants_feedback": "yes", "feedback_how": "01632 960111"}, True, id="yes, and a number"),
        pytest.param({"wants_feedback": "no"}, True, id="no"),
    ],
)
def test_whoever_wants_to_hear_back_says_how_or_chooses_no(typed, is_enough):
    asked = filled(AboutYou, **typed)
    assert asked.is_valid() is is_enough
    assert is_enough or "or select no" in unescape(str(asked.errors))


@pytest.mark.parametrize("name", ["given_name", "family_name", "address", "postcode", "description_of_adult"])
def test_anything_about_who_they_are_is_enough(name):
    assert filled(WhoTheyAre, **{name: "I don't know their name, flat 3"}).is_valid()


def test_a_bad_detail_in_a_field_that_may_be_left_out_stops_nothing():
    typed = {"given_name": "x" * 5000, "birth_date": "32/13/19999", "nhs_number": "not known", "postcode": "??? " * 20}
    assert filled(WhoTheyAre, **typed).is_valid()


@pytest.mark.parametrize("form", [pytest.param(form, id=f"{form.__name__} asks you") for form in ASKED_OF_THE_ADULT])
def test_the_adult_is_asked_as_you(form):
    asked = form(answers=ME)
    words = [asked.title, asked.intro] + [text for field in asked for text in (field.label, field.help_text, field.field.short)]
    assert not [text for text in words if THEY.search(text or "")]


def test_the_adult_is_not_asked_to_quote_themselves():
    assert "adults_words" not in WhatTheyWant(answers=ME).fields
    assert "adults_words" in WhatTheyWant(answers={"about": "somebody-else"}).fields


def test_no_tab_says_what_the_page_is_about():
    assert [form.tab for form in PUBLIC_PAGES] == [f"Page {number}" for number in range(1, len(PUBLIC_PAGES) + 1)]


def test_the_reasons_are_in_plain_words_with_danger_to_the_adult_and_to_oneself():
    shown = [label for _, label in WhyWithout(answers={}).fields["reason"].options]
    assert shown[:2] == ["Asking them could put them in danger", "Asking them could put me in danger"]
    assert shown[-2:] == ["I don’t know", "Something else"]


def test_the_words_asked_of_the_adult_do_not_stay_for_the_next_person():
    Children(answers=ME)
    assert "Are you" not in Children(answers={}).fields["may_be_under_18"].label


def test_staff_choose_whose_concern_it_is_the_danger_and_what_happened():
    assert set(filled(TheConcern).errors) == {"about", "danger", "description"}


def test_staff_must_choose_a_reason():
    assert set(filled(Grounds).errors) == {"ground"}
    assert filled(Grounds, ground="crime").is_valid()


def test_staff_are_told_that_believed_unable_is_no_finding():
    assert "not a finding about capacity" in str(Agreed().fields["answer"].hints)


def test_staff_are_never_asked_as_you():
    assert TheAdult(answers={"about": "the-adult"}).title == "Who is the adult?"


def test_staff_are_asked_less_than_the_public():
    assert len(STAFF_PAGES) <= 6 < len(PUBLIC_PAGES)

"""Which kinds of answer can a form ask for, and what does it make of what was typed?"""

from datetime import UTC, date, datetime, time

import pytest
from django.template import engines
from django.utils.datastructures import MultiValueDict

from heard.govuk import fields
from heard.govuk.forms import Question
from heard.govuk.reading import read_month, read_time
from heard.rules.decision import Decision, Law, NotAllowed
from heard.rules.vocabulary.answers import Answer


def asked(field, **typed):
    """A one-field form, filled in; list values are several answers."""
    made = type("One", (Question,), {"it": field})
    return made(MultiValueDict({key.replace("_", "-"): value if isinstance(value, list) else [value] for key, value in typed.items()}))


def answer(field, **typed):
    form = asked(field, **typed)
    assert form.is_valid(), form.errors
    return form.cleaned_data["it"]


def complaint(field, **typed):
    form = asked(field, **typed)
    assert not form.is_valid()
    return " ".join(form.errors["it"])


def drawn(form) -> str:
    return engines["jinja2"].env.globals["all_fields"](form)


BORN = {"label": "When was the adult born?", "short": "Date of birth"}


@pytest.mark.parametrize(
    ("day", "month", "year"), [("3", "5", "1950"), ("03", "05", "1950"), ("3rd", "May", "1950"), (" 3", "may", "1950 ")]
)
def test_a_date_is_read_however_it_is_written(day, month, year):
    assert answer(fields.DayMonthYear(**BORN), it_day=day, it_month=month, it_year=year) == date(1950, 5, 3)


@pytest.mark.parametrize(
    ("typed", "said", "part"),
    [
        (("3", "5", ""), "Date of birth must include a year", "year"),
        (("", "", "1950"), "Date of birth must include a day and month", "day"),
        (("3", "5", "50"), "Date of birth must include a year with 4 numbers, like 1949", "year"),
        (("31", "2", "1950"), "Date of birth must be a real date", "day"),
        (("3", "maybe", "1950"), "Date of birth must be a real date", "month"),
        (("3", "13", "1950"), "Date of birth must be a real date", "day"),
        (("3", "5", "2199"), "Date of birth must be today or in the past", "day"),
        (("", "", ""), "Enter date of birth", "day"),
    ],
    ids=lambda value: str(value),
)
def test_a_wrong_date_is_said_with_the_part_at_fault_and_kept(typed, said, part):
    typed = dict(zip(("it_day", "it_month", "it_year"), typed, strict=True))
    form = asked(fields.DayMonthYear(**BORN, not_future=True), **typed)
    assert not form.is_valid() and form.errors["it"] == [said]
    assert f'href="#it-{part}"' in engines["jinja2"].env.globals["error_summary"](form)
    assert all(f'value="{value}"' in drawn(form) for value in typed.values() if value)


def test_a_date_not_given_is_none_where_it_is_optional():
    assert answer(fields.DayMonthYear(**BORN, required=False)) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("14:30", time(14, 30)), ("14.30", time(14, 30)), ("1430", time(14, 30)), ("2pm", time(14)), ("2.30 PM", time(14, 30)),
     ("12am", time(0)), ("12pm", time(12)), ("noon", time(12)), ("midnight", time(0)), ("9:05 a.m.", time(9, 5)),
     ("25:00", None), ("13pm", None), ("14", None), ("soon", None), ("", None), ("14:60", None)],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(typed, meant):
    assert read_time(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), [("Sept", 9), ("ju", None), ("jun", 6), ("JULY", 7), ("0", 0), ("x", None)])
def test_a_month_is_read_by_number_or_name(typed, meant):
    assert read_month(typed) == meant


def test_a_moment_is_local_time():
    typed = {"it_day": "3", "it_month": "7", "it_year": "2026", "it_time": "2pm"}
    assert answer(fields.Moment("When was it?"), **typed) == datetime(2026, 7, 3, 13, tzinfo=UTC)


def test_a_moment_that_the_clocks_jumped_over_is_refused():
    typed = {"it_day": "29", "it_month": "3", "it_year": "2026", "it_time": "01:30"}
    assert "clocks went forward" in complaint(fields.Moment("When was it?"), **typed)


def test_a_moment_without_its_time_says_so():
    assert complaint(fields.Moment("When?", short="The call"), it_day="3", it_month="7", it_year="2026") == "The call must include a time"


def test_an_answer_of_a_vocabulary_is_its_member():
    assert answer(fields.YesNoNotKnown("Do they?"), it="not-known") is Answer.NOT_KNOWN


def test_no_answer_is_blank_and_is_not_the_same_as_not_known():
    assert answer(fields.YesNoNotKnown("Do they?", required=False)) == ""


def test_an_answer_that_was_not_offered_is_refused():
    assert complaint(fields.OneOf("Which?", [("a", "A")]), it="b") == "Choose one of the answers shown"


def test_labels_may_be_reworded_and_the_answer_stays():
    form = asked(fields.YesNoNotKnown("Do they?", not_known="I don’t know"), it="not-known")
    assert "I don’t know" in drawn(form) and form.is_valid() and form.rows()[0]["value"] == "I don’t know"


def test_none_of_these_excludes_the_others():
    field = fields.AnyOf("Which?", [("a", "A"), ("none", "None of these")], none_of_these="none")
    assert complaint(field, it=["a", "none"]) == "Select answers, or ‘None of these’, not both"
    assert answer(field, it=["none"]) == ["none"] and 'data-behaviour="exclusive"' in drawn(asked(field, it=[]))


@pytest.mark.parametrize("typed", ["ada", "ada@", "ada@home", "a b@c.org"])
def test_an_address_that_is_no_email_address_is_refused(typed):
    assert "name@example.com" in complaint(fields.Email("Email address"), it=typed)


@pytest.mark.parametrize("typed", ["01632 960 001", "+44 7700 900 982", "01632 960001 ext 4, after 6"])
def test_a_telephone_number_is_kept_as_written(typed):
    assert answer(fields.Telephone("Telephone"), it=typed) == typed


def test_a_number_outside_its_limits_is_refused():
    assert complaint(fields.Number("Age", most=120), it="121") == "Age must be between 0 and 120"
    assert answer(fields.Number("Age", required=False), it="") is None


def test_a_secret_is_never_shown_again_and_keeps_its_spaces():
    form = asked(fields.Secret("Password"), it=" open sesame ")
    assert "sesame" not in drawn(form) and form.is_valid() and form.cleaned_data["it"] == " open sesame "


def test_a_tick_is_true_or_false():
    assert answer(fields.Tick("Sure?", "I am sure"), it=["yes"]) is True
    assert answer(fields.Tick("Sure?", "I am sure", required=False)) is False


def test_lines_are_kept_as_typed_and_too_long_an_answer_is_kept_but_refused():
    assert answer(fields.LongText("What happened?"), it="one\r\n\r\n  two") == "one\n\n  two"
    form = asked(fields.LongText("What happened?", max_length=5), it="longer than that")
    assert not form.is_valid() and "longer than that" in drawn(form)


class TestOneAnswerInsideAnother:
    class Form(Question):
        agreed = fields.AnyOf("Who knows?", [("a", "Ann"), ("b", "Bob"), ("c", "Cy")], required=False,
                              conditional={"a": "why", "b": "why", "c": "how"})  # fmt: skip
        why = fields.LongText("Why?", missing="Say why")
        how = fields.ShortText("How?", required=False)

    @pytest.mark.parametrize(
        ("chosen", "errors"), [([], set()), (["a"], {"why"}), (["b"], {"why"}), (["a", "b"], {"why"}), (["c"], set())], ids=str
    )
    def test_asked_only_with_an_answer_that_holds_it(self, chosen, errors):
        assert set(self.Form(MultiValueDict({"agreed": chosen})).errors) == errors

    def test_a_stale_answer_is_blank(self):
        form = self.Form(MultiValueDict({"agreed": ["c"], "why": ["left over"], "how": ["by post"]}))
        assert form.is_valid() and form.cleaned_data == {"agreed": ["c"], "why": "", "how": "by post"}
        assert [row["name"] for row in form.rows()] == ["agreed", "how"]

    def test_drawn_once_inside_its_answer_with_its_lines_as_typed(self):
        shown = drawn(self.Form(MultiValueDict({"agreed": ["c"], "how": ["x"], "why": ["one\n two"]})))
        assert shown.count('name="how"') == 1 and ">one\n two</textarea>" in shown


def test_one_question_is_the_heading_and_a_title_takes_its_place():
    one = type("One", (Question,), {"it": fields.OneOf("Which?", [("a", "A")])})
    assert drawn(one()).count("<h1") == 1
    assert drawn(type("Titled", (one,), {"title": "Choose"})()).count("<h1") == 0


def test_why_a_rule_said_no_is_shown_with_its_law():
    form = asked(fields.ShortText("Name"), it="x")
    form.refuse(NotAllowed(Decision(yes=False, because=("Because.",), law=(Law("Care Act 2014 s42"),))))
    assert form.non_field_errors() == ["Because.", "Why: Care Act 2014 s42"]


def test_every_word_typed_is_escaped():
    shown = drawn(asked(fields.ShortText("Name <i>", hint="<b>"), it='"><script>'))
    assert "<script>" not in shown and "<i>" not in shown and "<b>" not in shown

"""Do Heard's own components say whose words are whose, and why a duty is there?"""

from django.core.paginator import Paginator
from django.template import engines

from heard.rules.decision import Decision, Law


def drawn(source: str, **context) -> str:
    return (
        engines["jinja2"]
        .env.from_string('{% from "govuk/own.html" import words, why, tag, facts, timeline, table, pages %}' + source)
        .render(**context)
    )


def test_the_adults_words_are_marked_as_theirs_and_kept_to_the_letter():
    shown = drawn('{{ words(text, "Mary", when="3 May 2026", how="alone") }}', text="I want\nmy <key>")
    assert "Mary’s own words" in shown and "I want<br>my &lt;key&gt;" in shown and "3 May 2026, alone" in shown


def test_no_words_is_said_plainly_and_not_as_a_quotation():
    shown = drawn('{{ words("") }}')
    assert "Nothing recorded in their own words yet" in shown and "own words</p>" not in shown


def test_why_opens_the_reasons_and_the_law():
    shown = drawn("{{ why(it, about='the advocate') }}", it=Decision(True, ("One.", "Two."), (Law("Care Act 2014 s68"),)))
    assert "<summary" in shown and "One." in shown and "Care Act 2014 s68" in shown and "the advocate" in shown


def test_a_list_has_pages_only_when_it_needs_them():
    few, many = Paginator(range(3), 5).page(1), Paginator(range(60), 5).page(3)
    assert drawn("{{ pages(page) }}", page=few).strip() == ""
    shown = drawn("{{ pages(page, '?q=x&') }}", page=many)
    assert 'href="?q=x&amp;page=4"' in shown and 'aria-current="page"' in shown


def test_a_table_scrolls_in_its_own_named_box():
    shown = drawn('{{ table("Figures", ["Month", "Asked"], [["May", 3]], numeric=[1]) }}')
    assert 'role="region" aria-label="Figures"' in shown and 'scope="row"' in shown

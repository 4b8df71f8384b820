"""Does Markdown become a safe page: HTML shown as text, other sites marked, each fact led to its source?"""

import pytest

from heard.learning.citing import citations_in, without_citations
from heard.learning.library import library, resource_in
from heard.learning.marking import facts_in, in_short, page_of, plain_words
from tests.learning.written import resource_text


def page(body: str) -> str:
    return str(page_of(resource_in(resource_text(body=body)), library()))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<script>alert(1)</script>", id="a script in its own block"),
        pytest.param("Words <img src=x onerror=alert(1)> more", id="a picture inside a line"),
        pytest.param("[press](javascript:alert(1))", id="a link that is a script"),
        pytest.param("![x](https://elsewhere.invalid/x.png)", id="a picture of another site"),
        pytest.param("[a](<https://x.invalid/\" onmouseover=\"alert(1)>)", id="a link that breaks out"),
        pytest.param("Fact <b>x</b> [BRIEFING]", id="HTML before a source"),
    ],
)  # fmt: skip
def test_nothing_in_a_file_becomes_html_of_its_own(body):
    html = page(body)
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert 'href="javascript' not in html
    assert '" onmouseover' not in html


def test_another_site_is_marked_and_told_nothing():
    html = page("Read [the Act](https://www.legislation.gov.uk/ukpga/2014/23). [BRIEFING]")
    assert 'rel="noreferrer noopener external"' in html
    assert "the Act</a> (another website)" in html
    assert "target" not in html


def test_our_own_pages_are_not_marked():
    html = page("Read [about advocacy](/learning/advocacy). [BRIEFING]")
    assert "another website" not in html
    assert "noreferrer" not in html


def test_a_fact_leads_to_its_source():
    html = page("Ask the adult. [BRIEFING]")
    assert 'href="#source-1"' in html
    assert "[BRIEFING]" not in html


def test_a_heading_is_no_fact_and_what_opens_a_list_is_one():
    opens = ["Signs are:", "one [A]", "two [B]", "Three. [A; B]"]
    assert facts_in("## Heading\n\nSigns are:\n\n- one [A]\n- two [B]\n\nThree. [A; B]") == opens


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        pytest.param("It is so. [A-1]", ("A-1",), id="one"),
        pytest.param("It is so. [A-1; B]", ("A-1", "B"), id="two"),
        pytest.param("It is so.", (), id="none"),
        pytest.param("It [A] is so.", (), id="not at the end"),
    ],
)
def test_citations_in(words, keys):
    assert citations_in(words) == keys


def test_without_citations():
    assert without_citations("It is so. [A-1; B]") == "It is so."


def test_what_stands_beside_the_work_is_the_short_part_alone():
    shown = str(in_short(resource_in(resource_text(body="## In short\n\nFirst. [BRIEFING]\n\n## Then\n\nSecond. [BRIEFING]")), library()))
    assert "First." in shown
    assert "Second" not in shown
    assert "source-1" not in shown


def test_plain_words_are_all_that_is_read_and_nothing_of_the_markup():
    words = plain_words(resource_in(resource_text(body="## In short\n\n**Ask** [them](/x). [BRIEFING]")))
    assert "Ask them." in words
    assert "It is their life." in words
    assert "[BRIEFING]" not in words
    assert "*" not in words

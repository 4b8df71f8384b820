"""Is the Board's report a PDF that a screen reader can follow, in plain English, without a name?"""

from io import BytesIO

import pikepdf
import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from heard.measures.actions import refresh_figures
from heard.measures.report import pdf_of_report, report_of
from heard.rules.indicators.periods import last_twelve_months
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.measures.test_board_pages import LATELY, concluded

pytestmark = pytest.mark.django_db


def tags(pdf):
    """The structure tree's elements in order of reading, each with its words for a picture."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, pikepdf.Array):
            waiting = [*one, *waiting]
        elif isinstance(one, pikepdf.Dictionary):
            found += [(str(one.S), str(one.get("/Alt", "")))] if "/S" in one else []
            waiting = [one.K, *waiting] if "/K" in one else waiting
    return found


def report():
    council = factories.authority()
    return report_of(council, last_twelve_months(LATELY), refresh_figures(authority=council))


def test_it_says_first_what_matters_in_plain_sentences():
    concluded(33, asked=21)
    found = report()
    assert found.number == 35 and found.first == ["64% of adults were asked what they want to happen."]
    assert [section.group for section, _ in found.sections][:2] == ["wanted", "heard"]


def test_it_is_tagged_with_headings_tables_and_words_for_each_picture():
    concluded(33, asked=21, provider="Hollybank")
    pdf = pikepdf.open(BytesIO(pdf_of_report(report())))
    found = tags(pdf)
    names = [name for name, _ in found]
    assert bool(pdf.Root.MarkInfo.Marked) and str(pdf.Root.Lang) == "en-GB" and str(pdf.docinfo["/Title"]).startswith("What difference")
    assert names.count("/H1") == 1 and names.count("/H2") >= 6 and {"/Table", "/TH", "/TD", "/L", "/LI"} <= set(names)
    pictures = [words for name, words in found if name == "/Figure"]
    assert pictures and all("The table below gives every figure." in words for words in pictures)


def test_how_it_was_for_them_has_a_table_for_each_question_and_names_whoever_is_too_few():
    for number, who, answer, by_lead in ((20, "adult", "yes", True), (20, "adult", "no", False), (2, "representative", "yes", False)):
        for _ in range(number):
            given = {"who": who, "who_name": "Sam", "answers": {"listened-to": answer}, "by_lead": by_lead}
            factories.experience(factories.enquiry(), asked_on=LATELY, **given)
    found = report()
    words = render_to_string("measures/report.html", {"report": found})
    assert [one.key for one in found.experience] == ["experience-asking", "experience-listened-to"]
    assert words.count("<caption>Answers: ") == 2 and words.count("Too few to show of: people who spoke for an adult.") == 2
    assert pdf_of_report(found).startswith(b"%PDF")


def test_with_nothing_it_says_so_and_is_still_a_report():
    found = report()
    assert found.first == [] and found.sections == [] and pdf_of_report(found).startswith(b"%PDF")


def test_it_is_a_file_for_those_who_may_see_figures_and_its_name_says_nothing_of_anybody(client):
    client.force_login(factories.user(Role.ANALYST))
    answer = client.get(reverse("board-report"))
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"].startswith('attachment; filename="board-report-20')
    client.force_login(factories.user(Role.ADMINISTRATOR))
    assert client.get(reverse("board-report")).status_code == 403

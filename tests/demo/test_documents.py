"""Are the words of every Easy Read document of the demo plain, and is every PDF of it tagged?

What Heard or a worker wrote is checked. What the adult said is quoted whole, marked as theirs, and outside the check.
"""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from demo.load import load_demo
from heard.cases.models import Case
from heard.documents.files import file_name, made
from heard.documents.letter import letter_from
from heard.documents.models import SentDocument
from heard.documents.pdf import pdf_of
from heard.documents.rendering import hash_of, html_of, paper_of
from heard.documents.rows import RowKind, findings_of, our_words, rows_of
from heard.enquiries.queries.letters import writing_of
from heard.rules.easy_read import LONGEST, WORD, sentences_in
from heard.rules.giveaway_words import giveaway_words_in
from heard.rules.vocabulary.documents import FileKind, Look
from heard.rules.vocabulary.safe_contact import DocumentKind
from tests.documents.test_pdf_and_word import tags

pytestmark = pytest.mark.django_db
TYPED = {
    "happens_next": "Robin will ring you on Friday.", "more": "We can help.", "questions": "How are you?", "why": "You want help.",
    "place": "The library", "who": "Robin", "about": "Your plan", "how_to_tell": "Ann will ring you.", "told": ["being-looked-into"],
}  # fmt: skip


def easy_read_documents(cases):
    """Every Easy Read document that can be made of the demo's record, one of each kind for each case."""
    for case in cases:
        for kind in DocumentKind:
            writing = writing_of(case, kind, case.lead)
            if not writing.missing:
                yield case, replace(writing.make(TYPED), look=Look.EASY_READ)


def test_the_documents_of_the_demo(caplog):
    """One test, because the demo takes long to load; each thing that is looked at has a function of its own."""
    load_demo(say=lambda words: None)
    led = Case.objects.filter(lead__isnull=False).select_related("person", "lead", "authority")
    documents = list(easy_read_documents(led))
    assert {letter.kind for _, letter in documents} == set(DocumentKind), "The demo has nothing to make one of the kinds from."
    assert len(documents) > 300
    no_sentence_of_ours_is_long_or_hard(documents)
    sent = SentDocument.objects.filter(look=Look.EASY_READ).select_related("case")
    assert len(sent) > 5
    no_sentence_of_ours_is_long_or_hard([(one.case, letter_from(one.words)) for one in sent])
    what_somebody_said_is_quoted_whole(documents)
    no_title_or_file_name_says_what_it_is_about(documents)
    every_pdf_of_what_was_sent_is_tagged()
    a_pdf_of_each_kind_is_tagged_in_each_look(documents)
    assert not [one.message[:200] for one in caplog.records if one.name == "weasyprint"]


def no_sentence_of_ours_is_long_or_hard(documents):
    """None over fifteen words, and nothing that the check finds."""
    too_long, hard = [], {}
    for case, letter in documents:
        too_long += [one for one in sentences_in(our_words(letter)) if len(WORD.findall(one)) > LONGEST]
        hard |= {one: (case.reference, letter.kind.value) for one in findings_of(letter)}
    assert not too_long and not hard


def what_somebody_said_is_quoted_whole(documents):
    """In quotation marks, and set apart on the page."""
    quoted = 0
    for _, letter in documents:
        html = html_of(letter)
        for row in rows_of(letter):
            if row.kind == RowKind.SAID:
                quoted += 1
                assert row.words.startswith("“") and row.words.endswith("”")
                assert html.count("<blockquote>") >= 1
    assert quoted > 100


def no_title_or_file_name_says_what_it_is_about(documents):
    """None of the giveaway words, and no link at all."""
    titles = {letter.title for _, letter in documents}
    names = {file_name(kind) for kind in FileKind}
    assert not {one: found for one in titles | names if (found := giveaway_words_in(one))}
    assert not any("<a " in html_of(letter) for _, letter in documents), "A link in what goes to the adult would be looked at by others."


def is_in_order(content: bytes) -> None:
    """Tagged, with a title and a language, one first heading, and nothing that only decorates in what is read."""
    with pikepdf.open(BytesIO(content)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked) and str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/Title"]) == "A letter for you"
        found = tags(pdf)
    assert found.count("/H1") == 1 and "/H2" in found and "/P" in found and "/Figure" not in found


def every_pdf_of_what_was_sent_is_tagged():
    """And each kept letter is still as it was kept."""
    sent = list(SentDocument.objects.all())
    assert len(sent) > 15 and {one.look for one in sent} == set(Look)
    for one in sent:
        assert one.sha256 == hash_of(one.html) and html_of(letter_from(one.words)) == one.html
        is_in_order(made(one, FileKind.PDF))


def a_pdf_of_each_kind_is_tagged_in_each_look(documents):
    """One of each kind in Easy Read; the plan in all looks."""
    one_of_each = {letter.kind: letter for _, letter in documents}
    looks = [replace(one_of_each[DocumentKind.YOUR_PLAN], look=look) for look in Look]
    for letter in (*one_of_each.values(), *looks):
        is_in_order(pdf_of(paper_of(html_of(letter), letter.title)))

"""Does a learning record leave with its owner, whole: as a tagged PDF, a .docx and JSON?"""

import json
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from docx import Document

from heard.learning.actions.log import choose_register
from heard.learning.actions.sharing import comment_on_entry, share_entry
from tests import factories
from tests.learning.test_log import SECRET, WORDS, text, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def me(client):
    user = factories.user(full_name="Robin Reader")
    client.force_login(user)
    return user


@pytest.fixture
def record(me):
    entry = written(me, **WORDS, minutes=30, discussed_with="colleague", discussed="She saw\n\nit another way.")
    share = share_entry(entry=entry, peer=factories.user(full_name="Sam Peer"), by=me)
    comment_on_entry(share=share, comment="I had not thought of that.", by=share.peer)
    return entry


def test_the_record_leaves_as_a_tagged_pdf(client, me, record):
    answer = client.get(reverse("log-take-pdf"))
    assert answer["Content-Disposition"] == 'attachment; filename="learning-record.pdf"'
    with pikepdf.open(BytesIO(answer.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.docinfo["/Title"] == "Learning record"


def test_the_record_leaves_as_a_word_document(client, me, record):
    answer = client.get(reverse("log-take-word"))
    words = "\n".join(one.text for one in Document(BytesIO(answer.content)).paragraphs)
    assert all(one in words for one in (SECRET, "it another way.", "Sam Peer said", "I had not thought of that.", "30 minutes"))


def test_the_record_leaves_as_json(client, me, record):
    choose_register(by=me, register="hcpc", renews_on=date(2027, 1, 31))
    whole = json.loads(client.get(reverse("log-take-json")).content)
    assert whole["register"] == {"slug": "hcpc", "renews_on": "2027-01-31", "reminds": True}
    row = whole["entries"][0]
    assert (row["learnt"], row["done_on"], row["minutes"]) == (SECRET, "2026-03-02", 30)
    assert row["comments"][0]["words"] == "I had not thought of that."
    assert set(WORDS) <= set(row)


def test_an_empty_record_leaves_too(client, me):
    assert client.get(reverse("log-take-pdf")).status_code == 200
    assert client.get(reverse("log-take-word")).status_code == 200
    assert json.loads(client.get(reverse("log-take-json")).content)["entries"] == []
    assert "0 entries" in text(client.get(reverse("log-take")))

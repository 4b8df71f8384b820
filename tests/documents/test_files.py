"""Does a kept letter leave as a file only through the gate, made once, kept, and whole: a real PDF, a real .docx, real sound?"""

import hashlib
import wave
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.documents import spoken
from heard.documents.actions import may_take, send_document, take_file
from heard.documents.letter import Letter, Line, Part, Said
from heard.documents.models import SentFile
from heard.documents.spoken import CANNOT, FAILED, CannotSpeak, can_say, sound_of
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.documents import FileKind, Look
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.safe_contact import DocumentKind
from tests import factories

pytestmark = pytest.mark.django_db
PARTS = (
    Part("What you said", said=(Said("“He takes it.”", "You said this."),)), Part("Next", lines=(Line("We will ring.", "phone-call"),)),
)  # fmt: skip
LETTER = Letter(DocumentKind.WHAT_YOU_TOLD_US, "A letter for you", "Dear Mary,", PARTS, look=Look.EASY_READ)


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    factories.safe_contact_card(made.case.person)
    return made


@pytest.fixture
def sent(enquiry):
    return send_document(case=enquiry.case, letter=LETTER, how="post", where="2 High Street", by=enquiry.lead)


def now_unsafe(enquiry):
    card = enquiry.case.person.safe_contact_cards.get()
    card.ways = [{"way": "post", "is_safe": "no", "where": "", "words": "He has moved back in"}]
    card.save()


def test_a_pdf_is_made_once_and_kept(enquiry, sent):
    first = take_file(sent=sent, kind=FileKind.PDF, by=enquiry.lead)
    again = take_file(sent=sent, kind=FileKind.PDF, by=enquiry.lead)
    assert first.pk == again.pk and SentFile.objects.count() == 1
    event = Event.objects.get(event="keep-file-of-letter")
    assert (event.case_id, event.detail) == (enquiry.case_id, {"kind": "pdf"})
    assert first.sha256 == hashlib.sha256(bytes(again.content)).hexdigest()
    with pikepdf.open(BytesIO(bytes(again.content))) as pdf:
        assert pdf.docinfo["/Title"] == "A letter for you"


def seconds(wav: bytes) -> float:
    with wave.open(BytesIO(wav)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        frames = sound.readframes(sound.getnframes())
        assert len(frames) == sound.getnframes() * 2 and any(frames)
        return sound.getnframes() / sound.getframerate()


@pytest.fixture
def a_voice():
    """Sound is part of the tests: never skipped. ``make test`` installs what is missing."""
    assert spoken.program(), "espeak-ng is not installed. Run: apt-get install espeak-ng"


def test_sound_is_a_real_file_of_more_than_a_second_made_from_what_was_kept(enquiry, sent, a_voice):
    kept = take_file(sent=sent, kind=FileKind.AUDIO, by=enquiry.lead)
    assert bytes(kept.content)[:4] == b"RIFF" and seconds(bytes(kept.content)) > 1


def test_both_languages_are_read_and_one_without_a_voice_is_left_out(a_voice):
    english = (("en-gb", "We will ring you on Friday."),)
    assert can_say("ar") and not can_say("prs")
    assert seconds(sound_of((*english, ("ar", "سوف نتصل بك يوم الجمعة")))) > seconds(sound_of(english))
    assert seconds(sound_of((*english, ("prs", "سوف نتصل")))) == seconds(sound_of(english))


def test_without_the_program_it_says_so_and_keeps_nothing(client, enquiry, sent, monkeypatch):
    monkeypatch.setattr(spoken.shutil, "which", lambda name: None)
    with pytest.raises(CannotSpeak, match="espeak-ng is not installed"):
        take_file(sent=sent, kind=FileKind.AUDIO, by=enquiry.lead)
    client.force_login(enquiry.lead)
    page = client.get(reverse("sent-document", args=[enquiry.case.reference, sent.pk])).content.decode()
    assert CANNOT in page and ">Sound<" not in page
    answer = client.post(reverse("take-file", args=[enquiry.case.reference, sent.pk, "wav"]), follow=True)
    assert CANNOT in answer.content.decode() and not SentFile.objects.exists()


def test_a_program_that_fails_is_said_and_keeps_nothing(enquiry, sent, settings, tmp_path):
    broken = tmp_path / "espeak-ng"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    settings.HEARD_ESPEAK = str(broken)
    with pytest.raises(CannotSpeak) as fault:
        take_file(sent=sent, kind=FileKind.AUDIO, by=enquiry.lead)
    assert str(fault.value) == FAILED and not SentFile.objects.exists()


@pytest.mark.parametrize("kind", FileKind, ids=lambda kind: kind.value)
def test_each_time_the_gate_is_asked_again(enquiry, sent, kind):
    now_unsafe(enquiry)
    with pytest.raises(NotAllowed) as stopped:
        take_file(sent=sent, kind=kind, by=factories.user(Role.MANAGER))
    assert "He has moved back in" in stopped.value.decision.because[0] and not SentFile.objects.exists()


def test_what_a_manager_let_go_still_goes_for_the_same_reason_and_not_for_a_new_one(enquiry):
    now_unsafe(enquiry)
    boss = factories.user(Role.MANAGER)
    kept = send_document(case=enquiry.case, letter=LETTER, how="post", by=boss, override_because="She rang to ask for it.")
    assert may_take(kept)
    enquiry.case.person.must_not_know = "Mary"
    card = enquiry.case.person.safe_contact_cards.get()
    card.ways = [{"way": "post", "is_safe": "no", "where": "", "words": "Her brother came too"}]
    card.save()
    assert not may_take(kept)


def test_the_page_gives_a_file_whose_name_says_nothing(client, enquiry, sent):
    client.force_login(enquiry.lead)
    address = reverse("take-file", args=[enquiry.case.reference, sent.pk, "pdf"])
    answer = client.post(address)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"' and answer.content.startswith(b"%PDF")
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert Event.objects.filter(event="take-file-of-letter", is_read=True).exists()
    assert client.get(address).status_code == 405
    assert client.post(address.replace("/pdf", "/exe")).status_code == 404


def test_the_page_says_why_nothing_was_taken(client, enquiry, sent):
    now_unsafe(enquiry)
    client.force_login(enquiry.lead)
    page = client.post(reverse("take-file", args=[enquiry.case.reference, sent.pk, "pdf"]), follow=True).content.decode()
    assert "Nothing was taken" in page and "He has moved back in" in page and "No file can be taken now" in page


@pytest.mark.parametrize(
    ("role", "status"), [(Role.ANALYST, 403), (Role.ADMINISTRATOR, 403)], ids=["an analyst", "an administrator"]
)
def test_who_may_not_take_one(client, enquiry, sent, role, status):
    client.force_login(factories.user(role))
    assert client.post(reverse("take-file", args=[enquiry.case.reference, sent.pk, "pdf"])).status_code == status


def test_another_team_may_not_take_one(client, enquiry, sent):
    client.force_login(factories.user(teams=[factories.team("South team")]))
    assert client.post(reverse("take-file", args=[enquiry.case.reference, sent.pk, "pdf"])).status_code == 404


def test_a_kept_letter_that_was_changed_outside_heard_is_noticed(client, enquiry, sent):
    client.force_login(enquiry.lead)
    address = reverse("sent-document", args=[enquiry.case.reference, sent.pk])
    assert "not the letter as it was kept" not in client.get(address).content.decode()
    type(sent).objects.filter(pk=sent.pk).update(html=sent.html.replace("We will ring", "We will come"))
    assert "not the letter as it was kept" in client.get(address).content.decode()

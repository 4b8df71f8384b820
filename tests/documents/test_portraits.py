"""Does a worker's face stand beside their name where they choose so, and with nothing of the photograph but its dots?"""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from heard.audit.models import Event
from heard.documents.actions import keep_portrait, take_back_portrait
from heard.documents.faces import LARGEST, NoFace, face_from
from heard.documents.letter import Helper, Letter, Part
from heard.documents.models import Portrait
from heard.documents.queries import face_of
from heard.documents.rendering import html_of, paper_of
from heard.enquiries.queries.letters import helpers_of
from heard.rules.vocabulary.documents import Look
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.safe_contact import DocumentKind
from tests import factories

pytestmark = pytest.mark.django_db
TAKEN_AT = 306  # the tag of a photograph that says when it was taken


def photograph(kind: str = "JPEG", size=(600, 400)) -> bytes:
    picture, file = Image.new("RGB", size, "purple"), BytesIO()
    noted = Image.Exif()
    noted[TAKEN_AT] = "2026:03:02 10:00:00 at home"
    picture.save(file, kind, exif=noted)
    return file.getvalue()


def upload(client, content: bytes, name: str = "me.jpg"):
    return client.post(reverse("my-picture"), {"picture": SimpleUploadedFile(name, content, "image/jpeg")})


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_only_the_dots_of_a_photograph_are_kept(kind):
    face = face_from(photograph(kind))
    with Image.open(BytesIO(face)) as kept:
        assert kept.size == (240, 240) and kept.format == "JPEG" and not dict(kept.getexif())
    assert b"at home" not in face and len(face) < 20_000


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"GIF89a" + bytes(100), id="another kind of file"),
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", id="a drawing"),
        pytest.param(photograph()[:200], id="half a photograph"),
        pytest.param(bytes(LARGEST + 1), id="too large"),
    ],
)
def test_what_is_no_face_is_refused(content):
    with pytest.raises(NoFace):
        face_from(content)


def test_it_is_added_changed_and_taken_back(client):
    me = factories.user()
    client.force_login(me)
    assert upload(client, photograph()).status_code == 302
    first = face_of(me)
    upload(client, photograph(size=(300, 300)))
    assert Portrait.objects.count() == 1 and first.startswith("data:image/jpeg;base64,")
    assert "as it is shown" in client.get(reverse("my-picture")).content.decode()
    client.post(reverse("my-picture"), {"take_back": "1"})
    assert face_of(me) == "" and Event.objects.filter(event="take-back-own-picture").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"not a picture", "not a JPEG or PNG picture"), (b"", "The file is empty")], ids=["no picture", "an empty file"],
)
def test_what_is_wrong_is_said(client, content, says):
    client.force_login(factories.user())
    assert says in upload(client, content).content.decode() and not Portrait.objects.exists()


def test_nothing_chosen_is_said(client):
    client.force_login(factories.user())
    assert "Choose a photograph" in client.post(reverse("my-picture"), {}).content.decode()


def test_it_stands_beside_their_name_and_is_no_part_of_what_a_pdf_reads_aloud():
    enquiry = factories.enquiry()
    keep_portrait(content=face_from(photograph()), by=enquiry.lead)
    helpers = helpers_of(enquiry.case, enquiry.lead)
    assert helpers[0].face and isinstance(helpers[0], Helper)
    parts = (Part("Who will help you", helpers=helpers),)
    html = html_of(Letter(DocumentKind.YOUR_PLAN, "A letter for you", "", parts, look=Look.EASY_READ))
    assert '<img class="heard-easy__face"' in html and "heard-easy__initials" not in html
    assert "<img" not in paper_of(html, "A letter for you") and "background-image: url(data:image/jpeg" in paper_of(html, "A letter")
    take_back_portrait(by=enquiry.lead)
    assert not helpers_of(enquiry.case, enquiry.lead)[0].face


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR], ids=["an analyst", "an administrator"])
def test_who_writes_no_letters_has_none(client, role):
    client.force_login(factories.user(role))
    assert client.get(reverse("my-picture")).status_code == 403

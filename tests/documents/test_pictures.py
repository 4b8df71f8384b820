"""Does a council's own picture set take the place of Heard's, with whom to name, and does what is missing fall back?"""

import json

import pytest
from django.contrib.staticfiles import finders

from heard.documents.letter import Letter, Line, Part
from heard.documents.pictures import LARGEST, OURS, attributions_of, picture_of
from heard.documents.rendering import html_of
from heard.rules.vocabulary.documents import Look
from heard.rules.vocabulary.safe_contact import DocumentKind

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
LETTER = Letter(
    DocumentKind.YOUR_PLAN, "A letter for you", "",
    (Part("You", lines=(Line("We will ring.", "phone-call"), Line("On Friday.", "calendar"), Line("Hello.", "nobody-drew-this"))),),
    look=Look.EASY_READ,
)  # fmt: skip


@pytest.fixture
def council_set(tmp_path, settings):
    """A council's mapping file, with what is given in it."""

    def listed(pictures) -> None:
        (tmp_path / "phone.png").write_bytes(PNG)
        (tmp_path / "large.png").write_bytes(bytes(LARGEST + 1))
        (tmp_path / "page.html").write_text("<p>")
        (tmp_path / "map.json").write_text(pictures if isinstance(pictures, str) else json.dumps(pictures))
        settings.HEARD_PICTURES_MAP = str(tmp_path / "map.json")

    return listed


def test_ours_is_named_on_the_document_once():
    html = html_of(LETTER)
    assert html.count("<img") == 2 and html.count(OURS) == 1 and "Hello." in html


def test_a_councils_picture_takes_the_place_of_ours_and_both_are_named(council_set):
    council_set({"phone-call": {"file": "phone.png", "attribution": "Photos: licence held by Testshire."}})
    assert picture_of("phone-call").address.startswith("data:image/png;base64,")
    assert attributions_of(["phone-call", "phone-call", "calendar"]) == ("Photos: licence held by Testshire.", OURS)
    html = html_of(LETTER)
    assert "Photos: licence held by Testshire." in html and OURS in html


@pytest.mark.parametrize(
    "pictures",
    [
        pytest.param({}, id="it does not have one"),
        pytest.param({"phone-call": {"file": "gone.png"}}, id="its file is not there"),
        pytest.param({"phone-call": {"file": "large.png"}}, id="its file is too large to keep"),
        pytest.param({"phone-call": {"file": "page.html"}}, id="its file is no picture"),
        pytest.param({"phone-call": "phone.png"}, id="it is written wrongly"),
        pytest.param("{", id="the mapping file cannot be read"),
        pytest.param([], id="the mapping file is no map"),
    ],
)
def test_what_is_missing_falls_back_to_ours(council_set, pictures):
    council_set(pictures)
    assert picture_of("phone-call").attribution == OURS


def test_a_mapping_file_that_is_not_there_is_no_fault(settings, tmp_path):
    settings.HEARD_PICTURES_MAP = str(tmp_path / "nothing.json")
    assert picture_of("phone-call").attribution == OURS


def test_every_picture_that_a_letter_names_is_drawn():
    from heard.concerns import letters as concerns
    from heard.documents import phrases
    from heard.enquiries import letters as enquiries
    from heard.rules.easy_read import sentences_in
    from heard.voice import letters as voice

    named = set()
    for module in (concerns, phrases, enquiries, voice):
        for value in vars(module).values():
            pairs = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
            named |= {one[1] for one in pairs if isinstance(one, tuple) and len(one) == 2 and sentences_in(str(one[0]))}
    assert len(named) > 10 and all(finders.find(f"documents/pictures/{one}.svg") or finders.find(f"voice/cards/{one}.svg") for one in named)

"""Does a .docx have the look of its letter: size, pictures and faces, two languages side by side, each in its own direction?"""

from base64 import b64encode
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from PIL import Image

from heard.documents.letter import Helper, Letter, Line, Part, Said, SecondLanguage
from heard.documents.word_letter import DRAWN, word_of_letter
from heard.rules.vocabulary.documents import Language, Look
from heard.rules.vocabulary.safe_contact import DocumentKind
from tests.standards.tree import HEARD


def _dots(kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (20, 20), "navy").save(made, kind)
    return made.getvalue()


FACE = f"data:image/jpeg;base64,{b64encode(_dots('JPEG')).decode()}"
PARTS = (
    Part("What you said", said=(Said("“He takes it.”", "You said this."),)),
    Part(
        "Next", lines=(Line("We will ring.", "phone-call"), Line("Its number is 1.")), boxes=("Yes", "I do not want to say"),
        box_pictures=("yes", ""), room=True,
    ),
    Part("Who will help you", helpers=(Helper("Robin Leads", "Works with you.", FACE), Helper("Sam Example", "Speaks up for you."))),
)
LETTER = Letter(DocumentKind.WHAT_YOU_TOLD_US, "A letter for you", "Dear Mary,", PARTS, look=Look.EASY_READ)
ROWS = ("ماري العزيزة", "ما قلته", "هو يأخذها", "التالي", "سوف نتصل", "رقمها 1", "نعم", "لا أريد", "من سيساعدك", "روبن", "سام")


def opened(letter: Letter):
    return docx.Document(BytesIO(word_of_letter(letter, letter.title)))


def beside(document) -> list[tuple[str, ...]]:
    """The cells of every row that stands in columns."""
    rows = [row for table in document.tables if len(table.columns) > 1 for row in table.rows]
    return [tuple(cell.text for cell in row.cells) for row in rows]


@pytest.mark.parametrize(("look", "points"), [(Look.PLAIN, 14), (Look.LARGE, 18), (Look.EASY_READ, 16)])
def test_each_look_has_its_size_in_a_plain_font(look, points):
    file = opened(replace(LETTER, look=look))
    styles = {name: file.styles[name] for name in ("Normal", "Quote", "Heading 1")}
    assert [styles["Normal"].font.size, styles["Quote"].font.size] == [Pt(points), Pt(points)]
    assert styles["Heading 1"].font.size > Pt(points) and {one.font.name for one in styles.values()} == {"Arial"}
    assert not styles["Quote"].font.italic
    for style in styles.values():
        order = [one.tag.split("}")[1] for one in style.element.rPr]
        assert order.index("sz") + 1 == order.index("szCs"), "Word opens no file whose properties stand in another order"


def test_easy_read_has_the_picture_left_and_the_words_right():
    file = opened(LETTER)
    assert [one.text for one in file.paragraphs if one.style.name == "Heading 1"] == ["What you said", "Next", "Who will help you"]
    assert beside(file) == [
        ("", "“He takes it.”\nYou said this."), ("", "We will ring."), ("", "☐  Yes"), ("", "Robin Leads\nWorks with you."),
        ("SE", "Sam Example\nSpeaks up for you."),
    ]  # fmt: skip
    drawn = file.element.xpath("//wp:docPr")
    assert len(drawn) == 4 and all("decorative" in one.xml and one.get("descr") == "" for one in drawn)
    assert file.paragraphs[-1].text == "Pictures: OpenMoji, CC BY-SA 4.0."
    assert "☐  I do not want to say" in [one.text for one in file.paragraphs]
    assert file.styles.element.xpath("//w:lang/@w:val") == ["en-GB"]


@pytest.mark.parametrize("look", [Look.PLAIN, Look.LARGE])
def test_the_other_looks_have_no_picture_and_nothing_in_columns(look):
    file = opened(replace(LETTER, look=look))
    assert not beside(file) and not file.element.xpath("//w:drawing") and "OpenMoji" not in file.element.xml


@pytest.mark.parametrize("look", Look, ids=lambda look: look.value)
def test_a_second_language_stands_beside_in_its_direction_and_is_named_for_a_screen_reader(look):
    file = opened(replace(LETTER, look=look, second=SecondLanguage(Language.ARABIC, "Noor, interpreter", ROWS)))
    rows = beside(file)
    assert [one[-1] for one in rows] == list(ROWS) and [one[-2] for one in rows][:2] == ["Dear Mary,", "What you said"]
    for row in (row for table in file.tables if len(table.columns) > 1 for row in table.rows):
        english, arabic = row.cells[-2], row.cells[-1]
        assert not english._tc.xpath(".//w:bidi | .//w:rtl")
        assert arabic._tc.xpath(".//w:pPr/w:bidi") and arabic._tc.xpath(".//w:rPr/w:rtl")
        assert arabic._tc.xpath(".//w:rPr/w:lang")[0].get(qn("w:bidi")) == "ar"
    assert "Put into Arabic by Noor, interpreter." in [one.text for one in file.paragraphs]


def test_a_language_from_left_to_right_is_named_too():
    file = opened(replace(LETTER, look=Look.PLAIN, second=SecondLanguage(Language.POLISH, "Ewa", ("Droga Mary,", *ROWS[1:]))))
    assert file.tables[0].rows[0].cells[1]._tc.xpath(".//w:lang")[0].get(qn("w:val")) == "pl" and not file.element.xpath("//w:bidi")


def test_a_picture_of_the_council_stands_in_it_where_word_can_show_it(settings, tmp_path):
    (tmp_path / "phone.png").write_bytes(_dots("PNG"))
    (tmp_path / "map.json").write_text('{"phone-call": {"file": "phone.png", "attribution": "Ours"}}')
    settings.HEARD_PICTURES_MAP = str(tmp_path / "map.json")
    file = opened(LETTER)
    assert _dots("PNG") in [part.blob for part in file.part.package.image_parts] and "Ours" in [one.text for one in file.paragraphs]


def test_where_the_council_has_an_svg_word_shows_ours_and_says_so(settings, tmp_path):
    (tmp_path / "phone.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "map.json").write_text('{"phone-call": {"file": "phone.svg", "attribution": "Theirs"}}')
    settings.HEARD_PICTURES_MAP = str(tmp_path / "map.json")
    words = [one.text for one in opened(LETTER).paragraphs]
    assert "Theirs" not in words and "Pictures: OpenMoji, CC BY-SA 4.0." in words


def test_every_picture_of_ours_is_there_for_word():
    folders = ("documents/static/documents/pictures", "voice/static/voice/cards")
    named = [path.stem for folder in folders for path in (HEARD / folder).glob("*.svg")]
    missing = [name for name in named if not (DRAWN / f"{name}.png").is_file()]
    assert not missing and len(named) == len(set(named)), f"Draw each in heard/documents/drawn, 300 by 300 dots: {missing}"

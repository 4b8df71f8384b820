"""How does a letter become a .docx that somebody can edit, in the look it has: its size, its pictures, its second language beside it?"""

from base64 import b64decode
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from heard.documents.letter import Letter, SecondLanguage
from heard.documents.pictures import OURS, picture_of
from heard.documents.rows import Row, RowKind, rows_of
from heard.documents.word import saved, started
from heard.rules.vocabulary.documents import Look

POINTS: dict[Look, int] = {Look.PLAIN: 14, Look.LARGE: 18, Look.EASY_READ: 16}
BOX = "\u2610"
FONT = "Arial"
PICTURE, FACE, BESIDE, ROOM = Mm(28), Mm(26), Mm(32), Mm(42)
DRAWN = Path(__file__).parent / "drawn"  # Heard's own pictures as dots, for Word draws no SVG; made from the SVG beside their names
AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang")
AFTER_BOLD = ("w:i", "w:iCs", "w:caps", "w:smallCaps", "w:color", "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", *AFTER_SIZE)
ONLY_DECORATES = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def word_of_letter(letter: Letter, title: str) -> bytes:
    """The letter as a .docx: Easy Read with picture left and words right, large print large, two languages side by side."""
    document = started(title)
    _look(document, POINTS[letter.look])
    document.add_heading(title, level=0)
    for one in (letter.council, letter.subject):
        if one:
            document.add_paragraph(one)
    easy = letter.look == Look.EASY_READ
    rows, at = rows_of(letter), 0
    while at < len(rows):
        alike = _columns(rows[at], letter, easy)
        end = next((there for there in range(at, len(rows)) if _columns(rows[there], letter, easy) != alike), len(rows))
        _together(document, rows[at:end], alike, letter.second)
        at = end
    if letter.second:
        document.add_paragraph(f"Put into {letter.second.language.label} by {letter.second.translated_by}.")
    shown = [picture_in_dots(row.picture) for row in rows] if easy else []
    for one in dict.fromkeys(whose for _, whose in filter(None, shown) if whose):
        document.add_paragraph(one)
    return saved(document)


def picture_in_dots(slug: str) -> tuple[bytes, str] | None:
    """The council's picture where it is a PNG or JPEG, else Heard's own, and whom to name for it; None where nobody has one."""
    found = picture_of(slug)
    kind, _, content = found.address.partition(";base64,") if found else ("", "", "")
    if kind in ("data:image/png", "data:image/jpeg"):
        return b64decode(content), found.attribution
    drawn = DRAWN / f"{slug}.png"
    return (drawn.read_bytes(), OURS) if drawn.is_file() else None


def _columns(row: Row, letter: Letter, easy: bool) -> tuple[str, ...]:
    """What stands side by side in a row. Words alone need no table, so that a heading is found as one."""
    beside = ("picture",) if easy and row.kind != RowKind.HEADING and (row.helper or picture_in_dots(row.picture)) else ()
    return (*beside, "words", *(("other",) if letter.second else ()))


def _together(document: Document, rows: tuple[Row, ...], columns: tuple[str, ...], second: SecondLanguage | None) -> None:
    if columns == ("words",):
        for row in rows:
            _words(document, row)
        return
    table = document.add_table(rows=0, cols=len(columns))
    table.autofit = False
    width = document.sections[0].page_width - document.sections[0].left_margin - document.sections[0].right_margin
    beside = BESIDE if "picture" in columns else 0
    each = int((width - beside) / (len(columns) - bool(beside)))
    for name, column in zip(columns, table.columns, strict=True):
        column.width = beside if name == "picture" else each
    for row in rows:
        for name, cell in zip(columns, _cells(table), strict=True):
            cell.width = beside if name == "picture" else each
            _FILL[name](cell, row, second)
            _tidy(cell)


def _cells(table: Table) -> tuple[_Cell, ...]:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row.cells


def _tidy(cell: _Cell) -> None:
    """A cell begins with an empty paragraph: it goes where others came."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.text and not first._p.xpath(".//w:drawing"):
        first._p.getparent().remove(first._p)


def _words(there: Document | _Cell, row: Row) -> None:
    """A row's words with whose they are, and room to write where it is left."""
    if row.kind == RowKind.BOX:
        there.add_paragraph(f"{BOX}  {row.words}")
    elif row.helper:
        there.add_paragraph().add_run(row.helper.name).bold = True
    else:
        style = {RowKind.HEADING: "Heading 1", RowKind.SAID: "Quote"}.get(row.kind, "Normal")
        for block in _blocks(row.words):
            there.add_paragraph(block, style=style)
    if row.note:
        there.add_paragraph(row.note)
    if row.room:
        _room(there)


def _room(there: Document | _Cell) -> None:
    table = there.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    table.rows[0].height_rule, table.rows[0].height = WD_ROW_HEIGHT_RULE.AT_LEAST, ROOM


def _blocks(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\r\n", "\n").split("\n\n") if one.strip()]


def _picture(cell: _Cell, row: Row, second: SecondLanguage | None) -> None:
    """A picture says nothing that the words beside it do not, so that it is marked as decoration."""
    face = row.helper.face if row.helper else ""
    paragraph = cell.paragraphs[0]
    if row.helper and not face:
        paragraph.add_run(row.helper.initials).bold = True
        return
    content = b64decode(face.partition(";base64,")[2]) if face else picture_in_dots(row.picture)[0]
    drawing = paragraph.add_run().add_picture(BytesIO(content), width=FACE if face else PICTURE)._inline
    drawing.docPr.set("descr", "")
    drawing.docPr.append(parse_xml(ONLY_DECORATES))


def _other(cell: _Cell, row: Row, second: SecondLanguage) -> None:
    """The same row in the second language, in its own direction, and marked as that language, so that it is read aloud as such."""
    style = {RowKind.HEADING: "Heading 1", RowKind.SAID: "Quote"}.get(row.kind, "Normal")
    for block in _blocks(row.other):
        paragraph = cell.add_paragraph(block, style=style)
        _in_language(paragraph, second)


def _in_language(paragraph: Paragraph, second: SecondLanguage) -> None:
    is_rtl, code = second.direction == "rtl", str(second.language)
    if is_rtl:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in paragraph.runs:
        about = run._r.get_or_add_rPr()
        if is_rtl:
            about.append(OxmlElement("w:rtl"))
        language = OxmlElement("w:lang")
        language.set(qn("w:bidi" if is_rtl else "w:val"), code)
        if code.startswith("zh"):
            language.set(qn("w:eastAsia"), code)
        about.append(language)


def _look(document: Document, points: int) -> None:
    """One plain font in black; the size of the look, for scripts that run from right to left too; what was said in bold, not slanted."""
    sizes = {"Normal": points, "Title": points + 8, "Heading 1": points + 3, "Quote": points, "List Bullet": points}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.italic = FONT, Pt(size), False
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.bold = name in ("Title", "Heading 1", "Quote")
        about = style.element.get_or_add_rPr()
        fonts = about.find(qn("w:rFonts"))
        for theme in [one for one in fonts.attrib if one.endswith("Theme")]:
            del fonts.attrib[theme]
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
        _set(about, "w:szCs", str(size * 2), AFTER_SIZE)
        if style.font.bold:
            _set(about, "w:bCs", "1", AFTER_BOLD)
    document.styles["Normal"].paragraph_format.space_after = Pt(points * 0.7)
    document.styles["Quote"].paragraph_format.left_indent = Mm(6)
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(22)


def _set(about, name: str, value: str, before: tuple[str, ...]) -> None:
    """Word opens no file whose properties stand in another order than its own."""
    found = about.find(qn(name))
    if found is None:
        found = about.insert_element_before(OxmlElement(name), *before)
    found.set(qn("w:val"), value)


_FILL = {"picture": _picture, "words": lambda cell, row, second: _words(cell, row), "other": _other}

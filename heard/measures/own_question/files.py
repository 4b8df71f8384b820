"""How does an answer go out: as CSV and Parquet, with its picture and the data dictionary, in one zip?"""

import csv
import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from heard.documents.spreadsheet import harmless
from heard.measures.own_question.answer import Answer, answer_rows, columns_used
from heard.returns.case_table import COLUMNS, Column
from heard.returns.dictionary import write_dictionary

OF_ANSWER = (
    Column("row", "Row", "The code of the row's group; two codes with | between them where there are two; “total” for all rows"),
    Column("row_label", "Row in words", "The row's label"),
    Column("column", "Column", "The code of the column; “total” for all columns, or what the parts are of"),
    Column("column_label", "Column in words", "The column's label"),
    Column("count", "Count", "The count as this reader may see it; blank where it is hidden", is_number=True),
    Column("mark", "Mark", "Why a count is blank", {"[c]": "Hidden, so that nobody is given away", "": "Shown"}),
    Column("percent", "Percent", "Of the row's whole, from unrounded counts; blank where it is not shown", is_number=True),
)
AT_ONCE = 10_000
KINDS = ("VARCHAR", "VARCHAR", "VARCHAR", "VARCHAR", "BIGINT", "VARCHAR", "BIGINT")


def zip_of(answer: Answer, picture: str, about: list[tuple[str, str]], engine: duckdb.DuckDBPyConnection | None = None) -> bytes:
    """The answer's files. With ``engine``, of a reader who may open the cases, the de-identified rows behind it as well."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made, TemporaryDirectory(prefix="heard-answer-") as folder:
        made.writestr("answer.csv", _csv(tuple(column.name for column in OF_ANSWER), answer_rows(answer)))
        made.writestr("answer.parquet", _parquet(Path(folder), answer_rows(answer)))
        made.writestr("about.csv", _csv(("what", "said"), about))
        if picture:
            made.writestr("picture.svg", picture)
        used = list(COLUMNS) if engine else columns_used(answer.question)
        dictionary = io.StringIO(newline="")
        write_dictionary(dictionary, [*OF_ANSWER, *used])
        made.writestr("data-dictionary.csv", dictionary.getvalue())
        if engine:
            _write_case_table(made, Path(folder), engine)
    return into.getvalue()


def _write_case_table(made: zipfile.ZipFile, folder: Path, engine: duckdb.DuckDBPyConnection) -> None:
    """The rows as Parquet and, some at a time and without a formula, as CSV."""
    path = folder / "case-table.parquet"
    engine.execute(f"COPY (SELECT * FROM case_rows ORDER BY month_received) TO '{path}' (FORMAT parquet)")  # noqa: S608 - a path of our own
    made.write(path, path.name)
    found = engine.execute("SELECT * FROM case_rows ORDER BY month_received")
    with made.open("case-table.csv", "w") as raw, io.TextIOWrapper(raw, encoding="utf-8", newline="") as into:
        rows = csv.writer(into)
        rows.writerow([column[0] for column in found.description])
        while some := found.fetchmany(AT_ONCE):
            rows.writerows([harmless(cell) for cell in row] for row in some)


def _csv(head: tuple[str, ...], rows: list[tuple]) -> str:
    into = io.StringIO(newline="")
    written = csv.writer(into)
    written.writerow(head)
    written.writerows([harmless(cell) for cell in row] for row in rows)
    return into.getvalue()


def _parquet(folder: Path, rows: list[tuple]) -> bytes:
    path, columns = folder / "answer.parquet", ", ".join(f'"{one.name}" {kind}' for one, kind in zip(OF_ANSWER, KINDS, strict=True))
    with duckdb.connect() as engine:
        engine.execute(f"CREATE TABLE answer ({columns})")
        if rows:
            engine.executemany(f"INSERT INTO answer VALUES ({', '.join('?' * len(OF_ANSWER))})", rows)  # noqa: S608
        engine.execute(f"COPY answer TO '{path}' (FORMAT parquet)")
    return path.read_bytes()

"""Where does Heard ask what one council's section 42 forms ask, and does it ask anything twice?

``docs/questions.csv`` is the record, a row a question; ``docs/questions.md`` is made from it. The questions are Hackney’s published
forms (LBHackney-IT/lbh-core-pathway-pilot, Apache-2.0).
"""

import csv
from collections import Counter
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"

INTRODUCTION = """# One council's questions, and where each lives in Heard

GENERATED from `docs/questions.csv` by `make docs`. The questions are those of Hackney's published section 42 forms
(LBHackney-IT/lbh-core-pathway-pilot, Apache-2.0). Each has its home in Heard and the one screen that asks it, or "not yet" with what it
waits for, or the reason it has none.
"""


def questions() -> list[dict[str, str]]:
    """The rows of ``docs/questions.csv``: number, form, step, question, answer (home, not yet, none), home, asked_on, note."""
    with (DOCS / "questions.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def asked_more_than_once() -> dict[str, set[str]]:
    """Homes that more than one screen of Heard asks for; empty when nothing is asked twice."""
    screens: dict[str, set[str]] = {}
    for row in questions():
        if row["home"]:
            screens.setdefault(row["home"], set()).add(row["asked_on"])
    return {home: where for home, where in screens.items() if len(where) > 1}


def _row(row: dict[str, str]) -> str:
    where = f"`{row['home']}`, asked on `{row['asked_on']}`" if row["home"] else row["answer"].capitalize()
    note = f". {row['note']}" if row["note"] else ""
    return f"| {row['number']} | {row['step']} | {row['question'].replace('|', '/')} | {where}{note} |"


def questions_page() -> str:
    """``docs/questions.md`` as it should be now."""
    rows = questions()
    kinds = Counter(row["answer"] for row in rows)
    asked_there = Counter(row["home"] for row in rows if row["home"])
    repeated = {home: times for home, times in asked_there.items() if times > 1}
    lines = [
        INTRODUCTION,
        f"Of {len(rows)} questions, {kinds['home']} have a home, {kinds['not yet']} wait for later work and {kinds['none']} have none.",
        f"The {kinds['home']} that have a home need {len(asked_there)} answers in Heard, each asked on one screen: "
        f"{sum(repeated.values())} questions on the forms ask for {len(repeated)} of those answers again and again.",
    ]
    for form in dict.fromkeys(row["form"] for row in rows):
        lines += ["", f"## {form}", "", "| | Step | Question | In Heard |", "|---|---|---|---|"]
        lines += [_row(row) for row in rows if row["form"] == form]
    return "\n".join(lines) + "\n"


def write() -> None:
    """Write ``docs/questions.md``."""
    (DOCS / "questions.md").write_text(questions_page(), encoding="utf-8")

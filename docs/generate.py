"""Which pages of docs/ are made from the code? The rules, the pathway, the files of exchange 1.1. `make docs` writes them."""

import ast
import os
import re
from pathlib import Path

import django

from heard.rules.pathway import PATHWAY, CaseStage, Step

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "heard" / "rules"
NOTE = "<!-- Made from the code by `make docs`. Change the code, not this page. -->"


def rules_page() -> str:
    """Every rule: the question its file answers, and for each function what it says, its law or practice, and its test."""
    parts = [
        "# The rules", NOTE, "Each file of `heard/rules/` answers one question and knows no database, no clock and no screen. "
        "A rule informs; a named person decides. *Law* is statute; *practice* is guidance, local procedure or a rule of this house.",
    ]  # fmt: skip
    for path in sorted(RULES.rglob("*.py")):
        if path.name != "__init__.py" and "vocabulary" not in path.parts:
            parts += _one_file(path)
    return "\n\n".join(parts) + "\n"


def _one_file(path: Path) -> list[str]:
    tree = ast.parse(path.read_text())
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
    if not functions:
        return []
    inside = path.relative_to(RULES)
    test = Path("tests/rules") / inside.parent / f"test_{inside.name}"
    links = f"[`{inside}`](../heard/rules/{inside}), tried in [`{test.name}`](../{test})"
    head = "| Rule | What it says | Law or practice |\n|---|---|---|"
    rows = [f"| `{node.name}` | {_saying(node)} | {_law(node)} |" for node in functions]
    return [f"## {ast.get_docstring(tree).splitlines()[0]}", links, "\n".join([head, *rows])]


def _paragraphs(node: ast.FunctionDef) -> list[str]:
    return [" ".join(part.split()) for part in (ast.get_docstring(node) or "").split("\n\n")]


def _saying(node: ast.FunctionDef) -> str:
    said = [part for part in _paragraphs(node) if not re.match(r"(Law|Practice):", part)]
    return _cell(said[0] if said else "")


def _law(node: ast.FunctionDef) -> str:
    text = "\n".join(line.strip() for line in (ast.get_docstring(node) or "").splitlines())
    found = re.findall(r"^((?:Law|Practice):.*?)(?=^(?:Law|Practice):|^$|\Z)", text, re.MULTILINE | re.DOTALL)
    return _cell("<br>".join(" ".join(one.split()) for one in found))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def pathway_page() -> str:
    """The stages of a case as a diagram, and the same as a table."""
    arrows = [f"    {_id(start)} --> {_id(to)}: {step.label}" for (start, step), to in PATHWAY.items()]
    names = [f'    state "{stage.label}" as {_id(stage)}' for stage in CaseStage]
    first = f"    [*] --> {_id(CaseStage.CONCERN)}: A concern is raised"
    diagram = "\n".join(["```mermaid", "stateDiagram-v2", *names, first, *arrows, "```"])
    head = "| At | By | It goes to |\n|---|---|---|"
    rows = [f"| {start.label} | {step.label} | {to.label} |" for (start, step), to in PATHWAY.items()]
    unused = [step.label for step in Step if not any(step == used for _, used in PATHWAY)]
    assert not unused, f"Steps that lead nowhere: {unused}"
    words = "The table in [`pathway.py`](../heard/rules/pathway.py) is the pathway; whatever is not in it cannot be done."
    return "\n\n".join(["# The pathway of a case", NOTE, words, diagram, "\n".join([head, *rows])]) + "\n"


def _id(stage: CaseStage) -> str:
    return stage.value.replace("-", "_")


def exchange_page() -> str:
    """Every file of version 1.1 of the exchange format, and each of its columns."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings")
    django.setup()
    from heard.exchange.versions import CARRIED

    words = (
        "What [the exchange format](exchange.md) gains in version 1.1: files of their own, beside those of version 1, which stay as they "
        "are. **Bold** columns may be neither absent nor blank. A row that names a `concern_ref` is about the case of that concern."
    )
    parts = ["# The files of version 1.1", NOTE, words]
    for one in CARRIED.values():
        head = "| column | values |\n|---|---|"
        bold = {True: "**", False: ""}
        rows = [f"| {bold[column.bold]}{column.name}{bold[column.bold]} | {_values(one, column)} |" for column in one.table.columns]
        parts += [f"## {one.file}", "\n".join([head, *rows])]
    return "\n\n".join(parts) + "\n"


def _values(one, column) -> str:
    flags = {field.name for field in one.fields if field.is_flag}
    lines = {field.name for field in one.fields if field.is_lines}
    if column.codes:
        before, after = "`;`-separated: " if column.kind == "codes" else "", " (blank counts as no)" if column.name in flags else ""
        return f"{before}{', '.join(column.codes)}{after}"
    if column.to:
        return f"a row of {column.to}"
    return "texts, one on each line" if column.name in lines else str(column.kind)


PAGES = {"rules.md": rules_page, "pathway.md": pathway_page, "exchange-1.1.md": exchange_page}


def main() -> None:
    """Write each page that has changed."""
    for name, made in PAGES.items():
        path, text = ROOT / "docs" / name, made()
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            print(f"docs/{name} written")


if __name__ == "__main__":
    main()

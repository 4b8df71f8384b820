"""Which pages of docs/ are made from the code? The rules with their law, and the pathway. `make docs` writes them; a test checks them."""

import ast
import re
from pathlib import Path

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


PAGES = {"rules.md": rules_page, "pathway.md": pathway_page}


def main() -> None:
    """Write each page that has changed."""
    for name, made in PAGES.items():
        path, text = ROOT / "docs" / name, made()
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
            print(f"docs/{name} written")


if __name__ == "__main__":
    main()

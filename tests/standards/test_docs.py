"""Are the pages of docs/ that are made from the code current, and does every link in the documents lead somewhere?"""

import re
from urllib.parse import unquote

import pytest

from docs.generate import PAGES
from tests.standards.tree import ROOT, name_of

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s#]+)[^)]*\)")


@pytest.mark.parametrize("name", PAGES)
def test_what_is_made_from_the_code_is_current(name):
    path = ROOT / "docs" / name
    assert path.exists() and path.read_text() == PAGES[name](), f"docs/{name} is out of date. Run `make docs` and commit it."


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_link_in_a_document_leads_somewhere(path):
    links = [unquote(link) for link in LINK.findall(path.read_text()) if not re.match(r"[a-z]+:", link)]
    broken = [link for link in links if not (path.parent / link).exists()]
    assert not broken, f"{name_of(path)} points at {broken}."


@pytest.mark.parametrize("path", sorted((ROOT / "docs/adr").glob("*.md")), ids=name_of)
def test_a_decision_is_short(path):
    assert len(path.read_text().splitlines()) <= 60, f"{name_of(path)}: under 60 lines, one decision a file."


@pytest.mark.parametrize("target", ["run", "test", "check", "fix", "demo", "bench", "docs", "setup"])
def test_every_make_target_is_in_the_documents(target):
    said = (ROOT / "README.md").read_text() + (ROOT / "CONTRIBUTING.md").read_text()
    assert f"make {target}" in said, f"Say in README.md or CONTRIBUTING.md what `make {target}` does."

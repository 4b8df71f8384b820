"""Is every rule pure, does it cite its law, and has it a test?"""

import ast
import sys

import pytest

from tests.standards.tree import HEARD, ROOT, imports, modules, name_of, parsed, public_functions

RULES = [path for path in modules() if path.is_relative_to(HEARD / "rules") and path.name != "__init__.py"]
CLOCK = {"now", "today", "utcnow", "localtime", "localdate", "time", "time_ns", "monotonic"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time"}
IMPURE = {"os", "io", "random", "secrets", "socket", "sqlite3", "subprocess", "urllib", "pathlib", "time", "tempfile"}




@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_a_rule_imports_only_plain_python_and_other_rules(path):
    strange = [
        name for name in imports(path)
        if not name.startswith("heard.rules") and (name.split(".")[0] not in sys.stdlib_module_names or name.split(".")[0] in IMPURE)
    ]  # fmt: skip
    pure_libraries = {"rapidfuzz", "jellyfish", "stdnum"}  # strings in, strings and numbers out
    strange = [name for name in strange if name.split(".")[0] not in pure_libraries]
    assert not strange, f"{name_of(path)} imports {strange}. A rule knows no Django, no database, no files and no clock."


@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_a_rule_is_told_what_day_it_is(path):
    asked = [
        node.lineno for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK
        and isinstance(node.func.value, ast.Name | ast.Attribute)
        and (node.func.value.id if isinstance(node.func.value, ast.Name) else node.func.value.attr) in CLOCK_OWNERS
    ]  # fmt: skip
    assert not asked, f"{name_of(path)} asks the clock in lines {asked}. Make `today` or `now` a parameter."


@pytest.mark.parametrize("path", RULES, ids=name_of)
def test_a_rule_names_its_law_or_practice(path):
    silent = [node.name for node in public_functions(path) if not {"Law:", "Practice:"} & set((ast.get_docstring(node) or "").split())]
    assert not silent, f"{name_of(path)}: {silent} need a line 'Law: …' or 'Practice: …' in the docstring."


@pytest.mark.parametrize("path", [path for path in RULES if public_functions(path)], ids=name_of)
def test_a_rule_has_a_test_of_its_own(path):
    inside = path.relative_to(HEARD / "rules")
    test = ROOT / "tests" / "rules" / inside.parent / f"test_{inside.name}"
    assert test.exists(), f"{name_of(path)} has no test. Write {name_of(test)}: a parametrised table whose ids are sentences."
    untested = [node.name for node in public_functions(path) if node.name not in test.read_text()]
    assert not untested, f"{name_of(test)} does not mention {untested}."

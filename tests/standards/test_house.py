"""Is the code laid out as the house is? Short files, plain names, and each thing in its room."""

import ast
import tomllib

import pytest

from tests.standards.tree import HEARD, ROOT, functions, is_kind, modules, modules_of, name_of, parsed, public_functions, templates

LONGEST = {"module": 300, "function": 40, "template": 80}
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "services", "service", "common", "base", "manager", "managers", "misc", "signals"}
EMPTY = {"__init__.py"}


def allowed() -> dict[str, int]:
    """What is longer than it should be, and how long it is. The list may only shrink."""
    return tomllib.loads((ROOT / "tests/standards/longer_than_it_should_be.toml").read_text())["lines"]


def lengths() -> dict[str, tuple[str, int]]:
    """Every module, function and template, with its kind and its lines."""
    found = {name_of(path): ("module", len(path.read_text().splitlines())) for path in modules("heard", "tests", "demo", "benchmarks")}
    found |= {name_of(path): ("template", len(path.read_text().splitlines())) for path in templates()}
    for path in modules():
        for node in functions(path):
            found[f"{name_of(path)}:{node.name}"] = ("function", node.end_lineno - node.lineno + 1)
    return found


def test_nothing_grows_too_long():
    listed = allowed()
    too_long = [f"{name}: {lines} lines" for name, (kind, lines) in lengths().items() if lines > max(LONGEST[kind], listed.get(name, 0))]
    assert not too_long, f"Split by record or by verb; at most {LONGEST} lines:\n" + "\n".join(too_long)


def test_the_list_of_what_is_too_long_only_shrinks():
    now = lengths()
    stale = [name for name, lines in allowed().items() if name not in now or now[name][1] < lines]
    assert not stale, "These became shorter or went away: lower or remove their line in longer_than_it_should_be.toml:\n" + "\n".join(stale)


def test_every_module_opens_with_what_it_is_for():
    silent = [
        name_of(path) for path in modules("heard", "tests", "demo", "benchmarks")
        if path.name not in EMPTY and not ast.get_docstring(parsed(path))
    ]  # fmt: skip
    assert not silent, "Start each with a docstring: the question the module answers.\n" + "\n".join(silent)


def test_no_module_has_a_name_that_says_nothing():
    named = {path: {path.stem, *path.relative_to(ROOT).parts[:-1]} for path in modules("heard", "tests", "demo")}
    vague = [name_of(path) for path, parts in named.items() if FORBIDDEN_NAMES & parts]
    assert not vague, "Name each after what it is about:\n" + "\n".join(vague)


def test_packages_of_a_kind_re_export_nothing():
    kinds = {"actions", "forms", "pages", "queries", "flows"}
    busy = [
        name_of(path) for path in modules() if path.name == "__init__.py" and path.parent.name in kinds and path.parent.parent != HEARD
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in parsed(path).body)
    ]  # fmt: skip
    assert not busy, "Import from the module itself, and leave __init__.py empty:\n" + "\n".join(busy)


@pytest.mark.parametrize("kind", ["pages", "forms", "flows"])
def test_only_queries_and_actions_touch_the_tables(kind):
    found = [
        f"{name_of(path)}:{node.lineno}" for path in modules_of(kind) for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}
    ]  # fmt: skip
    assert not found, "Read through queries (each starts from what this user may see), write through actions:\n" + "\n".join(found)


def test_pages_and_forms_save_nothing():
    found = [
        f"{name_of(path)}:{node.lineno}" for kind in ("pages", "forms") for path in modules_of(kind) for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"save", "bulk_create", "delete"}
        and not (isinstance(node.func.value, ast.Attribute) and node.func.value.attr == "session")
    ]  # fmt: skip
    assert not found, "Pages only ask; one action writes:\n" + "\n".join(found)


def test_no_class_based_views_signals_or_save_overrides():
    found = []
    for path in modules():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("django.views.generic", "django.db.models.signals")):
                found.append(f"{name_of(path)}:{node.lineno} imports {node.module}")
            if isinstance(node, ast.ClassDef):
                found += [
                    f"{name_of(path)}:{one.lineno} overrides {node.name}.save" for one in node.body
                    if isinstance(one, ast.FunctionDef) and one.name == "save"
                ]  # fmt: skip
    assert not found, "Views are functions; what happens on saving stands in the action:\n" + "\n".join(found)


def test_actions_are_called_by_name():
    faults = [
        f"{name_of(path)}: {node.name}" for path in modules_of("actions") for node in public_functions(path)
        if (node.args.args or node.args.posonlyargs) and any("atomic" in ast.unparse(one) for one in node.decorator_list)
    ]  # fmt: skip
    assert not faults, "Put * first, so that each argument is named where the action is called:\n" + "\n".join(faults)


def test_every_public_function_of_rules_queries_and_actions_has_a_docstring():
    silent = [
        f"{name_of(path)}: {node.name}" for path in modules()
        if is_kind(path, "queries") or is_kind(path, "actions") or path.is_relative_to(HEARD / "rules")
        for node in public_functions(path) if not ast.get_docstring(node)
    ]  # fmt: skip
    assert not silent, "Say what goes in and what comes out:\n" + "\n".join(silent)


def test_migrations_are_named_for_what_changed():
    vague = [name_of(path) for path in HEARD.glob("*/migrations/0*.py") if "_auto_" in path.name or "_alter_" in path.name]
    assert not vague, "Rename each after what changed, in plain words:\n" + "\n".join(vague)

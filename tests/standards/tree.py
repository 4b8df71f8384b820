"""What is in the tree as it is now? Every standards test collects from here, so that new code is held to the standards at once."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HEARD = ROOT / "heard"
NEVER = {"__pycache__", "node_modules", "build", ".venv", "migrations"}


def _wanted(path: Path) -> bool:
    return not NEVER & set(path.relative_to(ROOT).parts)


def modules(*folders: str) -> list[Path]:
    """The Python files under some folders of the project (``heard`` unless told otherwise), migrations apart."""
    return sorted(path for folder in folders or ("heard",) for path in (ROOT / folder).rglob("*.py") if _wanted(path))


def templates() -> list[Path]:
    """Every template."""
    found = [path for folder in HEARD.glob("*/templates") for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in found if _wanted(path))


def name_of(path: Path) -> str:
    """The path as people write it, from the root of the project."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    """Every function and method of a module."""
    yield from (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def public_functions(path: Path) -> list[ast.FunctionDef]:
    """The functions at the top of a module whose names do not start with an underscore."""
    return [node for node in parsed(path).body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def imports(path: Path) -> Iterator[str]:
    """The full name of every module a module imports."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def is_kind(path: Path, kind: str) -> bool:
    """Whether a module is of a kind by its name or its folder's: ``actions.py`` and ``actions/closing.py`` are both actions."""
    inside = path.relative_to(HEARD).with_suffix("").parts
    return kind in inside[1:]


def modules_of(kind: str) -> list[Path]:
    """The modules of one kind: actions, forms, pages, queries, flows."""
    return [path for path in modules() if is_kind(path, kind)]


def docstrings(path: Path) -> set[int]:
    """The ids of the nodes of a module that are docstrings."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = [node.body for node in ast.walk(parsed(path)) if isinstance(node, holders) and node.body]
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant)}

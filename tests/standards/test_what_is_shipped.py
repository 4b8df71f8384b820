"""Does the project name anything but itself and the canonical package hosts?"""

import re
import subprocess
from urllib.parse import urlsplit

import pytest

from tests.standards.tree import HEARD, ROOT, name_of, templates

CANONICAL = {"pypi.org", "files.pythonhosted.org"}
MACHINE_PATH = re.compile(r"file://(?!\.\.\.)|(?<![\w.])/(tmp|work|root|home|opt)/\w")
LOADS = re.compile(
    r"""(?:\bsrc=|<link[^>]+href=|\burl\(|@import\s|\bfetch\(|\bimport\s*\()\s*["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE
)
STATIC = sorted(path for kind in ("css", "js", "svg") for path in HEARD.glob(f"*/static/**/*.{kind}"))
TEXT = {".py", ".toml", ".md", ".html", ".jinja", ".js", ".mjs", ".css", ".scss", ".json", ".csv", ".txt", ".lock", ""}


def committed() -> list:
    """Every text file the project keeps, in whatever state it is now."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file() and (ROOT / name).suffix in TEXT]


def test_the_lock_names_only_the_canonical_hosts():
    hosts = {urlsplit(url).hostname for url in re.findall(r'"((?:https?|file)://[^"]*)"', (ROOT / "uv.lock").read_text())}
    assert hosts <= CANONICAL, f"uv.lock names {hosts - CANONICAL}. Make it again with `uv lock --default-index https://pypi.org/simple`."


def test_no_committed_file_names_a_path_of_one_machine():
    found = []
    for path in committed():
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if MACHINE_PATH.search(line) and "tests/standards" not in name_of(path):
                found.append(f"{name_of(path)}:{number}: {line.strip()[:120]}")
    assert not found, "Take the path out, or make it from the environment:\n" + "\n".join(found)


@pytest.mark.parametrize("path", [*templates(), *STATIC], ids=name_of)
def test_nothing_is_loaded_from_a_third_party(path):
    found = LOADS.findall(path.read_text(errors="replace"))
    assert not found, f"{name_of(path)} loads {found}. Check the file in, and name it with static()."


def test_every_dependency_says_why_it_is_there():
    wanted = re.findall(r'^    "([a-z][^"]*)",?(.*)$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    silent = [name for name, rest in wanted if re.search(r"[<>=]", name) and "#" not in rest]
    assert not silent, f"Say beside each in pyproject.toml why it is needed: {silent}"


def test_ci_calls_make_test_and_nothing_else():
    lines = [line for line in (ROOT / ".ci/run").read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ['cd "$(dirname "$0")/.." && exec make test']


def test_every_make_target_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE).group(1).split()
    silent = [target for target in phony if not re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE)]
    assert not silent, f"Give each a '## …' on its line: {silent}"

"""Are the words those of the people who use Heard?"""

import ast
import re

import pytest

from tests.standards.tree import docstrings, modules, name_of, parsed, templates

SAY_INSTEAD = {
    r"vulnerable adults?": "the adult",
    r"victims?": "the adult",
    r"perpetrators?": "the person who may pose a risk",
    r"service users?": "the adult",
    r"alleged(ly)?": "the person who may pose a risk, or the words that were said",
    r"invalid": "what is wrong and what to do",
    r"kin": "family and friends",
}
FORBIDDEN = {re.compile(rf"\b{words}\b", re.IGNORECASE): say for words, say in SAY_INSTEAD.items()}
ALLOWED = {"heard.invalid"}  # an address that can never exist


def faults(text: str) -> list[str]:
    """The forbidden words in a text, each with what to say."""
    for allowed in ALLOWED:
        text = text.replace(allowed, "")
    return [f"'{found.group()}': say {say}" for pattern, say in FORBIDDEN.items() for found in pattern.finditer(text)]


def shown_in(template: str) -> str:
    """What of a template may be read: not its comments."""
    return re.sub(r"{#.*?#}", "", template, flags=re.DOTALL)


@pytest.mark.parametrize("path", templates(), ids=name_of)
def test_the_words_of_a_template(path):
    assert not (found := faults(shown_in(path.read_text()))), f"{name_of(path)}: {found}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_the_words_of_labels_and_messages(path):
    """A slug of a published vocabulary (one word with hyphens) is not something that is read."""
    not_shown = docstrings(path)
    found = [
        f"line {node.lineno}: {fault}" for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in not_shown and " " in node.value
        for fault in faults(node.value)
    ]  # fmt: skip
    assert not found, f"{name_of(path)}: {found}"

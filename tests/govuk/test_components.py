"""Do the components draw what the design system's own examples expect?"""

import json
import re
from pathlib import Path

import html5lib
import pytest
from django.template import engines
from jinja2 import Environment

from heard.govuk.jinja import environment
from heard.govuk.render import Components

FIXTURES = Path(__file__).parent / "fixtures"


def _examples():
    for file in sorted(FIXTURES.glob("*.json")):
        told = json.loads(file.read_text())
        for example in told["fixtures"]:
            yield pytest.param(told["component"], example, id=f"{told['component']}: {example['name']}")


def _normal(html: str):
    """A tree in which white space, and the order of attributes and classes, make no difference."""

    def walk(node):
        if callable(node.tag):
            return None  # a comment
        attributes = {name: " ".join(sorted(value.split())) if name == "class" else value.strip() for name, value in node.attrib.items()}
        children = [walk(child) for child in node]
        texts = [node.text or ""] + [child.tail or "" for child in node]
        return node.tag, attributes, children, [re.sub(r"\s+", " ", text).strip() for text in texts]

    return walk(html5lib.parseFragment(html, namespaceHTMLElements=False))


@pytest.fixture(scope="module")
def components() -> Components:
    return engines["jinja2"].env.globals["govuk"]


@pytest.mark.parametrize(("component", "example"), list(_examples()))
def test_component_draws_what_the_design_system_expects(components, component, example):
    drawn = getattr(components, component.replace("-", "_"))(example["options"])
    assert _normal(drawn) == _normal(example["html"])


def test_the_comparison_sees_a_difference():
    assert _normal('<p class="b a"> x</p>') == _normal('<p class="a b">x </p>') != _normal('<p class="a">x</p>')


def test_every_component_of_the_stylesheet_has_its_examples():
    style = (Path(__file__).parents[2] / "heard/govuk/assets/heard.scss").read_text()
    styled = set(re.findall(r"govuk/components/([a-z-]+)\"", style))
    assert styled == {file.stem for file in FIXTURES.glob("*.json")}


def test_the_environment_escapes_whatever_it_is_told(tmp_path):
    from jinja2 import DictLoader

    made: Environment = environment(loader=DictLoader({"x": "{{ word }}"}), autoescape=False)
    assert made.get_template("x").render(word="<b>") == "&lt;b&gt;"

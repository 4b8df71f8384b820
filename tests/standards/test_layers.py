"""Do the layers point one way, in imports and in the tables?"""

import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps

from tests.standards.tree import ROOT

LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
HEIGHT = {name: len(LAYERS) - place for place, name in enumerate(LAYERS)}


def test_imports_go_down_only():
    linter = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(linter, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"A lower layer imports a higher one. Move the code, or turn the call round:\n{done.stdout}"


def test_every_folder_has_its_place_in_the_layers():
    missing = [config.name for config in apps.get_app_configs() if config.name.startswith("heard.") and config.name not in HEIGHT]
    assert not missing, f"Give {missing} a line in pyproject.toml's layers."


def test_foreign_keys_go_down_only():
    climbing = []
    for model in apps.get_models(include_auto_created=True):
        here = model._meta.app_config.name
        for field in model._meta.get_fields():
            if here not in HEIGHT or not (field.is_relation and field.concrete) or field.related_model is None:
                continue
            there = field.related_model._meta.app_config.name
            names_user = field.related_model._meta.label == "accounts.User"  # by settings.AUTH_USER_MODEL, as the audit does
            if there in HEIGHT and HEIGHT[there] > HEIGHT[here] and not names_user:
                climbing.append(f"{model._meta.label}.{field.name} points up at {field.related_model._meta.label}")
    assert not climbing, "Turn each round, or keep an id instead:\n" + "\n".join(climbing)

"""In which surroundings do the tests run? Set before Django reads its settings: pyproject.toml loads this first of all."""

import os
import tempfile

_home = None if "HEARD_HOME" in os.environ else tempfile.TemporaryDirectory(prefix="heard-tests-")
if _home:
    os.environ["HEARD_HOME"] = _home.name  # the tests never touch ./var; the folder goes when the process ends
os.makedirs(os.path.join(os.environ["HEARD_HOME"], "static"), exist_ok=True)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings")
os.environ.setdefault("HEARD_SECRET_KEY", "only-for-tests")
os.environ.setdefault("HEARD_DATABASE_URL", "sqlite:///:memory:")

"""What does every test start from? Settings of its own, a home of its own, and no manifest of static files."""

import os
import tempfile

import pytest

_home = None if "HEARD_HOME" in os.environ else tempfile.TemporaryDirectory(prefix="heard-tests-")
if _home:
    os.environ["HEARD_HOME"] = _home.name  # the tests never touch ./var; the folder goes when the process ends
os.makedirs(os.path.join(os.environ["HEARD_HOME"], "static"), exist_ok=True)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings")
os.environ.setdefault("HEARD_SECRET_KEY", "only-for-tests")
os.environ.setdefault("HEARD_DATABASE_URL", "sqlite:///:memory:")


@pytest.fixture(scope="session", autouse=True)
def _static_files_by_their_own_names():
    """Pages in tests link static files by their own names, so that none has to be collected first."""
    from django.conf import settings
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield

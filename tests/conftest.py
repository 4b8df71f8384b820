"""What does every test start from? Its surroundings are in ``tests/environment.py``; here, no manifest of static files."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def _static_files_by_their_own_names():
    """Pages in tests link static files by their own names, so that none has to be collected first."""
    from django.conf import settings
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield

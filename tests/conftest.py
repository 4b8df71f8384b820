"""What does every test start from? Its surroundings are in ``tests/environment.py``; here, what holds for each one of them."""

import pytest

from tests.ledger import following


@pytest.fixture(scope="session", autouse=True)
def _static_files_by_their_own_names():
    """Pages in tests link static files by their own names, so that none has to be collected first."""
    from django.conf import settings
    from django.test import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        yield


@pytest.fixture(autouse=True)
def actions_are_followed():
    """Fail any test in which an action changed a record without writing exactly one event for it."""
    with following() as followed:
        yield followed
    assert not followed.faults, "Call audit.record once for each record, in the action:\n" + "\n".join(dict.fromkeys(followed.faults))

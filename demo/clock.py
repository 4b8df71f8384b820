"""How does the demo act on a day in the past, so that its cases have a history?"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from unittest.mock import patch

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist


def _fields_set_by_the_clock() -> list:
    fields = []
    for model in apps.get_models():
        try:
            fields.append(model._meta.get_field("recorded_at"))
        except FieldDoesNotExist:
            continue
    return fields


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Within this block, actions and their audit take ``moment`` as now."""
    fields = _fields_set_by_the_clock()
    for field in fields:
        field.__dict__["_get_default"] = lambda: moment
    try:
        with patch("django.utils.timezone.now", return_value=moment):
            yield
    finally:
        for field in fields:
            del field.__dict__["_get_default"]

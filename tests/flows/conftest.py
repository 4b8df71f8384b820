"""What do the tests of flows share?"""

import pytest

from heard.flows.models import Draft
from tests import factories
from tests.flows import toy

GOOD = {
    "who": {"who": "other", "name": "Ada"},
    "icing": {"icing": "lemon"},
    "candles": {"candles": "yes"},
    "how-many": {"how_many": "seven"},
    "story": {"story": "A birthday\r\nin May", "day-day": "3", "day-month": "May", "day-year": "2026", "extras": ["jam", "cream"]},
}
CAKE = "/testshire/cake/"


@pytest.fixture(autouse=True)
def toy_urls(settings):
    settings.ROOT_URLCONF = "tests.flows.toy"
    toy.SENT.clear()
    toy.ADDED.clear()


@pytest.fixture
def council(db):
    return factories.authority()


@pytest.fixture
def begun(client, council):
    """A public draft just begun, held by ``client``."""
    client.post(CAKE)
    return Draft.objects.get()


def fill_in(client, base=CAKE, **changes):
    """Answer every page well, but for ``changes``: page slug (with _ for -) -> posted data, or None to leave it out."""
    pages = GOOD | {slug.replace("_", "-"): data for slug, data in changes.items()}
    for slug, data in pages.items():
        if data is not None:
            client.post(base + slug, data)

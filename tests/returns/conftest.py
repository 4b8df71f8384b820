"""What do the tests of the return start from: a bundle brought in, and the cells that are not nought?"""

import pytest

from heard.exchange.actions.importing import import_bundle
from heard.exchange.faults import Faults
from heard.returns.live import count_return
from tests import factories
from tests.exchange import bundles
from tests.exchange.bundles_1_1 import table


def as_files(files: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Rows by file as the texts of a bundle, every row with every column that one of them has."""
    return {"people.csv": "person_ref,family_name\n", **{name: table(rows) for name, rows in files.items() if rows}}


@pytest.fixture
def council(db):
    return factories.authority()


@pytest.fixture
def bring_in(council, tmp_path):
    def run(files, authority=None):
        import_bundle(
            path=bundles.write(tmp_path / "in", as_files(files)), authority_of=lambda: authority or council, by=None, faults=Faults(),
            progress=lambda words: None,
        )  # fmt: skip

    return run


@pytest.fixture
def counted(council):
    def run(year=2025, authority=None):
        return {cell: value for cell, value in count_return(authority or council, year).items() if value}

    return run

"""What do the tests of the exchange start from?"""

import pytest

from heard.accounts.models import Authority
from heard.exchange.actions.importing import import_bundle, look_at_bundle
from heard.exchange.faults import BadBundle, Faults
from heard.exchange.merging import Fate
from tests import factories
from tests.exchange import bundles


@pytest.fixture
def council(db) -> Authority:
    return factories.authority()


@pytest.fixture
def bring_in(council, tmp_path):
    """Import a bundle given as files, and say what became of its rows: ``{"people.csv": {"created": 3}}`` without the noughts."""

    def run(files=bundles.GOOD, authority=council):
        plans = import_bundle(
            path=bundles.write(tmp_path / "in", files), authority_of=lambda: authority, by=None, faults=Faults(),
            progress=lambda words: None,
        )
        counts = {file: {fate.value: plan.count(fate) for fate in Fate if plan.count(fate)} for file, plan in plans.items()}
        return {file: count for file, count in counts.items() if count}

    return run


@pytest.fixture
def faults_of(council, tmp_path):
    """The lines that importing these files answers."""

    def run(files):
        with pytest.raises(BadBundle) as bad:
            look_at_bundle(
                bundles.write(tmp_path / "in", files), authority=council, faults=Faults(), progress=lambda words: None
            )
        return bad.value.faults.lines()

    return run

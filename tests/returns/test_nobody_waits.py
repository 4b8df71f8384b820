"""Can somebody save while the return or the figures are counted?"""

from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heard.accounts.models import Team
from heard.measures import actions
from heard.measures.actions import refresh_figures, refresh_teams
from heard.measures.own_question import actions as case_tables
from heard.returns.live import flat_relations
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
SECONDS = 5


class Enough(Exception):
    """What was asked is known: nothing is to be kept."""


def somebody_saves(council) -> bool:
    """Another connection writes something of this council; whether that was done before anybody would notice.

    The tests' SQLite stands in memory, where every connection shares one lock: there, that no transaction to write has begun.
    """
    if connection.vendor == "sqlite":
        return not connection.in_atomic_block
    saved = []

    def save() -> None:
        Team.objects.create(authority=council, name=f"Team {Team.objects.count()}")
        saved.append(True)
        connection.close()

    other = Thread(target=save, daemon=True)
    other.start()
    other.join(SECONDS)
    return bool(saved)


def test_while_the_relations_of_the_return_are_laid_out():
    council, mode = factories.authority(), getattr(connection, "transaction_mode", None)
    with CaptureQueriesContext(connection) as asked, flat_relations(council, (2025,)):
        begun = [one["sql"] for one in asked.captured_queries if one["sql"].startswith("BEGIN")]
        assert begun == ["BEGIN"] if connection.vendor == "sqlite" else somebody_saves(council)
    assert getattr(connection, "transaction_mode", None) == mode


@pytest.mark.parametrize("place, counts, refresh", [
    (actions, "tallied", refresh_figures), (actions, "caseloads_of", refresh_teams),
    (case_tables, "_as_parquet", lambda authority: case_tables.make_case_table(authority=authority, by=None)),
])  # fmt: skip
def test_while_figures_are_worked_out(monkeypatch, place, counts, refresh):
    council, waited = factories.authority(), []

    def while_it_counts(*args):
        waited.append(connection.in_atomic_block or not somebody_saves(council))
        raise Enough

    monkeypatch.setattr(place, counts, while_it_counts)
    with pytest.raises(Enough):
        refresh(authority=council)
    assert waited == [False]


def test_a_count_that_began_earlier_never_takes_the_place_of_a_later_one(monkeypatch):
    council, count, later = factories.authority(), actions.caseloads_of, []

    def slow(*args):
        found = count(*args)
        if not later:
            later.append(True)
            later.append(refresh_teams(authority=council))
        return found

    monkeypatch.setattr(actions, "caseloads_of", slow)
    assert refresh_teams(authority=council).as_at == later[1].as_at

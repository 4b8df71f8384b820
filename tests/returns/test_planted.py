"""Does the year that was worked out by hand notice when a counting rule is put wrong, and which rule?"""

import pytest
from django.db import connection, transaction

from heard.returns import live
from heard.returns.live import NotInTheReturn, count_return
from tests.returns import golden
from tests.returns.planted import ANOTHER_CLOCK, LONDON, MISTAKES, Mistake

pytestmark = pytest.mark.django_db
SELECT, COUNTS_OF = live.select, live.counts_of


def planted(monkeypatch, mistake: Mistake) -> list[str]:
    """The two places that make queries, with the mistake in them; the list holds each query that was put wrong."""
    clocks = {"LONDON": LONDON[connection.vendor], "ANOTHER_CLOCK": ANOTHER_CLOCK[connection.vendor]}
    right, wrong, done = clocks.get(mistake.right, mistake.right), clocks.get(mistake.wrong, mistake.wrong), []

    def put(query: str, name: str) -> str:
        if name != mistake.of or right not in query:
            return query
        done.append(name)
        return query.replace(right, wrong)

    monkeypatch.setattr(live, "select", lambda relation, *args, **kwargs: put(SELECT(relation, *args, **kwargs), relation))
    monkeypatch.setattr(live, "counts_of", lambda table, year: put(COUNTS_OF(table, year), table))
    return done


def counts(council):
    """The cells, or None where a query gives a cell that the return does not have."""
    try:
        with transaction.atomic():
            return count_return(council, 2025)
    except NotInTheReturn:
        return None


def test_each_rule_has_its_mistakes():
    assert {one.rule for one in MISTAKES} == set(range(1, 9))
    assert len({one.words for one in MISTAKES}) == len(MISTAKES)


def test_the_golden_year_notices_every_mistake(bring_in, council, monkeypatch):
    bring_in(golden.bundle())
    right, missed = count_return(council, 2025), []
    for one in MISTAKES:
        with monkeypatch.context() as patch:
            put_wrong = planted(patch, one)
            found = counts(council)
        assert put_wrong, f"{one.words}: nothing in {one.of} reads {one.right!r} any more"
        if found == right:
            missed.append(f"rule {one.rule}: {one.words}")
    assert not missed, "The golden year has no case for:\n" + "\n".join(missed)
    assert count_return(council, 2025) == right

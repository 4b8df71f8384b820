"""Which concern should be read first?"""

from datetime import UTC, datetime

import pytest

from heard.rules.duty_list_order import days_waiting, order_of, place_in_list


def _at(day: int) -> datetime:
    return datetime(2026, 3, day, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("now", _at(9)), ("soon", _at(1)), id="danger now before danger soon, however new"),
        pytest.param(("soon", _at(9)), ("not-known", _at(1)), id="danger soon before not known"),
        pytest.param(("not-known", _at(9)), ("no", _at(1)), id="not known is never treated as no"),
        pytest.param(("", _at(9)), ("no", _at(1)), id="nobody asked is never treated as no"),
        pytest.param(("no", _at(1)), ("no", _at(2)), id="in the same danger, the longest waiting"),
        pytest.param(("", _at(1)), ("not-known", _at(2)), id="not asked and not known stand together"),
    ],
)
def test_order(first, second):
    assert order_of(*first) < order_of(*second)


@pytest.mark.parametrize(
    ("received", "now", "days"),
    [pytest.param(_at(1), _at(4), 3, id="three days"), pytest.param(_at(4), _at(1), 0, id="a clock that is wrong is never below none")],
)
def test_days(received, now, days):
    assert days_waiting(received, now) == days


def test_a_word_nobody_knows_stands_where_not_known_does():
    assert place_in_list("something new") == place_in_list("not-known")

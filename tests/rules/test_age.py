"""How old is the adult?"""

from datetime import date

import pytest

from heard.rules.age import age_on

BORN = date(1950, 5, 3)


@pytest.mark.parametrize(
    ("born", "day", "died", "age"),
    [
        pytest.param(BORN, date(2026, 5, 2), None, 75, id="the day before their birthday"),
        pytest.param(BORN, date(2026, 5, 3), None, 76, id="on their birthday"),
        pytest.param(BORN, date(2026, 5, 3), date(2020, 1, 1), 69, id="at death"),
        pytest.param(date(2000, 2, 29), date(2026, 2, 28), None, 25, id="born on 29 February, the day before 1 March"),
        pytest.param(None, date(2026, 5, 3), None, None, id="no birth date is known"),
    ],
)
def test_how_old(born, day, died, age):
    assert age_on(born, day, died) == age

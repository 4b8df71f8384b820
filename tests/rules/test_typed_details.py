"""Is a typed date or number used only where it is certain?"""

from datetime import date

import pytest

from heard.rules.typed_details import birth_date_in, nhs_number_in

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("3 May 1950", date(1950, 5, 3), id="a day, a month's name and a year are a date"),
        pytest.param("3rd of may, 1950", date(1950, 5, 3), id="as people write it"),
        pytest.param("03/05/1950", date(1950, 5, 3), id="the day comes before the month"),
        pytest.param("3.5.1950", date(1950, 5, 3), id="with full stops"),
        pytest.param("1950-05-03", date(1950, 5, 3), id="year first"),
        pytest.param("about 75", None, id="an age is not a date"),
        pytest.param("1950", None, id="a year alone is not a date"),
        pytest.param("3/5/50", None, id="a two-figure year could be two centuries"),
        pytest.param("31/02/1950", None, id="a day that never was"),
        pytest.param("13/13/1950", None, id="a month that never was"),
        pytest.param("24/11/2026", None, id="tomorrow is nobody's birthday yet"),
        pytest.param("23/11/2026", TODAY, id="somebody may be born today"),
        pytest.param("3/5/1890", None, id="nobody is 136"),
        pytest.param("", None, id="nothing is nothing"),
        pytest.param("٣/٥/١٩٥٠", date(1950, 5, 3), id="figures of another script are read as figures"),
        pytest.param("1 2 3 4", None, id="too many numbers"),
    ],
)
def test_birth_date(words, found):
    assert birth_date_in(words, today=TODAY) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("943 476 5919", "9434765919", id="spaces are taken out"),
        pytest.param("943-476-5919", "9434765919", id="and hyphens"),
        pytest.param("9434765918", "", id="a wrong check figure is no number"),
        pytest.param("4010232137", "4010232137", id="another that passes"),
        pytest.param("1111111111", "", id="ten figures the same are no number"),
        pytest.param("943476591", "", id="nine figures are too few"),
        pytest.param("see her card", "", id="words are kept as words"),
        pytest.param("", "", id="nothing is nothing"),
    ],
)
def test_nhs_number(words, found):
    assert nhs_number_in(words) == found

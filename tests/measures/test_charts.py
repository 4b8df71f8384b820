"""Is each chart true, readable without colour, and silent about what may not be shown?"""

import pytest
from django.template.loader import render_to_string

from heard.measures.charts.axis import axis_of
from heard.measures.charts.funnel import draw_funnel
from heard.measures.charts.intervals import draw_days, draw_shares
from heard.measures.charts.months import draw_months
from heard.measures.shown import Share, days_of, share_of
from heard.rules.disclosure_control import ShownShare, shown_count

MONTHS = [f"{2024 + number // 12}-{number % 12 + 1:02}" for number in range(24)]


def share(label, part, whole, percent, whose=""):
    return share_of(label.lower(), label, ShownShare(shown_count(part), shown_count(whole), percent), whose)


def drawn(kind, chart):
    return render_to_string(f"measures/charts/{kind}.svg", {"chart": chart, "name": "one"})


@pytest.mark.parametrize(
    ("values", "most", "low", "high", "step"),
    [
        pytest.param([83, 95], 100, 80, 95, 5, id="a narrow span of shares"),
        pytest.param([2, 99], 100, 0, 100, 25, id="a wide span of shares"),
        pytest.param([99, 104], 100, 99, 100, 1, id="never above all"),
        pytest.param([-3, 4], None, 0, 4, 1, id="never below nought"),
        pytest.param([50, 50], 100, 50, 51, 1, id="all the same"),
        pytest.param([100, 100], 100, 99, 100, 1, id="all at the top"),
        pytest.param([0, 63], None, 0, 75, 25, id="days"),
        pytest.param([0, 0], None, 0, 1, 1, id="nothing"),
    ],
)
def test_an_axis_holds_its_values(values, most, low, high, step):
    axis = axis_of(values, 0, 100, most=most)
    assert (axis.low, axis.high, axis.step) == (low, high, step)
    assert axis.place(low) == 0 and axis.place(high) == 100


def test_shares_have_a_mark_a_line_and_their_words_and_the_withheld_are_left_out():
    chart = draw_shares(
        [share("Met", 30, 60, 50, "The adult"), share("Met", 40, 60, 67, "The professional"), share("Never", 2, 60, None)],
        title="Judged", sentence="Half were met.", beside={"met": (60.0, "England, 2024 to 2025: 60%")},
    )  # fmt: skip
    svg = drawn("intervals", chart)
    assert [row.mark for row in chart.rows] == ["circle", "square"] and "Never" not in svg
    assert 'role="img"' in svg and "<title" in svg and "Half were met." in svg and "50% (38 to 62)" in svg
    assert chart.rows[0].low < chart.rows[0].at < chart.rows[0].high and "England, 2024 to 2025" in svg


def test_nothing_that_may_be_shown_is_no_picture():
    withheld = [share("Never", 2, 60, None)]
    assert draw_shares(withheld, title="", sentence="") is None and draw_funnel(withheld, middle=None, title="", whats="teams") is None
    assert draw_days([days_of("d", "Days", {3: 9})], title="", sentence="") is None
    assert draw_months(MONTHS, [None] * 24, title="", unit="%") is None


def test_days_are_drawn_from_nought_with_the_middle_half():
    chart = draw_days([days_of("d", "Days", {1: 10, 3: 10, 30: 10})], title="Days", sentence="Half within 3 days.")
    assert chart.rows[0].words == "3 days (middle half 1 to 30)" and [words for _, words in chart.ticks] == ["0", "8", "16", "24", "32"]


def test_a_long_name_goes_on_the_next_line():
    long = "Their capacity fluctuates and this was not a good time for a talk"
    (row,) = draw_shares([share(long, 30, 60, 50)], title="", sentence="").rows
    assert len(row.lines) > 1 and "".join(row.lines).replace(" ", "") == long.replace(" ", "")


def test_a_month_that_is_not_ordinary_is_a_triangle_and_one_that_may_not_be_shown_a_gap():
    values = [10, 14] * 11 + [None, 40]
    chart = draw_months(MONTHS, values, title="Days, month by month", unit=" days")
    assert [point.shape for point in chart.points[-2:]] == ["circle", "up"] and len(chart.points) == 23
    assert len(chart.paths) == 1 and "December 2025" in chart.sentence and chart.rows[22] == ("November 2025", "not shown", "–")
    assert chart.rows[23][2] == "Outside the limits" and "Ask what was different" in drawn("months", chart)


def test_a_few_months_have_no_limits_and_say_so():
    chart = draw_months(MONTHS, [None] * 20 + [50, 60, 55, 50], title="", unit="%")
    assert chart.levels == [] and "once 12 months" in chart.sentence


def test_a_funnel_names_who_differs_and_ranks_nobody():
    shares = [share("North", 60, 200, 30), share("East", 180, 200, 90), share("South", 175, 200, 88)]
    chart = draw_funnel(shares, middle=85, title="Teams", whats="teams")
    assert [row[1] for row in chart.rows] == ["North", "East", "South"]
    assert [one.shape for one in chart.points] == ["diamond", "triangle", "circle"]
    assert "North differs by more than chance: ask why." in chart.sentence and "rank" not in drawn("funnel", chart)


def test_an_interval_gives_no_more_away_than_the_rounded_numbers():
    assert share("Met", 31, 62, 50) == share("Met", 30, 60, 50) == Share("met", "Met", 30, 60, 50, 38, 62)

"""How far is somebody with what their register asks for?"""

from datetime import date

import pytest

from heard.rules.cpd_renewal import (
    NEEDED_PARTS,
    REGISTERS,
    Piece,
    is_peer_reflection,
    must_remind,
    period_of,
    progress,
    registers_with,
)
from heard.rules.vocabulary.learning import DiscussedWith

SWE, NMC, HCPC = REGISTERS["social-work-england"], REGISTERS["nmc"], REGISTERS["hcpc"]
WHOLE = frozenset(NEEDED_PARTS)


def piece(day: date = date(2026, 3, 2), *, parts=WHOLE, who=DiscussedWith.NOBODY, words=False, minutes=60) -> Piece:
    return Piece(day, minutes, frozenset(parts), who, words)


PEER = {"who": DiscussedWith.COLLEAGUE, "words": True}


@pytest.mark.parametrize(
    ("register", "today", "renews_on", "period"),
    [
        pytest.param(
            SWE, date(2026, 11, 30), None, (date(2025, 12, 1), date(2026, 11, 30)), id="the last day belongs to the year that ends"
        ),
        pytest.param(SWE, date(2026, 12, 1), None, (date(2026, 12, 1), date(2027, 11, 30)), id="the next day begins another"),
        pytest.param(NMC, date(2026, 3, 2), date(2027, 6, 30), (date(2024, 7, 1), date(2027, 6, 30)), id="three years to one's own day"),
        pytest.param(NMC, date(2028, 3, 2), date(2027, 6, 30), (date(2027, 7, 1), date(2030, 6, 30)), id="a day that has passed moves on"),
        pytest.param(NMC, date(2020, 3, 2), date(2027, 6, 30), (date(2018, 7, 1), date(2021, 6, 30)), id="a day far ahead moves back"),
        pytest.param(NMC, date(2026, 3, 2), None, None, id="without one's own day there is no period"),
        pytest.param(HCPC, date(2025, 3, 1), date(2024, 2, 29), (date(2024, 2, 29), date(2026, 2, 28)), id="29 February"),
    ],
)
def test_period_of(register, today, renews_on, period):
    assert period_of(register, today=today, renews_on=renews_on) == period


@pytest.mark.parametrize(
    ("pieces", "missing"),
    [
        pytest.param([], ("2 more pieces of learning", "1 with what you learnt by talking it over with a peer"), id="nothing yet"),
        pytest.param([piece(), piece(**PEER)], (), id="two pieces, one talked over"),
        pytest.param([piece(), piece()], ("1 with what you learnt by talking it over with a peer",), id="two pieces, none talked over"),
        pytest.param([piece(**PEER)], ("1 more piece of learning",), id="one piece, talked over"),
        pytest.param(
            [piece(**PEER), piece(parts={"learnt"})], ("1 more piece of learning",), id="a piece that does not say why it was relevant"
        ),
        pytest.param([piece(**PEER), piece(date(2025, 11, 30))], ("1 more piece of learning",), id="a piece of the year before"),
        pytest.param([piece(**PEER), piece(date(2026, 12, 1))], ("1 more piece of learning",), id="a piece of the year after"),
    ],
)
def test_progress_with_social_work_england(pieces, missing):
    so_far = progress(SWE, pieces, today=date(2026, 10, 1))
    assert so_far.missing == missing
    assert so_far.is_met is (not missing)


def test_progress_counts_hours_and_those_with_others():
    pieces = [piece(minutes=90), piece(minutes=None), piece(minutes=45, who=DiscussedWith.GROUP)]
    so_far = progress(NMC, pieces, today=date(2026, 3, 2), renews_on=date(2027, 6, 30))
    assert (so_far.minutes, so_far.minutes_with_others) == (135, 45)
    assert so_far.missing == ("2 more pieces of learning", "33 more hours", "20 of the hours with other people")


def test_progress_says_how_many_are_not_whole():
    assert progress(SWE, [piece(), piece(parts=())], today=date(2026, 3, 2)).unfinished == 1


def test_progress_is_not_known_without_a_period():
    assert progress(NMC, [piece()], today=date(2026, 3, 2)) is None


def test_a_register_that_sets_no_number_is_always_met():
    assert progress(HCPC, [], today=date(2026, 3, 2), renews_on=date(2027, 7, 31)).is_met


@pytest.mark.parametrize(
    ("one", "counts"),
    [
        pytest.param(piece(**PEER), True, id="talked over, and what came of it is written"),
        pytest.param(piece(who=DiscussedWith.COLLEAGUE), False, id="talked over, nothing written"),
        pytest.param(piece(words=True), False, id="words, but with nobody"),
    ],
)
def test_is_peer_reflection(one, counts):
    assert is_peer_reflection(one) is counts


@pytest.mark.parametrize(
    ("pieces", "today", "reminds"),
    [
        pytest.param([], date(2026, 9, 30), False, id="61 days before: not yet"),
        pytest.param([], date(2026, 10, 1), True, id="60 days before"),
        pytest.param([], date(2026, 11, 30), True, id="on the last day"),
        pytest.param([piece(), piece(**PEER)], date(2026, 11, 30), False, id="nothing is missing"),
        pytest.param([], date(2026, 12, 1), False, id="a new year has begun"),
    ],
)
def test_must_remind(pieces, today, reminds):
    assert must_remind(progress(SWE, pieces, today=today), today=today) is reminds


def test_must_remind_of_nothing_that_is_not_known():
    assert must_remind(None, today=date(2026, 3, 2)) is False


def test_a_council_changes_what_a_register_asks():
    changed = registers_with({"social-work-england": {"pieces": 3, "ends_on": [12, 31]}})
    assert (changed["social-work-england"].pieces, changed["social-work-england"].ends_on) == (3, (12, 31))
    assert changed["social-work-england"].peer_pieces == 1


def test_a_council_adds_a_register():
    added = registers_with({"our-own": {"label": "Our own", "years": 1, "pieces": 1, "ends_on": [3, 31]}})
    assert added["our-own"].label == "Our own"


def test_a_setting_that_is_none_is_refused():
    with pytest.raises(TypeError):
        registers_with({"social-work-england": {"peices": 3}})

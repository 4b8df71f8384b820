"""In what order is capacity tested, and what may be concluded?"""

import pytest

from heard.rules.capacity_test import (
    PARTS,
    conclusions_open,
    decision_key,
    impairment_is_asked,
    link_is_asked,
    may_conclude,
    must_say_what_changed,
    same_decision,
)

ALL = dict.fromkeys(PARTS, "yes")
WORDS = dict.fromkeys(PARTS, "The doctor says I should move.")
ONE_NO = {**ALL, "retain": "no"}
UNCLEAR = {**ALL, "retain": "not-known"}


@pytest.mark.parametrize(
    ("parts", "asked"),
    [
        pytest.param(ALL, False, id="not where every part could be done"),
        pytest.param(UNCLEAR, False, id="not where a part is only unclear"),
        pytest.param(ONE_NO, True, id="only where one part could not be done"),
        pytest.param({}, False, id="not before the functional test"),
    ],
)
def test_when_impairment_is_asked(parts, asked):
    assert impairment_is_asked(parts) is asked


@pytest.mark.parametrize(
    ("parts", "impairment", "asked"),
    [
        pytest.param(ONE_NO, "Delirium.", True, id="one part failed and there is an impairment"),
        pytest.param(ONE_NO, " ", False, id="no impairment, no link"),
        pytest.param(ALL, "Dementia.", False, id="a diagnosis alone asks for no link"),
    ],
)
def test_when_the_link_is_asked(parts, impairment, asked):
    assert link_is_asked(parts, impairment) is asked


@pytest.mark.parametrize(
    ("parts", "impairment", "link", "open_ones"),
    [
        pytest.param(ALL, "", "", {"has-capacity", "not-concluded"}, id="every part done: can, or not concluded"),
        pytest.param(ONE_NO, "", "", {"has-capacity", "not-concluded"}, id="a part failed without impairment is no lack"),
        pytest.param(ONE_NO, "Delirium.", "", {"has-capacity", "not-concluded"}, id="an impairment without the link is no lack"),
        pytest.param(ONE_NO, "Delirium.", "It stops her holding it.", {"lacks-capacity", "not-concluded"}, id="all three in order"),
        pytest.param(ALL, "Dementia.", "Because of it.", {"has-capacity", "not-concluded"}, id="impairment and link without a failed part"),
    ],
)
def test_conclusions_open(parts, impairment, link, open_ones):
    assert set(conclusions_open(parts=parts, impairment=impairment, causal_link=link)) == open_ones


@pytest.mark.parametrize(
    ("change", "may", "says"),
    [
        pytest.param({}, True, "", id="can, with every part and its words"),
        pytest.param({"decision": " "}, False, "which decision", id="never without the decision"),
        pytest.param({"parts": {**ALL, "communicate": ""}}, False, "each of the four", id="never with a part left out"),
        pytest.param({"words": {**WORDS, "retain": ""}}, False, "hold that information", id="never without the adult's words for a part"),
        pytest.param({"parts": UNCLEAR, "words": {**WORDS, "retain": ""}}, True, "", id="an unclear part needs no words"),
        pytest.param({"impairment": "Dementia."}, False, "matters only where", id="no impairment where nothing failed"),
        pytest.param({"parts": ONE_NO, "causal_link": "Because."}, False, "before how it caused", id="no link before the impairment"),
        pytest.param({"conclusion": "lacks-capacity"}, False, "cannot be concluded", id="no lack with every part done"),
        pytest.param(
            {"conclusion": "lacks-capacity", "parts": ONE_NO, "impairment": "Delirium."}, False, "cannot be", id="no lack without the link"
        ),
        pytest.param(
            {"conclusion": "lacks-capacity", "parts": ONE_NO, "impairment": "Delirium.", "causal_link": "It stops her."}, True, "",
            id="a lack with the link",
        ),
        pytest.param(
            {"parts": ONE_NO, "impairment": "Delirium.", "causal_link": "It stops her."}, False, "could not do a part",
            id="no can against the link",
        ),
    ],
)  # fmt: skip
def test_may_conclude(change, may, says):
    given = {"decision": "Whether to take part", "parts": ALL, "words": WORDS, "impairment": "", "causal_link": ""}
    said = may_conclude(**{"conclusion": "has-capacity", **given, **change})
    assert bool(said) is may and says in " ".join(said.because)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param("where to  live.", True, id="capitals, spaces and a full stop make no difference"),
        pytest.param("Where to live with him", False, id="other words are another decision"),
    ],
)
def test_same_decision(other, same):
    assert same_decision("Where to live", other) is same
    assert (decision_key("Where to live") == decision_key(other)) is same


@pytest.mark.parametrize(
    ("before", "now", "must"),
    [
        pytest.param("lacks-capacity", "has-capacity", True, id="could not before, can now"),
        pytest.param("has-capacity", "lacks-capacity", True, id="could before, cannot now"),
        pytest.param("has-capacity", "has-capacity", False, id="the same again"),
        pytest.param("not-concluded", "has-capacity", False, id="nothing was concluded before"),
        pytest.param("", "lacks-capacity", False, id="the first assessment"),
    ],
)
def test_must_say_what_changed(before, now, must):
    assert bool(must_say_what_changed(before=before, now=now)) is must

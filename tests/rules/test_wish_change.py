"""Who may say what the adult wants, and what happens when it changes?"""

from datetime import date

import pytest

from heard.rules.vocabulary.voice import ExpressedBy, WhatTheySaid
from heard.rules.wish_change import is_standing, may_change, may_express, may_judge, may_withdraw, what_was_answered


@pytest.mark.parametrize(
    ("is_current", "in_error", "is_withdrawn", "is_replaced", "stands"),
    [
        pytest.param(True, False, False, False, True, id="said, and neither changed nor withdrawn"),
        pytest.param(True, False, True, False, False, id="withdrawn"),
        pytest.param(True, False, False, True, False, id="replaced, whatever became of the one that replaced it"),
        pytest.param(False, False, False, False, False, id="the version before a correction"),
        pytest.param(True, True, False, False, False, id="recorded in error"),
    ],
)
def test_is_standing(is_current, in_error, is_withdrawn, is_replaced, stands):
    assert is_standing(is_current=is_current, in_error=in_error, is_withdrawn=is_withdrawn, is_replaced=is_replaced) is stands


@pytest.mark.parametrize(
    ("words", "expressed_by", "name", "allowed"),
    [
        pytest.param("I want to go home.", ExpressedBy.ADULT, "", True, id="the adult needs no name"),
        pytest.param("She wants to go home.", ExpressedBy.REPRESENTATIVE, "Testo Example", True, id="a representative who is named"),
        pytest.param("She wants to go home.", ExpressedBy.REPRESENTATIVE, " ", False, id="a representative without a name"),
        pytest.param("She wants to go home.", ExpressedBy.ADVOCATE, "", False, id="an advocate without a name"),
        pytest.param("  ", ExpressedBy.ADULT, "", False, id="no words"),
    ],
)
def test_may_express(words, expressed_by, name, allowed):
    assert bool(may_express(words=words, expressed_by=expressed_by, name=name)) is allowed


@pytest.mark.parametrize(
    ("stands", "words", "because", "allowed"),
    [
        pytest.param(True, "I want to stay.", "She saw the other flat.", True, id="other words, with why"),
        pytest.param(True, "I want to stay.", " ", False, id="without why"),
        pytest.param(True, " I want to go. ", "She said so.", False, id="the same words"),
        pytest.param(False, "I want to stay.", "She said so.", False, id="it no longer stands"),
    ],
)
def test_may_change(stands, words, because, allowed):
    assert bool(may_change(stands=stands, was="I want to go.", words=words, because=because)) is allowed


@pytest.mark.parametrize(
    ("stands", "because", "on", "allowed"),
    [
        pytest.param(True, "He apologised.", date(2026, 3, 9), True, id="with why"),
        pytest.param(True, "", date(2026, 3, 9), False, id="without why"),
        pytest.param(True, "He apologised.", date(2026, 3, 4), False, id="before it was said"),
        pytest.param(False, "He apologised.", date(2026, 3, 9), False, id="it no longer stands"),
    ],
)
def test_may_withdraw(stands, because, on, allowed):
    assert bool(may_withdraw(stands=stands, because=because, on=on, expressed_on=date(2026, 3, 5))) is allowed


@pytest.mark.parametrize("stands", [pytest.param(True, id="a standing wish is judged"), pytest.param(False, id="another is not")])
def test_may_judge(stands):
    assert bool(may_judge(stands=stands)) is stands


@pytest.mark.parametrize(
    ("asked", "said", "wishes", "allowed"),
    [
        pytest.param(True, WhatTheySaid.WISHES, 2, True, id="two wishes"),
        pytest.param(True, WhatTheySaid.NOTHING, 0, True, id="nothing expressed is an answer"),
        pytest.param(True, WhatTheySaid.LEAVE_ME_ALONE, 1, True, id="leave me alone, in their words"),
        pytest.param(True, WhatTheySaid.WISHES, 0, False, id="wishes without words"),
        pytest.param(True, WhatTheySaid.NOTHING, 1, False, id="nothing, and yet a wish"),
        pytest.param(True, "", 0, False, id="asked, and no answer chosen"),
        pytest.param(False, "", 0, True, id="not asked"),
        pytest.param(False, "", 1, False, id="not asked, and yet a wish"),
        pytest.param(None, "", 0, True, id="not said whether asked"),
    ],
)
def test_what_was_answered(asked, said, wishes, allowed):
    assert bool(what_was_answered(asked=asked, said=said, wishes=wishes)) is allowed

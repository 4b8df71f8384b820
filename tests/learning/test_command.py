"""Does ``heard learning check`` say what is wrong with a council's own resources?"""

import pytest

from heard.config import command
from tests.learning.written import council_adds

pytestmark = pytest.mark.django_db


def test_it_says_that_nothing_is_wrong(capsys, tmp_path, settings):
    council_adds(tmp_path, settings)
    assert command.main(["learning", "check"]) == 0
    assert "12 resources and 11 in Easy Read; nothing to put right" in capsys.readouterr().out


def test_it_names_what_is_wrong(capsys, tmp_path, settings):
    council_adds(tmp_path, settings, review_by="2026-01-06")
    assert command.main(["learning", "check"]) == 2
    assert "our-way: it was to be reviewed by 2026-01-06; its owner is The learning lead" in capsys.readouterr().out

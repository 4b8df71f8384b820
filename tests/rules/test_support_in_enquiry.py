"""Who supported or represented the adult in the enquiry?"""

import pytest

from heard.rules.support_in_enquiry import supporters


@pytest.mark.parametrize(
    ("chosen", "allowed"),
    [
        pytest.param(["family"], True, id="family"),
        pytest.param(["advocate", "family"], True, id="an advocate and family"),
        pytest.param(["none"], True, id="nobody"),
        pytest.param(["none", "friend"], False, id="nobody and a friend cannot both be"),
        pytest.param([], False, id="nothing chosen is not nobody"),
    ],
)
def test_supporters(chosen, allowed):
    assert bool(supporters(chosen)) is allowed

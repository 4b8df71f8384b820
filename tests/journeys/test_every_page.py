"""Does every page hold at the size of a telephone: one h1, a title, no sideways scrolling, and nothing for axe to say?

The addresses come from the site itself, so a new page is walked as soon as it has one.
"""

import re

import pytest

from heard.accounts.permissions import ROLE_PERMISSIONS, may
from heard.rules.vocabulary.people_who_use_heard import Role
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.steps import check_page, given_i_am, is_page
from tests.world import Address, World, addresses, make_world

PERSONAL = ("Mary", "Example", "ZZ1", "1950")


def look_at(page, world: World, here: list[Address]) -> list[str]:
    """Everything that is wrong with the pages at these addresses."""
    wrong = []
    for one in here:
        if not is_page(page, one.address(world)):
            continue
        page.goto(one.address(world))
        try:
            check_page(page)
            assert not any(word in page.title() for word in PERSONAL), f"personal data in the title '{page.title()}'"
            assert not re.search(r"\bundefined\b|\bNone\b(?= ?[A-Z]|$)", page.locator("main").inner_text()), "shows a blank as code"
        except AssertionError as fault:
            wrong.append(f"/{one.pattern}: {fault}")
    return wrong


@pytest.fixture(scope="module")
def world(heard_server):
    return make_world()


DIFFERS_BY_ROLE = {"home", "case", "concern"}
BY_WHOM = [Role.MANAGER, *(role for role in Role if role != Role.MANAGER)]  # who may open most goes first


def walked_by(user) -> list[Address]:
    """The addresses this role looks at: those that no role before it may open, and those that show each role something else."""
    before = {permission for role in BY_WHOM[: BY_WHOM.index(user.role)] for permission in ROLE_PERMISSIONS[role]}
    mine = [one for one in addresses() if one.view.permission is None or may(user, one.view.permission)]
    return [one for one in mine if one.name in DIFFERS_BY_ROLE or (one.view.permission and one.view.permission not in before)]


@pytest.mark.parametrize("role", Role, ids=lambda role: role.label)
def test_every_page_of_a_role_on_a_telephone(new_page, world, role):
    page = new_page(PHONE)
    user = given_i_am(page, world.users[role])
    wrong = look_at(page, world, walked_by(user))
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["on a telephone", "on a desktop"])
def test_every_public_page(new_page, world, viewport):
    wrong = look_at(new_page(viewport), world, [one for one in addresses() if one.view.permission is None])
    assert not wrong, "\n\n".join(wrong)

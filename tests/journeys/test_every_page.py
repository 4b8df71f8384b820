"""Does every page hold at the size of a telephone: one h1, a title, no sideways scrolling, nothing for axe to say, and under 100 kB?

The addresses come from the site itself, so a new page is walked as soon as it has one.
"""

import re

import pytest

from heard.accounts.permissions import ROLE_PERMISSIONS, may
from heard.rules.vocabulary.people_who_use_heard import Role
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.steps import check_page, given_i_am
from tests.world import Address, World, addresses, make_world

HEAVIEST = 100 * 1024
PERSONAL = ("Mary", "Example", "ZZ1", "1950")


def is_page(page, address: str) -> bool:
    """Whether there is a page to look at: no file, no answer for a script, no address that only takes what is sent. Asked outside it."""
    answer = page.request.get(address, max_redirects=0)
    is_html = answer.headers.get("content-type", "text/html").startswith("text/html")
    return answer.status != 405 and is_html and answer.headers.get("content-disposition") is None


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


def test_no_page_weighs_more_than_100_kilobytes_on_a_first_visit(new_page, world):
    page = new_page(PHONE)
    wire, seen, weights = page.context.new_cdp_session(page), [], {}
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on("Network.loadingFinished", lambda event: seen.append(int(event["encodedDataLength"])))
    for one in sorted(addresses(), key=lambda one: one.view.permission or ""):
        if one.view.permission is not None:
            given_i_am(page, next(user for user in world.users.values() if may(user, one.view.permission)))
        if is_page(page, one.address(world)):
            seen.clear()
            page.goto(one.address(world))
            weights[one.pattern] = sum(seen)
    print("\n".join(f"{size:>7} /{pattern}" for pattern, size in sorted(weights.items(), key=lambda item: -item[1])[:10]))
    too_heavy = {pattern: size for pattern, size in weights.items() if size > HEAVIEST}
    assert not too_heavy, f"More than {HEAVIEST} bytes over the wire: {too_heavy}"

"""Does every page come in under 100 kB on a first visit? Measured in bytes over the wire, never in time.

A file of its own beside ``test_every_page``: each of the two walks the whole site, and side by side they take half as long.
"""

from heard.accounts.permissions import may
from tests.journeys.conftest import PHONE
from tests.journeys.steps import given_i_am, is_page
from tests.world import addresses, make_world

HEAVIEST = 100 * 1024


def test_no_page_weighs_more_than_100_kilobytes_on_a_first_visit(new_page):
    world, page = make_world(), new_page(PHONE)
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

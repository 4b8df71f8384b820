"""Who may open what? Every address by every role, in one table; and nobody sees across councils."""

import re

import pytest

from heard.accounts.actions import end_access
from heard.accounts.permissions import ROLE_PERMISSIONS, Permission, may
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.world import Address, addresses, make_world

ALL = addresses()
WITH_PERMISSION = [one for one in ALL if getattr(one.view, "permission", None) is not None]
OWN_PAGE = [
    "own-page", *(f"own-page-{part}" for part in (
        "sent", "want", "want-instead", "not-mine", "today", "pictures", "voice", "people", "call", "stop", "anything", "happened",
        "experience", "thanks", "looked",
    )),
]  # fmt: skip
PUBLIC = {  # the short list: open to the world, each with the reason
    "home": "leads each role to its start, and anybody else to the public start",
    "sign-in": "how else would anybody get in",
    "sign-out": "ends whatever there is to end",
    "set-password": "opened by the link itself, which is the secret",
    "start": "chooses the council for who wants to raise a concern",
    "public-start": "where a member of the public begins, with the council's telephone number",
    "privacy-notice": "everybody may read what happens to what they say",
    "accessibility-statement": "everybody may read what works for whom",
    "learning": "anybody may learn: the list of resources, without those that a council keeps for its staff",
    "resource": "a learning resource; one that a council keeps for its staff leads to signing in",
    "self-check": "what each answer of a self-check means; nothing is kept of it",
    "easy-read": "for an adult or a carer, who have no account",
    "enter-code": "where a code from paper is typed; nothing is shown for it but to whoever knows the second fact",
    "open-link": "opened by the link itself, and then by the second fact",
    "leave-own-page": "closes the page of whoever has it open",
    "blank-page": "says nothing, to anybody",
    "own-page-other": "any other address there: the neutral page",
    **{name: "the adult's own page: only with the browser's own key, else the neutral page" for name in OWN_PAGE},
    "receipt": "what a sender may keep: a reference and what happens next, nothing of the concern",
}
OPEN = {200, 302, 405}  # shown, led on, or only for sending
NOT_NOW = {  # addresses that answer 404 for a record in another state, so also here; as those of a draft that was never begun
    "log-entry": "only its owner's", "log-change": "only its owner's", "log-delete": "only its owner's", "share-entry": "only its owner's",
    "shared-entry": "only for whoever was asked to read it", "withdraw-entry": "only its owner's",
    "undo-link": "only where a link was made",
    "reopen": "only where the enquiry is closed",
    "board-chart": "only where so much was counted that it may be drawn",
    "indicator-months": "only where so much was counted that it may be drawn",
    "figures-chart": "only where so much was counted that it may be drawn",
    "delays-chart": "only where so many reasons were said that they may be drawn",
    "experience-chart": "only where so many answered that it may be drawn",
    "what-changed-chart": "only where something was recommended or counted that it may be drawn",
    "indicator-parts": "only where so much was counted that it may be drawn",
    "indicator-funnel": "only where so much was counted that it may be drawn",
    "picture-of-talk": "only once the cards are kept as they lie",
    "audit": "only its own auditor; so also what is below it",
    "audited-record": "only the auditor of that case",
    "audit-question": "only its own auditor",
    "audit-adults-view": "only its own auditor",
    "audit-workers-view": "only its own auditor",
    "finish-audit": "only its own auditor",
    "audited-case": "only its auditors and who plans audits; so also what is below it",
    "settle-difference": "only its auditors and who plans audits",
    "give-audit-feedback": "only its auditors and who plans audits",
    "add-learning-action": "only its auditors and who plans audits",
    "prove-learning-action": "only the auditors of that case and who plans audits",
    "my-audited-case": "only the worker whose work is audited",
}

pytestmark = pytest.mark.django_db


def test_every_address_has_a_permission_or_is_on_the_short_public_list():
    unmarked = [one.pattern for one in ALL if not hasattr(one.view, "permission")]
    assert not unmarked, f"Put @allow(Permission.…) above each view, or @public with a line in PUBLIC: {unmarked}"
    open_ones = {one.name for one in ALL if one.view.permission is None and not _is_of_public_flow(one)}
    assert open_ones <= set(PUBLIC), f"Open to the world and not on the short list: {open_ones - set(PUBLIC)}"


def _is_of_public_flow(one: Address) -> bool:
    flow = getattr(one.view, "flow", None)
    return flow is not None and flow.public


def test_every_address_has_a_name_of_its_own():
    names = [one.name for one in ALL]
    twice = sorted({str(name) for name in names if names.count(name) > 1 or not name})
    assert not twice, f"Named twice or not at all: {twice}"


def test_no_address_carries_anything_but_references_and_ids():
    wordy = [one.pattern for one in ALL if re.search(r"name|birth|nhs|postcode|email|phone", one.pattern)]
    assert not wordy, f"Nothing about a person stands in an address: {wordy}"


def test_every_permission_opens_something_and_belongs_to_a_role():
    held = set().union(*ROLE_PERMISSIONS.values())
    assert held == set(Permission), f"No role holds {set(Permission) - held}."


@pytest.fixture
def world():
    return make_world()


@pytest.mark.parametrize("address", WITH_PERMISSION, ids=lambda one: f"/{one.pattern} for nobody leads to signing in")
def test_nobody_is_led_to_signing_in(client, world, address):
    for method in (client.get, client.post):
        assert leads_to_signing_in(method(address.address(world)))


def leads_to_signing_in(answer) -> bool:
    """Whether an answer sends its reader to the sign-in page, or keeps what they sent on a page that says how to sign in and send it again.

    An address only for sending may refuse to be looked at first.
    """
    if answer.request["REQUEST_METHOD"] == "POST" and answer.status_code == 403:
        return "You have been signed out" in answer.content.decode()
    if answer.status_code == 405:
        return answer.request["REQUEST_METHOD"] == "GET"
    return answer.status_code == 302 and answer["Location"].split("?")[0] == "/sign-in"


def row(one: Address, role: Role):
    """One cell of the table, as a test."""
    expected = "open" if one.view.permission in ROLE_PERMISSIONS[role] else "403"
    return pytest.param(one, role, id=f"/{one.pattern} for {role.label.lower()}: {expected}")


TABLE = [row(one, role) for one in WITH_PERMISSION for role in Role]


@pytest.mark.parametrize(("address", "role"), TABLE)
def test_who_may_open_what(client, world, address, role):
    user = world.users[role]
    client.force_login(user)
    status = client.get(address.address(world)).status_code
    if not may(user, address.view.permission):
        assert status in {403, 405}
        assert client.post(address.address(world)).status_code == 403, "refused to look, but not to send"
    else:
        assert status in OPEN | ({404} if address.name in NOT_NOW or "draft" in address.parameters else set())


@pytest.mark.parametrize(
    "address", [one for one in WITH_PERMISSION if one.is_about_somebody], ids=lambda one: f"/{one.pattern} of another council: 404"
)
def test_nobody_sees_across_councils(client, world, address):
    elsewhere = make_world("Elsewhere")
    holders = [role for role in Role if may(elsewhere.users[role], address.view.permission)]
    for role in holders:
        client.force_login(elsewhere.users[role])
        for method in (client.get, client.post):
            assert method(address.address(world), follow=True).status_code in {404, 405}


@pytest.mark.parametrize("role", Role, ids=lambda role: role.label)
def test_who_has_no_access_any_more_is_led_to_signing_in(client, world, role):
    boss = make_world("Elsewhere").users[Role.ADMINISTRATOR]
    spare = world.users[role]
    client.force_login(spare)
    if role == Role.ADMINISTRATOR:
        factories.user(Role.ADMINISTRATOR, of=world.authority)
    end_access(account=spare, by=boss)
    for address in WITH_PERMISSION:
        assert leads_to_signing_in(client.get(address.address(world))), address.pattern

"""Who can sign in to the demo?"""

import os

from heard.accounts.models import Authority, Team, User
from heard.rules.vocabulary.people_who_use_heard import Role

PASSWORD = "only-for-the-demo"  # noqa: S105  # printed on the screen; the demo is never a real council's
COUNCIL = "Testford Council"
NAMED = (
    (Role.DUTY_WORKER, "duty@testford.invalid", "Dee Duty-Worker", ()),
    (Role.SOCIAL_WORKER, "social-worker@testford.invalid", "Sol Social-Worker", ("North team",)),
    (Role.MANAGER, "manager@testford.invalid", "Mo Manager", ("North team", "South team")),
    (Role.ANALYST, "analyst@testford.invalid", "Ana Analyst", ()),
    (Role.ADMINISTRATOR, "administrator@testford.invalid", "Addy Administrator", ()),
)
OTHERS = (
    (Role.SOCIAL_WORKER, "social-worker-2@testford.invalid", "Sky Second-Worker", ("North team",)),
    (Role.SOCIAL_WORKER, "social-worker-3@testford.invalid", "Sal South-Worker", ("South team",)),
)


def make_accounts() -> dict[str, User]:
    """The council, two teams and seven accounts; returns users by the part of their e-mail before the @."""
    council = Authority.objects.create(name=COUNCIL, slug="testford")
    teams = {name: Team.objects.create(authority=council, name=name) for name in ("North team", "South team")}
    users = {}
    for role, email, name, in_teams in (*NAMED, *OTHERS):
        user = User.objects.create_user(email, PASSWORD, full_name=name, role=role, authority=council)
        user.teams.set([teams[team] for team in in_teams])
        users[email.partition("@")[0]] = user
    return users


def sign_in_card() -> str:
    """The five named accounts, as printed on the screen; ``PORT`` is where ``make run`` serves."""
    sign_in = f"http://localhost:{os.environ.get('PORT', '8000')}/sign-in"
    width = max(len(email) for _, email, _, _ in NAMED)
    lines = [f"  {email:<{width}}  {role.label}" for role, email, _, _ in NAMED]
    return "\n".join(
        [f"Everybody in this demo is invented. Sign in at {sign_in} as", *lines, f"with the password  {PASSWORD}"]
    )

"""How does a new person set their first password? By a link that works once and runs out.

The link carries an account's id and Django's own token, signed together. The token holds the password that was there before, so setting
one ends the link; ``settings.PASSWORD_RESET_TIMEOUT`` says how long it lasts.
"""

from django.contrib.auth.tokens import default_token_generator
from django.core import signing

from heard.accounts.models import User

READ_BY_LINK = "heard.accounts.set-password"


def link_for(account: User) -> str:
    """The last part of the address at which this account's password can be set, once."""
    return signing.dumps([str(account.pk), default_token_generator.make_token(account)], salt=READ_BY_LINK)


def holds(account: User, token: str) -> bool:
    """Whether the token is this account's, unused and not run out."""
    return default_token_generator.check_token(account, token)

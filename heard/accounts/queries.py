"""Which accounts and teams may this administrator see? Those of their own authority."""

from uuid import UUID

from django.core import signing
from django.db.models import QuerySet
from django.http import Http404

from heard.accounts.links import READ_BY_LINK, holds
from heard.accounts.models import Team, User
from heard.accounts.permissions import Permission, may
from heard.rules.vocabulary.people_who_use_heard import Role


def accounts_for(user) -> QuerySet[User]:
    """The accounts of the user's own authority, by name; none for who may not manage accounts."""
    if not may(user, Permission.MANAGE_ACCOUNTS):
        return User.objects.none()
    return User.objects.filter(authority_id=user.authority_id).prefetch_related("teams").order_by("full_name", "email")


def account_for(user, account: UUID) -> User:
    """One account of the user's own authority. Raises Http404 outside it."""
    found = accounts_for(user).filter(pk=account).first()
    if found is None:
        raise Http404("No such account")
    return found


def teams_for(user) -> QuerySet[Team]:
    """The teams of the user's own authority, by name."""
    return Team.objects.filter(authority_id=user.authority_id).order_by("name")


def email_is_taken(email: str) -> bool:
    """Whether any authority has an account with this address."""
    return User.objects.filter(email=email.strip().lower()).exists()


def is_last_administrator(account: User) -> bool:
    """Whether this is the only administrator with access in its authority."""
    if account.role != Role.ADMINISTRATOR or not account.is_active:
        return False
    others = User.objects.filter(authority_id=account.authority_id, role=Role.ADMINISTRATOR, is_active=True).exclude(pk=account.pk)
    return not others.exists()


def account_of_link(link: str) -> User | None:
    """The account a set-password link is for, or None where it has been used, has run out or was never one."""
    try:
        account, token = signing.loads(link, salt=READ_BY_LINK)
    except (signing.BadSignature, ValueError):
        return None
    found = User.objects.filter(pk=account, is_active=True).first()
    return found if found is not None and holds(found, token) else None

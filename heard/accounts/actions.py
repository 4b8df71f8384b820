"""How do people sign in, and how do administrators let them in, change what they may do, and end it?"""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth import authenticate
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from heard.accounts.models import Authority, FailedSignIn, Team, User
from heard.accounts.queries import is_last_administrator
from heard.audit.actions import record
from heard.rules.account_changes import may_change_role, may_end_access
from heard.rules.decision import Decision, NotAllowed
from heard.rules.sign_in_waits import failures_that_count, may_try_after
from heard.rules.vocabulary.people_who_use_heard import Role


def address_key(email: str) -> str:
    """What stands for a typed address where the address itself must not be kept."""
    return salted_hmac("heard.accounts.sign-in", email.strip().lower(), algorithm="sha256").hexdigest()


def try_sign_in(*, email: str, password: str, at: datetime) -> User | None:
    """The user whose address and password these are, or None. One event either way; the typed address is kept only as a hash.

    Raises NotAllowed, before the password is looked at, while earlier failures make this address wait.
    """
    key = address_key(email)
    _stop_while_waiting(FailedSignIn.objects.filter(address=key).first(), at)
    user = authenticate(username=email, password=password)  # slow by design, so outside the transaction
    with transaction.atomic():
        if user is None:
            _count_failure(key, at)
            record("sign-in-failed", on=None, by=None, detail={"address": key})
        else:
            FailedSignIn.objects.filter(address=key).delete()
            record("sign-in", on=user, by=user)
    return user


def _stop_while_waiting(earlier: FailedSignIn | None, at: datetime) -> None:
    if earlier is None:
        return
    until = may_try_after(failures=earlier.failures, last_failed_at=earlier.last_failed_at)
    if until is not None and at < until:
        minutes = max(1, -(-int((until - at).total_seconds()) // 60))
        wait = "1 minute" if minutes == 1 else f"{minutes} minutes"
        raise NotAllowed(Decision(False, (f"There have been too many tries. Wait {wait}, then try again.",)))


def _count_failure(key: str, at: datetime) -> None:
    counted, _ = FailedSignIn.objects.select_for_update().get_or_create(address=key, defaults={"last_failed_at": at})
    before = failures_that_count(failures=counted.failures, last_failed_at=counted.last_failed_at, now=at)
    counted.failures, counted.last_failed_at = before + 1, at
    counted.save(update_fields=["failures", "last_failed_at"])


@transaction.atomic
def sign_out(*, by: User) -> None:
    """Write down that somebody signed out. The session itself is ended by the page."""
    record("sign-out", on=by, by=by)


@transaction.atomic
def add_account(*, authority: Authority, full_name: str, email: str, role: Role, teams: Iterable[Team], by) -> User:
    """Add a person, who cannot sign in until they have set a password by their link. ``by`` is an administrator, or None for a command."""
    account = User(email=email.strip().lower(), full_name=full_name.strip(), authority=authority, role=role)
    account.set_unusable_password()
    account.save(force_insert=True)
    account.teams.set(teams)
    record("add-account", on=account, by=by, detail={"role": role, "teams": _ids(teams)})
    return account


@transaction.atomic
def change_account(*, account: User, role: Role, teams: Iterable[Team], by: User) -> User:
    """Change what a person may do and whose cases they see, from their next click on. Raises NotAllowed as the rule says."""
    account = _locked(account)
    if role != account.role:
        _ask(may_change_role(is_own=account.pk == by.pk, is_last_administrator=is_last_administrator(account)))
    detail = {"role": [account.role, role], "teams": [_ids(account.teams.all()), _ids(teams)]}
    account.role = role
    account.save(update_fields=["role"])
    account.teams.set(teams)
    record("change-account", on=account, by=by, detail=detail)
    return account


@transaction.atomic
def end_access(*, account: User, by: User) -> User:
    """End a person's access at once: their next click finds them signed out. Their tasks stay. Raises NotAllowed as the rule says."""
    account = _locked(account)
    _ask(may_end_access(is_own=account.pk == by.pk, is_last_administrator=is_last_administrator(account)))
    account.is_active, account.access_ended_at = False, timezone.now()
    account.set_unusable_password()  # ends every session and every unused link, also should access be given back
    account.save(update_fields=["is_active", "access_ended_at", "password"])
    record("end-access", on=account, by=by)
    return account


@transaction.atomic
def give_access_back(*, account: User, by: User) -> User:
    """Let a person in again. They set a new password by a link."""
    account = _locked(account)
    account.is_active, account.access_ended_at = True, None
    account.save(update_fields=["is_active", "access_ended_at"])
    record("give-access-back", on=account, by=by)
    return account


@transaction.atomic
def start_password_again(*, account: User, by: User) -> User:
    """Take away a person's password, for a link to set a new one: for who has forgotten it, or whose link ran out."""
    account = _locked(account)
    account.set_unusable_password()
    account.save(update_fields=["password"])
    record("start-password-again", on=account, by=by)
    return account


@transaction.atomic
def set_password(*, account: User, password: str) -> User:
    """Set the password a person chose by their link, which ends the link and every session."""
    account = _locked(account)
    account.set_password(password)
    account.save(update_fields=["password"])
    record("set-password", on=account, by=account)
    return account


@transaction.atomic
def add_team(*, authority: Authority, name: str, by) -> Team:
    """Add a team to an authority."""
    team = Team.objects.create(authority=authority, name=name.strip())
    record("add-team", on=team, by=by)
    return team


def _locked(account: User) -> User:
    """The account as it is now. Its authority's row is locked too, so that two administrators cannot each end the other's access."""
    Authority.objects.select_for_update().get(pk=account.authority_id)
    return User.objects.select_for_update().get(pk=account.pk)


def _ask(decision: Decision) -> None:
    if not decision:
        raise NotAllowed(decision)


def _ids(teams: Iterable[Team]) -> list[str]:
    return sorted(str(team.pk) for team in teams)

"""How does an administrator let people in, change what they may do, and end their access?"""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts import actions
from heard.accounts.forms import AddAccount, AddTeam, ChangeAccount
from heard.accounts.links import link_for
from heard.accounts.permissions import ROLE_DESCRIPTIONS, Permission, allow
from heard.accounts.queries import account_for, accounts_for, teams_for
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.people_who_use_heard import Role

ON_A_PAGE = 25
LINK = "accounts-link"  # where in the session the link waits until it has been shown once


@allow(Permission.MANAGE_ACCOUNTS)
def accounts(request: HttpRequest) -> HttpResponse:
    page = Paginator(accounts_for(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/accounts.html", {"page": page, "label": _role_label, "teams": teams_for(request.user)})


@allow(Permission.MANAGE_ACCOUNTS)
def add_account(request: HttpRequest) -> HttpResponse:
    form = AddAccount(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        account = actions.add_account(
            authority=request.user.authority, full_name=form.cleaned_data["full_name"], email=form.cleaned_data["email"],
            role=form.cleaned_data["role"], teams=form.teams_chosen(), by=request.user,
        )  # fmt: skip
        return _show_link(request, account)
    return render(request, "govuk/question.html", {"form": form, "back": reverse("people-accounts")})


@allow(Permission.MANAGE_ACCOUNTS)
def account(request: HttpRequest, account: UUID) -> HttpResponse:
    about = account_for(request.user, account)
    is_own = about.pk == request.user.pk
    return render(request, "accounts/account.html", {"account": about, "label": _role_label, "is_own": is_own, "does": ROLE_DESCRIPTIONS})


@allow(Permission.MANAGE_ACCOUNTS)
def change_account(request: HttpRequest, account: UUID) -> HttpResponse:
    about = account_for(request.user, account)
    now = {"role": about.role, "teams": [str(team.pk) for team in about.teams.all()]}
    form = ChangeAccount(request.POST or None, user=request.user, about=about, initial=now)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_account(account=about, role=form.cleaned_data["role"], teams=form.teams_chosen(), by=request.user)
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, "Saved. It holds from their next click.")
            return redirect("account", about.pk)
    return render(request, "govuk/question.html", {"form": form, "back": reverse("account", args=[about.pk])})


@allow(Permission.MANAGE_ACCOUNTS)
def end_access(request: HttpRequest, account: UUID) -> HttpResponse:
    about = account_for(request.user, account)
    refusal = None
    if request.method == "POST":
        try:
            actions.end_access(account=about, by=request.user)
        except NotAllowed as no:
            refusal = no.decision
        else:
            messages.success(request, "Their access has ended.")
            return redirect("account", about.pk)
    return render(request, "accounts/end-access.html", {"account": about, "refusal": refusal}, status=200 if refusal is None else 409)


@allow(Permission.MANAGE_ACCOUNTS)
def new_link(request: HttpRequest, account: UUID) -> HttpResponse:
    """A new link: for who never used the first, has forgotten the password, or is let in again."""
    about = account_for(request.user, account)
    if request.method == "POST":
        if not about.is_active:
            about = actions.give_access_back(account=about, by=request.user)
        return _show_link(request, actions.start_password_again(account=about, by=request.user))
    return render(request, "accounts/new-link.html", {"account": about})


@allow(Permission.MANAGE_ACCOUNTS)
def show_link(request: HttpRequest, account: UUID) -> HttpResponse:
    """The link, once: the next look finds it gone."""
    about = account_for(request.user, account)
    waiting = request.session.pop(LINK, {})
    address = request.build_absolute_uri(reverse("set-password", args=[waiting["link"]])) if waiting.get("for") == str(about.pk) else ""
    days = settings.PASSWORD_RESET_TIMEOUT // (24 * 60 * 60)
    return render(request, "accounts/link.html", {"account": about, "address": address, "days": days})


@allow(Permission.MANAGE_ACCOUNTS)
def add_team(request: HttpRequest) -> HttpResponse:
    form = AddTeam(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        actions.add_team(authority=request.user.authority, name=form.cleaned_data["name"], by=request.user)
        messages.success(request, "The team is added.")
        return redirect("people-accounts")
    return render(request, "govuk/question.html", {"form": form, "back": reverse("people-accounts")})


def _show_link(request: HttpRequest, account) -> HttpResponse:
    request.session[LINK] = {"for": str(account.pk), "link": link_for(account)}
    return redirect("account-link", account.pk)


def _role_label(role: str) -> str:
    return Role(role).label

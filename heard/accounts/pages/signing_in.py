"""How does somebody sign in, sign out, and choose their first password?"""

from django.contrib import messages
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters

from heard.accounts import actions
from heard.accounts.forms import NOT_RECOGNISED, ChoosePassword, SignIn
from heard.accounts.permissions import public
from heard.accounts.queries import account_of_link
from heard.rules.decision import NotAllowed


def _where_next(request: HttpRequest) -> str:
    """The page asked for before signing in, where it is one of ours."""
    asked = request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return asked if ours and asked.startswith("/") else "/"


@sensitive_post_parameters("password")
@public
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        return redirect(_where_next(request))
    form = SignIn(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.try_sign_in(at=timezone.now(), **form.cleaned_data)
        except NotAllowed as no:
            form.refuse(no)
        else:
            if user is not None:
                login(request, user)
                return redirect(_where_next(request))
            form.add_error(None, NOT_RECOGNISED)
    return render(request, "accounts/sign-in.html", {"form": form})


@public
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and request.user.is_authenticated:
        actions.sign_out(by=request.user)
        logout(request)
        messages.success(request, "You have signed out.")
        return redirect("sign-in")
    if not request.user.is_authenticated:
        return redirect("sign-in")
    return render(request, "govuk/confirm.html", {"title": "Sign out of Heard?", "action_text": "Sign out", "cancel": "/"})


@sensitive_post_parameters("password")
@public
def set_password(request: HttpRequest, link: str) -> HttpResponse:
    account = account_of_link(link)
    if account is None:
        return render(request, "accounts/link-ended.html", status=404)
    form = ChoosePassword(request.POST or None, about=account)
    if request.method == "POST" and form.is_valid():
        actions.set_password(account=account, password=form.cleaned_data["password"])
        messages.success(request, "Your password is saved. Sign in with it now.")
        return redirect("sign-in")
    return render(request, "govuk/question.html", {"form": form})

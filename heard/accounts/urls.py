"""Which addresses belong to accounts?"""

from django.urls import path

from heard.accounts.pages import managing, signing_in

urlpatterns = [
    path("sign-in", signing_in.sign_in, name="sign-in"),
    path("sign-out", signing_in.sign_out, name="sign-out"),
    path("set-password/<str:link>", signing_in.set_password, name="set-password"),
    path("accounts", managing.accounts, name="people-accounts"),
    path("accounts/new", managing.add_account, name="add-account"),
    path("accounts/teams/new", managing.add_team, name="add-team"),
    path("accounts/<uuid:account>", managing.account, name="account"),
    path("accounts/<uuid:account>/change", managing.change_account, name="change-account"),
    path("accounts/<uuid:account>/end", managing.end_access, name="end-access"),
    path("accounts/<uuid:account>/new-link", managing.new_link, name="new-account-link"),
    path("accounts/<uuid:account>/link", managing.show_link, name="account-link"),
]

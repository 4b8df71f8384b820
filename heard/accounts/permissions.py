"""Who may do what?

Deny by default: a page without ``@allow`` or ``@public`` fails a test of the codebase. A role may do what its row says and
nothing else; whose records it may do it to is decided by the queries (``heard.cases.queries``).
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.rules.labelled import Labelled
from heard.rules.vocabulary.people_who_use_heard import Role

NEVER_KEPT = ("csrfmiddlewaretoken", "password", "second_fact")


class Permission(Labelled):
    """What can be done, each in words that fit "You cannot …"."""

    USE_HEARD = "use-heard", "use Heard"
    RAISE_CONCERN = "raise-concern", "raise a concern as a member of staff"
    SEE_DUTY_LIST = "see-duty-list", "see concerns waiting for a decision"
    TRIAGE = "triage", "triage a concern"
    DECIDE_SECTION_42 = "decide-section-42", "decide whether there is an enquiry"
    DECIDE_AGAINST_RULE = "decide-against-rule", "decide against what the rule says"
    SEE_CASES = "see-cases", "open cases"
    RECORD_IN_CASE = "record-in-case", "record in a case"
    ALLOCATE = "allocate", "allocate an enquiry"
    CLOSE_ENQUIRY = "close-enquiry", "close an enquiry"
    CLOSE_AGAINST_VIEW = "close-against-view", "close an enquiry where the adult disagrees"
    REOPEN_ENQUIRY = "reopen-enquiry", "reopen an enquiry"
    MARK_IN_ERROR = "mark-in-error", "mark a record as recorded in error"
    OVERRIDE_SAFE_CONTACT = "override-safe-contact", "send what the safe-contact card stops"
    SEE_AGAINST_RULE = "see-against-rule", "see decisions made against the rule"
    SEE_WHO_LOOKED = "see-who-looked", "see who has looked at a record"
    HOLD_BACK = "hold-back", "hold back from the adult who has looked at their record"
    SEE_FIGURES = "see-figures", "see figures"
    ASK_QUESTIONS = "ask-questions", "ask your own question of the figures"
    AUDIT_CASES = "audit-cases", "audit cases"
    PLAN_AUDITS = "plan-audits", "plan audits"
    SIGN_OFF_RETURN = "sign-off-return", "check the statutory return and sign it off"
    SEE_TEAM = "see-team", "see how the teams are doing"
    SEE_PROVIDER_FIGURES = "see-provider-figures", "see figures by provider"
    RUN_REVIEWS = "run-reviews", "run Safeguarding Adult Reviews"
    SEE_LEARNING_COUNTS = "see-learning-counts", "see how much is being learnt"
    MANAGE_ACCOUNTS = "manage-accounts", "manage accounts"


_CASEWORK = {
    Permission.USE_HEARD,
    Permission.RAISE_CONCERN,
    Permission.SEE_CASES,
    Permission.RECORD_IN_CASE,
    Permission.MARK_IN_ERROR,
    Permission.SEE_FIGURES,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.DUTY_WORKER: frozenset(_CASEWORK | {Permission.SEE_DUTY_LIST, Permission.TRIAGE}),
    Role.SOCIAL_WORKER: frozenset(_CASEWORK | {Permission.CLOSE_ENQUIRY, Permission.AUDIT_CASES}),
    Role.MANAGER: frozenset(set(Permission) - {Permission.MANAGE_ACCOUNTS}),
    Role.ANALYST: frozenset({Permission.USE_HEARD, Permission.SEE_FIGURES, Permission.ASK_QUESTIONS, Permission.SEE_PROVIDER_FIGURES}),
    Role.ADMINISTRATOR: frozenset({Permission.USE_HEARD, Permission.MANAGE_ACCOUNTS}),
}

ROLE_DESCRIPTIONS: dict[Role, str] = {
    Role.DUTY_WORKER: "Takes and triages concerns that nobody has decided yet.",
    Role.SOCIAL_WORKER: "Works with adults: their own cases and their team's.",
    Role.MANAGER: "Decides, allocates and signs off for their teams.",
    Role.ANALYST: "Sees figures and never names.",
    Role.ADMINISTRATOR: "Adds people, changes roles and ends access; sees no records.",
}

WHO_TO_ASK: dict[Permission, str] = {
    Permission.MANAGE_ACCOUNTS: "Ask an administrator.",
    Permission.RAISE_CONCERN: "Use the public form, or telephone the council.",
}


def may(user, permission: Permission) -> bool:
    """Whether this user's role holds the permission. A user whose access has ended holds none."""
    return bool(user.is_authenticated and user.is_active and permission in ROLE_PERMISSIONS.get(Role(user.role), ()))


def refused(request: HttpRequest, permission: Permission) -> HttpResponse:
    """The 403 page: what they cannot do and whom to ask."""
    who = WHO_TO_ASK.get(permission, "Ask a safeguarding manager.")
    return render(request, "accounts/refused.html", {"cannot": permission.label, "who": who}, status=403)


def signed_out(request: HttpRequest) -> HttpResponse:
    """The page for a form sent after signing out or a time-out: what was typed is kept on it, to send again once signed in."""
    typed = [(name, value) for name in request.POST if name not in NEVER_KEPT for value in request.POST.getlist(name)]
    context = {"typed": typed, "address": request.get_full_path(), "sign_in": settings.LOGIN_URL}
    response = render(request, "accounts/signed-out.html", context, status=403)
    response.headers["Cache-Control"] = "no-store, private"
    return response


def allow(permission: Permission) -> Callable:
    """Mark a view with the permission it needs: sign-in page for nobody, 403 with whom to ask for the wrong role."""

    def mark(view: Callable) -> Callable:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not request.user.is_authenticated and request.method == "POST":
                return signed_out(request)
            if not request.user.is_authenticated:
                return redirect(f"{settings.LOGIN_URL}?next={request.path}")
            if not may(request.user, permission):
                return refused(request, permission)
            return view(request, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return mark


def public(view: Callable) -> Callable:
    """Mark a view as open to anybody. Each such address is on the short list in ``tests/standards``."""
    view.permission = None
    return view

"""Where do audits and reviews begin, for each who has a part in them?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.assurance.pages.asking import address
from heard.assurance.queries.audits import my_audited_work, my_audits
from heard.assurance.queries.due import due_for
from heard.cases.reading import read_list

OFFERED: tuple[tuple[Permission, str, str, str], ...] = (
    (Permission.SEE_FIGURES, "what-changed-start", "What changed", "Whether what reviews and audits found has changed practice"),
    (Permission.USE_HEARD, "reviews-published", "Published reviews", "What was found, and where each recommendation stands"),
    (Permission.USE_HEARD, "refer-for-review", "Refer a case for a Safeguarding Adult Review", "Anybody who uses Heard may"),
    (Permission.RUN_REVIEWS, "reviews", "Referrals and reviews", "Decide, review, recommend, and follow it until it holds"),
    (Permission.PLAN_AUDITS, "audit-rounds", "Audits of case files", "Draw cases, see what was found, follow the actions"),
)


@allow(Permission.USE_HEARD)
def quality(request: HttpRequest) -> HttpResponse:
    """My audits to do, my own work that is audited, and the rest by what I may do."""
    mine = my_audits(request.user) if may(request.user, Permission.AUDIT_CASES) else []
    audited = my_audited_work(request.user) if may(request.user, Permission.SEE_CASES) else []
    read_list(request, "open-audits-and-reviews", [*mine, *audited])
    due = due_for(request.user, timezone.localdate())
    links = [(where, text, hint) for permission, name, text, hint in OFFERED if may(request.user, permission) and (where := address(name))]
    return render(request, "assurance/quality.html", {"mine": mine, "audited": audited, "due": due, "links": links})


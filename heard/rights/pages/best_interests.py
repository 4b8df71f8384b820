"""How does somebody begin a decision in the adult's best interests?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.rights.queries.capacity import assessment_of, was_assessed_later
from heard.rules.best_interests import may_decide_for
from heard.voice.asking import closed


@allow(Permission.RECORD_IN_CASE)
def begin(request: HttpRequest, reference: str, assessment_id: UUID) -> HttpResponse:
    """The form; or why there is none, where the decision is the adult's own or was assessed again later."""
    case = read_case(request, reference, "open-best-interests-form")
    found = assessment_of(case, assessment_id)
    if (no := closed(request, case)) is not None:
        return no
    said = may_decide_for(conclusion=found.conclusion, superseded_by_later=was_assessed_later(found))
    if not said:
        return render(request, "rights/best_interests_not.html", {"case": case, "one": found, "said": said})
    return redirect("best-interests-form-start", reference=reference, assessment_id=found.pk)

"""Would the adult have substantial difficulty in being involved?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.queries import enquiry_of
from heard.cases.reading import read_case
from heard.rights.actions.difficulty import record_difficulty
from heard.rights.forms.difficulty import Difficulty, as_asked
from heard.rights.queries.difficulty import difficulties_of
from heard.rules.substantial_difficulty import has_substantial_difficulty
from heard.voice.asking import ask, closed, typed


@allow(Permission.RECORD_IN_CASE)
def difficulty(request: HttpRequest, reference: str) -> HttpResponse:
    """Adjustments, then the four areas; earlier answers stand below."""
    case = read_case(request, reference, "open-difficulty")
    if enquiry_of(case) is None:
        raise Http404("No enquiry yet")
    if (no := closed(request, case)) is not None:
        return no
    given = difficulties_of(case)
    first = {"adjustments_tried": given[0].adjustments_tried, **as_asked(given[0].areas)} if given else {}
    form = Difficulty(typed(request), about=given, initial={"considered_on": timezone.localdate(), **first})

    def save() -> None:
        said = form.cleaned_data
        record_difficulty(
            case=case, areas=form.areas(), considered_on=said["considered_on"], adjustments_tried=said["adjustments_tried"],
            because=said.get("because", ""), by=request.user,
        )  # fmt: skip

    before = [(one, " ".join(has_substantial_difficulty(one.areas).because), "") for one in given]
    around = {"before": before, "wrong": given[0] if given else None, "may_mark": may(request.user, Permission.MARK_IN_ERROR)}
    return ask(request, form, save, case=case, template="rights/difficulty.html", done="Answer saved", **around)

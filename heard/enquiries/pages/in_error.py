"""Where is a record marked as recorded in error, who had seen it, and how is it put back?"""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.enquiries.actions.in_error import mark_in_error, undo_in_error
from heard.enquiries.forms.in_error import NotInError, RecordedInError
from heard.enquiries.pages.asking import ask, typed, where_next
from heard.enquiries.queries.in_error import in_error_of, in_words, record_of, what_hangs_from, who_has_seen
from heard.rules.recorded_in_error import Kind
from heard.voice.asking import adult_card


def _kind(slug: str) -> Kind:
    if slug not in set(Kind):
        raise Http404("No such kind of record")
    return Kind(slug)


@allow(Permission.MARK_IN_ERROR)
def mark(request: HttpRequest, reference: str, kind: str, record_id: UUID) -> HttpResponse:
    """Mark one record of the case as recorded in error, or put it back, each with a reason; and who has opened the case since."""
    what = _kind(kind)
    case = read_case(request, reference, "open-mark-in-error")
    record = record_of(case, what, record_id)
    is_marked = record.in_error_at is not None
    form = (NotInError if is_marked else RecordedInError)(typed(request))

    def keep(said: dict) -> str:
        (undo_in_error if is_marked else mark_in_error)(
            case=case, kind=what, record=record, because=said["because"], by=request.user
        )
        return where_next(request, case)

    return ask(
        request, form, keep=keep, back=reverse("case", args=[reference]), case=case, template="enquiries/in_error.html", kind=what,
        record=record, words=in_words(what, record), seen=who_has_seen(case, record.recorded_at), hangs=what_hangs_from(what, record),
        said="It is back on the case." if is_marked else "It is marked as recorded in error and hidden from the case.",
    )  # fmt: skip


@allow(Permission.MARK_IN_ERROR)
def in_error_list(request: HttpRequest, reference: str) -> HttpResponse:
    """The records of the case that are marked as recorded in error: what kind, by whom and why; not what they say."""
    case = read_case(request, reference, "open-in-error-list")
    context = {"case": case, "adult": adult_card(case), "marked": in_error_of(case), "back": reverse("case", args=[reference])}
    return render(request, "enquiries/in_error_list.html", context)

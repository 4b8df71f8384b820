"""Which advocate was asked for, how far has that come, and was an IMCA considered?"""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.queries import enquiry_of
from heard.cases.reading import read_case
from heard.rights.actions.advocacy import WORK, record_advocates_work, refer_to_advocate
from heard.rights.actions.imca import consider_imca as consider
from heard.rights.forms.advocacy import AdvocatesWork, ConsiderImca, ReferToAdvocate
from heard.rights.queries.advocacy import advocate_of, days_of
from heard.rights.queries.appropriate_person import local_representation
from heard.rights.queries.imca import considerations_of
from heard.rules.consider_imca import CONSIDER
from heard.rules.independent_advocate import days_between
from heard.rules.vocabulary.rights import AdvocateKind, ImcaPoint
from heard.voice.asking import ask, closed, typed


@allow(Permission.RECORD_IN_CASE)
def refer(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that an advocate was asked for."""
    case = read_case(request, reference, "open-advocacy")
    if (no := closed(request, case)) is not None:
        return no
    form = ReferToAdvocate(typed(request), initial={"referred_on": timezone.localdate()})

    def save() -> None:
        refer_to_advocate(case=case, by=request.user, **form.cleaned_data)

    return ask(request, form, save, case=case, template="rights/refer.html", done="Referral saved")


@allow(Permission.RECORD_IN_CASE)
def work(request: HttpRequest, reference: str, advocacy_id: UUID) -> HttpResponse:
    """Accepted, met the adult, ended: the days between are shown."""
    case = read_case(request, reference, "open-advocacy")
    if (no := closed(request, case)) is not None:
        return no
    found = advocate_of(case, advocacy_id)
    form = AdvocatesWork(typed(request), initial={name: getattr(found, name) for name in WORK})

    def save() -> None:
        record_advocates_work(advocacy=found, by=request.user, **form.cleaned_data)

    told = {"found": found, "kind": AdvocateKind(found.kind).label, "days": days_between(days_of(found), timezone.localdate())}
    return ask(request, form, save, case=case, template="rights/advocates_work.html", done="Saved", **told)


@allow(Permission.RECORD_IN_CASE)
def consider_imca(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether to instruct an IMCA, at planning and again at the plan."""
    case = read_case(request, reference, "open-imca")
    if enquiry_of(case) is None:
        raise Http404("No enquiry yet")
    if (no := closed(request, case)) is not None:
        return no
    given = considerations_of(case)
    point = ImcaPoint.PLAN if any(one.at == ImcaPoint.PLANNING for one in given) else ImcaPoint.PLANNING
    first = {"considered_on": timezone.localdate(), "considered_by_name": request.user.full_name, "at": point}
    form = ConsiderImca(typed(request), about=local_representation(), initial=first)

    def save() -> None:
        consider(case=case, by=request.user, **form.cleaned_data)

    may_mark = may(request.user, Permission.MARK_IN_ERROR)
    context = {"given": given, "law": CONSIDER, "points": dict(ImcaPoint.choices()), "may_mark": may_mark}
    return ask(request, form, save, case=case, template="rights/imca.html", done="Decision saved", **context)

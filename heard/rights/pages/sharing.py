"""Where is it recorded what was shared about the adult, and where is it read and printed?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Case
from heard.cases.reading import read_case
from heard.documents.showing import card_in_words
from heard.people.queries import who_must_not_know
from heard.rights.actions.sharing import share_with_partner
from heard.rights.forms.sharing import AGREED_TO_SHARE, ShareWithPartner
from heard.rights.queries.sharing import people_known, shared_in
from heard.rules.decision import Decision
from heard.rules.safe_contact import LAW as SAFE_CONTACT
from heard.rules.safe_contact import must_not_know
from heard.rules.sharing import SHARING, names_who_may_pose_a_risk
from heard.rules.vocabulary.rights import LawfulBasis
from heard.voice.asking import adult_card, ask, typed


@allow(Permission.RECORD_IN_CASE)
def share(request: HttpRequest, reference: str) -> HttpResponse:
    """One page: what, with whom, how, on what basis. Where somebody who may pose a risk is named it warns once, and then saves."""
    case = read_case(request, reference, "open-share")
    form = ShareWithPartner(typed(request), initial={"shared_on": timezone.localdate()})
    warning = _warning(case, form)
    context = {"template": "rights/share.html", "law": SHARING, "warning": warning}
    if warning is not None and form.data.get("warned") != " ".join(warning.because):
        form.data = form.data.copy()
        form.data["warned"] = " ".join(warning.because)
        form.submit = "Save it as it is"
        around = {"case": case, "back": reverse("case", args=[reference]), "cancel": reverse("case", args=[reference])}
        return render(request, "rights/share.html", {"form": form, "adult": adult_card(case), **around, **context})

    def save() -> None:
        given = {name: value for name, value in form.cleaned_data.items() if name != "warned"}
        share_with_partner(case=case, by=request.user, **given)

    return ask(request, form, save, case=case, done="What was shared is saved", **context)


def _warning(case: Case, form: ShareWithPartner) -> Decision | None:
    if not form.is_bound or not form.is_valid():
        return None
    said = f"{form.cleaned_data['with_whom']} {form.cleaned_data['how']}"
    risky = names_who_may_pose_a_risk(said=said, known=people_known(case))
    hidden = "; ".join(name for name in who_must_not_know(case.current_card, case.person) if must_not_know(said=said, named=name))
    because = (*(risky.because if risky else ()), *((f"The safe-contact card says who must not know: {hidden}.",) if hidden else ()))
    return Decision(True, because, (*(risky.law if risky else ()), *(SAFE_CONTACT if hidden else ()))) if because else None


@allow(Permission.SEE_CASES)
def shared(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that was shared, to read and to print."""
    case = read_case(request, reference, "open-what-was-shared")
    context = {
        "case": case,
        "card": card_in_words(case.current_card, case.person),
        "shared": shared_in(case),
        "agreed": AGREED_TO_SHARE,
        "bases": dict(LawfulBasis.choices()),
        "may_mark": may(request.user, Permission.MARK_IN_ERROR),
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
        "back": reverse("case", args=[reference]),
    }
    return render(request, "rights/shared.html", context)

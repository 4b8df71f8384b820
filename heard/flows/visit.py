"""Who is on which page of which flow, with which draft?"""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from heard.accounts.models import Authority
from heard.flows import actions, queries
from heard.flows.flow import Flow
from heard.flows.models import Draft
from heard.flows.walk import Walk, walk

COOKIE = "heard-form"
COOKIE_SALT = "heard.flows.hold"
NEW = "new"


@dataclass
class Visit:
    """One request to a flow. ``kwargs`` are the address's own values, without the draft and the page."""

    flow: Flow
    request: HttpRequest
    authority: Authority
    user: Any
    kwargs: dict
    about: Any
    draft: Draft | None = None
    reference: str = NEW
    _walked: tuple | None = None

    @property
    def about_key(self) -> str:
        """The address's own values, to tell drafts about different records apart."""
        own = {key: str(value) for key, value in sorted(self.kwargs.items()) if key != "authority"}
        return json.dumps(own) if own else ""

    def url(self, part: str, **more) -> str:
        """The address of a part of this flow: "start", "page" (with page=), "check" and so on."""
        if not self.flow.public and part != "start":
            more["draft"] = self.draft.reference if self.draft else self.reference
        return reverse(f"{self.flow.slug}-{part}", kwargs={**self.kwargs, **more})

    def walk(self) -> Walk:
        """The pages this person sees with what is kept so far."""
        as_of = self.draft.updated_at if self.draft else None
        if not self._walked or self._walked[0] != as_of:
            self._walked = as_of, walk(self.flow, self.draft.data if self.draft else {}, about=self.about, user=self.user)
        return self._walked[1]

    def next_url(self) -> str:
        """Where this person goes on: the first page not yet answered, or "check your answers"."""
        left = self.walk().unfinished(visited_too=True)
        if left:
            return self.url("page", page=left[0].page.slug)
        return self.url("check") if self.flow.check_answers else self.url("page", page=self.flow.pages[-1].slug)

    def begin(self) -> Draft:
        """A new draft for this visit. A page opened as new begins one draft, however often it is sent."""
        self.draft = actions.start_draft(
            flow=self.flow, authority=self.authority, about=self.about_key, by=self.user, draft_id=self._promised_id()
        )
        actions.delete_expired_now_and_then()
        return self.draft

    def promise(self) -> str:
        """For the pages of a draft not yet begun: the id it will have, signed for this user and this flow."""
        return "" if self.draft or self.flow.public else signing.dumps([str(uuid4()), self._for_whom()], salt="heard.flows.promise")

    def _promised_id(self) -> UUID | None:
        try:
            promised, whose = signing.loads(self.request.POST.get("_draft", ""), salt="heard.flows.promise")
        except signing.BadSignature:
            return None
        return UUID(promised) if whose == self._for_whom() else None

    def _for_whom(self) -> list[str]:
        return [str(self.user.pk) if self.user else "", self.flow.slug, self.about_key]

    def hold(self, response: HttpResponse) -> HttpResponse:
        """Let this browser hold the draft: a signed cookie that scripts cannot read and that goes when the browser closes."""
        if self.flow.public and self.draft:
            value = signing.dumps([str(self.draft.pk), self.draft.hold], salt=COOKIE_SALT)
            response.set_cookie(COOKIE, value, path=self.url("start"), httponly=True, samesite="Lax", secure=self.request.is_secure())
        return response

    def let_go(self, response: HttpResponse) -> HttpResponse:
        """Take the draft's cookie and the form's own token away from this browser."""
        response.delete_cookie(COOKIE, path=self.url("start"), samesite="Lax")
        response.delete_cookie("csrftoken", samesite="Lax")
        return response


def visit(flow: Flow, request: HttpRequest, kwargs: dict) -> Visit:
    """Work out the visit; raises Http404 for no such council, a record out of reach, or a draft that is not this user's."""
    own = {key: value for key, value in kwargs.items() if key not in ("page", "draft")}
    about = flow.record_in(request, own)
    if flow.public:
        here = Visit(flow, request, queries.authority_called(own.get("authority", "")), None, own, about)
        here.draft = _held(here)
        return here
    here = Visit(flow, request, request.user.authority, request.user, own, about, reference=kwargs.get("draft", NEW))
    if here.reference != NEW:
        here.draft = queries.draft_of(here.user, flow=flow.slug, about=here.about_key, reference=here.reference)
    return here


def _held(here: Visit) -> Draft | None:
    try:
        draft_id, hold = signing.loads(here.request.COOKIES.get(COOKIE, ""), salt=COOKIE_SALT)
    except (signing.BadSignature, ValueError):
        return None
    return queries.draft_held(draft_id=draft_id, hold=hold, flow=here.flow.slug, authority=here.authority)


def draft_url(draft: Draft) -> str:
    """Where a user goes on with their own unsent draft."""
    return reverse(f"{draft.flow}-resume", kwargs={**json.loads(draft.about or "{}"), "draft": draft.reference})

"""Which addresses does a flow have, and who may open them?"""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from heard.accounts.permissions import allow, public
from heard.flows.flow import Flow
from heard.flows.pages import adding, asking, returning, sending
from heard.flows.pages.keeping import kept

urlpatterns = [path("kept", kept, name="kept")]


def flow_urls(flow: Flow) -> list[URLPattern]:
    """The addresses of a flow, to ``include`` under its own. A public flow's own address must have ``<slug:authority>`` in it.

    Names: ``<flow.slug>-start -page -check -done -autosave -resume``, and for the public ``-saved -leave -left -add -added``, for
    staff ``-delete``. Every one carries the flow's permission or is public.
    """
    made = partial(_path, flow)
    return _public_urls(made) if flow.public else _staff_urls(made)


def _public_urls(made: Callable) -> list[URLPattern]:
    return [
        made("", asking.start, "start"),
        made("saved", returning.saved, "saved"),
        made("resume", returning.resume, "resume"),
        made("leave", returning.leave, "leave"),
        made("page", returning.left, "left"),
        made("add", adding.add, "add"),
        made("added", adding.added, "added"),
        made("check", sending.check, "check"),
        made("done", sending.done, "done"),
        made("<slug:page>", asking.page, "page"),
        made("<slug:page>/autosave", asking.autosave, "autosave"),
    ]


def _staff_urls(made: Callable) -> list[URLPattern]:
    return [
        made("", asking.start, "start"),
        made("<str:draft>/", asking.resume_own, "resume"),
        made("<str:draft>/check", sending.check, "check"),
        made("<str:draft>/done", sending.done, "done"),
        made("<str:draft>/delete", asking.delete_own, "delete"),
        made("<str:draft>/<slug:page>", asking.page, "page"),
        made("<str:draft>/<slug:page>/autosave", asking.autosave, "autosave"),
    ]


def _path(flow: Flow, address: str, page: Callable, part: str) -> URLPattern:
    def view(request: HttpRequest, **kwargs) -> HttpResponse:
        return page(flow, request, **kwargs)

    view.__name__ = f"{flow.slug}-{part}"
    view.__doc__ = page.__doc__
    view.flow = flow
    return path(address, public(view) if flow.public else allow(flow.permission)(view), name=f"{flow.slug}-{part}")

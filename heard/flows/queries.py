"""Which drafts may this browser or this user have?"""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from heard.accounts.models import Authority
from heard.flows.models import Draft, KeptWords


def authority_called(slug: str) -> Authority:
    """The council of a public address; raises Http404."""
    found = Authority.objects.filter(slug=slug).first()
    if not found:
        raise Http404("No council has this address.")
    return found


def live_drafts(now: datetime | None = None) -> QuerySet[Draft]:
    """Drafts not yet past their day, sent ones included. What has expired is gone even before it is deleted."""
    return Draft.objects.filter(expires_at__gt=now or timezone.now()) | Draft.objects.filter(submitted_at__isnull=False)


def draft_held(*, draft_id: UUID, hold: str, flow: str, authority: Authority) -> Draft | None:
    """The draft that a browser holds, sent or not, or None."""
    return live_drafts().filter(pk=draft_id, hold=hold, flow=flow, authority=authority, user=None).first()


def draft_of(user, *, flow: str, about: str, reference: str) -> Draft | None:
    """The user's own draft with that reference, or None. Nobody else's, whatever their role."""
    return live_drafts().filter(user=user, flow=flow, about=about, reference=reference).first()


def unsent_drafts_of(user, *, flow: str | None = None, about: str | None = None) -> QuerySet[Draft]:
    """The user's own unsent drafts, latest first: ``draft.title``, ``draft.updated_at`` and ``pages.draft_url(draft)`` list them."""
    found = live_drafts().filter(user=user, submitted_at=None).order_by("-updated_at")
    found = found.filter(flow=flow) if flow is not None else found
    return found.filter(about=about) if about is not None else found


def draft_to_return_to(*, reference: str, flow: str, authority: Authority) -> Draft | None:
    """The public draft with that reference; whoever asks must still show its code."""
    return live_drafts().filter(reference=reference, flow=flow, authority=authority, user=None).first()


def kept_words(*, by, address: str) -> KeptWords | None:
    """What ``by`` typed at an address and has not saved, or None."""
    return KeptWords.objects.filter(user=by, address=address, kept_at__gt=oldest_kept(timezone.now())).first()


def oldest_kept(now: datetime) -> datetime:
    """Words kept before this moment have expired."""
    return now - timedelta(days=settings.HEARD_DRAFT_DAYS)

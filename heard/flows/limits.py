"""Is this too often? Slows a flood and a guesser; never refuses anybody's words."""

import hashlib
import hmac
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import get_random_string

from heard.flows.models import Tally

NEW_FORMS, NEW_FORMS_WITHIN = 20, timedelta(minutes=10)
WRONG_FOR_REFERENCE, WRONG_FROM_ADDRESS, WRONG_WITHIN = 8, 40, timedelta(minutes=15)
WAIT_SECONDS, WAIT_AT_MOST = 10, 60 * 60


def sender(request: HttpRequest) -> str:
    """The address that a request came from, as the nearest of our own proxies (``HEARD_PROXIES`` of them) saw it."""
    proxies = getattr(settings, "HEARD_PROXIES", 0)
    passed_on = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    return passed_on[-proxies] if 0 < proxies <= len(passed_on) else request.META.get("REMOTE_ADDR", "")


def count(what: str, who: str, within: timedelta) -> int:
    """Count one more of ``what`` by ``who`` and say how many there were within that time."""
    key = hmac.new(settings.SECRET_KEY.encode(), f"{what}:{who}".encode(), hashlib.sha256).hexdigest()
    now = timezone.now()
    with transaction.atomic():
        if not Tally.objects.filter(key=key, ends_at__gt=now).update(number=F("number") + 1):
            Tally.objects.update_or_create(key=key, defaults={"number": 1, "ends_at": now + within})
            return 1
        return Tally.objects.values_list("number", flat=True).get(key=key)


def forget(what: str, who: str) -> None:
    """Start counting afresh, after a right answer."""
    key = hmac.new(settings.SECRET_KEY.encode(), f"{what}:{who}".encode(), hashlib.sha256).hexdigest()
    Tally.objects.filter(key=key).delete()


def may_begin(request: HttpRequest) -> bool:
    """Whether a new form may begin at once. After many from one address each waits; one that has waited may begin."""
    if has_waited(request.POST.get("_waited", "")):
        return True
    return count("new-form", sender(request), NEW_FORMS_WITHIN) <= NEW_FORMS


def may_try_code(request: HttpRequest, reference: str) -> bool:
    """Whether a reference and code may be tried now. Counts the try, for a reference that does not exist too."""
    for_reference = count("code", reference, WRONG_WITHIN)
    from_address = count("code-from", sender(request), WRONG_WITHIN)
    return for_reference <= WRONG_FOR_REFERENCE and from_address <= WRONG_FROM_ADDRESS


def waiting_token(kept: str = "") -> str:
    """Something to show after the wait: the one already given, so that pressing early does not start it again, or a new one."""
    try:
        signing.loads(kept, salt="heard.flows.wait", max_age=WAIT_AT_MOST)
        return kept
    except signing.BadSignature:
        return signing.dumps([timezone.now().timestamp(), get_random_string(12)], salt="heard.flows.wait")


def has_waited(token: str) -> bool:
    """Whether the token is at least the wait old, and not used before."""
    try:
        given_at, _ = signing.loads(token, salt="heard.flows.wait", max_age=WAIT_AT_MOST)
    except signing.BadSignature:
        return False
    if timezone.now().timestamp() - given_at < WAIT_SECONDS:
        return False
    return count("waited", token, timedelta(seconds=WAIT_AT_MOST)) == 1

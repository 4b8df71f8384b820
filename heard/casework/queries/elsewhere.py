"""Who has the case of a reference that somebody holds, where it is not theirs to open?

The public are told that their reference is all they need. Whoever answers the telephone learns whom to put them through to, and
nothing about the adult. In their own council only, and for a whole reference only.
"""

from django.db.models import Q

from heard.cases.models import Case
from heard.cases.queries import cases_for
from heard.cases.references import reference_in


def held_elsewhere(user, typed: str) -> Case | None:
    """The case, with its team and lead, that has this whole reference or a concern with it, and that is out of this user's scope."""
    reference = reference_in(typed) or typed.strip()
    if not reference or not user.is_active:
        return None
    own = Q(concerns__reference__iexact=reference, concerns__in_error_at__isnull=True)
    cases = Case.objects.filter(Q(reference__iexact=reference) | own, authority_id=user.authority_id)
    return cases.exclude(pk__in=cases_for(user).values("pk")).select_related("team", "lead").first()

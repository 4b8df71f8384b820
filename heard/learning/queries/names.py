"""Whose names must not stand in this user's log? Those of the people they have worked with."""

from django.db.models import Q

from heard.audit.models import Event
from heard.cases.models import Case, Concern
from heard.people.models import NetworkMember
from heard.rules.names_in_learning import Found, identifiers_in


def identifiers_for(user, text: str) -> tuple[Found, ...]:
    """What in a text could tell who it is about: compared with the cases that the user has opened, written in or leads, those they may no
    longer see included. Nothing of those cases is given back but the words that the user typed themselves. Four queries.
    """
    opened = Event.objects.filter(by_id=user.pk, case_id__isnull=False).order_by().values("case_id").distinct()
    cases = Case.objects.filter(Q(pk__in=opened) | Q(lead_id=user.pk), authority_id=user.authority_id)
    rows = list(cases.values_list("pk", "reference", "person_id", "person__given_name", "person__family_name", "person__known_as",
                                  "person__address"))  # fmt: skip
    in_cases, people = [row[0] for row in rows], [row[2] for row in rows]
    names = {f"{given} {family}".strip() for *_, given, family, _, _ in rows} | {known_as for *_, known_as, _ in rows}
    names |= set(NetworkMember.objects.filter(person_id__in=people).values_list("name", flat=True))
    references = {row[1] for row in rows} | set(Concern.objects.filter(case_id__in=in_cases).values_list("reference", flat=True))
    return identifiers_in(text, names=names, references=references, addresses={row[-1] for row in rows})

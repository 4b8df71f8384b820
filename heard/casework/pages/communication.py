"""What does the adult need to take part, and how far is it with each of the six steps?"""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_case
from heard.casework.queries.facts import facts_of
from heard.people.queries import communication_of
from heard.rules.communication_needs import GROUPS, STANDARD, in_groups, steps_of
from heard.rules.next_steps.communication import needs_facts
from heard.rules.vocabulary.communication import NeedGroup


@allow(Permission.SEE_CASES)
def communication(request: HttpRequest, reference: str) -> HttpResponse:
    """What the adult needs in the groups of the standard, each step of the standard, and what was recorded before."""
    case = read_case(request, reference, "open-communication")
    found = communication_of(case.person)
    of_needs = needs_facts(facts_of([case])[case.pk])
    context = {
        "case": case,
        "found": found,
        "steps": steps_of(replace(of_needs, shared_on=found.shared[0].on if found.shared else None)),
        "groups": in_groups(case.person.communication_needs or []),
        "NeedGroup": NeedGroup,
        "law": (STANDARD, GROUPS),
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
    }
    return render(request, "casework/communication.html", context)

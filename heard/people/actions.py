"""How is an adult added?"""

from django.db import transaction

from heard.accounts.models import Authority
from heard.audit.actions import record
from heard.people.models import Person


@transaction.atomic
def add_person(*, authority: Authority, by, is_provisional: bool = False, **details) -> Person:
    """Add an adult with these details; provisional until triage links or confirms them. ``by`` is a user, or None for the public."""
    person = Person.objects.create(authority=authority, is_provisional=is_provisional, recorded_by=by, **details)
    record("add-person", on=person, by=by)
    return person

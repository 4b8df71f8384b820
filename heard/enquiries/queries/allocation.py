"""Who leads which enquiry, who could, and which has nobody?"""

from django.db.models import Q, QuerySet

from heard.accounts.models import Team, User
from heard.cases.models import Case, Enquiry
from heard.cases.queries import cases_for
from heard.enquiries.models import Allocation
from heard.rules.leading_an_enquiry import MAY_LEAD


def enquiries_led_by(user) -> QuerySet[Enquiry]:
    """The open enquiries this user leads, oldest first, each with its case, person and concern. One query."""
    led = Enquiry.objects.filter(case__in=cases_for(user), lead_id=user.pk, concluded_on__isnull=True)
    return led.select_related("case__person", "case__team", "concern").order_by("started_on", "recorded_at")


def enquiries_without_an_active_lead(user) -> QuerySet[Enquiry]:
    """Open enquiries in this user's scope that nobody leads: never allocated, or led by somebody whose access or role has ended."""
    nobody = Q(lead__isnull=True) | Q(lead__is_active=False) | ~Q(lead__role__in=[*MAY_LEAD])
    found = Enquiry.objects.filter(nobody, case__in=cases_for(user), concluded_on__isnull=True)
    return found.select_related("case__person", "case__team", "concern", "lead").order_by("started_on", "recorded_at")


def people_who_may_lead(user) -> QuerySet[User]:
    """Everybody in the user's authority who can be given an enquiry, by name."""
    people = User.objects.filter(authority_id=user.authority_id, is_active=True, role__in=[*MAY_LEAD])
    return people.order_by("full_name", "email")


def teams_of_authority(user) -> QuerySet[Team]:
    """The teams of the user's authority, by name."""
    return Team.objects.filter(authority_id=user.authority_id).order_by("name")


def allocations_of(enquiry: Enquiry) -> QuerySet[Allocation]:
    """Who was given the enquiry, newest first, with the note that went with it. The case was read in scope."""
    return enquiry.allocations.select_related("from_user", "to_user", "recorded_by").order_by("-recorded_at")


def open_enquiry_of(case: Case) -> Enquiry | None:
    """The open enquiry of a case that was read in scope, with its lead; None where there is none."""
    return case.enquiries.filter(concluded_on__isnull=True).select_related("lead", "concern").first()

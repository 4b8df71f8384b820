"""Did the adult agree; could they decide; who helped them? Starts from a concern or an enquiry already read in the reader's scope."""

from heard.cases.models import Concern, Enquiry
from heard.rights.models import AgreementToRaise, CapacityForEnquiry, SupportInEnquiry


def agreement_of(concern: Concern) -> AgreementToRaise | None:
    """What is known of the adult's agreement to the concern, or None where nobody recorded it. One query."""
    return concern.agreements.filter(is_current=True).first()


def capacity_answers_of(enquiry: Enquiry) -> list[CapacityForEnquiry]:
    """Every answer about capacity in the enquiry, the current one first. One query."""
    return list(enquiry.capacity_answers.select_related("recorded_by").order_by("-is_current", "-recorded_at"))


def support_answers_of(enquiry: Enquiry) -> list[SupportInEnquiry]:
    """Every answer about support in the enquiry, the current one first. One query."""
    return list(enquiry.support_answers.select_related("recorded_by").order_by("-is_current", "-recorded_at"))


def is_capacity_answered(enquiry: Enquiry) -> bool:
    """Whether somebody has answered about capacity in the enquiry. One query."""
    return enquiry.capacity_answers.filter(is_current=True).exists()


def is_support_answered(enquiry: Enquiry) -> bool:
    """Whether somebody has answered about support in the enquiry. One query."""
    return enquiry.support_answers.filter(is_current=True).exists()

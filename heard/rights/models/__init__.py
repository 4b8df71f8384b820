"""Did the adult agree; could they decide, when; who helped them; what was shared?"""

from heard.rights.models.agreement import ActingWithoutAgreement, Sharing
from heard.rights.models.capacity import BestInterestsDecision, CapacityAssessment, LegalAuthority
from heard.rights.models.for_the_return import AgreementToRaise, CapacityForEnquiry, SupportInEnquiry
from heard.rights.models.representation import Advocacy, AppropriatePerson, ImcaConsideration, SubstantialDifficulty

__all__ = [
    "ActingWithoutAgreement",
    "Advocacy",
    "AgreementToRaise",
    "AppropriatePerson",
    "BestInterestsDecision",
    "CapacityAssessment",
    "CapacityForEnquiry",
    "ImcaConsideration",
    "LegalAuthority",
    "Sharing",
    "SubstantialDifficulty",
    "SupportInEnquiry",
]

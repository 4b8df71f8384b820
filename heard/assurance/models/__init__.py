"""What did audits of case files and Safeguarding Adult Reviews find, and what was done about it?"""

from heard.assurance.models.audits import AskedView, Audit, AuditAnswer, AuditRound, SampledCase, SettledAnswer
from heard.assurance.models.learning import LearningAction
from heard.assurance.models.reviews import ReviewedPerson, SafeguardingAdultReview

__all__ = [
    "AskedView",
    "Audit",
    "AuditAnswer",
    "AuditRound",
    "LearningAction",
    "ReviewedPerson",
    "SafeguardingAdultReview",
    "SampledCase",
    "SettledAnswer",
]

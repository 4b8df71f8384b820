"""What did audits of case files and Safeguarding Adult Reviews find, and what was done about it?"""

from heard.assurance.models.audits import AskedView, Audit, AuditAnswer, AuditRound, SampledCase, SettledAnswer
from heard.assurance.models.learning import LearningAction
from heard.assurance.models.reviews import (
    AnonymityAnswer,
    ChronologyEntry,
    EarlierReviewedPerson,
    PanelDecision,
    Recommendation,
    RecommendationLook,
    ReviewedPerson,
    ReviewFinding,
    ReviewParticipant,
    ReviewReferral,
    SafeguardingAdultReview,
)

__all__ = [
    "AnonymityAnswer",
    "AskedView",
    "Audit",
    "AuditAnswer",
    "AuditRound",
    "ChronologyEntry",
    "EarlierReviewedPerson",
    "LearningAction",
    "PanelDecision",
    "Recommendation",
    "RecommendationLook",
    "ReviewFinding",
    "ReviewParticipant",
    "ReviewReferral",
    "ReviewedPerson",
    "SafeguardingAdultReview",
    "SampledCase",
    "SettledAnswer",
]

"""Did the adult agree to the concern; and the enquiry's own answers about capacity and support, for the return?"""

from django.db import models
from django.db.models import Q

from heard.accounts.records import Version
from heard.cases.models import Concern, Enquiry
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.concern import Agreement, Ground


class AgreementToRaise(Version):
    """What is known of the adult's agreement to the concern, and the ground for going on without it.

    A referrer's "unable" is what the referrer believed: never shown, counted or used as a finding about capacity.
    """

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="agreements")
    adult_knows = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    answer = models.CharField(max_length=20, blank=True, choices=Agreement.choices())
    ground = models.CharField(max_length=40, blank=True, choices=Ground.choices())
    ground_words = models.TextField(blank=True)
    said_by_referrer = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern"], condition=Q(is_current=True), name="one_current_agreement")]


class CapacityForEnquiry(Version):
    """Did the adult have capacity to make the decisions about this enquiry? A named person's answer, for the return."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="capacity_answers")
    had_capacity = models.CharField(max_length=20, choices=Answer.choices())
    answered_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "capacity for enquiry"
        constraints = [models.UniqueConstraint(fields=["enquiry"], condition=Q(is_current=True), name="one_current_capacity")]


class SupportInEnquiry(Version):
    """Who supported or represented the adult in the enquiry: a list of ``SupportedBy`` slugs."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="support_answers")
    supported_by = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "support in enquiry"
        constraints = [models.UniqueConstraint(fields=["enquiry"], condition=Q(is_current=True), name="one_current_support")]

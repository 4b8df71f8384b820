"""Why was something done without the adult's agreement, and what was shared with whom?

The adult's agreement, the lawful basis and the justification are three separate things and three separate fields.
"""

from django.db import models
from django.db.models import Q

from heard.accounts.records import InError, Record, Version
from heard.cases.models import Case, Concern
from heard.rights.models.capacity import CapacityAssessment
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.concern import Agreement, Ground
from heard.rules.vocabulary.rights import LawfulBasis


class ActingWithoutAgreement(Version, InError):
    """The decision to act although the adult did not agree: ground, proportionality, who, and whether the adult was told."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="acting_without_agreement")
    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="acting_without_agreement")
    ground = models.CharField(max_length=40, choices=Ground.choices())
    ground_words = models.TextField()
    assessment = models.ForeignKey(CapacityAssessment, null=True, blank=True, on_delete=models.PROTECT, related_name="acted_on")
    assessment_to_follow_by = models.DateField(null=True, blank=True)
    lawful_basis = models.CharField(max_length=30, blank=True, choices=LawfulBasis.choices())
    proportionality = models.TextField()
    decided_by_name = models.CharField(max_length=200)
    decided_on = models.DateField()
    was_told = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    told_on = models.DateField(null=True, blank=True)
    told_how = models.TextField(blank=True)
    not_told_because = models.TextField(blank=True)
    tell_by = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "acting without agreement"
        constraints = [
            models.UniqueConstraint(
                fields=["concern"], condition=Q(is_current=True, in_error_at__isnull=True), name="one_current_acting_without"
            )
        ]


class Sharing(Record, InError):
    """Something about the adult told to a partner: what, with whom, on what basis; recorded in one step where it happens."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sharings")
    with_whom = models.TextField()
    what = models.TextField()
    how = models.TextField(blank=True)
    shared_on = models.DateField()
    agreement = models.CharField(max_length=20, blank=True, choices=Agreement.choices())
    lawful_basis = models.CharField(max_length=30, choices=LawfulBasis.choices())
    justification = models.TextField(blank=True)

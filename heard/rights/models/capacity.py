"""Could the adult make this decision at this time, and what was decided for them where they could not?

Nothing here is about a person as such: each assessment is of one decision at one time, and earlier and later results stand together.
"""

from django.db import models
from django.db.models import Q

from heard.accounts.records import InError, Record, Version
from heard.cases.models import Case, Enquiry
from heard.people.models import NetworkMember, Person
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.rights import AuthorityKind, CapacityConclusion


class CapacityAssessment(Version, InError):
    """One decision, one time: the functional test first, each part with the adult's words; only then impairment; only then the link.

    ``understand``, ``retain``, ``use_or_weigh`` and ``communicate`` say whether the adult could. "Lacks" cannot be kept without the link.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="capacity_assessments")
    enquiry = models.ForeignKey(Enquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="capacity_assessments")
    decision = models.TextField()
    is_about_enquiry = models.BooleanField(default=False)
    relevant_information = models.TextField(blank=True)
    why_in_doubt = models.TextField(blank=True)
    support_given = models.TextField(blank=True)
    understand = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    understand_words = models.TextField(blank=True)
    retain = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    retain_words = models.TextField(blank=True)
    use_or_weigh = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    use_or_weigh_words = models.TextField(blank=True)
    communicate = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    communicate_words = models.TextField(blank=True)
    impairment = models.TextField(blank=True)
    causal_link = models.TextField(blank=True)
    conclusion = models.CharField(max_length=20, choices=CapacityConclusion.choices())
    assessed_at = models.DateTimeField()
    place = models.TextField(blank=True)
    assessor_name = models.CharField(max_length=200)
    was_told = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    told_words = models.TextField(blank=True)
    fluctuates = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    best_times = models.TextField(blank=True)
    can_wait = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    can_wait_until = models.DateField(null=True, blank=True)
    ask_again_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(conclusion="lacks-capacity") | (~Q(impairment="") & ~Q(causal_link="")),
                name="lacks_capacity_needs_impairment_and_link",
            )
        ]


class BestInterestsDecision(Version, InError):
    """A decision made for the adult, only where an assessment of that decision found that they could not make it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="best_interests_decisions")
    assessment = models.ForeignKey(CapacityAssessment, on_delete=models.PROTECT, related_name="best_interests_decisions")
    decided = models.TextField()
    checklist = models.JSONField(default=dict, blank=True)
    consulted = models.JSONField(default=list, blank=True)
    known_wishes = models.TextField(blank=True)
    departed_because = models.TextField(blank=True)
    less_restrictive = models.TextField(blank=True)
    decided_by_name = models.CharField(max_length=200)
    decided_on = models.DateField()


class LegalAuthority(Record, InError):
    """Somebody's power to decide for the adult within a scope, and whether the document was seen."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="legal_authorities")
    kind = models.CharField(max_length=30, choices=AuthorityKind.choices())
    holder = models.ForeignKey(NetworkMember, null=True, blank=True, on_delete=models.PROTECT, related_name="authorities_held")
    scope = models.TextField(blank=True)
    registered_number = models.CharField(max_length=60, blank=True)
    document_seen = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    seen_on = models.DateField(null=True, blank=True)
    searched_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "legal authorities"

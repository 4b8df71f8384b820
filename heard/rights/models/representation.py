"""Does the adult have substantial difficulty in being involved, and who helps them to be?"""

from django.db import models
from django.db.models import Q

from heard.accounts.records import InError, Record, Version
from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.rights import AdvocateKind, ImcaPoint


class SubstantialDifficulty(Version, InError):
    """Difficulty in any of the four areas, after adjustments, kept apart from capacity. Nothing recorded is never read as none.

    ``areas`` holds for each ``DifficultyArea`` slug its ``answer`` (yes: there is difficulty) and ``words``.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="difficulties")
    adjustments_tried = models.TextField(blank=True)
    areas = models.JSONField(default=dict)
    considered_on = models.DateField()

    class Meta:
        verbose_name_plural = "substantial difficulties"
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(is_current=True, in_error_at__isnull=True), name="one_current_difficulty")
        ]


class AppropriatePerson(Version, InError):
    """Somebody who helps the adult to be involved, and how each test came out. Ends at once where they become a source of risk.

    ``tests`` holds for each test's slug its ``answer`` and ``words`` (see ``rules/appropriate_person.py``).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="appropriate_people")
    member = models.ForeignKey(NetworkMember, on_delete=models.PROTECT, related_name="represents")
    tests = models.JSONField(default=dict)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "appropriate people"


class Advocacy(Record, InError):
    """An independent advocate or IMCA: referred, accepted, met the adult, ended. Never the same for both sides."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="advocacy")
    kind = models.CharField(max_length=20, choices=AdvocateKind.choices())
    advocate_name = models.CharField(max_length=200, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    acts_for_person_who_may_pose_risk = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    referred_on = models.DateField()
    accepted_on = models.DateField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "advocacy"


class ImcaConsideration(Record, InError):
    """That instructing an IMCA was considered at one of the two points, by whom, and why or why not."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="imca_considerations")
    at = models.CharField(max_length=20, choices=ImcaPoint.choices())
    considered_on = models.DateField()
    is_instructed = models.CharField(max_length=3, choices=YesNo.choices())
    grounds = models.JSONField(default=list, blank=True)
    reason = models.TextField()
    considered_by_name = models.CharField(max_length=200)

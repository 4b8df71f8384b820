"""Which cases were drawn to be audited, who audits them, and what did they find?"""

from django.conf import settings
from django.db import models

from heard.accounts.records import Record, Version, pair
from heard.cases.models import Case
from heard.rules.vocabulary.assurance import Answered, Grade, SampleMethod, WhoseView
from heard.rules.vocabulary.voice import Method

_USER = settings.AUTH_USER_MODEL
GOES_ON = models.Q(ended_at__isnull=True)
STANDS = models.Q(withdrawn_at__isnull=True)


class AuditRound(Record):
    """One drawing of cases. ``frame`` is what was drawn from, as pairs of reference and group, so that it can be drawn again.

    ``groups_by`` are ``Stratum`` slugs, ``sign`` a slug of ``Wonder`` (a thematic sample), ``twice`` the percent audited by two.
    """

    name = models.CharField(max_length=200)
    question_set = models.CharField(max_length=60)
    method = models.CharField(max_length=20, choices=SampleMethod.choices())
    groups_by = models.JSONField(default=list, blank=True)
    sign = models.CharField(max_length=60, blank=True)
    size = models.PositiveSmallIntegerField()
    seed = models.PositiveIntegerField()
    twice = models.PositiveSmallIntegerField(default=0)
    start = models.DateField()
    end = models.DateField()
    frame = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.name


class SampledCase(Record):
    """One case of a round. ``worker`` is whose work is audited: asked for their view, and told what was found."""

    round = models.ForeignKey(AuditRound, on_delete=models.PROTECT, related_name="sampled")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    group = models.CharField(max_length=300, blank=True)
    worker = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    feedback = models.TextField(blank=True)
    fed_back_at = models.DateTimeField(null=True, blank=True)
    fed_back_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "case"], name="case_once_in_round"),
            pair("sampled_case_fed_back_by_somebody", "fed_back_at", "fed_back_by"),
        ]


class Audit(Record):
    """One auditor's look at one case. Where there are two, each is blind to the other until both are done.

    ``ended_at``: given to somebody else before it was done; its answers stay this auditor's and count for nothing.
    ``settled_by``: who settles differences in the place of an auditor who is done and cannot.
    """

    sampled = models.ForeignKey(SampledCase, on_delete=models.PROTECT, related_name="audits")
    auditor = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    is_second = models.BooleanField(default=False)
    done_at = models.DateTimeField(null=True, blank=True)
    grade = models.CharField(max_length=20, blank=True, choices=Grade.choices())
    what_was_good = models.TextField(blank=True)
    learning = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = models.TextField(blank=True)
    settled_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sampled", "auditor"], condition=GOES_ON, name="auditor_once_in_case"),
            models.UniqueConstraint(fields=["sampled", "is_second"], condition=GOES_ON, name="one_first_and_one_second_auditor"),
            pair("audit_ended_by_somebody", "ended_at", "ended_by"),
        ]


class AuditAnswer(Record):
    """What an auditor answered to one question. ``filled_in`` is what the record alone said; ``evidence`` names records of the case."""

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=60)
    answer = models.CharField(max_length=20, choices=Answered.choices())
    words = models.TextField(blank=True)
    evidence = models.JSONField(default=list, blank=True)
    filled_in = models.CharField(max_length=20, blank=True, choices=Answered.choices())
    filled_in_because = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audit", "question"], name="question_answered_once")]


class SettledAnswer(Record):
    """What two auditors agree on after they had answered differently, and why: one writes it, and it counts once the other confirms it.

    Written otherwise, the one before is withdrawn and kept.
    """

    sampled = models.ForeignKey(SampledCase, on_delete=models.PROTECT, related_name="settled")
    question = models.CharField(max_length=60)
    answer = models.CharField(max_length=20, choices=Answered.choices())
    because = models.TextField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sampled", "question"], condition=STANDS, name="difference_settled_once"),
            pair("settled_answer_confirmed_by_somebody", "confirmed_at", "confirmed_by"),
        ]


class AskedView(Version):
    """The adult's or the worker's own view of the work that is audited, or why they were not asked."""

    sampled = models.ForeignKey(SampledCase, on_delete=models.PROTECT, related_name="views")
    whose = models.CharField(max_length=20, choices=WhoseView.choices())
    asked_on = models.DateField(null=True, blank=True)
    how = models.CharField(max_length=20, blank=True, choices=Method.choices())
    words = models.TextField(blank=True)
    not_asked_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sampled", "whose"], condition=models.Q(is_current=True), name="one_current_view_of_each")
        ]

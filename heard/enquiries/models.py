"""What is being looked into, what is the risk, what is the plan, and how did it end?"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.accounts.records import InError, Record, Version, pair
from heard.cases.models import Enquiry
from heard.people.models import NetworkMember
from heard.rules.lateness import TimedStep
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import (
    ClosingView,
    Finding,
    PlanOwner,
    PlanView,
    ReasonForClosing,
    RiskLevel,
    RiskLocation,
    RiskOutcome,
    RiskSource,
    RiskType,
    StillWanted,
)
from heard.voice.models import Wish

_USER = settings.AUTH_USER_MODEL


class Allocation(Record):
    """Who leads an enquiry, from when, and the note that went with the hand-over."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="allocations")
    from_user = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    to_user = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)


class Risk(Record, InError):
    """One type × source × location of risk in an enquiry, so that the return's tables agree. ``provider`` is the name of the service."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="risks")
    type = models.CharField(max_length=30, choices=RiskType.choices())
    source = models.CharField(max_length=30, choices=RiskSource.choices())
    location = models.CharField(max_length=30, choices=RiskLocation.choices())
    words = models.TextField(blank=True)
    member = models.ForeignKey(NetworkMember, null=True, blank=True, on_delete=models.PROTECT, related_name="risks")
    provider = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(provider="") | Q(source="service-provider"), name="provider_only_where_the_source_is_one"),
            models.UniqueConstraint(
                fields=["enquiry", "type", "source", "location"], condition=Q(in_error_at__isnull=True), name="risk_once_in_enquiry"
            ),
        ]


class RiskView(Version):
    """How the adult, or a professional, sees a risk. The two stand side by side and may differ; both are kept.

    ``waiting_prolongs_harm`` is the professional's: would waiting to ask the adult prolong or increase this harm?
    """

    class Whose(models.TextChoices):
        ADULT = "adult", "The adult"
        PROFESSIONAL = "professional", "The professional"

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="views")
    whose = models.CharField(max_length=20, choices=Whose.choices)
    level = models.CharField(max_length=20, blank=True, choices=RiskLevel.choices())
    words = models.TextField(blank=True)
    waiting_prolongs_harm = models.CharField(max_length=20, blank=True, choices=Answer.choices())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["risk", "whose"], condition=Q(is_current=True), name="one_current_view_each")]


class RiskFinding(Version):
    """What was found about a risk and what became of it. "Remained" carries the adult's own reason and is no failure.

    ``before_remaining`` is the four answers asked where the professional sees a risk that remained as high.
    """

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="findings")
    finding = models.CharField(max_length=30, choices=Finding.choices())
    outcome = models.CharField(max_length=20, blank=True, choices=RiskOutcome.choices())
    adults_reason = models.TextField(blank=True)
    no_reason_because = models.TextField(blank=True)
    before_remaining = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["risk"], condition=Q(is_current=True), name="one_current_finding"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(finding__in=["risk-action", "risk-no-action"]), name="outcome_only_beside_a_risk"
            ),
        ]


class SafeguardingPlan(Version):
    """A version of the plan: whether the adult agrees, in their words, and when it is reviewed."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="plans")
    adult_agrees = models.CharField(max_length=20, blank=True, choices=PlanView.choices())
    adults_words = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    still_wanted = models.CharField(max_length=20, blank=True, choices=StillWanted.choices())
    review_words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enquiry"], condition=Q(is_current=True), name="one_current_plan")]


class PlanAction(Record, InError):
    """Something somebody will do, for a wish or against a risk; the adult and their network can be its owners.

    ``plain_words`` say the same to the adult, on their page and in their letters; blank where ``what`` is plain enough.
    ``owner_kept_back`` is set where it is read for the adult: whoever does it may pose a risk or must not know, and is not named.
    """

    owner_kept_back = False

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="actions")
    what = models.TextField()
    plain_words = models.TextField(blank=True)
    wish = models.ForeignKey(Wish, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    risk = models.ForeignKey(Risk, null=True, blank=True, on_delete=models.PROTECT, related_name="actions")
    owner = models.CharField(max_length=20, choices=PlanOwner.choices())
    owner_name = models.CharField(max_length=200, blank=True)
    owner_member = models.ForeignKey(NetworkMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(wish__isnull=False) | Q(risk__isnull=False), name="action_points_at_a_wish_or_risk"),
            pair("action_done_by_somebody", "done_on", "done_by"),
        ]

    @property
    def to_the_adult(self) -> str:
        """The words in which the adult reads of it."""
        return self.plain_words or self.what


class Closing(Version):
    """How an enquiry ended: the adult's view first, then the checklist, and who closed it. Reopening keeps the row.

    ``not_asked_because`` is a ``NotAskedBecause`` slug; ``before_ceasing`` the four answers and "stopping-because"; ``warned_of`` what the
    page warned of when it was closed.
    """

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="closings")
    view = models.CharField(max_length=20, blank=True, choices=ClosingView.choices())
    view_words = models.TextField(blank=True)
    reason = models.CharField(max_length=30, blank=True, choices=ReasonForClosing.choices())
    reason_words = models.TextField(blank=True)
    not_asked_because = models.TextField(blank=True)
    not_asked_words = models.TextField(blank=True)
    checklist = models.JSONField(default=dict, blank=True)
    before_ceasing = models.JSONField(default=dict, blank=True)
    manager = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    manager_reason = models.TextField(blank=True)
    closed_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    concluded_on = models.DateField(null=True, blank=True)
    warned_of = models.JSONField(default=list, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reopened_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enquiry"], condition=Q(is_current=True), name="one_current_closing"),
            pair("closing_reopened_by_somebody", "reopened_at", "reopened_by"),
        ]


class ReasonForDelay(Version):
    """Why a step of an enquiry (``TimedStep``) took longer than the council gives for it. ``reason`` is a slug of the council's list."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="delays")
    step = models.CharField(max_length=30, choices=TimedStep.choices())
    reason = models.CharField(max_length=60)
    words = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "reasons for delay"
        constraints = [
            models.UniqueConstraint(fields=["enquiry", "step"], condition=Q(is_current=True), name="one_current_reason_for_delay"),
            models.CheckConstraint(condition=~Q(reason=""), name="delay_has_a_reason"),
        ]

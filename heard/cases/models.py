"""What does everything point at? The case, its concerns and its enquiry: identity, dates and state; and what is to be done."""

from django.conf import settings
from django.db import models

from heard.accounts.models import Team
from heard.accounts.records import InError, Record, one_ref, pair
from heard.people.models import Person
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.adult import SupportReason
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.concern import Channel, ConcernState, Danger
from heard.rules.vocabulary.enquiry import EnquiryKind

_USER = settings.AUTH_USER_MODEL


class Case(Record):
    """One adult's safeguarding journey: from a concern to its close. ``lead`` and ``team`` decide who sees it."""

    reference = models.CharField(max_length=20)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    stage = models.CharField(max_length=20, choices=CaseStage.choices(), default=CaseStage.CONCERN)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="cases")
    lead = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="cases_led")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "reference"], name="case_reference_once_in_authority")]
        indexes = [models.Index(fields=["authority", "stage", "opened_on"], name="case_by_stage")]

    def __str__(self) -> str:
        return self.reference


class Concern(Record, InError):
    """Somebody's worry about an adult: identity, dates, state and what the return counts. Its words are ``concerns.Report``."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="concerns")
    reference = models.CharField(max_length=20)
    received_at = models.DateTimeField()
    channel = models.CharField(max_length=20, choices=Channel.choices())
    danger = models.CharField(max_length=20, blank=True, choices=Danger.choices())
    state = models.CharField(max_length=20, choices=ConcernState.choices(), default=ConcernState.WAITING)
    in_area = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    primary_support_reason = models.CharField(max_length=40, blank=True, choices=SupportReason.choices())

    class Meta:
        constraints = [
            one_ref("concern"),
            models.UniqueConstraint(fields=["authority", "reference"], name="concern_reference_once_in_authority"),
        ]
        indexes = [models.Index(fields=["authority", "state", "received_at"], name="concern_by_state")]

    def __str__(self) -> str:
        return self.reference


class Enquiry(Record):
    """The enquiry a concern led to: its kind, dates and lead. At most one for a concern."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="enquiries")
    concern = models.OneToOneField(Concern, on_delete=models.PROTECT, related_name="enquiry")
    kind = models.CharField(max_length=20, choices=EnquiryKind.choices())
    started_on = models.DateField()
    concluded_on = models.DateField(null=True, blank=True)
    lead = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="enquiries_led")
    lead_name = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name_plural = "enquiries"
        constraints = [
            one_ref("enquiry"),
            models.CheckConstraint(
                condition=models.Q(concluded_on__isnull=True) | models.Q(concluded_on__gte=models.F("started_on")),
                name="enquiry_ends_after_its_start",
            ),
        ]
        indexes = [models.Index(fields=["authority", "concluded_on"], name="enquiry_by_conclusion")]

    def __str__(self) -> str:
        return str(self.pk)


class Task(Record):
    """Something to do by a day: ask again, review the plan, tell the referrer. Settled by a record or by a named reason."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=40)
    due_on = models.DateField()
    note = models.TextField(blank=True)
    subject = models.CharField(max_length=60, blank=True)
    subject_id = models.UUIDField(null=True, blank=True)
    assigned_to = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="tasks")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [pair("task_done_by_somebody_at_a_time", "done_at", "done_by")]
        indexes = [models.Index(fields=["authority", "done_at", "due_on"], name="task_by_due")]

    def __str__(self) -> str:
        return str(self.pk)


class NotNeeded(Record):
    """A named person's word that something a rule asks for is not needed here, and why. It stands while the facts it rested on do.

    ``what`` is the slug of a duty or of a prompt; ``concern`` the reference of the concern it is about, where it is about one.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="not_needed")
    what = models.CharField(max_length=60)
    concern = models.CharField(max_length=20, blank=True)
    rests_on = models.JSONField(default=list)
    because = models.TextField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "things not needed"
        constraints = [
            pair("not_needed_taken_back_by_somebody", "taken_back_at", "taken_back_by"),
            models.CheckConstraint(condition=~models.Q(because=""), name="not_needed_has_a_reason"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

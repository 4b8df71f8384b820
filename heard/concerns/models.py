"""What was the worry, what was decided about it, and was the person who raised it told?"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.accounts.records import Record, Version
from heard.cases.models import Case, Concern
from heard.people.models import Person
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.concern import OtherRoute, RaisedBy, SectionDecision

_USER = settings.AUTH_USER_MODEL


class Report(Version):
    """What the person who raised the concern said, in their words, and how they want to hear back.

    ``about_the_adult`` holds who they say the adult is, with any detail (an NHS number, a birth date) that could not be read as one.
    """

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="reports")
    description = models.TextField(blank=True)
    what_the_adult_wants = models.TextField(blank=True)
    adults_words = models.TextField(blank=True)
    danger_words = models.TextField(blank=True)
    about_the_adult = models.TextField(blank=True)
    communication_words = models.TextField(blank=True)
    child_in_household = models.CharField(max_length=20, blank=True)
    may_be_under_18 = models.BooleanField(default=False)
    raised_by = models.CharField(max_length=30, blank=True, choices=RaisedBy.choices())
    raised_by_name = models.TextField(blank=True)
    raised_by_contact = models.TextField(blank=True)
    wants_feedback = models.CharField(max_length=20, blank=True)
    feedback_how = models.TextField(blank=True)
    told_by_phone = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern"], condition=Q(is_current=True), name="one_current_report")]


class FurtherInformation(Record):
    """Words added after the concern was sent, by whoever holds its reference and code. They are shown nothing back."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="further_information")
    words = models.TextField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")


class Section42Answers(Version):
    """The three parts of section 42(1), each with its reason; "not yet known" with the day to come back to it."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="section_42_answers")
    needs_care_and_support = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    needs_because = models.TextField(blank=True)
    at_risk = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    at_risk_because = models.TextField(blank=True)
    cannot_protect_self = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    cannot_protect_because = models.TextField(blank=True)
    adult_is_here = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    is_18_or_over = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    follow_up_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "section 42 answers"
        constraints = [models.UniqueConstraint(fields=["concern"], condition=Q(is_current=True), name="one_current_answers")]


class Section42Decision(Version):
    """The named decider's decision, with what the rule said when it was made and any second reason for going against it."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="decisions")
    answers = models.ForeignKey(Section42Answers, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
    decision = models.CharField(max_length=20, choices=SectionDecision.choices())
    route = models.CharField(max_length=30, blank=True, choices=OtherRoute.choices())
    reason = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by_name = models.CharField(max_length=1000, blank=True)
    decided_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rule_said = models.JSONField(default=dict, blank=True)
    against_rule = models.BooleanField(default=False)
    second_reason = models.TextField(blank=True)
    met_by_conversation_id = models.UUIDField(null=True, blank=True)
    joined_case = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern"], condition=Q(is_current=True), name="one_current_decision")]


class ReferrerFeedback(Version):
    """What the referrer was told, or why they were not: chased until one or the other is recorded."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="feedback")
    told_on = models.DateField(null=True, blank=True)
    told = models.JSONField(default=list, blank=True)
    how = models.TextField(blank=True)
    more_than_the_list = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    referrer_may_pose_risk = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    not_told_because = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern"], condition=Q(is_current=True), name="one_current_feedback")]


class Link(Record):
    """A concern joined to a person or to a case, so that it can be undone and made again."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="links")
    from_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    to_case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    undone_because = models.TextField(blank=True)

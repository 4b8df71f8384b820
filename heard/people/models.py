"""Who is the adult, and who is around them?"""

from django.db import models

from heard.accounts.records import InError, Record, Version, one_ref
from heard.rules.vocabulary.adult import Gender
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.communication import Met, NeedsStep
from heard.rules.vocabulary.network import MemberKind


class Person(Record):
    """An adult. No "lacks capacity" here or anywhere: capacity is for one decision at one time (see ``heard.rights``).

    ``is_provisional`` is true for the person a concern made, until triage links the concern to a person or confirms this one.
    """

    given_name = models.CharField(max_length=1000, blank=True)
    family_name = models.CharField(max_length=1000, blank=True)
    known_as = models.CharField(max_length=1000, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    birth_date_estimated = models.CharField(max_length=3, blank=True)
    death_date = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=20, blank=True, choices=Gender.choices())
    ethnicity = models.CharField(max_length=60, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)
    health_conditions = models.JSONField(default=list, blank=True)
    address = models.TextField(blank=True)
    postcode = models.CharField(max_length=1000, blank=True)
    phone = models.CharField(max_length=1000, blank=True)
    email = models.CharField(max_length=1000, blank=True)
    preferred_language = models.CharField(max_length=35, blank=True)
    communication_needs = models.JSONField(default=list, blank=True)
    safe_contact = models.TextField(blank=True)
    must_not_know = models.TextField(blank=True)
    household = models.TextField(blank=True)
    is_provisional = models.BooleanField(default=False)

    class Meta:
        constraints = [
            one_ref("person"),
            models.CheckConstraint(
                condition=models.Q(death_date__isnull=True)
                | models.Q(birth_date__isnull=True)
                | models.Q(death_date__gte=models.F("birth_date")),
                name="person_born_before_death",
            ),
        ]

    @property
    def name(self) -> str:
        """The name to show: given and family name, or that the adult is not identified yet."""
        return " ".join(part for part in (self.given_name, self.family_name) if part) or "Adult not yet identified"

    def __str__(self) -> str:
        return str(self.pk)


class EarlierDetails(Record):
    """What a person's details were before a change: nothing about the adult is overwritten."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="earlier_details")
    details = models.JSONField()
    because = models.TextField(blank=True)


class SearchKey(models.Model):
    """A key by which a person may be found: how a name sounds, its letters, birth date, NHS number, postcode."""

    id = models.BigAutoField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="search_keys")
    authority_id = models.UUIDField()
    key = models.CharField(max_length=60)

    class Meta:
        indexes = [models.Index(fields=["authority_id", "key", "person"], name="person_by_key")]


class SafeContactCard(Version):
    """How it is safe to reach the adult, as last checked with them: what the gate for everything outgoing reads.

    ``ways`` are dicts of way, where, is_safe and words; a blank ``way`` is a place or number that is not safe for anything.
    ``hours`` are dicts of day, start, end, is_safe and the words they were read from.
    ``told`` is what the person's own free text said when the card was written, so that later words are noticed.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="safe_contact_cards")
    ways = models.JSONField(default=list, blank=True)
    safe_times = models.JSONField(default=list, blank=True)
    hours = models.JSONField(default=list, blank=True)
    times = models.TextField(blank=True)
    code_word = models.CharField(max_length=200, blank=True)
    must_not_know = models.TextField(blank=True)
    shared_or_watched = models.JSONField(default=list, blank=True)
    words = models.TextField(blank=True)
    told = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(is_current=True), name="one_safe_contact_card_at_a_time")
        ]


class NetworkMember(Record, InError):
    """Somebody in the adult's life: family, friend, neighbour, carer, professional. Any of them may pose a risk.

    ``means`` is what they mean to the adult, in the adult's own words. Whoever leaves the adult's life is kept, with the day.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="network")
    name = models.CharField(max_length=200)
    relationship = models.CharField(max_length=200, blank=True)
    adult_wants_involved = models.CharField(max_length=20, blank=True)
    may_pose_risk = models.BooleanField(default=False)
    lives_with_adult = models.BooleanField(default=False)
    kind = models.CharField(max_length=20, blank=True, choices=MemberKind.choices())
    means = models.TextField(blank=True)
    supports_adult = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    is_carer_with_needs = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    is_child = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    left_on = models.DateField(null=True, blank=True)
    left_because = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.pk)


class CommunicationNeeds(Version):
    """What the adult said helps them to take part, in the groups of the Accessible Information Standard; changed by a new row.

    The needs themselves are the person's ``communication_needs``; ``needs`` is what they were then. ``details`` are the words for each
    ``NeedGroup``. Spoken language and interpreter stand apart: the standard does not cover them.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="communication")
    needs = models.JSONField(default=list, blank=True)
    details = models.JSONField(default=dict, blank=True)
    spoken_language = models.CharField(max_length=200, blank=True)
    needs_interpreter = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    interpreter_words = models.TextField(blank=True)
    shows_distress = models.TextField(blank=True)
    best_times = models.TextField(blank=True)
    asked_on = models.DateField()
    asked_whom = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "communication needs"
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(is_current=True), name="one_current_communication_needs")
        ]


class CommunicationCheck(Record, InError):
    """That others were told what the adult needs (share), or that the adult was asked whether it was met (review)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="communication_checks")
    step = models.CharField(max_length=20, choices=[(one.value, one.label) for one in (NeedsStep.SHARE, NeedsStep.REVIEW)])
    on = models.DateField()
    with_whom = models.TextField(blank=True)
    adult_agreed = models.CharField(max_length=3, blank=True, choices=YesNo.choices())
    was_met = models.CharField(max_length=20, blank=True, choices=Met.choices())
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(step="share", was_met="") & ~models.Q(with_whom="") | models.Q(step="review") & ~models.Q(was_met=""),
                name="communication_shared_with_somebody_or_reviewed",
            )
        ]


class AboutMe(Version):
    """What matters to the adult, in their own words, by heading; changed by a new row. ``words`` is by ``AboutMeHeading``."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="about_me")
    words = models.JSONField(default=dict, blank=True)
    supported_by = models.CharField(max_length=200, blank=True)
    written_on = models.DateField()

    class Meta:
        verbose_name_plural = "about me"
        constraints = [models.UniqueConstraint(fields=["person"], condition=models.Q(is_current=True), name="one_current_about_me")]

"""What left, to whom, and what did the gate say of it?"""

from django.conf import settings
from django.db import models
from django.utils import timezone

from heard.accounts.records import Record
from heard.cases.models import Case
from heard.govuk.words import day
from heard.rules.vocabulary.documents import FileKind, Look
from heard.rules.vocabulary.safe_contact import DocumentKind, SentHow

TO_COME = {SentHow.IN_PERSON: "To be handed over", SentHow.READ_ALOUD: "To be read aloud"}


class SentDocument(Record):
    """A document as it left. ``words`` are its plain data, ``html`` what was printed, ``gate`` what the one gate said at that moment.

    ``to_whom`` is blank for the adult. ``planned_for`` is when it is handed over or read, where that matters. ``sha256`` is the hash of
    ``html``, by which anybody can tell that it is as it was sent.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sent")
    kind = models.CharField(max_length=40, choices=DocumentKind.choices())
    how = models.CharField(max_length=20, choices=SentHow.choices())
    look = models.CharField(max_length=20, blank=True, choices=Look.choices())
    to_whom = models.CharField(max_length=200, blank=True)
    where = models.TextField(blank=True)
    planned_for = models.DateTimeField(null=True, blank=True)
    words = models.JSONField()
    html = models.TextField()
    sha256 = models.CharField(max_length=64, blank=True)
    gate = models.JSONField()
    overridden_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    override_because = models.TextField(blank=True)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(overridden_by__isnull=True, override_because="")
                | (models.Q(overridden_by__isnull=False) & ~models.Q(override_because="")),
                name="sent_document_overridden_by_somebody_with_a_reason",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def how_it_goes(self) -> str:
        """How it went or, while the time for it is still to come, on which day it is to go."""
        if self.planned_for is None or self.planned_for <= timezone.now():
            return self.get_how_display()
        return f"{TO_COME.get(self.how, 'To be sent')} on {day(timezone.localdate(self.planned_for))}"


class SentFile(Record):
    """A document as a file: made once, from what was kept, when somebody first took it away, and kept with it."""

    document = models.ForeignKey(SentDocument, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=10, choices=FileKind.choices())
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "kind"], name="sent_file_of_each_kind_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Portrait(Record):
    """The face of a worker, as they chose to show it beside their name in Easy Read. ``content`` is a small JPEG, and nothing else."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="portrait")
    content = models.BinaryField()

    def __str__(self) -> str:
        return str(self.pk)

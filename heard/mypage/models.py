"""How was the adult's own page opened to them, and what did they say on it?"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from heard.accounts.records import Record, pair
from heard.cases.models import Case
from heard.people.models import NetworkMember, Person
from heard.rights.models import Advocacy, LegalAuthority
from heard.rules.vocabulary.own_page import HoldGround, HowOpened, NoteKind, Reader, Said
from heard.voice.models import Wish

_USER = settings.AUTH_USER_MODEL


class WayIn(Record):
    """A way in to a page of one case, used once. The secret itself is kept nowhere: ``key`` and ``answer`` stand for it, keyed.

    ``person`` is the adult it was made for: where the case was given to somebody else since, it opens nothing. ``how_we_know`` is how the
    worker knows that it is safe; ``cover`` reads what is said when the lead is away; ``asks_how_it_went`` lays the questions of the end on
    the page. A representative is somebody in the adult's life (``member``), by the ``legal_authority`` they hold where there is one, or an
    advocate (``advocacy``).
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="ways_in")
    reader = models.CharField(max_length=20, choices=Reader.choices())
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(NetworkMember, null=True, blank=True, on_delete=models.PROTECT, related_name="ways_in")
    legal_authority = models.ForeignKey(LegalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="ways_in")
    advocacy = models.ForeignKey(Advocacy, null=True, blank=True, on_delete=models.PROTECT, related_name="ways_in")
    how = models.CharField(max_length=20, choices=HowOpened.choices())
    where = models.TextField(blank=True)
    key = models.CharField(max_length=64, unique=True)
    question = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=64, blank=True)
    how_we_know = models.TextField()
    gate = models.JSONField(default=dict)
    cover = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    asks_how_it_went = models.BooleanField(default=False)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "ways in"
        constraints = [
            models.CheckConstraint(
                condition=Q(reader="adult", member__isnull=True, advocacy__isnull=True)
                | Q(reader="representative", member__isnull=False, advocacy__isnull=True)
                | Q(reader="representative", member__isnull=True, advocacy__isnull=False),
                name="way_in_of_the_adult_or_a_representative",
            ),
            models.CheckConstraint(
                condition=Q(legal_authority__isnull=True) | Q(member__isnull=False), name="way_in_by_an_authority_somebody_holds"
            ),
            models.CheckConstraint(condition=Q(how="tablet") | ~Q(question="") & ~Q(answer=""), name="way_in_with_a_second_fact"),
        ]

    @property
    def representative(self) -> str:
        """The name of whoever represents the adult here; blank where it is the adult's own."""
        return self.member.name if self.member else self.advocacy.advocate_name if self.advocacy else ""


class Opening(Record):
    """That a way in was used, once: from here until it is left or closes by itself, the page can be read with the browser's own key."""

    way_in = models.OneToOneField(WayIn, on_delete=models.PROTECT, related_name="opening")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)


class Saying(Record):
    """Something said on the page, as it was said. Never changed; a worker adds a note.

    ``cards`` is what was sorted: deck, version and, card by card, its words and the place. ``sound`` is a recording as it was sent.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sayings")
    opening = models.ForeignKey(Opening, on_delete=models.PROTECT, related_name="sayings")
    said = models.CharField(max_length=20, choices=Said.choices())
    words = models.TextField(blank=True)
    feeling = models.CharField(max_length=20, blank=True)
    answer = models.CharField(max_length=20, blank=True)
    helped_by = models.CharField(max_length=200, blank=True)
    wish = models.ForeignKey(Wish, null=True, blank=True, on_delete=models.PROTECT, related_name="said_on_own_page")
    member = models.ForeignKey(NetworkMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    cards = models.JSONField(default=dict, blank=True)
    sound = models.BinaryField(null=True, blank=True)
    sound_kind = models.CharField(max_length=20, blank=True)
    said_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sound__isnull=True, sound_kind="") | Q(sound__isnull=False) & ~Q(sound_kind=""), name="sound_of_a_kind"
            )
        ]
        indexes = [models.Index(fields=["case", "said_at"], name="saying_by_case")]


class Note(Record):
    """What a worker added beside something said: what was done about it, or what is said in a recording."""

    saying = models.ForeignKey(Saying, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=20, choices=NoteKind.choices())
    words = models.TextField()


class HeldBack(Record):
    """That what one person opened on one day is not shown to the adult: on which ground, why, and when to look at it again."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="held_back")
    looked_by = models.ForeignKey(_USER, on_delete=models.PROTECT, related_name="+")
    looked_on = models.DateField()
    ground = models.CharField(max_length=20, choices=HoldGround.choices())
    why = models.TextField()
    review_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(_USER, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "held back"
        constraints = [
            pair("held_back_ended_by_somebody", "ended_at", "ended_by"),
            models.UniqueConstraint(
                fields=["case", "looked_by", "looked_on"], condition=Q(ended_at__isnull=True), name="held_back_once"
            ),
        ]

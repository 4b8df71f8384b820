"""What did the adult say, what do they want, and did it happen?"""

from django.db import models
from django.db.models import Q

from heard.accounts.models import Authority
from heard.accounts.records import InError, Record, Version, one_ref, pair
from heard.cases.models import Case, Concern, Enquiry
from heard.people.models import NetworkMember
from heard.rules.experience import how_asked_in_words
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.communication import HowMuch
from heard.rules.vocabulary.enquiry import RiskLevel, Stage
from heard.rules.vocabulary.experience import AnsweredHow, AskedBy, Asking, AskingEnded, Who, Wording
from heard.rules.vocabulary.picture_cards import Confirmed, MovedBy, Place
from heard.rules.vocabulary.voice import (
    Alone,
    Asked,
    ExpressedBy,
    Judge,
    Method,
    NotHeardBecause,
    OfferAnswer,
    Rating,
    WhatTheySaid,
    WishCategory,
)


class Conversation(Version, InError):
    """An opportunity the adult had to be heard, taken or not. ``words`` are verbatim; the worker's reading stands apart.

    ``spoken_by`` is blank or the adult, unless somebody spoke for them; ``said_they_want`` is what they answered when asked.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conversations")
    concern = models.ForeignKey(Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="conversations")
    enquiry = models.ForeignKey(Enquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="conversations")
    held_at = models.DateTimeField(null=True, blank=True)
    stage = models.CharField(max_length=20, blank=True, choices=Stage.choices())
    by_name = models.CharField(max_length=1000, blank=True)
    method = models.CharField(max_length=20, blank=True, choices=Method.choices())
    alone = models.CharField(max_length=20, blank=True, choices=Alone.choices())
    alone_because = models.TextField(blank=True)
    present = models.JSONField(default=list, blank=True)
    safe_place = models.CharField(max_length=20, blank=True, choices=Answer.choices())
    place = models.TextField(blank=True)
    support_used = models.TextField(blank=True)
    what_was_asked = models.TextField(blank=True)
    spoken_by = models.CharField(max_length=20, blank=True, choices=ExpressedBy.choices())
    spoken_by_name = models.CharField(max_length=200, blank=True)
    asked_what_they_want = models.CharField(max_length=3, blank=True)
    said_they_want = models.CharField(max_length=30, blank=True, choices=WhatTheySaid.choices())
    words = models.TextField(blank=True)
    interpretation = models.TextField(blank=True)
    not_heard_because = models.CharField(max_length=40, blank=True, choices=NotHeardBecause.choices())
    not_heard_words = models.TextField(blank=True)
    ask_again_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            one_ref("conversation", versioned=True),
            models.CheckConstraint(
                condition=Q(concern__isnull=False, enquiry__isnull=True) | Q(concern__isnull=True, enquiry__isnull=False),
                name="conversation_of_a_concern_or_an_enquiry",
            ),
        ]


class Wish(Version, InError):
    """Something the adult wants to happen (a desired outcome), in their own or their representative's words.

    A wish the adult changed is a new row whose ``replaces`` is the old one, with why and when. ``supersedes`` is only for
    corrections of what was written down. A wish made before there is an enquiry belongs to its concern alone.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="wishes")
    concern = models.ForeignKey(Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes")
    enquiry = models.ForeignKey(Enquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes")
    conversation = models.ForeignKey(Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="wishes")
    words = models.TextField()
    expressed_by = models.CharField(max_length=20, choices=ExpressedBy.choices())
    expressed_by_name = models.CharField(max_length=200, blank=True)
    expressed_on = models.DateField(null=True, blank=True)
    leave_me_alone = models.BooleanField(default=False)
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    changed_because = models.TextField(blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)
    category = models.CharField(max_length=40, blank=True, choices=WishCategory.choices())
    risk_level = models.CharField(max_length=20, blank=True, choices=RiskLevel.choices())
    about_member = models.ForeignKey(NetworkMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "wishes"
        constraints = [
            one_ref("wish", versioned=True),
            models.CheckConstraint(condition=Q(concern__isnull=False) | Q(enquiry__isnull=False), name="wish_of_something"),
            models.CheckConstraint(condition=~Q(words=""), name="wish_has_words"),
        ]


ASKED = ("how", "asked_by", "asked_by_name", "by_lead", "days_since_closing")


class HowAsked(models.Model):
    """How somebody was asked to judge: by what means, by whom, how long after the closing. Blank where nobody was, or it was not kept."""

    how = models.CharField(max_length=20, blank=True, choices=AnsweredHow.choices())
    asked_by = models.CharField(max_length=20, blank=True, choices=AskedBy.choices())
    asked_by_name = models.CharField(max_length=200, blank=True)
    by_lead = models.BooleanField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    days_since_closing = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def how_asked(self) -> str:
        """That in words."""
        return how_asked_in_words(**{name: getattr(self, name) for name in ASKED})


class Judgement(HowAsked, Version, InError):
    """Whether a wish happened, as one judge sees it. One current judgement for each wish and judge; changed by a new row."""

    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="judgements")
    judge = models.CharField(max_length=20, choices=Judge.choices())
    judge_name = models.CharField(max_length=200, blank=True)
    rating = models.CharField(max_length=20, choices=Rating.choices())
    words = models.TextField(blank=True)
    difference_reason = models.TextField(blank=True)
    judged_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wish", "judge"], condition=Q(is_current=True), name="one_current_judgement_each"),
            pair("judgement_days_counted_from_a_closing", "closed_on", "days_since_closing"),
        ]


class LaterJudgement(HowAsked, Version, InError):
    """Whether a wish happened, asked a second time after the closing, of whoever judged it then. The first judgement stays as it was.

    Not counted in the statutory return. Asked again, it is a new row.
    """

    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="later_judgements")
    judge = models.CharField(max_length=20, choices=Judge.choices())
    judge_name = models.CharField(max_length=200, blank=True)
    rating = models.CharField(max_length=20, choices=Rating.choices())
    words = models.TextField(blank=True)
    judged_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wish"], condition=Q(is_current=True), name="one_current_later_judgement"),
            pair("later_judgement_days_counted_from_a_closing", "closed_on", "days_since_closing"),
        ]


class AskedWhatTheyWant(Version):
    """The enquiry's own answer: was the adult asked what they want to happen, and did they say? Recorded, never inferred."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="asked")
    answer = models.CharField(max_length=30, choices=Asked.choices())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enquiry"], condition=Q(is_current=True), name="one_current_asked")]


class PictureTalk(Record, InError):
    """A talk in which the adult sorted cards into three places. Finished, it is a conversation, and is kept as it was.

    ``picture`` is the board at the end, an SVG of its own; the order of moves is in ``moves``.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="picture_talks")
    concern = models.ForeignKey(Concern, null=True, blank=True, on_delete=models.PROTECT, related_name="picture_talks")
    enquiry = models.ForeignKey(Enquiry, null=True, blank=True, on_delete=models.PROTECT, related_name="picture_talks")
    deck = models.CharField(max_length=40)
    deck_version = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=20, choices=Stage.choices())
    begun_at = models.DateTimeField()
    helped_by = models.TextField(blank=True)
    confirmed = models.CharField(max_length=20, blank=True, choices=Confirmed.choices())
    confirmed_words = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    conversation = models.OneToOneField(Conversation, null=True, blank=True, on_delete=models.PROTECT, related_name="picture_talk")
    picture = models.TextField(blank=True)

    class Meta:
        constraints = [pair("picture_talk_finished_as_conversation", "finished_at", "conversation")]


class CardMove(Record):
    """One card moved to a place (or back to the pile), with the words it had; never changed, so that the order can be read."""

    talk = models.ForeignKey(PictureTalk, on_delete=models.PROTECT, related_name="moves")
    number = models.PositiveSmallIntegerField()
    card = models.CharField(max_length=40)
    words = models.CharField(max_length=200)
    place = models.CharField(max_length=20, choices=Place.choices())
    moved_by = models.CharField(max_length=20, choices=MovedBy.choices())

    class Meta:
        constraints = [models.UniqueConstraint(fields=["talk", "number"], name="one_move_at_a_time")]


class Involvement(Version):
    """How much the adult wants to be involved in this, by what means, where, when and with whom; changed by a new row."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="involvements")
    how_much = models.CharField(max_length=20, choices=HowMuch.choices())
    words = models.TextField(blank=True)
    means = models.JSONField(default=list, blank=True)
    where = models.TextField(blank=True)
    when = models.TextField(blank=True)
    with_whom = models.TextField(blank=True)
    said_by = models.CharField(max_length=20, choices=ExpressedBy.choices())
    said_by_name = models.CharField(max_length=200, blank=True)
    said_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case"], condition=Q(is_current=True), name="one_current_involvement")]


class FeedbackOffer(Version):
    """That the adult was offered a say on how it went: when, by whom, how, and what they answered. Offered again, it is a new row."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="feedback_offers")
    offered_on = models.DateField()
    offered_by_name = models.CharField(max_length=200)
    how = models.CharField(max_length=20, choices=Method.choices())
    answer = models.CharField(max_length=20, choices=OfferAnswer.choices())
    words = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enquiry"], condition=Q(is_current=True), name="one_current_feedback_offer")]


class Experience(Version, InError):
    """How it was for the adult, or for somebody who spoke for them: one asking, answered or not. A correction is a new row.

    ``questionnaire`` is the instrument as it stood, so that answers keep the words they were given to; ``questionnaire_key`` a hash of it,
    or blank. ``closed_on`` is the closing that ``days_since_closing`` counts from; both are None where it had not closed.
    """

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="experiences")
    who = models.CharField(max_length=20, choices=Who.choices())
    who_name = models.CharField(max_length=200, blank=True)
    asking = models.CharField(max_length=20, choices=Asking.choices())
    asked_on = models.DateField()
    asked_by = models.CharField(max_length=20, choices=AskedBy.choices())
    asked_by_name = models.CharField(max_length=200, blank=True)
    by_lead = models.BooleanField()
    how = models.CharField(max_length=20, choices=AnsweredHow.choices())
    wording = models.CharField(max_length=20, choices=Wording.choices())
    ended = models.CharField(max_length=20, choices=AskingEnded.choices())
    ended_because = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    days_since_closing = models.PositiveIntegerField(null=True, blank=True)
    instrument = models.CharField(max_length=40)
    instrument_version = models.PositiveIntegerField()
    questionnaire = models.JSONField()
    questionnaire_key = models.CharField(max_length=64, blank=True, editable=False)
    answers = models.JSONField(default=dict, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            pair("experience_days_counted_from_a_closing", "closed_on", "days_since_closing"),
            models.CheckConstraint(condition=Q(who="adult") | ~Q(who_name=""), name="experience_of_a_representative_has_a_name"),
        ]
        indexes = [models.Index(fields=["authority", "asked_on"], name="experience_by_day")]


class AnonymousExperience(models.Model):
    """How it was, said without a name: the council, the month, the questionnaire, whose experience, and the answers. Nothing else, ever.

    Its id is drawn by lot, so that no order can be read from it. Nobody is its author, and its event in the audit has no moment.
    """

    id = models.BigAutoField(primary_key=True)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    who = models.CharField(max_length=20, choices=Who.choices())
    instrument = models.CharField(max_length=40)
    instrument_version = models.PositiveIntegerField()
    questionnaire = models.JSONField()
    answers = models.JSONField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(month__range=(1, 12)), name="anonymous_experience_of_a_month")]

    def __str__(self) -> str:
        return f"{self.instrument} {self.instrument_version}"

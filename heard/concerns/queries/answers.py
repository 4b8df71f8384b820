"""What do the answers to section 42(1) mean, and has the adult been heard?"""

from django.db.models import QuerySet

from heard.cases.models import Concern
from heard.concerns.models import Section42Answers, Section42Decision
from heard.rules.decision import Decision
from heard.rules.section_42_duty import must_make_enquiries
from heard.rules.vocabulary.answers import Answer
from heard.voice.models import Conversation


def _answer(slug: str) -> Answer | None:
    return Answer(slug) if slug else None


def what_the_answers_mean(answers: Section42Answers | None) -> Decision:
    """What the rule says of these answers; with none, every part is still to be found out."""
    given = answers or Section42Answers()
    return must_make_enquiries(
        is_adult=_answer(given.is_18_or_over),
        in_area=_answer(given.adult_is_here),
        has_care_needs=_answer(given.needs_care_and_support),
        at_risk=_answer(given.at_risk),
        cannot_protect_self=_answer(given.cannot_protect_self),
    )


def current_answers(concern: Concern) -> Section42Answers | None:
    """The newest answers about a concern that was read in scope, or None."""
    return Section42Answers.objects.filter(concern=concern, is_current=True).first()


def current_decision(concern: Concern) -> Section42Decision | None:
    """The newest decision about a concern that was read in scope, or None."""
    return Section42Decision.objects.filter(concern=concern, is_current=True).first()


def conversations_about(concern: Concern) -> QuerySet[Conversation]:
    """The conversations with the adult about a concern that was read in scope, and the times there was none; oldest first."""
    found = Conversation.objects.filter(concern=concern, is_current=True, in_error_at__isnull=True)
    return found.order_by("held_at", "recorded_at")


def was_held(conversation: Conversation) -> bool:
    """Whether the adult was there to be heard, rather than a record of why not."""
    return conversation.held_at is not None and not conversation.not_heard_because

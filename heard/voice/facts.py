"""What do the rules ask about a conversation?"""

from django.utils import timezone

from heard.rules.next_steps.facts import ConversationFacts
from heard.rules.vocabulary.answers import YesNo
from heard.voice.models import Conversation

ASKED_OF = (
    "case_id", "held_at", "recorded_at", "stage", "not_heard_because", "not_heard_words", "ask_again_on", "asked_what_they_want",
    "alone", "present", "safe_place", "spoken_by", "spoken_by_name", "support_used",
)  # fmt: skip


def talk_facts(one: Conversation) -> ConversationFacts:
    """A conversation as plain values; of the row only the columns ``ASKED_OF`` are read."""
    return ConversationFacts(
        at=timezone.localtime(one.held_at or one.recorded_at),
        stage=one.stage,
        not_heard_because=one.not_heard_because,
        ask_again_on=one.ask_again_on,
        asked_what_they_want=one.asked_what_they_want == YesNo.YES,
        alone=one.alone,
        present=tuple(one.present),
        safe_place=one.safe_place,
        spoken_by=one.spoken_by,
        spoken_by_name=one.spoken_by_name,
        says_why_not=bool(one.not_heard_words.strip()),
        says_what_helped=bool(one.support_used.strip()),
    )

"""Which words do these screens use for slugs that have no vocabulary of their own?"""

from heard.rules.next_steps.step import Duty
from heard.rules.pathway import CaseStage
from heard.rules.seen_alone import HowHeard
from heard.rules.vocabulary import adult, answers, communication, concern, enquiry, rights, voice

VOCABULARIES = {
    name: vocabulary
    for module in (adult, answers, communication, concern, enquiry, rights, voice)
    for name, vocabulary in vars(module).items()
    if isinstance(vocabulary, type)
} | {"CaseStage": CaseStage}

TASKS = {
    "ask-again": "Try again to hear the adult",
    "review-plan": "Review the safeguarding plan",
    "offer-feedback": "Offer the adult a say on how it went",
    "tell-the-referrer": "Tell the person who raised the concern",
    "manager-tells-the-referrer": "Decide what the person who raised the concern may be told",
    "read-further-information": "Read what was added to the concern",
    "own-page-not-safe": "They do not feel safe: reach them today",
    "own-page-stop": "They said stop: talk with them, alone and safely",
    "own-page-call": "They asked for a call",
    "own-page-read": "Read what they said on their own page",
    "own-page-shut": "Somebody tried to open their page and could not",
    "own-page-not-now": "Their page did not open: the safe-contact card says no",
    "review-held-back": "Look again at what is held back from the adult",
    "decide-section-42-follow-up": "Come back to what is not yet known",
}
EVENTS = {
    "open-case-page": "Opened the case",
    "open-concern-page": "Opened a concern",
    "open-case-duties": "Opened what the case needs next",
    "open-not-needed": "Opened why something is not needed",
    "open-case-summary": "Opened the summary",
    "open-conversation": "Opened a conversation",
    "open-person-details": "Opened the adult’s details",
    "open-safe-contact": "Opened the safe-contact card",
    "open-new-letter": "Opened the page to write a letter",
    "open-letters": "Opened the letters",
    "take-file-of-letter": "Took a letter away as a file",
    "open-sent-document": "Opened a letter that was sent",
    "open-experience": "Opened how it was for them",
    "open-who-looked": "Looked at who has looked",
    "open-audit": "Opened an audit of the case",
    "open-audit-question": "Opened a question of an audit",
    "open-audited-record": "Read the record for an audit",
    "open-audited-case": "Opened what an audit found",
    "open-my-audited-work": "Opened the audit of their own work",
    "read-own-page": "Read their own page",
    "open-own-pages": "Opened what the adult said on their own page",
    "open-recording": "Listened to a recording",
    "find-who-has-it": "Asked who has the case, by its reference: nothing about the adult was shown",
    "say-why": "Said why they were opening it",
}
COLOURS = {
    HowHeard.ALONE: "turquoise",
    HowHeard.WITH_OTHERS: "blue",
    HowHeard.ALONE_NOT_RECORDED: "grey",
    HowHeard.REPRESENTED: "purple",
    HowHeard.NOT_HEARD: "orange",
}

# Tasks that "what this case needs next" says already, from the records themselves.
SAID_BY_A_DUTY = frozenset(Duty) | {"decide-section-42-follow-up"}


def task_words(kind: str) -> str:
    """What a kind of task is called on a screen."""
    return TASKS.get(kind) or kind.replace("-", " ").capitalize()


def event_words(event: str) -> str:
    """What a reading is called on the list of who looked."""
    return EVENTS.get(event) or event.replace("-", " ").capitalize()

"""Which duties does `heard duties` list?"""

from heard.rules.next_steps.step import Duty

LISTED = frozenset({
    "talk-to-the-adult", "see-the-adult-alone", "ask-what-they-want", "ask-again", "record-agreement-ground", "tell-the-adult",
    "assess-capacity", "arrange-advocate", "name-appropriate-person", "review-representative", "consider-imca",
    "best-interests-decision", "meet-communication-need", "decide-section-42", "tell-the-referrer", "review-plan", "judge-outcomes",
    "offer-feedback",
})  # fmt: skip


def is_listed(duty: Duty) -> bool:
    """Whether the list that other systems read names this duty; answers still to be given for the return stand on the screens only.

    Practice: the slugs are a promise to whoever reads the list, so none is added or renamed without a word to them.
    """
    return duty in LISTED

"""May a say on how it went be offered to the adult now, and does it count as offered at the closing?"""

from datetime import date, timedelta

from heard.rules.decision import Decision, Law

FRAMEWORK = (Law("Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018): at closing, or within eight weeks of it"),)
AT_CLOSING = timedelta(days=14)  # ours, not the framework's: from so long before the closing on, it was "at closing"


def may_offer(*, started_on: date, offered_on: date, offered_by: str, died: bool) -> Decision:
    """From the start of the enquiry on, by a named person, and never to somebody who has died. Whether it counts is ``counts_for``'s.

    Practice: the framework, asked at closing by the lead, or within eight weeks by somebody else (handbook section 1).
    """
    if died:
        return Decision(False, ("The adult has died. Nothing is asked of them.",), FRAMEWORK)
    reasons = []
    if offered_on < started_on:
        reasons.append(f"The enquiry began on {started_on:%-d %B %Y}. The offer cannot be before that.")
    if not offered_by.strip():
        reasons.append("Write who offered it.")
    return Decision(not reasons, tuple(reasons), FRAMEWORK)


def counts_for(*, closed_on: date, offered_on: date) -> bool:
    """Whether an offer of that day was one at the closing or after it: an offer in the middle of the enquiry is kept, and does not count.

    Practice: the framework says at closing, or within eight weeks of it; that fourteen days before is still "at closing" is our reading.
    """
    return offered_on >= closed_on - AT_CLOSING

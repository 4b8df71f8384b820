"""May a say on how it went be offered to the adult now?"""

from datetime import date

from heard.rules.decision import Decision, Law

FRAMEWORK = (Law("Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018): at closing, or within eight weeks of it"),)


def may_offer(*, started_on: date, offered_on: date, offered_by: str, died: bool) -> Decision:
    """From the start of the enquiry on, by a named person, and never to somebody who has died.

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

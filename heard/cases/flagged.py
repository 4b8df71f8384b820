"""What is flagged at the top of each page about an adult: what helps them to take part?"""

from django.urls import reverse

from heard.cases.models import Case
from heard.rules.labelled import label_of
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.answers import Answer

ENGLISH = {"", "en", "en-GB"}


def flag_of(case: Case | None) -> dict | None:
    """The flag for a case read in scope, as ``facts`` (pairs of name and words) and ``href``; None where a page is about nobody."""
    if case is None:
        return None
    person, held = case.person, getattr(case, "needs_now", None)
    needs = [label_of(CommunicationNeed, one) for one in person.communication_needs or []]
    more = list(held.details.values()) if held else []
    nothing = "Nothing special, they said" if held else "Not asked yet"
    facts = [("What helps them to take part", "; ".join([*needs, *more]) or nothing)]
    if language := _language(person.preferred_language, held):
        facts.append(("Language", language))
    if held and held.shows_distress:
        facts.append(("Shows distress", held.shows_distress))
    if held and held.best_times:
        facts.append(("Best times", held.best_times))
    return {"facts": facts, "href": reverse("communication", args=[case.reference])}


def _language(code: str, held) -> str:
    spoken = held.spoken_language if held and held.spoken_language else ("" if code in ENGLISH else code)
    if held and held.needs_interpreter == Answer.YES:
        return f"{spoken or code}, interpreter needed"
    return spoken

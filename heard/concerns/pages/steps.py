"""What is still to do with a concern, in which order, and where?"""

from urllib.parse import urlencode

from django.urls import reverse

from heard.govuk.words import day
from heard.rules.labelled import label_of
from heard.rules.telling_the_referrer import must_be_told
from heard.rules.vocabulary.concern import RaisedBy, SectionDecision, TellReferrer

TO_DO, DONE = ("To\u00a0do", "blue"), ("Done", "")


def _step(title: str, href: str, status: tuple[str, str], hint: str = "") -> dict:
    text, colour = status
    return {"title": title, "href": href, "status": text, "colour": colour, "hint": hint}


def steps_for(facts: dict) -> list[dict]:
    """The steps of triage for this reader: title, address (blank where it is not theirs to do), status, and what stands there now."""
    made = (_who(facts), _hear(facts), _agreement(facts), _answers(facts), _counted(facts), _decide(facts), _tell(facts))
    return [step for step in made if step]


def _address(facts: dict, name: str, allowed: str = "may_triage") -> str:
    return reverse(name, args=[facts["concern"].reference]) if facts[allowed] else ""


def _who(facts: dict) -> dict:
    link, adult = facts["link"], facts["adult"]
    href = _address(facts, "who-is-the-adult")
    if link and link.to_person.is_provisional:
        return _step("Who the adult is", href, ("Not confirmed", "yellow"), "Linked to a person who is not confirmed yet")
    if link:
        return _step("Who the adult is", href, DONE, f"Linked to a person already known on {day(link.recorded_at)}")
    if adult.is_provisional:
        return _step("Who the adult is", href, TO_DO, "See whether we already know them")
    return _step("Who the adult is", href, DONE, "Somebody new to us")


def _hear(facts: dict) -> dict:
    concern, held = facts["concern"], facts["talks"]
    query = urlencode({"concern": concern.reference, "stage": "concern"})
    href = f"{reverse('record-conversation', args=[concern.case.reference])}?{query}" if facts["may_tell"] else ""
    title = "Talk with the adult, or record why not yet"
    if not held:
        return _step(title, href, TO_DO, "Nobody has recorded talking with the adult about this yet")
    last = held[-1]["row"]
    if any(one["held"] for one in held):
        return _step(title, href, DONE, f"{sum(one['held'] for one in held)} recorded. You can record another")
    again = f". Ask again on {day(last.ask_again_on)}" if last.ask_again_on else ""
    return _step(title, href, ("Not yet heard", "yellow"), f"{last.get_not_heard_because_display() or 'No reason recorded'}{again}")


def _agreement(facts: dict) -> dict:
    said = facts["agreement"]
    status = TO_DO if said.get("settle") else DONE
    return _step("The adult’s agreement", _address(facts, "agreement"), status, said.get("ground") or "")


def _answers(facts: dict) -> dict:
    href, answers = _address(facts, "section-42-answers"), facts["answers"]
    title = "Is there a duty to make enquiries?"
    if answers is None:
        return _step(title, href, TO_DO, "Three questions, each with its reason")
    if facts["rule"].yes is None:
        back = f"Come back to it on {day(answers.follow_up_on)}" if answers.follow_up_on else "Not every question is answered"
        return _step(title, href, ("Not yet known", "yellow"), back)
    said = "The answers mean that the council must make enquiries" if facts["rule"].yes else "The answers mean that there is no duty"
    return _step(title, href, DONE, said)


def _counted(facts: dict) -> dict:
    concern = facts["concern"]
    status = DONE if concern.in_area or concern.primary_support_reason else ("Optional", "grey")
    return _step("For the yearly return", _address(facts, "what-is-counted"), status, "Changes nothing about the duty")


def _decide(facts: dict) -> dict:
    href, decision = _address(facts, "decide", "may_decide"), facts["decision"]
    if decision is not None:
        changed = facts["answers"] is not None and decision.answers_id != facts["answers"].pk
        said = f"{label_of(SectionDecision, decision.decision)}, on {day(decision.decided_at)}"
        return _step("The decision", href, ("Answers changed since", "yellow") if changed else DONE, said)
    return _step("The decision", href, TO_DO, "" if facts["may_decide"] else "A safeguarding manager decides")


def _tell(facts: dict) -> dict | None:
    report, feedback = facts["report"], facts["feedback"]
    href = _address(facts, "tell-referrer", "may_tell")
    own = bool(report and report.raised_by == RaisedBy.ADULT)
    title = "Tell the adult, who raised it" if own else "Tell the person who raised it"
    if feedback is not None:
        told = ", ".join(label_of(TellReferrer, one) for one in feedback.told)
        return _step(title, href, DONE, f"{told}, on {day(feedback.told_on)}" if feedback.told_on else "Not told, with the reason")
    owed = must_be_told(
        raised_by=report.raised_by, contact=report.raised_by_contact or report.feedback_how, wants_feedback=report.wants_feedback
    ) if report else None  # fmt: skip
    if owed is not None and not owed:
        return _step(title, href, ("Not needed", "grey"), owed.because[0])
    return _step(title, href, TO_DO, "In a way that is safe for them" if own else report.feedback_how if report else "")

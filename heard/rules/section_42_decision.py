"""What may be decided about a concern, by whom, given what the rule says?"""

from dataclasses import dataclass

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.concern import OtherRoute, SectionDecision

DUTY = Law("Care Act 2014, section 42")
WHY_RECORDED = Law("Making decisions on the duty to carry out safeguarding adults enquiries (LGA and ADASS, 2019)")
HEARD_FIRST = "You must record a conversation with the adult, or why there has not been one yet, before the decision."
ONLY_A_MANAGER = "Only a safeguarding manager can decide against that."

_AGAINST: dict[tuple[SectionDecision, bool | None], str] = {
    (SectionDecision.NO_ENQUIRY, True): "All parts of section 42(1) are answered yes, so the council must make enquiries.",
    (SectionDecision.OTHER, True): "All parts of section 42(1) are answered yes, so the enquiry is a section 42 enquiry.",
    (SectionDecision.SECTION_42, False): "At least one part of section 42(1) is answered no, so there is no section 42 duty.",
    (SectionDecision.NO_ENQUIRY, None): "Not every part of section 42(1) is known yet, and not yet known is not a no.",
}


@dataclass(frozen=True)
class Proposed:
    """What a decider is about to decide. ``adult_heard`` is that a conversation, or why there is none yet, has been recorded."""

    decision: SectionDecision
    reason: str
    second_reason: str = ""
    route: str = ""
    adult_heard: bool = True
    met_by_conversation: bool = False
    conversation_was_held: bool = False


def is_against_rule(decision: SectionDecision, rule: Decision) -> Decision:
    """Whether a decision goes against what the answers mean in law, and why.

    A no needs no section 42 enquiry; a yes needs one; not yet known never counts as no, so it cannot end a concern. An enquiry may be
    started while something is still to be found out.

    Law: Care Act 2014 s42(1) and (2).
    """
    why = _AGAINST.get((SectionDecision(decision), rule.yes))
    return Decision(why is not None, (why, *rule.because) if why else rule.because, rule.law or (DUTY,))


def may_decide(proposed: Proposed, *, rule: Decision, may_decide_at_all: bool, may_decide_against: bool) -> Decision:
    """Whether this decision can be recorded as it stands, with everything that is missing.

    The named decider gives a reason. Against the rule takes a safeguarding manager and a second reason. The adult has been heard, or it
    says why not yet. A conversation can have met a section 42 enquiry only where one was held.

    Practice: LGA and ADASS 2019 framework, decisions must be lawful, reasonable and recorded with the why.
    """
    if not may_decide_at_all:
        return Decision(False, ("A safeguarding manager decides whether there is an enquiry.",), (WHY_RECORDED,))
    missing = []
    if not proposed.adult_heard:
        missing.append(HEARD_FIRST)
    if not proposed.reason.strip():
        missing.append("Say why you decided this.")
    if proposed.decision == SectionDecision.NO_ENQUIRY and not proposed.route:
        missing.append("Choose what happens instead of an enquiry.")
    if proposed.met_by_conversation and proposed.decision != SectionDecision.SECTION_42:
        missing.append("Only a section 42 enquiry can be recorded as met by a conversation.")
    if proposed.met_by_conversation and not proposed.conversation_was_held:
        missing.append("Choose a conversation that was held with the adult about this concern.")
    against = is_against_rule(proposed.decision, rule)
    if against and not may_decide_against:
        missing.append(f"{against.because[0]} {ONLY_A_MANAGER}")
    elif against and not proposed.second_reason.strip():
        missing.append(f"{against.because[0]} You must change an answer with its reason, or give a second reason for deciding against it.")
    return Decision(not missing, tuple(missing), (DUTY, WHY_RECORDED))


def may_change_decision(*, to: SectionDecision, has_enquiry: bool) -> Decision:
    """Whether a decision already made can be made again: an enquiry that has started ends by being closed, not by being undecided.

    Practice: nothing about the adult is overwritten; closing asks the adult first.
    """
    if has_enquiry and to == SectionDecision.NO_ENQUIRY:
        return Decision(False, ("An enquiry has already started. Close the enquiry instead, so that the adult is asked first.",), (DUTY,))
    return Decision(True)


def likely_route(*, is_adult: str, in_area: str) -> str:
    """The other route that an answer points to by itself, or blank: children's services, or the council for where the adult is.

    Law: Care Act 2014 s42(1), an adult in its area; Children Act 1989 s47 for a child.
    """
    if is_adult == "no":
        return OtherRoute.CHILDREN
    return OtherRoute.OTHER_COUNCIL if in_area == "no" else ""

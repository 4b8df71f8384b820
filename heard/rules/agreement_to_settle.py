"""Does triage still have to settle why a concern goes on without the adult's agreement?"""

from heard.rules.agreement_to_raise import asks_why
from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.concern import Agreement

LAW = (Law("Care Act 2014, section 42: the duty does not wait for agreement"), Law("Local procedures on agreement to share", checked=False))
RAISED_IT_THEMSELVES = "The adult raised this themselves."
AS_BELIEVED: dict[str, str] = {
    Agreement.AGREED: "The person who raised this said that the adult agreed.",
    Agreement.REFUSED: "The person who raised this said that the adult did not want it raised.",
    Agreement.NOT_ASKED: "The person who raised this said that the adult had not been asked.",
    Agreement.UNABLE: (
        "The person who raised this believed that the adult could not say. That is their belief and says nothing about capacity."
    ),
}


def reason_is_to_be_settled(*, answer: str, ground: str) -> Decision:
    """Whether the reason for going on without agreement is still blank: somebody who did not know leaves it for triage.

    Practice: refusal never stops a concern; the reason is recorded, by triage where the public could not choose.
    """
    if answer and asks_why(Agreement(answer)) and not ground:
        return Decision(True, ("The reason for going on without the adult's agreement has not been chosen yet.",), LAW)
    return Decision(False, (), LAW)


def agreement_in_words(answer: str, *, said_by_referrer: bool, raised_by_adult: bool = False) -> str:
    """What to show of the agreement: always whose belief it was, and "unable" never as a finding about capacity.

    Law: Mental Capacity Act 2005 s1(2), a person is assumed to have capacity.
    """
    if not answer:
        return "Nothing is recorded about whether the adult agreed."
    if said_by_referrer and raised_by_adult and answer == Agreement.AGREED:
        return RAISED_IT_THEMSELVES
    if said_by_referrer or answer == Agreement.UNABLE:
        return AS_BELIEVED[Agreement(answer)]
    return f"Recorded by triage: {Agreement(answer).label}"

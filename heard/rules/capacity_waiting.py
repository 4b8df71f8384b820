"""May a decision wait until the adult may be able to make it? (Mental Capacity Act 2005, section 4(3))"""

from collections.abc import Sequence

from heard.rules.decision import Decision, Law

CAN_WAIT = Law("Mental Capacity Act 2005, section 4(3): whether and when the person is likely to have capacity")
NOT_PROLONG = Law("Making Safeguarding Personal: asking at another time, only if this does not prolong or increase the risk")


def may_wait(*, prolonged: Sequence[str], in_danger_now: bool = False, nobody_has_said: bool = False) -> Decision:
    """Waiting is offered unless what is recorded of risk says that it prolongs or increases harm. ``prolonged`` names those risks.

    Where there are risks and nobody has said, it is offered with that said.

    Law: Mental Capacity Act 2005 s4(3). Practice: Making Safeguarding Personal.
    """
    because = [f"It is recorded that waiting would prolong or increase this: {risk}." for risk in prolonged]
    if in_danger_now:
        because.append("A concern that waits for its decision says that somebody is in danger now.")
    if because:
        return Decision(False, tuple(because), (NOT_PROLONG, CAN_WAIT))
    unsaid = ("Nobody has recorded whether waiting would prolong or increase the risks.",) if nobody_has_said else ()
    return Decision(True, unsaid, (CAN_WAIT, NOT_PROLONG))

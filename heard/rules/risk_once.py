"""Can this risk be added to the enquiry, and a provider be named on it?"""

from collections.abc import Collection

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.enquiry import RiskSource

RETURN = Law("Safeguarding Adults Collection, tables SG2a to SG2c: one risk for each type, source and location in an enquiry")


def may_add_risk(*, risk: tuple[str, str, str], already: Collection[tuple[str, str, str]]) -> Decision:
    """Each type × source × location once in an enquiry, so that the return's tables agree with each other.

    Practice: exchange format, risks.csv; statutory return, tables SG2a, SG2a_b1 and SG2b.
    """
    if risk in already:
        because = "This enquiry already has a risk of this type, from this source, in this place. Open that one and add to it."
        return Decision(False, (because,), (RETURN,))
    return Decision(True, law=(RETURN,))


def may_name_provider(*, source: str, provider: str) -> Decision:
    """A provider is named only where the risk comes from a service provider, so that figures by provider count nothing else.

    Practice: statutory return, source of risk "Service Provider": anybody paid to provide social care; never a relative, the NHS or us.
    """
    if provider and source != RiskSource.PROVIDER:
        because = "A provider is named only where the risk comes from a service provider. Change where it comes from, or clear the name."
        return Decision(False, (because,), (RETURN,))
    return Decision(True, law=(RETURN,))


def may_say_who_poses_it(*, named: str) -> Decision:
    """Whoever may pose a risk is said once on it; what was recorded is not written over. Another person is added to the adult's network.

    Practice: exchange format, risks.csv: one row for each type, source and place, whoever poses it, so that nobody counts it twice.
    """
    if named:
        because = f"This risk names {named} already. Add another person to the network, as somebody who may pose a risk."
        return Decision(False, (because,), (RETURN,))
    return Decision(True, law=(RETURN,))


def views_differ(*, adults: str, professionals: str) -> bool:
    """Whether the adult and the professional put the risk at different levels. Both are kept, and neither corrects the other.

    Practice: the adult is best placed to identify risk, its impact and whether lessening it is acceptable (Wokingham procedures).
    """
    return bool(adults and professionals) and adults != professionals

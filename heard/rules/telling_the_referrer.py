"""May the person who raised a concern be told, what, by whom, and are they still waiting to hear?"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.concern import RaisedBy, TellReferrer

LAW = (
    Law("Care and support statutory guidance, chapter 14", checked=False),
    Law("UK GDPR, article 5(1)(c): no more than is needed"),
)
TELL_WITHIN_DAYS = 5  # a default; councils differ
ADULT_WAITS = "The adult raised this themselves and waits to hear what happens. Tell them, in a way that is safe for them."
MANAGER_DECIDES = "The person who raised this may pose a risk to the adult, so a safeguarding manager decides what they are told."


def must_be_told(*, raised_by: str, contact: str, wants_feedback: str = "") -> Decision:
    """Whether somebody is waiting to hear back: never somebody anonymous, nor where nothing says how to reach them. The adult who
    raised it themselves always is: how it is safe to reach them is on their safe-contact card, not in the report.

    Practice: feedback to the referrer is on every council's list, and so is that the adult is told; an anonymous referrer is never
    chased.
    """
    if raised_by == RaisedBy.ANONYMOUS:
        return Decision(False, ("The person who raised this did not say who they are.",), LAW)
    if wants_feedback == "no":
        return Decision(False, ("The person who raised this did not want to hear back.",), LAW)
    if raised_by == RaisedBy.ADULT:
        return Decision(True, (ADULT_WAITS,), LAW)
    if not contact.strip():
        return Decision(False, ("Nothing says how to reach the person who raised this.",), LAW)
    return Decision(True, ("The person who raised this is waiting to hear back.",), LAW)


def may_tell(
    *, told: tuple[str, ...], more: str = "", basis: str = "", not_told_because: str = "", may_pose_risk: bool, is_manager: bool,
    to_the_adult: bool = False,
) -> Decision:  # fmt: skip
    """Whether this can be recorded: told things from the short list, or not told with a reason; more than the list only with its basis.
    The adult who raised it themselves may be told more: it is about them, and nobody asks whether they pose a risk to themselves.

    Practice: never the adult's words, whereabouts or outcome without a recorded basis; a manager decides where the referrer may pose
    a risk.
    """
    missing = []
    if bool(told or more.strip()) == bool(not_told_because.strip()):
        missing.append("Choose what they were told, or say why they were not told: one or the other.")
    unknown = [one for one in told if one not in set(TellReferrer)]
    if unknown:
        missing.append("Choose from the list what they were told.")
    if more.strip() and not basis.strip() and not to_the_adult:
        missing.append("Say what lets you tell them more than the list: the adult's agreement, or the law.")
    if may_pose_risk and not is_manager and not to_the_adult:
        missing.append(MANAGER_DECIDES)
    return Decision(not missing, tuple(missing), LAW)


def may_be_said_now(*, is_decided: bool, goes_on: bool) -> tuple[TellReferrer, ...]:
    """The part of the short list that is true now: received always; being looked into until it ends; ended once nothing goes on.

    Practice: a referrer is told what has happened and not what may.
    """
    if not is_decided or goes_on:
        return (TellReferrer.RECEIVED, TellReferrer.BEING_LOOKED_INTO)
    return (TellReferrer.RECEIVED, TellReferrer.ENDED)

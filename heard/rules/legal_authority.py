"""Who may decide for the adult, and does that call for a warning?

What the handbook marks unverified is said to be not yet checked at source; the routes are plain defaults.
"""

from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.rights import AuthorityKind

OPG = Law("Office of the Public Guardian: concerns about an attorney or deputy (Mental Capacity Act 2005, section 58)", checked=False)
DWP = Law("Department for Work and Pensions: concerns about an appointee", checked=False)
NOT_ALONE = Law("Practice: somebody who may pose a risk is never the only one consulted", checked=False)
SEEN = Law("Practice: an authority is relied on once its document, or the register, was seen", checked=False)
NO_HOLDER = (AuthorityKind.ADVANCE_DECISION,)
OPG_ROUTE = "Raise a concern with the Office of the Public Guardian, and take legal advice on the Court of Protection."
DWP_ROUTE = "Tell the Department for Work and Pensions, which appoints and ends appointees, and the Office of the Public Guardian where " \
    "the same person is an attorney or deputy too."  # fmt: skip


def is_in_force(*, ended_on: date | None, today: date) -> bool:
    """Whether an authority still stands on a day.

    Practice: what has ended stays on record and is relied on no more.
    """
    return ended_on is None or ended_on > today


def must_warn(*, kind: str, holder_may_pose_risk: bool, in_force: bool) -> Decision:
    """An authority in force is held by somebody who may pose a risk: say so, and whom to tell.

    Practice: concern to the Office of the Public Guardian (handbook 4.4, part unverified).
    """
    if not (in_force and holder_may_pose_risk):
        return Decision(False)
    route, law = (DWP_ROUTE, DWP) if kind == AuthorityKind.APPOINTEE else (OPG_ROUTE, OPG)
    why = "Somebody who may pose a risk to the adult holds this authority. Do not treat them as the only person to consult."
    return Decision(True, (why, route), (law, NOT_ALONE))


def may_rely_on(*, document_seen: str, in_force: bool) -> Decision:
    """Whether the authority's document was seen and it still stands.

    Practice: document seen (handbook 4.4, part unverified).
    """
    if not in_force:
        return Decision(False, ("This authority has ended.",), (SEEN,))
    if document_seen != YesNo.YES:
        return Decision(False, ("Nobody has seen the document. Ask to see it, or search the register.",), (SEEN,))
    return Decision(True, law=(SEEN,))


def may_add_authority(*, kind: str, has_holder: bool, document_seen: str, seen_on: date | None) -> Decision:
    """Somebody holds it, unless it is an advance decision, which is the adult's own; a document seen has a day.

    Practice: type, holder, scope and "document seen" (handbook 4.4, part unverified).
    """
    if kind not in NO_HOLDER and not has_holder:
        return Decision(False, ("Say who holds this authority.",), (SEEN,))
    if document_seen == YesNo.YES and seen_on is None:
        return Decision(False, ("Say on which day the document was seen.",), (SEEN,))
    return Decision(True, law=(SEEN,))

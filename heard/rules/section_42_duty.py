"""Does the council have to make enquiries? (Care Act 2014, section 42)"""

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer

LAW = Law("Care Act 2014, section 42(1)")

# What each answer is about: (what a no means, what is still to be found out).
PARTS: dict[str, tuple[str, str]] = {
    "is_adult": ("The person is under 18. The duty is to adults; children's services lead.", "whether they are 18 or over"),
    "in_area": (
        "The adult is not in this council's area now. The duty is with the council for where they are.",
        "whether the adult is in this council's area now",
    ),
    "has_care_needs": (
        "There is no reasonable cause to suspect that the adult has needs for care and support: section 42(1)(a).",
        "whether the adult has needs for care and support: section 42(1)(a)",
    ),
    "at_risk": (
        "There is no reasonable cause to suspect that the adult is experiencing, or at risk of, abuse or neglect: section 42(1)(b).",
        "whether the adult is experiencing, or at risk of, abuse or neglect: section 42(1)(b)",
    ),
    "cannot_protect_self": (
        "There is no reasonable cause to suspect that, because of their needs, the adult cannot protect themselves: section 42(1)(c).",
        "whether, because of their needs, the adult cannot protect themselves: section 42(1)(c)",
    ),
}


def must_make_enquiries(
    *,
    is_adult: Answer | None,
    in_area: Answer | None,
    has_care_needs: Answer | None,
    at_risk: Answer | None,
    cannot_protect_self: Answer | None,
) -> Decision:
    """An adult in the council's area now, and all three parts of section 42(1), on reasonable cause to suspect, not proof.

    ``in_area`` is where the adult is, whether or not they ordinarily live there; where the abuse happened is no part of the duty.
    One no means no duty. Not yet known, or not answered, never counts as no: the answer is then None.

    Law: Care Act 2014 s42(1)(a)-(c).
    """
    answers = {
        "is_adult": is_adult,
        "in_area": in_area,
        "has_care_needs": has_care_needs,
        "at_risk": at_risk,
        "cannot_protect_self": cannot_protect_self,
    }
    noes = tuple(PARTS[part][0] for part, answer in answers.items() if answer == Answer.NO)
    if noes:
        return Decision(False, noes, (LAW,))
    unknown = tuple(f"Not yet known: {PARTS[part][1]}." for part, answer in answers.items() if answer != Answer.YES)
    if unknown:
        return Decision(None, (*unknown, "Not yet known is not a no."), (LAW,))
    reason = "There is reasonable cause to suspect all three parts of section 42(1), about an adult who is in this council's area now."
    so = "So the council must make enquiries, or cause them to be made."
    return Decision(True, (reason, so), (LAW, Law("Care Act 2014, section 42(2)")))

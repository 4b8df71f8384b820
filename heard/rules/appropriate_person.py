"""Is there somebody appropriate to help the adult be involved? (Care Act 2014, section 68(4) to (6))

Which tests must be met is for the council to check at source: ``REPRESENTATION`` is the plain default.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import AdvocateAsWell, AppropriateTest, ImcaGround

LAW = (
    Law("Care Act 2014, section 68(4) to (6)"),
    Law("Care and support statutory guidance, chapter 7: the tests of ability and of being implicated", checked=False),
)
CANNOT_DECIDE = "cannot-decide"  # what is answered to "does the adult want them?" where they cannot agree or refuse
FAILED = {
    AppropriateTest.NOT_PAID: "They care for the adult for pay or as a professional.",
    AppropriateTest.WANTED: "The adult does not want them, or has not agreed.",
    AppropriateTest.BEST_INTERESTS: "It is not in the adult’s best interests.",
    AppropriateTest.FACILITATES: "They are not able or free to help the adult take part.",
    AppropriateTest.NO_RISK: "They are part of what is looked into, or may pose a risk.",
}


@dataclass(frozen=True)
class Representation:
    """What a council has checked and set: the tests that must be met, and what else counts. Defaults are the handbook's."""

    tests: tuple[str, ...] = tuple(AppropriateTest)
    advocate_as_well: tuple[str, ...] = (AdvocateAsWell.DISAGREEMENT,)
    imca_grounds: tuple[str, ...] = tuple(ImcaGround)


REPRESENTATION = Representation()


def is_appropriate(
    tests: Mapping[str, Mapping[str, str]], *, now_against: Collection[str] = (), local: Representation = REPRESENTATION
) -> Decision:
    """Every test met: where the adult cannot agree or refuse, their best interests stand in for their wish. ``now_against`` is news since.

    Law: Care Act 2014 s68(5): not paid or professional; the adult consents, or where they cannot, it is in their best interests.
    """
    answers = _asked(tests, local)
    failed = [FAILED[test] for test, answer in answers.items() if answer == Answer.NO]
    if failed or now_against:
        return Decision(False, (*now_against, *failed), LAW)
    unknown = [f"Not known yet: {test.label[:1].lower()}{test.label[1:]}." for test, answer in answers.items() if answer != Answer.YES]
    if unknown:
        return Decision(None, tuple(unknown), LAW)
    return Decision(True, ("Every test is met.",), LAW)


def _asked(tests: Mapping[str, Mapping[str, str]], local: Representation) -> dict[AppropriateTest, str]:
    """The answer to each test that is asked: of the adult's wish and their best interests, one."""
    cannot = _answer(tests, AppropriateTest.WANTED) == CANNOT_DECIDE
    not_asked = AppropriateTest.WANTED if cannot else AppropriateTest.BEST_INTERESTS
    return {test: _answer(tests, test) for test in AppropriateTest if test in local.tests and test != not_asked}


def _answer(tests: Mapping[str, Mapping[str, str]], test: AppropriateTest) -> str:
    return tests.get(test, {}).get("answer", "")


def stands_against(
    *, name: str, may_pose_risk: bool, is_named_in_a_risk: bool, adult_wants_involved: str = "", died: bool = False,
    recorded_in_error: bool = False, has_left: bool = False,
) -> tuple[str, ...]:
    """What is recorded now that ends somebody's standing as appropriate person, in words; empty where nothing is.

    Law: Care Act 2014 s68(5), and the guidance on who is implicated (not yet checked at source).
    """
    found = []
    if may_pose_risk:
        found.append(f"{name} may pose a risk to the adult.")
    if is_named_in_a_risk:
        found.append(f"{name} is named in a risk in the enquiry.")
    if adult_wants_involved == Answer.NO:
        found.append(f"The adult does not want {name} involved.")
    if has_left:
        found.append(f"{name} is no longer in the adult’s life.")
    if recorded_in_error:
        found.append(f"{name} was recorded in error.")
    if died:
        found.append("The adult has died.")
    return tuple(found)


def capacity_has_changed(tests: Mapping[str, Mapping[str, str]], *, lacks_capacity: bool | None) -> tuple[str, ...]:
    """Whether a later assessment no longer fits the ground on which the person stands: consent, or best interests.

    Law: Care Act 2014 s68(5)(b) and (6): consent where the adult can give it, best interests only where they cannot.
    """
    wanted = _answer(tests, AppropriateTest.WANTED)
    if lacks_capacity and wanted == Answer.YES:
        return ("An assessment since then found that the adult lacks capacity: their consent is to be looked at again.",)
    if lacks_capacity is False and wanted == CANNOT_DECIDE:
        return ("An assessment since then found that the adult has capacity: ask whether they want this person.",)
    return ()


def advocate_as_well(reason: str, local: Representation = REPRESENTATION) -> Decision:
    """Whether an advocate is owed although somebody appropriate helps: only for reasons that the council has checked for section 68.

    Law: Care and Support (Independent Advocacy Support) regulations; for enquiries the two stays are not yet checked at source.
    """
    law = (Law("Care and Support (Independent Advocacy Support) Regulations 2014, regulation 4", checked=False),)
    if not reason:
        return Decision(False, ("No reason is recorded for an advocate as well.",), law)
    label = AdvocateAsWell(reason).label
    if reason in local.advocate_as_well:
        return Decision(True, (f"{label}.",), law)
    return Decision(False, (f"{label}: the council has not yet checked whether this counts in an enquiry.",), law)

"""Do the rows of version 1.1 keep the rules that the screens keep?"""

from collections.abc import Callable

from heard.exchange.carried.about_the_adult import ABOUT_ME, CHECKS, SAFE_CONTACT
from heard.exchange.carried.about_the_case import ADVOCACY, CAPACITY, INVOLVEMENT, WITHOUT_AGREEMENT
from heard.exchange.carried.field import Carried
from heard.exchange.faults import Faults, shown
from heard.exchange.merging import Plan
from heard.exchange.queries.keys import Keys
from heard.rules.capacity_test import PARTS, conclusions_open
from heard.rules.safe_hours import hours_in
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.communication import AboutMeHeading, NeedsStep
from heard.rules.vocabulary.concern import Ground
from heard.rules.vocabulary.safe_contact import Way
from heard.rules.vocabulary.voice import ExpressedBy

Cells = dict[str, str]
Fault = tuple[str, str, str]  # the column, what is wrong, what is expected


def check_carried(one: Carried, plan: Plan, keys: Keys, faults: Faults) -> None:
    """Add to ``faults`` each row, as Heard would hold it, that breaks a rule; and a second row where there is one at a time."""
    owners: dict[str, int] = {}
    for change in (*plan.created, *plan.updated):
        row, cells = change.row, change.after
        for start, end, wrong in one.ends:
            if start in cells and end in cells and cells[end] < cells[start]:
                faults.add(one.file, row.line, end, wrong, f"{cells[start]} or later")
        for column, wrong, expected in RULES.get(one.file, _nothing)(cells):
            if column not in row.wrong:
                faults.add(one.file, row.line, column, wrong, expected)
        if one.only_one and (owner := cells.get(_owner_column(one))):
            if owner in owners:
                wrong = f"{shown(owner)} has one already, on line {owners[owner]}"
                faults.add(one.file, row.line, _owner_column(one), wrong, "one row: a correction has the same reference")
            owners.setdefault(owner, row.line)


def _owner_column(one: Carried) -> str:
    return next(link.name for link in one.links if link.attr == one.only_one)


def _nothing(cells: Cells) -> list[Fault]:
    return []


def _capacity(cells: Cells) -> list[Fault]:
    parts = {name: cells.get(name, "") for name in PARTS}
    conclusion = cells.get("conclusion", "")
    may = conclusions_open(parts=parts, impairment=cells.get("impairment", ""), causal_link=cells.get("causal_link", ""))
    if not conclusion or conclusion in may:
        return []
    expected = "one that the test allows: lacks-capacity needs a part that is no, the impairment and the link; has-capacity none of it"
    return [("conclusion", f"the conclusion {shown(conclusion)} does not follow from the test", expected)]


def _checks(cells: Cells) -> list[Fault]:
    if cells.get("step") == NeedsStep.SHARE and not cells.get("with_whom"):
        return [("with_whom", "needs were shared with nobody", "who was told")]
    if cells.get("step") == NeedsStep.SHARE and cells.get("was_met"):
        return [("was_met", "an answer beside the step share", "an answer only beside the step review")]
    if cells.get("step") == NeedsStep.REVIEW and not cells.get("was_met"):
        return [("was_met", "a review without the adult's answer", "yes, partly or no")]
    return []


def _about_me(cells: Cells) -> list[Fault]:
    said = any(cells.get(heading.replace("-", "_")) for heading in AboutMeHeading)
    return [] if said else [("row", "nothing is said under any heading", "words under at least one heading")]


def _advocacy(cells: Cells) -> list[Fault]:
    if cells.get("acts_for_person_who_may_pose_risk") != Answer.YES:
        return []
    return [("acts_for_person_who_may_pose_risk", "the advocate acts for the other side too", "never the same advocate for both sides")]


def _without_agreement(cells: Cells) -> list[Fault]:
    found: list[Fault] = []
    if cells.get("was_told") == YesNo.YES and "told_on" not in cells:
        found.append(("told_on", "the adult was told, and no day is given", "the day they were told"))
    if cells.get("ground") == Ground.BEST_INTERESTS and not {"assessment_ref", "assessment_to_follow_by"} & set(cells):
        found.append(("assessment_ref", "a lack of capacity, and no assessment stands behind it", "an assessment, or by when"))
    return found


def _involvement(cells: Cells) -> list[Fault]:
    if cells.get("said_by", ExpressedBy.ADULT) == ExpressedBy.ADULT or cells.get("said_by_name"):
        return []
    return [("said_by_name", "whoever speaks for the adult is not named", "their name")]


def _safe_contact(cells: Cells) -> list[Fault]:
    unread = [
        (name, f"{line!r} cannot be read as days and hours", "a day, and hours such as 9.30am to 12pm, one on each line")
        for name in ("safe_hours", "unsafe_hours")
        for line in cells.get(name, "").split("\n")
        if line and not hours_in(line, is_safe=Answer.YES)
    ]
    return unread + [
        (f"{way}_safe", "whether it is safe is blank beside where or why", "yes, no or not-known")
        for way in Way
        if f"{way}_safe" not in cells and {f"{way}_where", f"{way}_why"} & set(cells)
    ]


RULES: dict[str, Callable[[Cells], list[Fault]]] = {
    CAPACITY.file: _capacity, CHECKS.file: _checks, ABOUT_ME.file: _about_me, ADVOCACY.file: _advocacy,
    WITHOUT_AGREEMENT.file: _without_agreement, INVOLVEMENT.file: _involvement, SAFE_CONTACT.file: _safe_contact,
}  # fmt: skip

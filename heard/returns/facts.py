"""What is counted of each enquiry that ended? The facts that the indicators add up, as one query that every engine understands.

One row for each enquiry concluded in the council's area: its month, what it is broken down by, and each fact as a whole number. The rules
say which facts make an indicator (``rules/indicators``); the facts about its risks stand apart, for within a type, place, source or
provider only its own risks count.
"""

from collections.abc import Iterable, Mapping

from heard.returns.relations import JUDGED, TOGETHER
from heard.returns.tables import ANSWER, quoted
from heard.rules.indicators.breakdowns import OF_RISKS, UNDER_18, By, groups_of
from heard.rules.indicators.facts import fact_of
from heard.rules.indicators.work import PARTS
from heard.rules.measures import Measure, counts_as_asked
from heard.rules.seen_alone import HEARD, HowHeard
from heard.rules.statutory_return import AGE_BANDS, NOT_KNOWN
from heard.rules.vocabulary.adult import Ethnicity
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME, ChecklistAnswer, ClosingView, PlanView, RiskOutcome, Stage
from heard.rules.vocabulary.voice import Asked, NotHeardBecause


def _in(codes: Iterable[str]) -> str:
    return ", ".join(quoted(one) for one in sorted(codes))


def _one(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


_HEARD = f"t.how IN ({_in(HEARD)})"
_CAME_TO_NOTHING = f"t.how = {quoted(HowHeard.NOT_HEARD)} AND t.because <> ''"
OF_TALKS: dict[str, str] = {
    "heard": f"MAX({_one(_HEARD)})",
    "heard_alone": f"MAX({_one(f't.how = {quoted(HowHeard.ALONE)}')})",
    "spoken": f"MAX({_one(f't.how = {quoted(HowHeard.REPRESENTED)}')})",
    **{fact_of("heard", one): f"MAX({_one(f't.stage = {quoted(one)} AND {_HEARD}')})" for one in Stage},
    "talks_heard": f"SUM({_one(_HEARD)})",
    "talks_in_words": f"SUM({_one(f'{_HEARD} AND t.words = 1')})",
    "not_heard": f"SUM({_one(_CAME_TO_NOTHING)})",
    **{fact_of("not_heard", one): f"SUM({_one(f'{_CAME_TO_NOTHING} AND t.because = {quoted(one)}')})" for one in NotHeardBecause},
}
_FIRST_TALK = f"MIN(CASE WHEN {_HEARD} AND t.days IS NOT NULL THEN CASE WHEN t.days < 0 THEN 0 ELSE t.days END END)"
_OUTCOME = f"r.finding IN ({_in(FINDINGS_WITH_OUTCOME)}) AND r.outcome <> ''"
_REMAINED = f"{_OUTCOME} AND r.outcome = {quoted(RiskOutcome.REMAINED)}"
OF_RISK: dict[str, str] = {
    "risk_outcomes": f"SUM({_one(_OUTCOME)})",
    **{fact_of("risk", one): f"SUM({_one(f'{_OUTCOME} AND r.outcome = {quoted(one)}')})" for one in RiskOutcome},
    "remained_by_choice": f"SUM({_one(f'{_REMAINED} AND r.own_reason = 1')})",
}


def _asked(measure: Measure) -> str:
    return _one(f"e.answer IN ({_in(one for one in Asked if measure in counts_as_asked(one))})")


_KNOWN, _LACKED = f"e.had_capacity IN ({_in((Answer.YES, Answer.NO))})", f"e.had_capacity = {quoted(Answer.NO)}"
_HELPED = "(e.supported = 1 OR x.named = 1 OR COALESCE(a.advocates_met, 0) > 0)"
OF_ENQUIRY: dict[str, str] = {
    "concluded": "1", "asked": _asked(Measure.ASKED), "expressed": _asked(Measure.EXPRESSED),
    **{name: f"e.{name}" for name in (*(name for name, _, _ in JUDGED), *TOGETHER)},
    **{name: f"COALESCE(t.{name}, 0)" for name in OF_TALKS},
    "spoken_for": _one("t.heard = 0 AND t.spoken = 1"),
    "capacity_known": _one(_KNOWN), "lacked": _one(_LACKED), "lacked_supported": _one(f"{_LACKED} AND e.supported = 1"),
    "helped": _one(_HELPED), "difficulty": "x.difficulty", "difficulty_helped": _one(f"x.difficulty = 1 AND {_HELPED}"),
    "advocates": "COALESCE(a.advocates, 0)", "advocates_met": "COALESCE(a.advocates_met, 0)",
    "overridden": "x.overridden", "told": _one(f"x.overridden = 1 AND x.told = {quoted(YesNo.YES)}"), "came_back": "x.came_back",
    "closing": _one("x.closing_view <> ''"),
    **{fact_of("closing", one): _one(f"x.closing_view = {quoted(one)}") for one in ClosingView},
    "offered": "x.offered",
    "decided": _one("w.reasons IS NOT NULL"), "three_reasons": _one(f"w.reasons = {PARTS}"), "needs_met": "w.needs_met",
    "involvement_asked": "w.involvement_asked", "plans": "w.has_plan",
    "plan_agreed": _one(f"w.has_plan = 1 AND w.plan IN ({_in((PlanView.AGREES, PlanView.PARTLY))})"),
    "risk_asked": _one("w.person_of_risk <> ''"),
    "risk_followed_up": _one(f"w.person_of_risk IN ({_in((ChecklistAnswer.DONE, ChecklistAnswer.NOT_NEEDED))})"),
    "network_asked": "w.network_asked", "about_me": "w.about_me",
    "ethnicity_and_language": _one(f"w.language_known = 1 AND COALESCE(x.ethnicity, '') NOT IN ('', {quoted(Ethnicity.NOT_KNOWN)})"),
}  # fmt: skip
DAYS: dict[str, str] = {
    "days_to_first_talk": "t.days_to_first_talk", "days_to_decision": "x.days_to_decision",
    "days_of_enquiry": "CASE WHEN e.days >= 0 THEN e.days END",
}  # fmt: skip
TO_MEET_ADVOCATE = "days_to_meet_advocate"
FACTS = (*OF_ENQUIRY, *OF_RISK)
_COLUMN_OF = {By.TYPE: "risk_type", By.PLACE: "location", By.SOURCE: "source", By.PROVIDER: "provider"}


def _named(facts: Mapping[str, str]) -> str:
    return ", ".join(f"{how} AS {name}" for name, how in facts.items())


def facts() -> str:
    """The query that gives the row of each enquiry that ended, without the facts about its risks."""
    return f"""WITH talked AS (SELECT t.enquiry_id, {_named(OF_TALKS)}, {_FIRST_TALK} AS days_to_first_talk FROM flat_talk t
            GROUP BY t.enquiry_id),
        helped AS (SELECT enquiry_id, COUNT(*) AS advocates, SUM(met) AS advocates_met FROM flat_advocate GROUP BY enquiry_id),
        answered AS (SELECT flat_enquiry.*, {ANSWER} AS answer FROM flat_enquiry)
        SELECT e.id AS enquiry_id, e.month_concluded AS month_concluded, e.year_concluded AS year_concluded, e.team AS team,
        e.support_reason AS support_reason, x.gender AS gender, x.ethnicity AS ethnicity, x.age AS age,
        {_named(OF_ENQUIRY)}, {_named(DAYS)}
        FROM answered e JOIN flat_end x ON x.enquiry_id = e.id JOIN flat_work w ON w.enquiry_id = e.id
        LEFT JOIN talked t ON t.enquiry_id = e.id LEFT JOIN helped a ON a.enquiry_id = e.id
        WHERE e.in_area = 1 AND e.month_concluded IS NOT NULL"""  # noqa: S608 - names of our own


def _part(by: By | None) -> str:
    """The part of a breakdown that a row is in; what nobody recorded is blank, apart from what is not known."""
    if by is None:
        return "''"
    if by == By.AGE:
        whens = " ".join(f"WHEN f.age >= {begins} THEN {quoted(name)}" for begins, name in reversed(AGE_BANDS))
        return f"CASE WHEN f.age IS NULL THEN {quoted(NOT_KNOWN)} {whens} ELSE {quoted(UNDER_18)} END"
    if by in (By.ETHNICITY, By.REASON):
        column, (groups, otherwise) = {By.ETHNICITY: "ethnicity", By.REASON: "support_reason"}[by], groups_of(by)
        whens = " ".join(f"WHEN {quoted(code)} THEN {quoted(group)}" for code, group in groups.items())
        return f"CASE COALESCE(f.{column}, '') {whens} WHEN '' THEN '' ELSE {quoted(otherwise)} END"
    return "r.part" if by in OF_RISKS else f"COALESCE(f.{by}, '')"


def _rows(by: By | None, rows: str) -> str:
    """Each row with its part and the facts about its risks; more than one row where it is in more than one part."""
    column = _COLUMN_OF.get(by)
    more = ", ".join(f"COALESCE(r.{name}, 0) AS {name}" for name in OF_RISK)
    kept = f"r.{column} AS part, " if column else ""
    risks = f"""SELECT r.enquiry_id, {kept}{_named(OF_RISK)} FROM flat_risk r {f"WHERE r.{column} IS NOT NULL" if column else ""}
        GROUP BY r.enquiry_id{f", r.{column}" if column else ""}"""  # noqa: S608 - names of our own
    return f"""SELECT f.*, {_part(by)} AS part, {more} FROM {rows or f"({facts()})"} f
        {"JOIN" if column else "LEFT JOIN"} ({risks}) r ON r.enquiry_id = f.enquiry_id"""  # noqa: S608


def sums_by(by: By | None, rows: str = "") -> str:
    """The query that gives month, part, year and the sum of each of FACTS, by a breakdown or all together; over the facts made of the flat
    relations, unless where their rows are is given."""
    return f"""SELECT month_concluded, part, year_concluded, {", ".join(f"SUM({name}) AS {name}" for name in FACTS)}
        FROM ({_rows(by, rows)}) counted GROUP BY month_concluded, part, year_concluded"""  # noqa: S608


def spreads_by(by: By | None, rows: str = "") -> str:
    """The query that gives month, part, year, what was timed, the days, and how many took them; as ``sums_by``."""
    placed = _rows(by, rows)
    met = "placed p JOIN flat_advocate v ON v.enquiry_id = p.enquiry_id"
    froms = [*((name, f"p.{name}", "placed p") for name in DAYS), (TO_MEET_ADVOCATE, "v.days", met)]
    timed = [
        f"SELECT p.month_concluded, p.part, p.year_concluded, {quoted(name)} AS timed, {days} AS days FROM {rows_of}"  # noqa: S608
        for name, days, rows_of in froms
    ]
    return f"""WITH placed AS ({placed}) SELECT month_concluded, part, year_concluded, timed, days, COUNT(*) AS number
        FROM ({" UNION ALL ".join(timed)}) timed WHERE days IS NOT NULL
        GROUP BY month_concluded, part, year_concluded, timed, days"""  # noqa: S608


def reasons_by(by: By | None, rows: str = "") -> str:
    """The query that gives month, part, year, a step that took longer, the reason that was said, and of how many; as ``sums_by``."""
    return f"""SELECT p.month_concluded, p.part, p.year_concluded, l.step, l.reason, COUNT(*) AS number
        FROM ({_rows(by, rows)}) p JOIN flat_delay l ON l.enquiry_id = p.enquiry_id
        GROUP BY p.month_concluded, p.part, p.year_concluded, l.step, l.reason"""  # noqa: S608

"""What more is known of each enquiry that ended, for the indicators of the Board's picture?

Relations beside those of the return, laid out only where the indicators are counted: ids, codes and whole numbers, no name, no words and
no day. ``days`` are between two days of London's calendar; ``closing_view``, ``told`` and the like are blank where nothing is recorded.
"""

from collections.abc import Iterator

from heard.returns.dialects import CONCERN_OF, ENDED_THEN, Dialect
from heard.returns.work import OF_WORK, WORK
from heard.rules.seen_alone import how_heard
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import DifficultyArea
from heard.rules.vocabulary.voice import Alone, ExpressedBy

Columns = tuple[str, ...]
ENDED: dict[str, Columns] = {
    "flat_end": (
        "enquiry_id", "gender", "ethnicity", "age", "days_to_decision", "came_back", "overridden", "told", "named", "difficulty",
        "closing_view", "offered",
    ),
    "flat_talk": ("enquiry_id", "stage", "how", "because", "days", "words"),
    "flat_advocate": ("enquiry_id", "met", "days"),
    "flat_delay": ("enquiry_id", "step", "reason"),
    "flat_work": WORK,
}  # fmt: skip

def _rows(dialect: Dialect) -> str:
    died = "p.death_date"
    return f"""SELECT e.id, e.concern_id, e.case_id, k.person_id, p.gender, p.ethnicity, p.birth_date,
        {dialect.of("london_day", "c.received_at")} AS received_on, {dialect.of("london_day", "d.decided_at")} AS decided_on,
        CASE WHEN {died} < e.concluded_on THEN {died} ELSE e.concluded_on END AS upon
        FROM cases_enquiry e {CONCERN_OF} JOIN cases_case k ON k.id = e.case_id JOIN people_person p ON p.id = k.person_id
        LEFT JOIN concerns_section42decision d ON d.concern_id = c.id AND d.is_current
        WHERE {ENDED_THEN}"""  # noqa: S608 - no part of it comes from outside


def _age(dialect: Dialect) -> str:
    before = f"{dialect.of('month_day', 'x.upon')} < {dialect.of('month_day', 'x.birth_date')}"
    return f"{dialect.of('year', 'x.upon')} - {dialect.of('year', 'x.birth_date')} - CASE WHEN {before} THEN 1 ELSE 0 END"


def _came_back(dialect: Dialect) -> str:
    """Whether an earlier enquiry of the same adult, in whatever case, ended in the twelve months before this one's concern came."""
    return f"""EXISTS (SELECT 1 FROM cases_case ok JOIN cases_enquiry o ON o.case_id = ok.id
        JOIN cases_concern oc ON oc.id = o.concern_id AND oc.in_error_at IS NULL
        WHERE ok.person_id = x.person_id AND o.id <> x.id
        AND o.concluded_on BETWEEN {dialect.of("year_before", "x.received_on")} AND x.received_on)"""  # noqa: S608


def _flag(condition: str, name: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END AS {name}"


def _end(dialect: Dialect) -> str:
    hard = " OR ".join(f"{dialect.answer.format('f.areas', area)} = '{Answer.YES}'" for area in DifficultyArea)
    named = "EXISTS (SELECT 1 FROM rights_appropriateperson n WHERE n.case_id = x.case_id AND n.is_current AND n.in_error_at IS NULL)"
    return f"""SELECT x.id AS enquiry_id, x.gender AS gender, x.ethnicity AS ethnicity, {_age(dialect)} AS age,
        CASE WHEN x.decided_on >= x.received_on THEN {dialect.days.format("x.decided_on", "x.received_on")} END AS days_to_decision,
        {_flag(_came_back(dialect), "came_back")}, {_flag("g.id IS NOT NULL", "overridden")}, COALESCE(g.was_told, '') AS told,
        {_flag(named, "named")}, {_flag(hard, "difficulty")}, COALESCE(v.view, '') AS closing_view, {_flag("o.id IS NOT NULL", "offered")}
        FROM ({_rows(dialect)}) x
        LEFT JOIN rights_actingwithoutagreement g ON g.concern_id = x.concern_id AND g.is_current AND g.in_error_at IS NULL
        LEFT JOIN rights_substantialdifficulty f ON f.case_id = x.case_id AND f.is_current AND f.in_error_at IS NULL
        LEFT JOIN enquiries_closing v ON v.enquiry_id = x.id AND v.is_current
        LEFT JOIN voice_feedbackoffer o ON o.enquiry_id = x.id AND o.is_current"""  # noqa: S608


def _ways() -> Iterator[tuple[str, str]]:
    """How the adult was heard, as the rule says it of every answer that there can be: a condition and what it comes to."""
    for spoken_by in ("", *ExpressedBy):
        for because in ("", "a reason"):
            for alone in ("", *Alone):
                sign = "<>" if because else "="
                condition = f"t.spoken_by = '{spoken_by}' AND t.not_heard_because {sign} '' AND t.alone = '{alone}'"
                yield condition, how_heard(not_heard_because=because, alone=alone, spoken_by=spoken_by)


def _talk(dialect: Dialect) -> str:
    """Of the enquiry itself, and of its concern."""
    how = " ".join(f"WHEN {condition} THEN '{way}'" for condition, way in _ways())
    days = dialect.days.format(dialect.of("london_day", "t.held_at"), dialect.of("london_day", "c.received_at"))
    return " UNION ALL ".join(
        f"""SELECT e.id AS enquiry_id, t.stage AS stage, CASE {how} END AS how, t.not_heard_because AS because, {days} AS days,
        {_flag("t.words <> ''", "words")} FROM voice_conversation t JOIN cases_enquiry e ON {of} {CONCERN_OF}
        WHERE t.authority_id = %(authority)s AND t.is_current AND t.in_error_at IS NULL AND {ENDED_THEN}"""  # noqa: S608
        for of in ("e.id = t.enquiry_id", "e.concern_id = t.concern_id")
    )


def _advocate(dialect: Dialect) -> str:
    return f"""SELECT e.id AS enquiry_id, {_flag("a.met_on IS NOT NULL", "met")},
        CASE WHEN a.met_on >= a.referred_on THEN {dialect.days.format("a.met_on", "a.referred_on")} END AS days
        FROM rights_advocacy a JOIN cases_enquiry e ON e.case_id = a.case_id {CONCERN_OF}
        WHERE a.authority_id = %(authority)s AND a.in_error_at IS NULL AND {ENDED_THEN}"""  # noqa: S608


def _delay(dialect: Dialect) -> str:
    return f"""SELECT e.id AS enquiry_id, l.step AS step, l.reason AS reason
        FROM enquiries_reasonfordelay l JOIN cases_enquiry e ON e.id = l.enquiry_id {CONCERN_OF}
        WHERE l.authority_id = %(authority)s AND l.is_current AND {ENDED_THEN}"""  # noqa: S608


OF_ENDED = {"flat_end": _end, "flat_talk": _talk, "flat_advocate": _advocate, "flat_delay": _delay, **OF_WORK}

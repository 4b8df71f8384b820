"""Which flat relations does the return count over, and how are they read from the records?

Each holds ids, codes and whole numbers only: no name, no words, no birth date. ``cohort`` is the year less the age on its 31 March, so that
the age on the 31 March of any year is that year less the cohort, exactly. ``year`` is the return's year of a day, by its 1 April; ``month``
a number such as 202603. The same relations are Parquet files for DuckDB and Spark.
"""

from collections.abc import Collection

from heard.returns.dialects import DIALECTS, IN_THE_YEARS, Dialect
from heard.returns.ended import ENDED, OF_ENDED
from heard.returns.said import OF_SAID, SAID
from heard.rules.judging import OWN_JUDGE
from heard.rules.statutory_return import SUPPORTERS
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating
from heard.voice.home import ENQUIRY_OF_A_WISH

Columns = tuple[str, ...]
RELATIONS: dict[str, Columns] = {
    "flat_person": ("id", "cohort", "death_cohort", "death_age", "gender", "ethnicity"),
    "flat_condition": ("person_id", "health_condition"),
    "flat_concern": ("id", "person_id", "year_in", "in_area", "support_reason", "case_id", "month_in", "team"),
    "flat_enquiry": (
        "id", "concern_id", "person_id", "kind", "year_started", "year_concluded", "in_area", "support_reason", "had_capacity", "supported",
        "asked", "has_wish", "was_asked", "standing", "unrated", "met", "not_met", "month_started", "month_concluded", "days", "team",
        "adult_met", "adult_partly", "adult_not", "adult_declined", "professional_met", "professional_partly", "professional_not",
        "judged_by_both", "judged_alike", "judged_again", "again_better", "again_same", "again_worse",
    ),
    "flat_risk": ("id", "enquiry_id", "risk_type", "source", "location", "finding", "outcome", "provider", "own_reason"),
    "flat_review": ("id", "year_started"),
    "flat_reviewed": ("review_id", "person_id", "died", "survived"),
    **ENDED, **SAID,
}  # fmt: skip


def _return_year(dialect: Dialect, column: str, *, of_a_moment: bool = False) -> str:
    year, month_day = ("london_year", "london_month_day") if of_a_moment else ("year", "month_day")
    return f"({dialect.of(year, column)} - CASE WHEN {dialect.of(month_day, column)} < 401 THEN 1 ELSE 0 END)"


def _cohort(dialect: Dialect, column: str) -> str:
    """The first year on whose 31 March the day has been."""
    return f"({dialect.of('year', column)} + CASE WHEN {dialect.of('month_day', column)} > 331 THEN 1 ELSE 0 END)"


def _person(dialect: Dialect) -> str:
    born, died = "p.birth_date", "p.death_date"
    had_birthday = f"{dialect.of('month_day', died)} < {dialect.of('month_day', born)}"
    age = f"{dialect.of('year', died)} - {dialect.of('year', born)} - CASE WHEN {had_birthday} THEN 1 ELSE 0 END"
    return f"""SELECT p.id AS id, {_cohort(dialect, born)} AS cohort, {_cohort(dialect, died)} AS death_cohort, {age} AS death_age,
        p.gender AS gender, p.ethnicity AS ethnicity
        FROM people_person p WHERE p.authority_id = %(authority)s"""  # noqa: S608 - no part of it comes from outside


def _condition(dialect: Dialect) -> str:
    return f"""SELECT p.id AS person_id, item.value AS health_condition FROM people_person p, {dialect.items.format("p.health_conditions")}
        WHERE p.authority_id = %(authority)s"""  # noqa: S608


def _concern(dialect: Dialect) -> str:
    return f"""SELECT c.id AS id, k.person_id AS person_id, {_return_year(dialect, "c.received_at", of_a_moment=True)} AS year_in,
        CASE WHEN c.in_area = 'no' THEN 0 ELSE 1 END AS in_area, c.primary_support_reason AS support_reason, c.case_id AS case_id,
        {dialect.of("london_month", "c.received_at")} AS month_in, COALESCE(t.name, '') AS team
        FROM cases_concern c JOIN cases_case k ON k.id = c.case_id LEFT JOIN accounts_team t ON t.id = k.team_id
        WHERE c.authority_id = %(authority)s AND c.in_error_at IS NULL"""  # noqa: S608


# The wishes that stand, by whose judgement and what it was: the columns of an enquiry that count them.
JUDGED = (
    ("adult_met", "own", Rating.MET), ("adult_partly", "own", Rating.PARTLY_MET), ("adult_not", "own", Rating.NOT_MET),
    ("adult_declined", "own", Rating.DECLINED), ("professional_met", "professional", Rating.MET),
    ("professional_partly", "professional", Rating.PARTLY_MET), ("professional_not", "professional", Rating.NOT_MET),
)  # fmt: skip
_SEEN = ", ".join(f"'{one}'" for one in (Rating.MET, Rating.PARTLY_MET, Rating.NOT_MET))
_BOTH = f"stands = 1 AND own IN ({_SEEN}) AND professional IN ({_SEEN})"
# Wishes that stand and that both judged, and those of them that both judged the same.
TOGETHER = {"judged_by_both": _BOTH, "judged_alike": f"{_BOTH} AND own = professional"}
# Those that stand and that the adult judged at the closing and again some weeks later, and which judgement was the better one.
_AGAIN = f"stands = 1 AND expressed_by = '{ExpressedBy.ADULT}' AND own IN ({_SEEN}) AND again IN ({_SEEN})"
_THEN, _NOW = (f"CASE {one} WHEN '{Rating.MET}' THEN 2 WHEN '{Rating.PARTLY_MET}' THEN 1 ELSE 0 END" for one in ("own", "again"))
TOGETHER |= {
    "judged_again": _AGAIN, "again_better": f"{_AGAIN} AND {_NOW} > {_THEN}", "again_same": f"{_AGAIN} AND again = own",
    "again_worse": f"{_AGAIN} AND {_NOW} < {_THEN}",
}
# For each version of a wish its newest one: a judgement, or a wish that replaces it, may still point at a version before.
_NEWEST = """newest(id, last) AS (
    SELECT w.id, w.id FROM voice_wish w WHERE w.authority_id = %(authority)s AND w.is_current{cases}
    UNION ALL SELECT w.supersedes_id, n.last FROM newest n JOIN voice_wish w ON w.id = n.id WHERE w.supersedes_id IS NOT NULL)"""
_WISHES = f"""wishes AS (
    SELECT w.id, w.expressed_by, w.withdrawn_on, {ENQUIRY_OF_A_WISH.format(wish="w")} AS enquiry_id
    FROM voice_wish w WHERE w.authority_id = %(authority)s AND w.is_current AND w.in_error_at IS NULL{{cases}})"""  # noqa: S608
_REPLACED = """replaced AS (
    SELECT DISTINCT n.last AS id FROM voice_wish w JOIN newest n ON n.id = w.replaces_id
    WHERE w.authority_id = %(authority)s AND w.is_current AND w.in_error_at IS NULL{cases})"""
# One row for each wish, so that it is joined by its id alone: PostgreSQL would look through all of them for each wish.
_RATED = f"""rated AS (
    SELECT n.last AS id, {", ".join(f"MAX(CASE WHEN j.judge = '{judge}' THEN j.rating END) AS {judge}" for judge in Judge)}
    FROM voice_judgement j JOIN newest n ON n.id = j.wish_id
    WHERE j.authority_id = %(authority)s AND j.is_current AND j.in_error_at IS NULL AND j.rating <> ''
    GROUP BY n.last)"""  # noqa: S608 - names of our own
_AFTERWARDS = f"""afterwards AS (
    SELECT n.last AS id, MAX(j.rating) AS again FROM voice_laterjudgement j JOIN newest n ON n.id = j.wish_id
    WHERE j.authority_id = %(authority)s AND j.is_current AND j.in_error_at IS NULL AND j.judge = '{Judge.ADULT}'
    GROUP BY n.last)"""  # noqa: S608 - names of our own
_OWN = "CASE w.expressed_by " + " ".join(f"WHEN '{by}' THEN rated.{judge}" for by, judge in OWN_JUDGE.items()) + " END"
_COUNTED = f"""judged AS (
    SELECT w.enquiry_id, CASE WHEN w.withdrawn_on IS NULL AND r.id IS NULL THEN 1 ELSE 0 END AS stands, {_OWN} AS own, rated.professional,
        w.expressed_by, afterwards.again
    FROM wishes w LEFT JOIN replaced r ON r.id = w.id LEFT JOIN rated ON rated.id = w.id LEFT JOIN afterwards ON afterwards.id = w.id),
    counted AS (
    SELECT enquiry_id, stands, expressed_by, COALESCE(again, '') AS again, COALESCE(own, '') AS own,
        COALESCE(professional, '') AS professional,
        COALESCE(NULLIF(own, 'declined'), NULLIF(professional, 'declined'), '') AS rating FROM judged),
    tally AS (
    SELECT enquiry_id, SUM(stands) AS standing, SUM(CASE WHEN stands = 1 AND rating = '' THEN 1 ELSE 0 END) AS unrated,
        SUM(CASE WHEN stands = 1 AND rating = 'met' THEN 1 ELSE 0 END) AS met,
        SUM(CASE WHEN stands = 1 AND rating = 'not-met' THEN 1 ELSE 0 END) AS not_met,
        {", ".join(f"SUM(CASE WHEN stands = 1 AND {judge} = '{rating}' THEN 1 ELSE 0 END) AS {name}" for name, judge, rating in JUDGED)},
        {", ".join(f"SUM(CASE WHEN {which} THEN 1 ELSE 0 END) AS {name}" for name, which in TOGETHER.items())}
    FROM counted WHERE enquiry_id IS NOT NULL GROUP BY enquiry_id)"""  # noqa: S608 - names of our own
_TALKED = """SELECT DISTINCT COALESCE(t.enquiry_id, e.id) AS enquiry_id FROM voice_conversation t
    LEFT JOIN cases_enquiry e ON e.concern_id = t.concern_id
    WHERE t.authority_id = %(authority)s AND t.is_current AND t.in_error_at IS NULL AND t.asked_what_they_want = 'yes'{talks}"""


# With years given, each relation holds only what they need; in the order of IN_ORDER, for each looks into those before it.
_ONLY = {
    "flat_enquiry": f" AND {IN_THE_YEARS}",
    "flat_concern": " AND (c.received_at >= %(before)s AND c.received_at < %(after)s OR c.id IN (SELECT concern_id FROM flat_enquiry))",
    "flat_person": " AND p.id IN (SELECT person_id FROM flat_concern UNION SELECT person_id FROM flat_enquiry)",
    "flat_condition": " AND p.id IN (SELECT id FROM flat_person)",
    "flat_risk": " AND r.enquiry_id IN (SELECT id FROM flat_enquiry)",
}
IN_ORDER = ("flat_tally", "flat_talked", *_ONLY, "flat_review", "flat_reviewed")


def _of_years(alias: str, *, only_years: bool) -> str:
    """The part of a condition that leaves only the cases that have an enquiry in the years."""
    if not only_years:
        return ""
    return f""" AND {alias}.case_id IN (
        SELECT e.case_id FROM cases_enquiry e WHERE e.authority_id = %(authority)s AND {IN_THE_YEARS})"""  # noqa: S608


def _tally(*, only_years: bool) -> str:
    parts = ", ".join((_NEWEST, _WISHES, _REPLACED, _RATED, _AFTERWARDS, _COUNTED))
    parts = parts.replace("{cases}", _of_years("w", only_years=only_years))
    return f"WITH RECURSIVE {parts} SELECT * FROM tally"  # noqa: S608


def _talked(*, only_years: bool) -> str:
    return _TALKED.replace("{talks}", _of_years("t", only_years=only_years))


# What the columns of an enquiry about its wishes and talks are read from: laid out before it, by the id of the enquiry. As parts of one
# query SQLite would read all of each again for every enquiry.
BEFORE_ENQUIRY = {"flat_tally": _tally, "flat_talked": _talked}


def _enquiry(dialect: Dialect) -> str:
    supporters = ", ".join(f"'{one}'" for one in SUPPORTERS)
    supported = f"EXISTS (SELECT 1 FROM {dialect.items.format('s.supported_by')} WHERE item.value IN ({supporters}))"  # noqa: S608
    return f"""SELECT e.id AS id, e.concern_id AS concern_id, k.person_id AS person_id, e.kind AS kind,
        {_return_year(dialect, "e.started_on")} AS year_started, {_return_year(dialect, "e.concluded_on")} AS year_concluded,
        CASE WHEN c.in_area = 'no' THEN 0 ELSE 1 END AS in_area, c.primary_support_reason AS support_reason,
        COALESCE(capacity.had_capacity, '') AS had_capacity, CASE WHEN {supported} THEN 1 ELSE 0 END AS supported,
        COALESCE(asked.answer, '') AS asked, CASE WHEN tally.enquiry_id IS NULL THEN 0 ELSE 1 END AS has_wish,
        CASE WHEN talked.enquiry_id IS NULL THEN 0 ELSE 1 END AS was_asked, COALESCE(tally.standing, 0) AS standing,
        COALESCE(tally.unrated, 0) AS unrated, COALESCE(tally.met, 0) AS met, COALESCE(tally.not_met, 0) AS not_met,
        {dialect.of("month", "e.started_on")} AS month_started, {dialect.of("month", "e.concluded_on")} AS month_concluded,
        {dialect.days.format("e.concluded_on", "e.started_on")} AS days, COALESCE(t.name, '') AS team,
        {", ".join(f"COALESCE(tally.{name}, 0) AS {name}" for name in (*(name for name, _, _ in JUDGED), *TOGETHER))}
        FROM cases_enquiry e JOIN cases_concern c ON c.id = e.concern_id AND c.in_error_at IS NULL
        JOIN cases_case k ON k.id = c.case_id LEFT JOIN accounts_team t ON t.id = k.team_id
        LEFT JOIN rights_capacityforenquiry capacity ON capacity.enquiry_id = e.id AND capacity.is_current
        LEFT JOIN rights_supportinenquiry s ON s.enquiry_id = e.id AND s.is_current
        LEFT JOIN voice_askedwhattheywant asked ON asked.enquiry_id = e.id AND asked.is_current
        LEFT JOIN flat_tally tally ON tally.enquiry_id = e.id LEFT JOIN flat_talked talked ON talked.enquiry_id = e.id
        WHERE e.authority_id = %(authority)s"""  # noqa: S608


def _risk(dialect: Dialect) -> str:
    return """SELECT r.id AS id, r.enquiry_id AS enquiry_id, r.type AS risk_type, r.source AS source, r.location AS location,
        COALESCE(f.finding, '') AS finding, COALESCE(f.outcome, '') AS outcome, NULLIF(r.provider, '') AS provider,
        CASE WHEN TRIM(COALESCE(f.adults_reason, '')) <> '' THEN 1 ELSE 0 END AS own_reason
        FROM enquiries_risk r LEFT JOIN enquiries_riskfinding f ON f.risk_id = r.id AND f.is_current
        WHERE r.authority_id = %(authority)s AND r.in_error_at IS NULL"""


def _review(dialect: Dialect) -> str:
    return f"""SELECT r.id AS id, {_return_year(dialect, "r.started_on")} AS year_started FROM assurance_safeguardingadultreview r
        WHERE r.authority_id = %(authority)s"""  # noqa: S608


def _reviewed(dialect: Dialect) -> str:
    return """SELECT p.review_id AS review_id, p.person_id AS person_id, CASE WHEN p.died THEN 1 ELSE 0 END AS died,
        CASE WHEN p.survived_harm THEN 1 ELSE 0 END AS survived
        FROM assurance_reviewedperson p JOIN assurance_safeguardingadultreview r ON r.id = p.review_id
        WHERE r.authority_id = %(authority)s"""


_MADE = {
    "flat_person": _person, "flat_condition": _condition, "flat_concern": _concern, "flat_enquiry": _enquiry, "flat_risk": _risk,
    "flat_review": _review, "flat_reviewed": _reviewed, **OF_ENDED, **OF_SAID,
}  # fmt: skip


def select(relation: str, vendor: str, *, only_years: bool = False) -> str:
    """The query that gives one relation of one authority (parameter ``authority``) on SQLite or PostgreSQL.

    ``only_years`` leaves out what no year from ``first`` to ``last`` needs (see ``bounds``); the relations before it must be there.
    """
    if relation in BEFORE_ENQUIRY:
        return BEFORE_ENQUIRY[relation](only_years=only_years)
    return _MADE[relation](DIALECTS[vendor]) + (_ONLY.get(relation, "") if only_years else "")


def bounds(years: Collection[int]) -> dict[str, str]:
    """The days that bound some years of the return; for moments a day more on either side, because the year is London's."""
    first, last = min(years), max(years) + 1
    return {"first": f"{first}-04-01", "last": f"{last}-03-31", "before": f"{first}-03-31", "after": f"{last}-04-02"}

"""How does each database say what the relations need of days, lists and years?"""

from dataclasses import dataclass

# Of an enquiry ``e``: with years given, only what started or ended in them.
IN_THE_YEARS = """(e.started_on BETWEEN %(first)s AND %(last)s OR e.concluded_on BETWEEN %(first)s AND %(last)s)"""
# Of an enquiry ``e``: those that ended between two days, and the concern of each.
ENDED_THEN = "e.authority_id = %(authority)s AND e.concluded_on BETWEEN %(ended_from)s AND %(ended_to)s"
CONCERN_OF = "JOIN cases_concern c ON c.id = e.concern_id AND c.in_error_at IS NULL"


@dataclass(frozen=True)
class Dialect:
    """How one database says what the relations need of days and lists."""

    year: str
    month_day: str
    london_year: str
    london_month_day: str
    month: str
    london_month: str
    days: str
    items: str
    london_day: str
    year_before: str
    answer: str
    pairs: str

    def of(self, what: str, column: str) -> str:
        return getattr(self, what).format(column)


# London is always an hour ahead on 1 April, the only day on which the year of a moment can differ by that hour; and at the ends of the
# months from March to September, of no other, on which its month can.
_SQLITE_MONTH = (
    "CAST(strftime('%%Y%%m', {0}, CASE WHEN substr({0}, 6, 2) BETWEEN '03' AND '09' THEN '+1 hour' ELSE '+0 hours' END) AS INTEGER)"
)
# London's day differs only in the last hour of a day, from the last Sunday of March to the last of October.
_SQLITE_DAY = """CASE WHEN substr({0}, 12, 2) = '23' AND substr({0}, 1, 10) >= date(substr({0}, 1, 4) || '-03-25', 'weekday 0')
    AND substr({0}, 1, 10) < date(substr({0}, 1, 4) || '-10-25', 'weekday 0') THEN date({0}, '+1 hour') ELSE substr({0}, 1, 10) END"""
# A year before 29 February is 28 February, where SQLite by itself would say 1 March.
_SQLITE_BEFORE = "date({0}, '-12 months', CASE WHEN substr({0}, 6) = '02-29' THEN '-1 day' ELSE '-0 days' END)"
SQLITE = Dialect(
    "CAST(strftime('%%Y', {}) AS INTEGER)", "CAST(strftime('%%m%%d', {}) AS INTEGER)", "CAST(strftime('%%Y', {}, '+1 hour') AS INTEGER)",
    "CAST(strftime('%%m%%d', {}, '+1 hour') AS INTEGER)", "CAST(strftime('%%Y%%m', {}) AS INTEGER)", _SQLITE_MONTH,
    "CAST(julianday({}) - julianday({}) AS INTEGER)", "json_each({}) AS item", _SQLITE_DAY, _SQLITE_BEFORE,
    "json_extract({0}, '$.\"{1}\".answer')", "json_each({}) AS item",
)  # fmt: skip
POSTGRESQL = Dialect(
    "CAST(EXTRACT(YEAR FROM {}) AS INTEGER)", "CAST(to_char({}, 'MMDD') AS INTEGER)",
    "CAST(EXTRACT(YEAR FROM {} AT TIME ZONE 'Europe/London') AS INTEGER)",
    "CAST(to_char({} AT TIME ZONE 'Europe/London', 'MMDD') AS INTEGER)", "CAST(to_char({}, 'YYYYMM') AS INTEGER)",
    "CAST(to_char({} AT TIME ZONE 'Europe/London', 'YYYYMM') AS INTEGER)", "({} - {})", "jsonb_array_elements_text({}) AS item(value)",
    "CAST({} AT TIME ZONE 'Europe/London' AS DATE)", "CAST({} - INTERVAL '12 months' AS DATE)", "({0} -> '{1}' ->> 'answer')",
    "jsonb_each_text({}) AS item(key, value)",
)  # fmt: skip
DIALECTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}

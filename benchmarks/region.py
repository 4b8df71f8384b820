"""What does a region with any number of concerns look like? Ten years of it, invented, the same every time, written in bulk.

Shares follow the published figures where the handbook holds them (three in ten concerns lead to an enquiry, three in five adults are women,
one person in four is known already) and are plain guesses elsewhere. Every row is written into the tables that Heard itself reads.
"""

import json
import sys
from collections.abc import Iterator
from uuid import UUID

import duckdb
from django.apps import apps
from django.db import connection
from django.db.models import NOT_PROVIDED, JSONField

AT_ONCE = 20_000
BASE = "DATE '2016-04-01'"


def _dice(what: str, of: str = "n") -> str:
    """A number from 0 to 1 for each n, the same every time."""
    return f"(hash({of} * 7919 + {sum(map(ord, what)) * 104729}) % 1000003 / 1000003.0)"


def _id(kind: str, of: str = "n") -> str:
    return f"md5('{kind}-' || {of})"


def _one_of(what: str, shares: dict[str, float], of: str = "n") -> str:
    """A code for each n, by its share."""
    upto, whens = 0.0, ""
    for code, share in shares.items():
        upto += share
        whens += f" WHEN {_dice(what, of)} < {upto} THEN '{code}'"
    return f"CASE{whens} ELSE '{next(reversed(shares))}' END"


TYPES = {"neglect": 0.32, "physical": 0.19, "psychological": 0.14, "financial": 0.13, "self-neglect": 0.08, "domestic": 0.06,
         "organisational": 0.05, "sexual": 0.03}  # fmt: skip
PLACES = {"own-home": 0.46, "care-home-residential": 0.24, "care-home-nursing": 0.11, "community": 0.05, "hospital-acute": 0.05,
          "hospital-mental-health": 0.04, "other": 0.05}  # fmt: skip
REASONS = {"physical-personal-care": 0.35, "no-support-reason": 0.16, "mental-health": 0.13, "learning-disability": 0.12,
           "memory-and-cognition": 0.1, "physical-access": 0.05, "social-isolation": 0.04, "": 0.05}  # fmt: skip
YES = {"yes": 0.62, "no": 0.3, "not-known": 0.05, "": 0.03}
RATINGS = {"met": 0.55, "partly-met": 0.25, "not-met": 0.12, "declined": 0.08}
ASKED = {"yes-expressed": 0.62, "yes-nothing-expressed": 0.14, "no": 0.12, "not-known": 0.02, "": 0.1}
FINDINGS = {"risk-action": 0.68, "no-risk-no-action": 0.12, "inconclusive-action": 0.1, "risk-no-action": 0.06, "no-risk-action": 0.04}


def _day(what: str, spread: int, start: str) -> str:
    return f"({start} + CAST({_dice(what)} * {spread} AS INTEGER))"


def _tables(concerns: int) -> Iterator[tuple[str, str]]:
    """Each table in the order that its keys need, as its model and the rows of it that are not left at their defaults."""
    people = max(1, concerns * 3 // 4)
    whose = f"CAST({_dice('whose')} * {people} AS INTEGER) % {people}"
    yield "people.Person", f"""SELECT {_id("p")} AS id, 'Robin' AS given_name, 'Example' || n AS family_name,
        DATE '1925-01-01' + CAST(pow({_dice("age")}, 1.7) * 29000 AS INTEGER) AS birth_date,
        CASE WHEN {_dice("dead")} < 0.1 THEN DATE '2026-03-01' + CAST({_dice("died")} * 20 AS INTEGER) END AS death_date,
        {_one_of("gender", {"female": 0.58, "male": 0.4, "not-known": 0.01, "": 0.01})} AS gender,
        {_one_of("ethnicity", {"white-british": 0.8, "asian-pakistani": 0.04, "black-african": 0.04, "mixed-other": 0.02, "refused": 0.02, "": 0.08})} AS ethnicity,
        {_one_of("ill", {'["dementia"]': 0.2, '["learning-disability"]': 0.12, '["copd", "stroke"]': 0.2, '["none"]': 0.2, "[]": 0.28})} AS health_conditions
        FROM range({people}) t(n)"""  # noqa: E501, S608 - all of it is our own
    yield "cases.Case", f"""SELECT {_id("k")} AS id, 'H-' || n AS reference, {_id("p", whose)} AS person_id, 'closed' AS stage,
        CAST({BASE} + CAST(n * 3650 / {concerns} AS INTEGER) AS DATE) AS opened_on,
        'team' || CAST({_dice("team")} * 40 AS INTEGER) AS team_id
        FROM range({concerns}) t(n)"""  # noqa: S608
    yield "cases.Concern", f"""SELECT {_id("c")} AS id, {_id("k")} AS case_id, 'C-' || n AS reference, 'decided' AS state,
        CAST({BASE} + CAST(n * 3650 / {concerns} AS INTEGER) AS TIMESTAMP) + INTERVAL (CAST({_dice("hour")} * 1439 AS INTEGER)) MINUTE AS received_at,
        'staff' AS channel, {_one_of("area", {"yes": 0.9, "": 0.08, "no": 0.02})} AS in_area, {_one_of("reason", REASONS)} AS primary_support_reason
        FROM range({concerns}) t(n)"""  # noqa: E501, S608
    led = f"range({concerns}) t(n) WHERE {_dice('leads')} < 0.3"
    began = f"CAST({BASE} + CAST(n * 3650 / {concerns} AS INTEGER) AS DATE)"
    ended = f"{began} + CAST(10 + pow({_dice('long')}, 3) * 360 AS INTEGER)"
    is_open = f"{ended} > DATE '2026-03-31'"
    yield "cases.Enquiry", f"""SELECT {_id("e")} AS id, {_id("k")} AS case_id, {_id("c")} AS concern_id,
        {_one_of("kind", {"section-42": 0.94, "other": 0.06})} AS kind, {began} AS started_on,
        CASE WHEN NOT ({is_open}) THEN {ended} END AS concluded_on FROM {led}"""  # noqa: S608
    for number, at_most in ((0, 1.0), (1, 0.3)):
        both = f"{led} AND {_dice(f'has{number}')} < {at_most}"
        r = f"r{number}"
        kinds = TYPES if number == 0 else dict(reversed(TYPES.items()))
        yield "enquiries.Risk", f"""SELECT {_id(r)} AS id, {_id("e")} AS enquiry_id, {_one_of("type" + r, kinds)} AS type,
            {_one_of("source" + r, {"known-to-adult": 0.5, "service-provider": 0.35, "unknown-to-adult": 0.15})} AS source,
            {_one_of("place" + r, PLACES) if number == 0 else "'hospital-community'"} AS location FROM {both}"""  # noqa: S608
        yield "enquiries.RiskFinding", f"""SELECT {_id("f" + r)} AS id, {_id(r)} AS risk_id, finding, CASE WHEN finding LIKE 'risk-%' THEN
            outcome ELSE '' END AS outcome FROM (SELECT n, {_one_of("found" + r, FINDINGS)} AS finding,
            {_one_of("came" + r, {"reduced": 0.6, "removed": 0.28, "remained": 0.12})} AS outcome FROM {both} AND NOT ({is_open}))"""  # noqa: S608
    for number, at_most in ((0, 0.66), (1, 0.35)):
        w = f"w{number}"
        has = f"{led} AND {_dice('wants')} < {at_most}"
        replaced = f"CASE WHEN {_dice('changed')} < 0.08 THEN {_id('w0')} END" if number else "NULL"
        yield "voice.Wish", f"""SELECT {_id(w)} AS id, {_id("k")} AS case_id, {_id("e")} AS enquiry_id, 'To be safe at home.' AS words,
            {_one_of("by" + w, {"adult": 0.8, "representative": 0.14, "advocate": 0.06})} AS expressed_by, {replaced} AS replaces_id,
            CASE WHEN {_dice("gone" + w)} < 0.04 THEN {began} END AS withdrawn_on FROM {has}"""  # noqa: S608
        for judge, share in (("adult", 0.8), ("professional", 0.9)):
            yield "voice.Judgement", f"""SELECT {_id(judge + w)} AS id, {_id(w)} AS wish_id, '{judge}' AS judge,
                {_one_of(judge + w, RATINGS if judge == "adult" else {"met": 0.6, "partly-met": 0.28, "not-met": 0.12})} AS rating
                FROM {has} AND NOT ({is_open}) AND {_dice("judged" + judge + w)} < {share}"""  # noqa: S608
    yield "voice.Conversation", f"""SELECT {_id("t")} AS id, {_id("k")} AS case_id, {_id("c")} AS concern_id,
        CAST({began} AS TIMESTAMP) + INTERVAL 30 HOUR AS held_at, 'concern' AS stage, {_one_of("ask", {"yes": 0.7, "no": 0.2, "": 0.1})}
        AS asked_what_they_want, 'I want to stay at home.' AS words FROM range({concerns}) t(n) WHERE {_dice("talk")} < 0.6"""  # noqa: S608
    yield "voice.AskedWhatTheyWant", f"""SELECT {_id("a")} AS id, {_id("e")} AS enquiry_id, answer FROM (SELECT n, {_one_of("asked", ASKED)} AS answer
        FROM {led} AND NOT ({is_open})) WHERE answer <> ''"""  # noqa: E501, S608
    yield "rights.CapacityForEnquiry", f"""SELECT {_id("y")} AS id, {_id("e")} AS enquiry_id, had AS had_capacity FROM (SELECT n,
        {_one_of("had", YES)} AS had FROM {led}) WHERE had <> ''"""  # noqa: S608
    yield "rights.SupportInEnquiry", f"""SELECT {_id("s")} AS id, {_id("e")} AS enquiry_id,
        {_one_of("sup", {'["advocate"]': 0.3, '["family"]': 0.4, '["none"]': 0.3})} AS supported_by FROM {led} AND {_dice("has-s")} < 0.7"""  # noqa: S608


def fill(concerns: int) -> dict[str, int]:
    """Write the region into an empty, migrated database of either kind; returns the rows of each table."""
    written: dict[str, int] = {}
    authority, teams = _council()
    with duckdb.connect(config={"threads": 1}) as engine:
        for label, query in _tables(concerns):
            model = apps.get_model(label)
            engine.execute(f"SELECT COLUMNS(*)::VARCHAR FROM ({query}) rows")  # noqa: S608 - as text, which either database takes
            names = [column[0] for column in engine.description]
            more = _defaults(model, set(names), authority)
            written[label] = written.get(label, 0) + _write(model, names, more, engine, teams)
            print(f"  {label}: {written[label]:,}", file=sys.stderr, flush=True)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return written


def _council():
    from heard.accounts.models import Authority, Team, User
    from heard.rules.vocabulary.people_who_use_heard import Role

    authority = Authority.objects.create(name="Region of Testshire", slug="region")
    teams = [Team.objects.create(authority=authority, name=f"Team {n:02}") for n in range(41)]
    for role in (Role.ANALYST, Role.MANAGER):
        user = User.objects.create_user(f"{role.name.lower()}@region.invalid", "x", full_name=role.label, authority=authority, role=role)
        user.teams.set(teams[:1])
    return authority, {f"team{n}": team.pk for n, team in enumerate(teams)}


def _defaults(model, given: set[str], authority) -> dict:
    """What every row of a table has alike."""
    found = {}
    for one in model._meta.concrete_fields:
        if one.column in given:
            continue
        if one.column == "authority_id":
            found[one.column] = authority.pk
        elif one.default is not NOT_PROVIDED:
            found[one.column] = one.get_default()
        elif not one.null:
            found[one.column] = False if one.get_internal_type() == "BooleanField" else ""
    return found


def _write(model, names: list[str], more: dict, engine, teams: dict) -> int:
    columns, number = [*names, *more], 0
    tail = tuple(_plain(model._meta.get_field(name.removesuffix("_id")), value) for name, value in more.items())
    at = names.index("team_id") if "team_id" in names else None
    with connection.cursor() as cursor:
        put = _copier(cursor.cursor, model, columns) if connection.vendor == "postgresql" else _inserter(cursor, model, columns)
        with put as write:
            while found := engine.fetchmany(AT_ONCE):
                if at is not None:
                    found = [(*row[:at], _plain(model._meta.pk, teams[row[at]]), *row[at + 1 :]) for row in found]
                write([row + tail for row in found])
                number += len(found)
    return number


def _plain(field, value):
    """A value as the database driver takes it."""
    if isinstance(value, UUID):
        return value.hex if connection.vendor == "sqlite" else str(value)
    if isinstance(field, JSONField) and value is not None:
        return json.dumps(value)
    return value.replace(tzinfo=None).isoformat(sep=" ") if hasattr(value, "hour") else value


class _copier:
    """COPY into PostgreSQL."""

    def __init__(self, cursor, model, columns):
        names = ", ".join(f'"{name}"' for name in columns)
        self._copy = cursor.copy(f"COPY {model._meta.db_table} ({names}) FROM STDIN")

    def __enter__(self):
        copy = self._copy.__enter__()
        return lambda rows: [copy.write_row(row) for row in rows]

    def __exit__(self, *why):
        return self._copy.__exit__(*why)


class _inserter:
    """One transaction of many inserts into SQLite."""

    def __init__(self, cursor, model, columns):
        names, marks = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
        self._cursor, self._insert = cursor, f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})"  # noqa: S608

    def __enter__(self):
        self._cursor.execute("BEGIN")
        return lambda rows: self._cursor.executemany(self._insert, rows)

    def __exit__(self, *why):
        self._cursor.execute("COMMIT")


if __name__ == "__main__":
    import django

    django.setup()
    fill(int(sys.argv[1]))

"""What does a region with any number of concerns look like? Ten years of it, invented, the same every time, written in bulk.

Shares follow the published figures where the handbook holds them (three in ten concerns lead to an enquiry, three in five adults are women,
one person in four is known already) and are plain guesses elsewhere. The ten years end today, so that the pages of lately have something
to show. Every row is written into the tables that Heard itself reads.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import duckdb
from django.apps import apps
from django.db.models import NOT_PROVIDED, JSONField

from benchmarks.filling import bare, fill_table
from heard.returns.tables import quoted

LAST = f"DATE '{date.today()}'"
BASE = f"({LAST} - 3651)"


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
SAFER = {"yes": 0.6, "partly": 0.25, "no": 0.1, "not-sure": 0.05}
FINDINGS = {"risk-action": 0.68, "no-risk-no-action": 0.12, "inconclusive-action": 0.1, "risk-no-action": 0.06, "no-risk-action": 0.04}


def _day(what: str, spread: int, start: str) -> str:
    return f"({start} + CAST({_dice(what)} * {spread} AS INTEGER))"


def _tables(concerns: int) -> Iterator[tuple[str, str]]:
    """Each table in the order that its keys need, as its model and the rows of it that are not left at their defaults."""
    people = max(1, concerns * 3 // 4)
    whose = f"CAST({_dice('whose')} * {people} AS INTEGER) % {people}"
    leads = f"{_dice('leads')} < 0.3"
    led = f"range({concerns}) t(n) WHERE {leads}"
    began = f"CAST({BASE} + CAST(n * 3650 / {concerns} AS INTEGER) AS DATE)"
    ended = f"{began} + CAST(10 + pow({_dice('long')}, 3) * 360 AS INTEGER)"
    is_open = f"{ended} > {LAST}"
    open_case = f"(CASE WHEN {leads} THEN {is_open} ELSE {began} + 5 > {LAST} END)"
    yield "people.Person", f"""SELECT {_id("p")} AS id, 'Robin' AS given_name, 'Example' || n AS family_name,
        DATE '1925-01-01' + CAST(pow({_dice("age")}, 1.7) * 29000 AS INTEGER) AS birth_date,
        CASE WHEN {_dice("dead")} < 0.1 THEN {LAST} - CAST({_dice("died")} * 20 AS INTEGER) END AS death_date,
        {_one_of("gender", {"female": 0.58, "male": 0.4, "not-known": 0.01, "": 0.01})} AS gender,
        {_one_of("ethnicity", {"white-british": 0.8, "asian-pakistani": 0.04, "black-african": 0.04, "mixed-other": 0.02, "refused": 0.02, "": 0.08})} AS ethnicity,
        {_one_of("ill", {'["dementia"]': 0.2, '["learning-disability"]': 0.12, '["copd", "stroke"]': 0.2, '["none"]': 0.2, "[]": 0.28})} AS health_conditions
        FROM range({people}) t(n)"""  # noqa: E501, S608 - all of it is our own
    yield "cases.Case", f"""SELECT {_id("k")} AS id, 'H-' || n AS reference, {_id("p", whose)} AS person_id, {began} AS opened_on,
        CASE WHEN NOT ({open_case}) THEN 'closed' WHEN {leads} THEN 'enquiry' ELSE 'concern' END AS stage,
        teams.id AS team_id, CASE WHEN {open_case} THEN NULL WHEN {leads} THEN {ended} ELSE {began} + 5 END AS closed_on
        FROM range({concerns}) t(n) JOIN teams ON teams.name = 'team' || CAST({_dice("team")} * 40 AS INTEGER)"""  # noqa: S608
    yield "cases.Concern", f"""SELECT {_id("c")} AS id, {_id("k")} AS case_id, 'C-' || n AS reference, 'decided' AS state,
        CAST({BASE} + CAST(n * 3650 / {concerns} AS INTEGER) AS TIMESTAMP) + INTERVAL (CAST({_dice("hour")} * 1439 AS INTEGER)) MINUTE AS received_at,
        'staff' AS channel, {_one_of("area", {"yes": 0.9, "": 0.08, "no": 0.02})} AS in_area, {_one_of("reason", REASONS)} AS primary_support_reason
        FROM range({concerns}) t(n)"""  # noqa: E501, S608
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
    yield "voice.Conversation", f"""SELECT {_id("u")} AS id, {_id("k")} AS case_id, {_id("e")} AS enquiry_id,
        CAST({began} AS TIMESTAMP) + INTERVAL 130 HOUR AS held_at, 'planning' AS stage, 'yes' AS asked_what_they_want,
        {_one_of("alone", {"yes": 0.5, "no": 0.3, "": 0.2})} AS alone, 'I want it to stop.' AS words FROM {led} AND {_dice("met")} < 0.5"""  # noqa: S608
    yield "voice.AskedWhatTheyWant", f"""SELECT {_id("a")} AS id, {_id("e")} AS enquiry_id, answer FROM (SELECT n, {_one_of("asked", ASKED)} AS answer
        FROM {led} AND NOT ({is_open})) WHERE answer <> ''"""  # noqa: E501, S608
    yield "concerns.Section42Decision", f"""SELECT {_id("d")} AS id, {_id("c")} AS concern_id, CASE WHEN {leads} THEN 'section-42' ELSE
        'no-enquiry' END AS decision, CAST({began} AS TIMESTAMP) + INTERVAL (CAST({_dice("took")} * 200 AS INTEGER)) HOUR AS decided_at
        FROM range({concerns}) t(n)"""  # noqa: S608
    yield "rights.Advocacy", f"""SELECT {_id("v")} AS id, {_id("k")} AS case_id, 'care-act' AS kind, {began} + 3 AS referred_on,
        CASE WHEN {_dice("came")} < 0.8 THEN {began} + 5 + CAST({_dice("came-in")} * 20 AS INTEGER) END AS met_on
        FROM {led} AND {_dice("advocate")} < 0.2"""  # noqa: S608
    yield "enquiries.ReasonForDelay", f"""SELECT {_id("l")} AS id, {_id("e")} AS enquiry_id, 'concluding' AS step,
        {_one_of("why", {"adults-pace": 0.4, "police-or-court": 0.3, "nobody-free": 0.3})} AS reason
        FROM {led} AND NOT ({is_open}) AND {_dice("late")} < 0.2"""  # noqa: S608
    yield "voice.Experience", f"""SELECT {_id("x")} AS id, {_id("e")} AS enquiry_id,
        {_one_of("who", {"adult": 0.7, "representative": 0.3})} AS who,
        'Sam Example' AS who_name, 'at-closing' AS asking, {ended} AS asked_on, 'somebody-else' AS asked_by, 0 AS by_lead, 'visit' AS how,
        'adult' AS wording, 'answered' AS ended, '{{"listened-to": "yes", "feel-safer": "' || {_one_of("safer", SAFER)} || '"}}' AS answers
        FROM {led} AND NOT ({is_open}) AND {_dice("how")} < 0.3"""  # noqa: S608
    yield "rights.CapacityForEnquiry", f"""SELECT {_id("y")} AS id, {_id("e")} AS enquiry_id, had AS had_capacity FROM (SELECT n,
        {_one_of("had", YES)} AS had FROM {led}) WHERE had <> ''"""  # noqa: S608
    yield "rights.SupportInEnquiry", f"""SELECT {_id("s")} AS id, {_id("e")} AS enquiry_id,
        {_one_of("sup", {'["advocate"]': 0.3, '["family"]': 0.4, '["none"]': 0.3})} AS supported_by FROM {led} AND {_dice("has-s")} < 0.7"""  # noqa: S608


def fill(concerns: int) -> dict[str, int]:
    """Write the region into an empty, migrated database of either kind; returns the rows of each table."""
    written: dict[str, int] = {}
    authority, teams = _council()
    made = [(apps.get_model(label), query) for label, query in _tables(concerns)]
    with duckdb.connect(config={"threads": 2, "memory_limit": "1GB"}) as engine, bare(sorted({model._meta.db_table for model, _ in made})):
        named = "SELECT unnest(?::VARCHAR[]) AS name, unnest(?::VARCHAR[]) AS id"
        engine.execute(f"CREATE TABLE teams AS {named}", [list(teams), list(teams.values())])
        for model, query in made:
            table = model._meta.db_table
            written[table] = written.get(table, 0) + fill_table(engine, _whole(engine, model, query, authority), table)
            print(f"  {table}: {written[table]:,}", file=sys.stderr, flush=True)
    return written


def _whole(engine, model, query: str, authority) -> str:
    """The query with the columns added that every row has alike."""
    engine.execute(f"SELECT * FROM ({query}) LIMIT 0")  # noqa: S608 - all of it is our own
    more = _defaults(model, {column[0] for column in engine.description}, authority)
    return f"SELECT *, {', '.join(f'{_literal(model, name, value)} AS {name}' for name, value in more.items())} FROM ({query})"  # noqa: S608


def _council():
    from heard.accounts.models import Authority, Team, User
    from heard.rules.vocabulary.people_who_use_heard import Role

    authority = Authority.objects.create(name="Region of Testshire", slug="region")
    teams = [Team.objects.create(authority=authority, name=f"Team {n:02}") for n in range(41)]
    for role in (Role.ANALYST, Role.MANAGER):
        user = User.objects.create_user(f"{role.name.lower()}@region.invalid", "x", full_name=role.label, authority=authority, role=role)
        user.teams.set(teams[:1])
    return authority, {f"team{n}": team.pk.hex for n, team in enumerate(teams)}


def _defaults(model, given: set[str], authority) -> dict:
    """What every row of a table has alike."""
    found, asked_with = {}, _questionnaire() if model._meta.label == "voice.Experience" else {}
    for one in model._meta.concrete_fields:
        if one.column in given:
            continue
        if one.column == "authority_id":
            found[one.column] = authority.pk
        elif one.name in asked_with:
            found[one.column] = asked_with[one.name]
        elif one.default is not NOT_PROVIDED:
            found[one.column] = one.get_default()
        elif not one.null:
            found[one.column] = False if one.get_internal_type() == "BooleanField" else ""
    return found


def _questionnaire() -> dict:
    from heard.voice.questionnaires import instrument_in_use

    ours = instrument_in_use()
    return {"instrument": ours.id, "instrument_version": ours.version, "questionnaire": ours.as_data(), "questionnaire_key": ours.words_key}


def _literal(model, name: str, value) -> str:
    if value is None:
        return "NULL"
    if isinstance(model._meta.get_field(name.removesuffix("_id")), JSONField):
        return quoted(json.dumps(value))
    if isinstance(value, UUID):
        return quoted(value.hex)
    if isinstance(value, bool):
        return str(int(value))
    return quoted(value.replace(tzinfo=None).isoformat(sep=" ") if hasattr(value, "hour") else str(value))


if __name__ == "__main__":
    import django

    django.setup()
    fill(int(sys.argv[1]))

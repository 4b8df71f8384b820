"""Which files of version 1.1 are about the adult: the people around them, how they communicate, how it is safe to reach them?"""

from dataclasses import asdict

from heard.exchange.carried.field import Carried, Field, code, codes, day, flag, lines, link, person, ref, said, texts
from heard.exchange.tables import Column
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, NetworkMember, SafeContactCard
from heard.rights.models import LegalAuthority
from heard.rules.safe_hours import hours_in
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.communication import AboutMeHeading, Met, NeedGroup, NeedsStep
from heard.rules.vocabulary.network import MemberKind
from heard.rules.vocabulary.rights import AuthorityKind
from heard.rules.vocabulary.safe_contact import SafeTime, Watched, Way


def column_of(slug: str) -> str:
    """A slug as the name of a column."""
    return slug.replace("-", "_")


NETWORK = Carried(
    "network_members.csv", NetworkMember, ref("member_ref"), (person(),),
    (
        *lines("name", bold=True), *lines("relationship"), code("kind", MemberKind), *texts("means"), code("adult_wants_involved", Answer),
        code("supports_adult", Answer), flag("may_pose_risk"), flag("lives_with_adult"), code("is_carer_with_needs", Answer),
        code("is_child", Answer), day("left_on"), *texts("left_because"),
    ),
)  # fmt: skip


def ways_as_cells(ways: list[dict]) -> dict[str, dict]:
    """The ways of a card, by way: whether it is safe, where (a list) and why not; and where nothing is safe."""
    found: dict[str, dict] = {}
    for one in ways:
        here = found.setdefault(one["way"] or NEVER, {"safe": one["is_safe"], "where": [], "why": one["words"]})
        here["where"] += [one["where"]] if one["where"] else []
    return found


def ways_from_cells(found: dict[str, dict]) -> list[dict]:
    """The same back: one entry for each place, or one without a place."""
    ways = []
    for way in (*Way, NEVER):
        said = found.get(way, {})
        is_safe = said.get("safe") or (Answer.NO if way == NEVER and said.get("where") else "")
        if is_safe:
            more = {"way": "" if way == NEVER else str(way), "is_safe": str(is_safe), "words": said.get("why", "")}
            ways += [{**more, "where": where} for where in said.get("where") or [""]]
    return ways


def hours_as_cells(hours: list[dict]) -> dict[str, list[str]]:
    """The days and hours of a card, in the words they were written in."""
    return {answer: list(dict.fromkeys(one["words"] for one in hours if one["is_safe"] == answer)) for answer in (Answer.YES, Answer.NO)}


def hours_from_cells(found: dict[str, list[str]]) -> list[dict]:
    """The same read again: one entry for each day of a line."""
    lines = [(line, answer) for answer in (Answer.YES, Answer.NO) for line in found.get(answer) or []]
    return [asdict(one) for line, answer in lines for one in hours_in(line, is_safe=answer)]


NEVER = "never"
SAFE_CONTACT = Carried(
    "safe_contact_cards.csv", SafeContactCard, ref("card_ref"), (person(),),
    (
        *(
            one for way in Way for one in (
                code(f"{way}_safe", Answer, attr="ways", inside=(str(way), "safe")),
                Field(Column(f"{way}_where"), "ways", (str(way), "where"), is_lines=True),
                said(f"{way}_why", "ways", str(way), "why"),
            )
        ),
        Field(Column("never_safe"), "ways", (NEVER, "where"), is_lines=True),
        codes("safe_times", SafeTime),
        Field(Column("safe_hours"), "hours", (Answer.YES,), is_lines=True),
        Field(Column("unsafe_hours"), "hours", (Answer.NO,), is_lines=True),
        *texts("times"), *lines("code_word"), *texts("must_not_know"),
        codes("shared_or_watched", Watched), *texts("words"),
    ),
    only_one="person_id", reshape={"ways": (ways_as_cells, ways_from_cells), "hours": (hours_as_cells, hours_from_cells)},
)  # fmt: skip
NEEDS = Carried(
    "communication_needs.csv", CommunicationNeeds, ref("needs_ref"), (person(),),
    (
        day("asked_on", bold=True), *lines("asked_whom", bold=True), codes("needs", CommunicationNeed),
        *(said(f"about_{column_of(group)}", "details", group.value) for group in NeedGroup if group != NeedGroup.LONGER),
        *lines("spoken_language"), code("needs_interpreter", Answer), *texts("interpreter_words", "shows_distress", "best_times"),
    ),
    only_one="person_id",
)  # fmt: skip
CHECKS = Carried(
    "communication_checks.csv", CommunicationCheck, ref("check_ref"), (person(),),
    (
        code("step", (NeedsStep.SHARE, NeedsStep.REVIEW), bold=True), day("on", bold=True), *texts("with_whom"),
        code("adult_agreed", YesNo), code("was_met", Met), *texts("words"),
    ),
)  # fmt: skip
ABOUT_ME = Carried(
    "about_me.csv", AboutMe, ref("about_ref"), (person(),),
    (
        day("written_on", bold=True), *lines("supported_by"),
        *(said(column_of(heading), "words", heading.value) for heading in AboutMeHeading),
    ),
    only_one="person_id",
)  # fmt: skip
AUTHORITIES = Carried(
    "legal_authorities.csv", LegalAuthority, ref("authority_ref"),
    (person(), link("member_ref", "holder_id", "network_members.csv")),
    (
        code("kind", AuthorityKind, bold=True), *texts("scope"), *lines("registered_number"), code("document_seen", YesNo),
        day("seen_on"), day("searched_on"), day("ended_on"),
    ),
)  # fmt: skip
OF_THE_ADULT = (NETWORK, SAFE_CONTACT, NEEDS, CHECKS, ABOUT_ME, AUTHORITIES)

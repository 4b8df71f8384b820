"""What was said of how it was: as relations without a name, and counted by one query that every engine here understands.

Each asking has a number for who was asked, which stands for nobody in any other relation, its place among that person's askings, and how
it went. An answer without a name has no such number, and counts by itself; how it was asked is not known.
"""

from heard.returns.dialects import Dialect
from heard.returns.tables import quoted
from heard.rules.vocabulary.experience import AskingEnded, AskingWent
from heard.voice.counting import ANONYMOUS, NAMED

SAID: dict[str, tuple[str, ...]] = {
    "flat_asking": ("id", "answerer", "place", "month", "said_by", "questionnaire", "went"),
    "flat_answer": ("asking_id", "question", "answer"),
}
_STANDING = "x.authority_id = %(authority)s AND x.is_current AND x.in_error_at IS NULL"
_WENT = (
    f"CASE WHEN x.ended <> {quoted(AskingEnded.ANSWERED)} THEN x.ended"
    f" WHEN x.by_lead THEN {quoted(AskingWent.TO_THE_LEAD)} ELSE {quoted(AskingWent.TO_ANOTHER)} END"
)
_ANSWERED = f"(went IS NULL OR went IN ({quoted(AskingWent.TO_ANOTHER)}, {quoted(AskingWent.TO_THE_LEAD)}))"
_QUESTIONNAIRE = "x.instrument || '-' || CAST(x.instrument_version AS TEXT)"


def _said_by(groups) -> str:
    whens = " ".join(f"WHEN {quoted(who)} THEN {quoted(group)}" for who, group in groups.items())
    return f"CASE x.who {whens} END"


def _asking(dialect: Dialect) -> str:
    return f"""SELECT CAST(x.id AS TEXT) AS id, DENSE_RANK() OVER (ORDER BY x.enquiry_id, x.who, x.who_name) AS answerer,
        ROW_NUMBER() OVER (PARTITION BY x.enquiry_id, x.who, x.who_name ORDER BY x.asked_on, x.recorded_at) AS place,
        {dialect.of("month", "x.asked_on")} AS month, {_said_by(NAMED)} AS said_by, {_QUESTIONNAIRE} AS questionnaire,
        {_WENT} AS went
        FROM voice_experience x WHERE {_STANDING}
        UNION ALL SELECT 'without-a-name-' || CAST(x.id AS TEXT), NULL, 1, x.year * 100 + x.month, {_said_by(ANONYMOUS)},
        {_QUESTIONNAIRE}, NULL
        FROM voice_anonymousexperience x WHERE x.authority_id = %(authority)s"""  # noqa: S608 - no part of it comes from outside


def _answer(dialect: Dialect) -> str:
    given = dialect.pairs.format("x.answers")
    return f"""SELECT CAST(x.id AS TEXT) AS asking_id, item.key AS question, item.value AS answer
        FROM voice_experience x, {given} WHERE {_STANDING} AND x.ended = {quoted(AskingEnded.ANSWERED)}
        UNION ALL SELECT 'without-a-name-' || CAST(x.id AS TEXT), item.key, item.value
        FROM voice_anonymousexperience x, {given} WHERE x.authority_id = %(authority)s"""  # noqa: S608


OF_SAID = {"flat_asking": _asking, "flat_answer": _answer}


def answers_between(first: int, last: int) -> str:
    """The query that gives questionnaire, question, who said it, the answer, and how many gave it, from one month to another, both included
    (202603 is March 2026). Each person counts once, by the last answers they gave in these months."""
    within = f"month BETWEEN {int(first)} AND {int(last)} AND {_ANSWERED}"
    return f"""WITH newest AS (
            SELECT answerer, MAX(place) AS place FROM flat_asking WHERE {within} AND answerer IS NOT NULL GROUP BY answerer),
        counted AS (SELECT a.* FROM flat_asking a LEFT JOIN newest n ON n.answerer = a.answerer
            WHERE {within} AND (a.answerer IS NULL OR a.place = n.place))
        SELECT c.questionnaire, w.question, c.said_by, w.answer, COUNT(*) AS number FROM counted c
        JOIN flat_answer w ON w.asking_id = c.id WHERE w.answer <> ''
        GROUP BY c.questionnaire, w.question, c.said_by, w.answer"""  # noqa: S608 - whole numbers and our own names


def askings_between(first: int, last: int) -> str:
    """The query that gives whose group, how the asking went, and how many went so, of the askings with a name from one month to another."""
    return f"""SELECT said_by, went, COUNT(*) AS number FROM flat_asking
        WHERE month BETWEEN {int(first)} AND {int(last)} AND went IS NOT NULL GROUP BY said_by, went"""  # noqa: S608 - whole numbers

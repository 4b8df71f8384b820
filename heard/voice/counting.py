"""How many said what of how it was? For the Board's and the team's pictures; whoever shows these hides small numbers."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from heard.accounts.models import Authority
from heard.rules.instrument import Instrument, instrument_from
from heard.rules.vocabulary.experience import AskingEnded, AskingWent, Counted, Who
from heard.voice.models import AnonymousExperience, Experience

ANONYMOUS = {Who.ADULT: Counted.ANONYMOUS_ADULT, Who.REPRESENTATIVE: Counted.ANONYMOUS_REPRESENTATIVE}
NAMED = {Who.ADULT: Counted.ADULT, Who.REPRESENTATIVE: Counted.REPRESENTATIVE}


@dataclass(frozen=True)
class QuestionCounted:
    """One question of one questionnaire: the answers that may be given, with their words, and how many of each group gave each.

    ``counts[group][answer id]``; the id "" is how many left the question blank. The four groups are never added together.
    """

    instrument: Instrument
    question: str
    asked: str
    answers: tuple[tuple[str, str], ...]
    counts: dict[Counted, dict[str, int]]


def experience_counts(authority: Authority, start: date, end: date) -> list[QuestionCounted]:
    """What was answered from ``start`` to ``end``, both included: one entry for each question of each questionnaire. Three queries at most.

    A named person counts once for each enquiry, by the last answers that they gave in these days. Answers without a name have only a
    month, and count where any day of it falls in these days.
    """
    given: dict[str, dict[Counted, list[dict]]] = defaultdict(lambda: defaultdict(list))
    asked: dict[str, Instrument] = {}

    def add(key: str, instrument: Instrument, group: Counted, answers: dict) -> None:
        asked[key] = instrument
        given[key][group].append(answers)

    named = _last_answers(_standing(authority, start, end).filter(ended=AskingEnded.ANSWERED))
    kept = _questionnaires(named)
    for row in named:
        add(*kept[row.questionnaire_key or row.pk], NAMED[Who(row.who)], row.answers)
    for row in _anonymous(authority, start, end):
        add(*_keyed(row.questionnaire), ANONYMOUS[Who(row.who)], row.answers)
    return [
        counted for key, instrument in sorted(asked.items(), key=lambda one: one[1].key) for counted in _questions(instrument, given[key])
    ]


def _questionnaires(rows: Collection) -> dict:
    """Each questionnaire that these were asked by, with a key of its words, by the key kept with the answers: read once and not with every
    answer. By the answers' own ids where none was kept."""
    examples = {row.questionnaire_key: row.pk for row in rows if row.questionnaire_key}
    wanted = [*examples.values(), *(row.pk for row in rows if not row.questionnaire_key)]
    found = Experience.objects.filter(pk__in=wanted).values_list("pk", "questionnaire_key", "questionnaire")
    return {key or pk: _keyed(questionnaire) for pk, key, questionnaire in found}


def _keyed(questionnaire: dict) -> tuple[str, Instrument]:
    instrument = instrument_from(questionnaire)
    return f"{instrument.key} {hash(str(instrument.as_data()))}", instrument


def askings_counts(authority: Authority, start: date, end: date) -> dict[Counted, dict[AskingWent, int]]:
    """How the askings of these days went, the named ones only: for those without a name only answers are known. One query."""
    counts = {group: dict.fromkeys(AskingWent, 0) for group in NAMED.values()}
    rows = _standing(authority, start, end).order_by().values_list("who", "ended", "by_lead").annotate(number=Count("pk"))
    for who, ended, by_lead, number in rows:
        counts[NAMED[Who(who)]][_went(ended, by_lead)] += number
    return counts


def _went(ended: str, by_lead: bool) -> AskingWent:
    if ended != AskingEnded.ANSWERED:
        return AskingWent(ended)
    return AskingWent.TO_THE_LEAD if by_lead else AskingWent.TO_ANOTHER


def _standing(authority: Authority, start: date, end: date) -> QuerySet[Experience]:
    rows = Experience.objects.filter(authority=authority, is_current=True, in_error_at__isnull=True, asked_on__range=(start, end))
    return rows.order_by("asked_on", "recorded_at")


def _anonymous(authority: Authority, start: date, end: date) -> QuerySet[AnonymousExperience]:
    after = Q(year__gt=start.year) | Q(year=start.year, month__gte=start.month)
    before = Q(year__lt=end.year) | Q(year=end.year, month__lte=end.month)
    return AnonymousExperience.objects.filter(after & before, authority=authority)


def _last_answers(rows: QuerySet[Experience]) -> Collection:
    """Of the answers of one person about one enquiry only the last."""
    columns = ("pk", "who", "who_name", "enquiry_id", "questionnaire_key", "answers")
    return {(row.enquiry_id, row.who, row.who_name): row for row in rows.values_list(*columns, named=True)}.values()


def _questions(instrument: Instrument, given: dict[Counted, list[dict]]) -> Iterator[QuestionCounted]:
    for one in instrument.questions:
        tallies = {group: Counter(answers.get(one.id, "") for answers in given.get(group, [])) for group in Counted}
        counts = {group: {name: tally[name] for name in [*(answer.id for answer in one.answers), ""]} for group, tally in tallies.items()}
        yield QuestionCounted(instrument, one.id, one.asked("adult"), tuple(one.choices("adult")), counts)

"""How many said what of how it was? For the Board's and the team's pictures; whoever shows these hides small numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from heard.accounts.models import Authority
from heard.rules.instrument import Instrument, instrument_from
from heard.rules.vocabulary.experience import AskingEnded, Counted, Who
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


@dataclass(frozen=True)
class AskingsCounted:
    """How the askings of one group ended: by ``AskingEnded``; and how many of those who answered were asked by the enquiry lead."""

    ended: dict[AskingEnded, int]
    asked_by_lead: int


def experience_counts(authority: Authority, start: date, end: date) -> list[QuestionCounted]:
    """What was answered from ``start`` to ``end``, both included: one entry for each question of each questionnaire. Two queries.

    A named person counts once for each enquiry, by the last answers that they gave in these days. Answers without a name have only a
    month, and count where any day of it falls in these days.
    """
    given: dict[str, dict[Counted, list[dict]]] = defaultdict(lambda: defaultdict(list))
    asked: dict[str, Instrument] = {}
    for group, row in [*_named(authority, start, end), *_anonymous(authority, start, end)]:
        instrument = instrument_from(row.questionnaire)
        key = f"{instrument.key} {hash(str(instrument.as_data()))}"
        asked[key] = instrument
        given[key][group].append(row.answers)
    return [
        counted for key, instrument in sorted(asked.items(), key=lambda one: one[1].key) for counted in _questions(instrument, given[key])
    ]


def askings_counts(authority: Authority, start: date, end: date) -> dict[Counted, AskingsCounted]:
    """How the askings of these days ended, the named ones only: for those without a name only answers are known. One query."""
    rows = list(_standing(authority, start, end))
    return {
        group: AskingsCounted(
            {ended: sum(row.who == who and row.ended == ended for row in rows) for ended in AskingEnded},
            sum(row.who == who and row.ended == AskingEnded.ANSWERED and row.by_lead for row in rows),
        )
        for who, group in NAMED.items()
    }


def _standing(authority: Authority, start: date, end: date) -> Iterable[Experience]:
    rows = Experience.objects.filter(authority=authority, is_current=True, in_error_at__isnull=True, asked_on__range=(start, end))
    return rows.order_by("asked_on", "recorded_at")


def _named(authority: Authority, start: date, end: date) -> Iterator[tuple[Counted, Experience]]:
    answered = _standing(authority, start, end).filter(ended=AskingEnded.ANSWERED)
    last = {(row.enquiry_id, row.who, row.who_name): row for row in answered}
    yield from ((NAMED[Who(row.who)], row) for row in last.values())


def _anonymous(authority: Authority, start: date, end: date) -> Iterator[tuple[Counted, AnonymousExperience]]:
    after = Q(year__gt=start.year) | Q(year=start.year, month__gte=start.month)
    before = Q(year__lt=end.year) | Q(year=end.year, month__lte=end.month)
    rows = AnonymousExperience.objects.filter(after & before, authority=authority)
    yield from ((ANONYMOUS[Who(row.who)], row) for row in rows)


def _questions(instrument: Instrument, given: dict[Counted, list[dict]]) -> Iterator[QuestionCounted]:
    for one in instrument.questions:
        tallies = {group: Counter(answers.get(one.id, "") for answers in given.get(group, [])) for group in Counted}
        counts = {group: {name: tally[name] for name in [*(answer.id for answer in one.answers), ""]} for group, tally in tallies.items()}
        yield QuestionCounted(instrument, one.id, one.asked("adult"), tuple(one.choices("adult")), counts)

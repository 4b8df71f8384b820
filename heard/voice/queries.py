"""What has the adult said, what do they want, and who judged whether it happened?

Each starts from a case (or an enquiry or wish of one) that was already read in the reader's scope. The number of queries never grows
with the records. A correction leaves other records pointing at the version before; here they are shown with the newest.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404
from django.utils import timezone

from heard.accounts.records import Version
from heard.cases.models import Case, Concern, Enquiry
from heard.cases.queries import enquiry_of
from heard.govuk.words import day
from heard.people.models import NetworkMember
from heard.rules.experience import how_asked_in_words
from heard.rules.instrument import instrument_from
from heard.rules.judging import adults_rating
from heard.rules.labelled import label_of
from heard.rules.seen_alone import how_heard
from heard.rules.vocabulary.concern import ConcernState
from heard.rules.vocabulary.picture_cards import DECKS
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Method, Rating
from heard.rules.wish_change import is_standing
from heard.voice.home import with_home
from heard.voice.models import ASKED, AskedWhatTheyWant, Conversation, Experience, Involvement, Judgement, LaterJudgement, PictureTalk, Wish
from heard.voice.own_page import mark_denied, said_there

_LATER = LaterJudgement.objects.filter(wish=OuterRef("pk"), is_current=True, in_error_at__isnull=True)
JUDGED_AGAIN_ON = Subquery(_LATER.values("judged_on")[:1])
AGAIN = {
    "judged_again_on": JUDGED_AGAIN_ON, "judged_again": Subquery(_LATER.values("rating")[:1]),
    "judged_again_words": Subquery(_LATER.values("words")[:1]),
    "judged_again_asked": Subquery(_LATER.values(asked=JSONObject(**{name: name for name in ASKED}))[:1]),
}  # fmt: skip


def newest_of(versions: Iterable[Version]) -> dict[UUID, Version]:
    """For the id of every version, its newest version."""
    rows = list(versions)
    next_of = {row.supersedes_id: row for row in rows if row.supersedes_id}
    newest = {}
    for row in rows:
        last = row
        while last.pk in next_of:
            last = next_of[last.pk]
        newest[row.pk] = last
    return newest


def _shown(newest: dict[UUID, Version]) -> list:
    return [row for pk, row in newest.items() if row.pk == pk and row.in_error_at is None]


def conversations_of(case: Case, wishes: list[Wish] | None = None) -> list[Conversation]:
    """The case's conversations, oldest first, but for those recorded in error. Two or three queries.

    Each has ``how`` (HowHeard), ``earlier`` (its versions before, oldest first, each with ``next_because``: why it was corrected),
    ``said_wishes`` (what they wanted, said in it) and ``board`` (the talk with pictures that it was, or None).
    Hand in ``wishes_of(case)`` where it was read already.
    """
    rows = list(case.conversations.select_related("recorded_by", "concern", "picture_talk").order_by("recorded_at"))
    newest = newest_of(rows)
    because_of = {row.supersedes_id: row.because for row in rows}
    for row in rows:
        row.how = how_heard(not_heard_because=row.not_heard_because, alone=row.alone, spoken_by=row.spoken_by)
        row.earlier, row.said_wishes, row.board = [], [], None
    for row in rows:
        if (last := newest[row.pk]) is not row:
            last.earlier.append(row)
            row.next_because = because_of.get(row.pk, "")
        last.board = getattr(row, "picture_talk", None) or last.board
    for wish in wishes_of(case) if wishes is None else wishes:
        if wish.conversation_id in newest:
            newest[wish.conversation_id].said_wishes.append(wish)
    return sorted(_shown(newest), key=lambda one: (one.held_at or one.recorded_at, one.recorded_at))


def wishes_of(case: Case) -> list[Wish]:
    """Every wish of the case that was not recorded in error, in the order said. Two queries.

    Each has ``is_standing``, ``now`` (the wish that replaced it, or None), ``before`` (the wishes it replaced, oldest first) and
    ``judged`` (each judge's current judgement, by judge) and ``version_ids`` (its own and of the versions before it was corrected),
    ``from_own_page`` (whether it was written on their own page), ``helped_by`` (who helped there, or None), ``is_denied`` (they said there
    that this is not what they said; ``denied`` in words), ``home_id`` (its enquiry, see ``home``) and ``judged_again_on`` (the day of the
    second judgement, or None) with ``judged_again`` and ``judged_again_words``, what it was, and ``judged_again_how``, how they were asked.
    """
    rows = list(with_home(case.wishes.select_related("about_member")).annotate(**said_there(), **AGAIN).order_by("recorded_at"))
    newest = newest_of(rows)
    mark_denied(rows, newest)
    shown = _shown(newest)
    judged = judgements_of(case)
    for row in shown:
        row.now, row.before, row.judged, row.version_ids = None, [], {}, []
    for row in shown:
        was = newest.get(row.replaces_id)
        if was is not None and was.in_error_at is None:
            was.now = row
    for one in rows:
        if one.judged_again_on:
            for name in AGAIN:
                setattr(newest[one.pk], name, getattr(one, name))
            newest[one.pk].judged_again_how = how_asked_in_words(**one.judged_again_asked)
    for pk, row in newest.items():
        if row.in_error_at is None:
            row.version_ids.append(pk)
            row.judged.update(judged.get(pk, {}))
    for row in shown:
        row.is_standing = is_standing(
            is_current=row.is_current, in_error=False, is_withdrawn=row.withdrawn_on is not None, is_replaced=row.now is not None
        )
        row.before = _before(row, newest)
    return sorted(shown, key=lambda one: (one.expressed_on or one.recorded_at.date(), one.recorded_at))


def _before(wish: Wish, newest: dict[UUID, Version]) -> list[Wish]:
    found: list[Wish] = []
    was = newest.get(wish.replaces_id)
    while was is not None and was not in found:
        if was.in_error_at is None:
            found.insert(0, was)
        was = newest.get(was.replaces_id)
    return found


def standing_wishes_of(case: Case) -> list[Wish]:
    """The wishes that still stand: neither withdrawn nor replaced, and not recorded in error. Two queries."""
    return [wish for wish in wishes_of(case) if wish.is_standing]


def wishes_for(enquiry: Enquiry) -> list[Wish]:
    """The wishes of an enquiry: its own, and those made before it that are of no other. Two queries."""
    return [wish for wish in wishes_of(enquiry.case) if wish.home_id == enquiry.pk]


def judgements_of(case: Case) -> dict[UUID, dict[Judge, Judgement]]:
    """Each judge's current judgement of each wish of the case, by the wish's id. One query."""
    found: dict[UUID, dict[Judge, Judgement]] = defaultdict(dict)
    rows = Judgement.objects.filter(wish__case=case, is_current=True, in_error_at__isnull=True).order_by("recorded_at")
    for row in rows:
        found[row.wish_id][Judge(row.judge)] = row
    return dict(found)


def later_judgements_of(case: Case) -> dict[UUID, LaterJudgement]:
    """The second judgement of each wish, by the id of the wish's newest version; a wish not judged again is not in it. Two queries."""
    newest = newest_of(case.wishes.only("pk", "supersedes_id", "case_id"))
    rows = LaterJudgement.objects.filter(wish__case=case, is_current=True, in_error_at__isnull=True)
    return {newest[row.wish_id].pk: row for row in rows.order_by("recorded_at")}


def asked_answer_of(enquiry: Enquiry) -> AskedWhatTheyWant | None:
    """The enquiry's current answer to "was the adult asked what they want?", or None where nobody answered."""
    return enquiry.asked.filter(is_current=True).first()


def wish_of(case: Case, wish_id: UUID) -> Wish:
    """One wish of the case, as ``wishes_of`` gives it. Raises Http404 where the case has none such. Two queries."""
    found = next((one for one in wishes_of(case) if wish_id in one.version_ids), None)
    if found is None:
        raise Http404("No such wish")
    found.case = case
    return found


def conversation_of(case: Case, conversation_id: UUID) -> Conversation:
    """The newest version of one conversation, as ``conversations_of`` gives it. Raises Http404 where the case has none such."""
    for one in conversations_of(case):
        if conversation_id in {one.pk, *(earlier.pk for earlier in one.earlier)}:
            one.case = case
            return one
    raise Http404("No such conversation")


def may_belong_to(case: Case) -> list[tuple[str, str, dict[str, Concern | Enquiry]]]:
    """What a new record of this case may belong to, likeliest first: key, words, and ``{"enquiry": …}`` or ``{"concern": …}``.

    The enquiry, and each concern that still waits for a decision; without either, the newest concern. Two queries.
    """
    enquiry = enquiry_of(case)
    concerns = sorted(case.concerns.filter(in_error_at__isnull=True), key=lambda one: one.received_at, reverse=True)
    waiting = [one for one in concerns if one.state == ConcernState.WAITING]
    found: list[tuple[str, str, dict]] = []
    if enquiry is not None:
        enquiry.case = case
        found.append(("enquiry", f"The enquiry that began on {day(enquiry.started_on)}", {"enquiry": enquiry}))
    for one in waiting or ([] if enquiry else concerns[:1]):
        found.append((one.reference, f"The concern {one.reference} of {day(one.received_at)}", {"concern": one}))
    return found


def belongs_to(case: Case) -> dict[str, Concern | Enquiry]:
    """What a new wish of this case belongs to: its enquiry, else its concern. Two queries."""
    found = may_belong_to(case)
    return found[0][2] if found else {}


def members_of(case: Case) -> list[NetworkMember]:
    """The people in the adult's life, by name, but for those recorded in error. One query."""
    return list(case.person.network.filter(in_error_at__isnull=True).order_by("name"))


def stands(wish: Wish) -> bool:
    """Whether this wish still stands, as it is in the database now."""
    found = next((one for one in wishes_of(wish.case) if one.pk == wish.pk), None)
    return found is not None and found.is_standing


def current_judgement(wish: Wish, judge: Judge | str) -> Judgement | None:
    """This judge's current judgement of the wish, or of the version before it was corrected."""
    found = next((one for one in wishes_of(wish.case) if one.pk == wish.pk), None)
    return found.judged.get(Judge(judge)) if found else None


def adults_rating_of(wish: Wish) -> Rating | None:
    """The rating that stands as the adult's: that of whoever expressed the wish."""
    found = next((one for one in wishes_of(wish.case) if one.pk == wish.pk), None)
    if found is None:
        return None
    ratings = {judge: Rating(one.rating) for judge, one in found.judged.items()}
    return adults_rating(expressed_by=ExpressedBy(found.expressed_by), ratings=ratings)


def picture_talks_of(case: Case) -> list[PictureTalk]:
    """The talks with pictures of the case, newest first, but for those recorded in error (or whose conversation was). Two queries.

    Each has ``label``, what its cards are about.
    """
    newest = newest_of(case.conversations.only("pk", "supersedes_id", "in_error_at", "case_id"))
    rows = case.picture_talks.filter(in_error_at__isnull=True).select_related("recorded_by").order_by("-begun_at")
    kept = [one for one in rows if one.conversation_id is None or newest[one.conversation_id].in_error_at is None]
    for one in kept:
        one.label = DECKS[one.deck].label
    return kept


def picture_talk_of(case: Case, talk_id: UUID) -> PictureTalk:
    """One of those talks, with ``moved``, its moves in order. Raises Http404 where the case has none such. Three queries."""
    found = next((one for one in picture_talks_of(case) if one.pk == talk_id), None)
    if found is None:
        raise Http404("No such talk with pictures")
    found.case = case
    found.moved = list(found.moves.order_by("number"))
    return found


def involvements_of(case: Case) -> list[Involvement]:
    """How much the adult wants to be involved, the newest first; each with ``means_in_words``. One query."""
    rows = list(case.involvements.order_by("-is_current", "-recorded_at"))
    for one in rows:
        one.means_in_words = ", ".join(label_of(Method, means) for means in one.means)
    return rows


def first_received_on(case: Case) -> date | None:
    """The day the first concern of this case came in, or None where each was recorded in error. One query."""
    first = case.concerns.filter(in_error_at__isnull=True).order_by("received_at").values_list("received_at", flat=True).first()
    return timezone.localdate(first) if first else None


def experiences_of(case: Case) -> list[Experience]:
    """What was said in this case of how it was, oldest first, but for what was recorded in error. One query.

    Each has ``said`` (pairs of a question and its answer, in the words that it was given to; a blank one "Left blank"), ``label`` (whose
    wording that is) and ``earlier`` (its versions before it was corrected, oldest first, with ``next_because``).
    """
    rows = list(Experience.objects.filter(enquiry__case=case).select_related("recorded_by", "enquiry").order_by("recorded_at"))
    newest, because_of = newest_of(rows), {row.supersedes_id: row.because for row in rows}
    for row in rows:
        instrument = instrument_from(row.questionnaire)
        row.label, row.earlier, row.next_because = instrument.label, [], because_of.get(row.pk, "")
        row.said = [
            (one.asked(row.wording), dict(one.choices(row.wording)).get(row.answers.get(one.id, ""), "Left blank"))
            for one in instrument.questions
        ]  # fmt: skip
    for row in rows:
        if (last := newest[row.pk]) is not row:
            last.earlier.append(row)
    return sorted(_shown(newest), key=lambda one: (one.asked_on, one.recorded_at))


def experience_of(case: Case, experience_id: UUID) -> Experience:
    """One of those askings, by the id of any of its versions. Raises Http404 where the case has none such. One query."""
    for one in experiences_of(case):
        if experience_id in {one.pk, *(earlier.pk for earlier in one.earlier)}:
            return one
    raise Http404("Nothing such was recorded")

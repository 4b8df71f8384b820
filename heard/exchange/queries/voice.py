"""How do the wishes, judgements and conversations Heard holds look as rows of the format?"""

from collections.abc import Iterator
from uuid import UUID

from heard.exchange.cells import write_time
from heard.exchange.models import ImportedRow
from heard.exchange.queries.keys import HeldRow, Keys, filled, listed
from heard.rules.vocabulary.voice import Judge
from heard.voice.home import with_home
from heard.voice.models import Conversation, Judgement, Wish


def judgements_now(keys: Keys) -> dict[tuple[UUID, str], tuple]:
    """For the newest version of a wish and a judge: the judgement's id, rating and reason for differing."""
    rows = Judgement.objects.filter(authority=keys.authority, is_current=True, in_error_at__isnull=True).order_by("recorded_at")
    return {
        (keys.wish_versions[wish], judge): rest
        for wish, judge, *rest in rows.values_list("wish_id", "judge", "pk", "rating", "difference_reason")
    }


def _reasons_without_a_rating(keys: Keys) -> dict[UUID, str]:
    """A reason for differing that came without the professional's rating has no judgement to live in."""
    rows = ImportedRow.objects.filter(authority=keys.authority, table="desired_outcomes.csv", cells__has_key="rating_difference_reason")
    rows = rows.exclude(cells__has_key="professional_rating")
    newest = keys.wish_versions
    return {newest.get(pk, pk): cells["rating_difference_reason"] for pk, cells in rows.values_list("record_id", "cells")}


def _shown(keys: Keys, enquiry: UUID | None) -> UUID | None:
    return None if enquiry is None or keys.concern_of_enquiry[enquiry] in keys.concerns_in_error else enquiry


def held_wishes(keys: Keys) -> Iterator[HeldRow]:
    """Every wish that has an enquiry. The adult's rating is the one of whoever expressed the wish, and of nobody else."""
    judged, reasons = judgements_now(keys), _reasons_without_a_rating(keys)
    fields = (
        "pk", "home_id", "words", "expressed_by", "expressed_on", "withdrawn_on", "replaces_id", "category",
        "in_error_at",
    )  # fmt: skip
    now = with_home(Wish.objects.filter(authority=keys.authority, is_current=True))
    rows = list(now.order_by("recorded_at", "expressed_on", "pk").values(*fields))
    goes_under = {row["pk"]: _shown(keys, row["home_id"]) for row in rows if row["in_error_at"] is None}
    for row in rows:
        pk = row["pk"]
        if goes_under.get(pk) is None:
            yield HeldRow(keys.wishes[pk], pk, None)
            continue
        replaces = keys.wish_versions.get(row["replaces_id"])
        if goes_under.get(replaces) != goes_under[pk]:
            replaces = None
        _, adults, _ = judged.get((pk, row["expressed_by"]), (None, "", ""))
        _, professional, reason = judged.get((pk, Judge.PROFESSIONAL), (None, "", reasons.get(pk, "")))
        cells = filled(
            outcome_ref=keys.wishes[pk], enquiry_ref=keys.enquiries[goes_under[pk]], words=row["words"], expressed_by=row["expressed_by"],
            expressed_on=row["expressed_on"], withdrawn_on=row["withdrawn_on"], replaces=keys.wishes[replaces] if replaces else "",
            category=row["category"], adult_rating=adults, professional_rating=professional, rating_difference_reason=reason,
        )  # fmt: skip
        yield HeldRow(keys.wishes[pk], pk, cells)


def held_conversations(keys: Keys) -> Iterator[HeldRow]:
    """Every conversation. One that was not held has the time at which that was recorded."""
    fields = (
        "pk", "concern_id", "enquiry_id", "held_at", "recorded_at", "present", "in_error_at", "by_name", "stage", "method", "alone",
        "words", "asked_what_they_want", "not_heard_because", "ask_again_on",
    )  # fmt: skip
    rows = Conversation.objects.filter(authority=keys.authority, is_current=True).order_by("recorded_at", "held_at", "pk").values(*fields)
    for row in rows.iterator(chunk_size=2000):
        pk, concern, enquiry = row["pk"], row["concern_id"], row["enquiry_id"]
        about = concern or keys.concern_of_enquiry[enquiry]
        cells = None
        if row["in_error_at"] is None and about not in keys.concerns_in_error:
            cells = filled(
                conversation_ref=keys.conversations[pk], concern_ref=keys.concerns.get(concern), enquiry_ref=keys.enquiries.get(enquiry),
                held_at=write_time(row["held_at"] or row["recorded_at"]), present=listed(row["present"]), by=row["by_name"],
                **{name: row[name] for name in fields[8:]},
            )  # fmt: skip
        yield HeldRow(keys.conversations[pk], pk, cells)

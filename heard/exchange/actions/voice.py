"""How do the wishes, judgements and conversations of a bundle become records?"""

from uuid import UUID, uuid4

from heard.cases.models import Enquiry
from heard.exchange.actions.writing import Writing, in_batches
from heard.exchange.cells import items_of, read_date, read_time
from heard.exchange.merging import Change
from heard.rules.vocabulary.voice import Judge
from heard.voice.models import Conversation, Judgement, Wish

_AS_WRITTEN = {"words", "expressed_by", "expressed_on", "enquiry_ref"}
_IN_PLACE = {"withdrawn_on", "category", "replaces"}


def _date(cells: dict[str, str], name: str):
    return read_date(cells[name]) if name in cells else None


def _enquiries(writing: Writing, changes: list[Change]) -> dict[UUID, tuple[UUID, UUID]]:
    """For each enquiry that the rows name, its case and concern."""
    ids = {writing.ids["enquiries.csv"][change.after["enquiry_ref"]] for change in changes if "enquiry_ref" in change.after}
    return {row[0]: row[1:] for row in Enquiry.objects.filter(pk__in=ids).values_list("pk", "case_id", "concern_id")}


def _wish_values(writing: Writing, cells: dict[str, str], about: dict) -> dict:
    enquiry = writing.ids["enquiries.csv"][cells["enquiry_ref"]]
    case, concern = about[enquiry]
    return {
        "case_id": case, "concern_id": concern, "enquiry_id": enquiry, "words": cells["words"], "expressed_by": cells["expressed_by"],
        "expressed_on": _date(cells, "expressed_on"), "withdrawn_on": _date(cells, "withdrawn_on"),
        "replaces_id": writing.ids["desired_outcomes.csv"][cells["replaces"]] if "replaces" in cells else None,
        "category": cells.get("category", ""),
    }  # fmt: skip


def create_wishes(writing: Writing, changes: list[Change]) -> None:
    """Save new wishes, with the judgement of whoever expressed each and of the professional."""
    for change in changes:  # all ids first: a wish may replace one that stands further down
        change.record_id = writing.ids["desired_outcomes.csv"][change.row.key] = uuid4()
    for batch in in_batches(changes, 500):
        about, wishes, judgements, cases = _enquiries(writing, batch), [], [], {}
        for change in batch:
            wish = writing.new(Wish, pk=change.record_id, ref=change.row.key, **_wish_values(writing, change.after, about))
            wishes.append(wish)
            for judge, values in _judged(change.after).items():
                judgements.append(writing.new(Judgement, wish_id=wish.pk, judge=judge, **values))
                cases[judgements[-1].pk] = wish.case_id
        writing.create(wishes, cases={})
        writing.create(judgements, cases=cases)


def _judged(cells: dict[str, str]) -> dict[str, dict]:
    """Each judge's rating. The adult's column is the rating of whoever expressed the wish."""
    judged = {}
    if "adult_rating" in cells:
        judged[cells["expressed_by"]] = {"rating": cells["adult_rating"]}
    if "professional_rating" in cells:
        judged[Judge.PROFESSIONAL.value] = {
            "rating": cells["professional_rating"], "difference_reason": cells.get("rating_difference_reason", "")
        }  # fmt: skip
    return judged


def update_wishes(writing: Writing, changes: list[Change]) -> None:
    """Save corrected words as a new version, a withdrawal or a category in place, and a changed judgement as a new version."""
    for batch in in_batches(changes, 200):
        wishes, about = Wish.objects.in_bulk([change.record_id for change in batch]), _enquiries(writing, batch)
        old, new, in_place, before = [], [], [], {}
        versions = {change.row.key: [change.record_id] for change in batch}
        for change in batch:
            wish, values = wishes[change.record_id], _wish_values(writing, change.after, about)
            if change.names & _AS_WRITTEN:
                old.append(wish)
                new.append(writing.next_version(wish, **values))
                change.record_id = writing.ids["desired_outcomes.csv"][change.row.key] = new[-1].pk
                versions[change.row.key].append(new[-1].pk)
            elif change.names & _IN_PLACE:
                before[wish.pk] = {name: change.before.get(name, "") for name in sorted(change.names & _IN_PLACE)}
                for name, value in values.items():
                    setattr(wish, name, value)
                in_place.append(wish)
        writing.set_aside(old, cases={})
        writing.create(new, cases={})
        writing.change(in_place, ["withdrawn_on", "category", "replaces_id"], before=before)
        _update_judgements(writing, batch, {one.pk: one.case_id for one in [*wishes.values(), *new]})


def _update_judgements(writing: Writing, changes: list[Change], case_of_wish: dict[UUID, UUID]) -> None:
    changed = [change for change in changes if _judged(change.before) != _judged(change.after)]
    current = _current_judgements([change.record_id for change in changed])
    old, new, cases = [], [], {}
    for change in changed:
        was = _judged(change.before)
        for judge, values in _judged(change.after).items():
            if was.get(judge) == values:
                continue
            before = current.get((change.record_id, judge))
            fields = {"wish_id": change.record_id, "judge": judge, **values}
            one = writing.next_version(before, **fields) if before else writing.new(Judgement, **fields)
            if before:
                old.append(before)
                cases[before.pk] = case_of_wish[change.record_id]
            new.append(one)
            cases[one.pk] = case_of_wish[change.record_id]
    writing.set_aside(old, cases=cases)
    writing.create(new, cases=cases)


def _current_judgements(wishes: list[UUID]) -> dict[tuple[UUID, str], Judgement]:
    """The judgements of each wish by judge. A correction leaves them pointing at the version of the wish before."""
    newest = {pk: pk for pk in wishes}
    look_at = set(wishes)
    while look_at:
        before = dict(Wish.objects.filter(pk__in=look_at, supersedes__isnull=False).values_list("supersedes_id", "pk"))
        newest |= {old: newest[pk] for old, pk in before.items()}
        look_at = set(before)
    found = Judgement.objects.filter(wish_id__in=list(newest), is_current=True).order_by("recorded_at")
    return {(newest[one.wish_id], one.judge): one for one in found}


def _conversation_values(writing: Writing, cells: dict[str, str], about: dict) -> dict:
    concern = writing.ids["concerns.csv"][cells["concern_ref"]] if "concern_ref" in cells else None
    enquiry = writing.ids["enquiries.csv"][cells["enquiry_ref"]] if "enquiry_ref" in cells else None
    return {
        "case_id": writing.case_of_concern[concern] if concern else about[enquiry][0],
        "concern_id": concern, "enquiry_id": enquiry, "held_at": read_time(cells["held_at"]), "by_name": cells.get("by", ""),
        "present": items_of(cells.get("present", "")), "ask_again_on": _date(cells, "ask_again_on"),
        **{name: cells.get(name, "") for name in ("stage", "method", "alone", "words", "asked_what_they_want", "not_heard_because")},
    }  # fmt: skip


def create_conversations(writing: Writing, changes: list[Change]) -> None:
    """Save new conversations of a concern or of an enquiry."""
    for batch in in_batches(changes, 500):
        about, said = _enquiries(writing, batch), []
        for change in batch:
            change.record_id = writing.ids["conversations.csv"][change.row.key] = uuid4()
            values = _conversation_values(writing, change.after, about)
            said.append(writing.new(Conversation, pk=change.record_id, ref=change.row.key, **values))
        writing.create(said, cases={})


def update_conversations(writing: Writing, changes: list[Change]) -> None:
    """Save a corrected conversation as a new version."""
    for batch in in_batches(changes, 200):
        held, about = Conversation.objects.in_bulk([change.record_id for change in batch]), _enquiries(writing, batch)
        new = []
        for change in batch:
            new.append(writing.next_version(held[change.record_id], **_conversation_values(writing, change.after, about)))
            change.record_id = writing.ids["conversations.csv"][change.row.key] = new[-1].pk
        writing.set_aside(list(held.values()), cases={})
        writing.create(new, cases={})

"""How is a bundle brought in: all of it or nothing?"""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import Authority
from heard.audit.actions import record
from heard.exchange.actions import concerns, enquiries, people, reviews, voice
from heard.exchange.actions.carried import write_carried
from heard.exchange.actions.reminders import remind_to_ask_again
from heard.exchange.actions.stages import move_cases
from heard.exchange.actions.writing import Writing
from heard.exchange.bundle import open_bundle
from heard.exchange.faults import BadBundle, Faults
from heard.exchange.merging import Change, Plan
from heard.exchange.planning import plan_import
from heard.exchange.queries.keys import Keys
from heard.exchange.reading import Row, read_bundle
from heard.exchange.versions import CARRIED

Progress = Callable[[str], None]
# In the order in which the records refer to one another. An enquiry moves before another takes its place; a wish comes before it is
# what another was replaced by.
_STEPS = {
    "people.csv": (("updated", people.update_people), ("created", people.create_people)),
    "concerns.csv": (("updated", concerns.update_concerns), ("created", concerns.create_concerns)),
    "enquiries.csv": (("updated", enquiries.update_enquiries), ("created", enquiries.create_enquiries)),
    "risks.csv": (("updated", enquiries.update_risks), ("created", enquiries.create_risks)),
    "desired_outcomes.csv": (("created", voice.create_wishes), ("updated", voice.update_wishes)),
    "conversations.csv": (("updated", voice.update_conversations), ("created", voice.create_conversations)),
    "safeguarding_adult_reviews.csv": (("updated", reviews.update_reviews), ("created", reviews.create_reviews)),
}


def look_at_bundle(path: Path, *, authority: Authority | None, faults: Faults, progress: Progress) -> dict[str, Plan]:
    """What an import would do, by file. Raises BadBundle with every fault of the bundle. Writes nothing."""
    with open_bundle(path, faults) as bundle:
        tables = read_bundle(bundle, faults, progress)
    plans = plan_import(tables, Keys(authority), faults, today=timezone.localdate(), progress=progress)
    if faults:
        raise BadBundle(faults)
    return plans


@transaction.atomic
def import_bundle(
    *, path: Path, authority_of: Callable[[], Authority], by, faults: Faults, progress: Progress
) -> dict[str, Plan]:
    """Bring a bundle in for the authority that ``authority_of`` finds or makes, and say what became of each row.

    Raises BadBundle, and then nothing is written, the authority included.

    One audit event for the import and one for each record it creates or changes.
    """
    authority = authority_of()
    Authority.objects.select_for_update().get(pk=authority.pk)  # two imports at once would each miss what the other brings
    plans = look_at_bundle(path, authority=authority, faults=faults, progress=progress)
    writing = Writing(authority, timezone.now(), Keys(authority), plans)
    concerns.load_cases(writing)
    for file, steps in _STEPS.items():
        for fate, write in steps:
            write(writing, getattr(plans[file], fate))
        _remember(writing, file, plans[file])
        progress(f"Wrote {file}")
    for file, one in CARRIED.items():
        write_carried(writing, one)
        _remember(writing, file, plans[file])
    move_cases(writing)
    remind_to_ask_again(writing)
    writing.record_changes()
    counts = {file: {"created": len(plan.created), "updated": len(plan.updated)} for file, plan in plans.items()}
    record("import-bundle", on=None, by=by, authority_id=authority.pk, detail={"rows": counts, "records": writing.written})
    return plans


def _remember(writing: Writing, file: str, plan: Plan) -> None:
    agreed = [Change(Row(0, key, {}), pk, {}, cells, frozenset()) for key, pk, cells in plan.agreed]
    writing.remember(file, plan.created, new=True)
    writing.remember(file, [*plan.updated, *agreed], new=False)


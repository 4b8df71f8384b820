"""What do the import and export commands say when they are done?"""

from collections.abc import Callable
from pathlib import Path

from heard.accounts.models import Authority
from heard.exchange.actions.exporting import export_bundle
from heard.exchange.actions.importing import import_bundle, look_at_bundle
from heard.exchange.faults import Faults, shown
from heard.exchange.merging import Fate, Plan
from heard.exchange.queries.not_carried import not_carried
from heard.exchange.versions import CARRIED

Say = Callable[[str], None]


def table_of(plans: dict[str, Plan]) -> list[str]:
    """What was created, updated, left unchanged and kept, one line for each file of version 1, and of the others with rows."""
    plans = {file: plan for file, plan in plans.items() if file not in CARRIED or any(plan.count(fate) for fate in Fate)}
    width = max(len(file) for file in plans)
    lines = [" ".join([" " * width, *(f"{fate:>10}" for fate in Fate)])]
    for file, plan in plans.items():
        lines.append(" ".join([file.ljust(width), *(f"{plan.count(fate):>10,}" for fate in Fate)]))
    return lines


def kept_lines(plans: dict[str, Plan]) -> list[str]:
    """A line for each row that was left alone, because it was changed in Heard since it was imported."""
    return [
        f"{file}:{row.line}: {plan.table.key[0]}: {shown(row.key)} kept: it was changed in Heard, or recorded there in error"
        for file, plan in plans.items()
        for row in plan.kept
    ]


def import_and_tell(path: Path, *, authority_of: Callable[[], Authority | None], dry_run: bool, say: Say) -> None:
    """Import a bundle, or only look at it, and print the table. ``authority_of`` is asked last: a bad bundle makes no authority."""
    faults = Faults()
    if dry_run:
        plans = look_at_bundle(path, authority=authority_of(), faults=faults, progress=say)
    else:
        plans = import_bundle(path=path, authority_of=authority_of, by=None, faults=faults, progress=say)
    for note in faults.notes:
        say(note)
    for line in [*kept_lines(plans), *table_of(plans)]:
        print(line)
    if dry_run:
        print("Dry run: nothing was written.")


def export_and_tell(path: Path, *, authority: Authority, version: str, say: Say) -> None:
    """Export a bundle, and print what went out and what the format cannot carry."""
    done = export_bundle(path=path, authority=authority, by=None, progress=say, version=version)
    for file, rows in done.rows.items():
        print(f"{file:<32} {rows:>10,} rows")
    print("\nHeld in Heard and not in the bundle, as the exchange format has no place for it:")
    cells = [(f"Cells of {name} that the format does not allow", number) for name, number in sorted(done.left_out.items())]
    for label, number in [*cells, *not_carried(authority, version)]:
        print(f"{number:>10,}  {label}")

"""How do the rows of version 1.1 become records? One way for all of them, from what each file says of itself."""

from typing import Any
from uuid import UUID, uuid4

from django.db.models import Model

from heard.cases.models import Concern
from heard.exchange.actions.writing import Writing, in_batches
from heard.exchange.carried.field import Carried
from heard.exchange.merging import Change


def write_carried(writing: Writing, one: Carried) -> None:
    """Save the rows of one file: new ones as new records, corrected ones as new versions, or in place where the record has none."""
    plan = writing.plans[one.file]
    if one.extends:
        _add_to(writing, one, [*plan.created, *plan.updated])
        return
    _update(writing, one, plan.updated)
    _create(writing, one, plan.created)


def _values(writing: Writing, one: Carried, cells: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for link in one.links:
        record = writing.ids[link.column.to][cells[link.name]] if link.name in cells else None
        if link.of_case:
            record = writing.case_of_concern[record]
        if link.by_reference:
            record = Concern.objects.get(pk=record).reference if record else ""
        values[link.attr] = record
    for field in one.fields:
        value = field.value(cells.get(field.name, ""))
        if not field.inside:
            values[field.attr] = value
        elif value:
            _put(values.setdefault(field.attr, {}), field.inside, value)
        else:
            values.setdefault(field.attr, {})
    for attr, (_, from_cells) in one.reshape.items():
        values[attr] = from_cells(values[attr])
    if "case_id" not in values and "concern_id" in values:
        values["case_id"] = writing.case_of_concern[values["concern_id"]]
    return values


def _put(into: dict, keys: tuple[str, ...], value: Any) -> None:
    for key in keys[:-1]:
        into = into.setdefault(key, {})
    into[keys[-1]] = value


def _create(writing: Writing, one: Carried, changes: list[Change]) -> None:
    for batch in in_batches(changes, 500):
        made, old = [], []
        for change in batch:
            change.record_id = writing.ids[one.file][change.row.key] = uuid4()
            made.append(writing.new(one.model, pk=change.record_id, ref=change.row.key, **_values(writing, one, change.after)))
        if one.only_one:
            old = _superseded(one, made)
            writing.set_aside(old, cases={})
        writing.create(made, cases={})


def _superseded(one: Carried, made: list[Model]) -> list[Model]:
    """The current rows in whose place the new ones come: of one person, case, concern or enquiry there is one at a time."""
    by_owner = {getattr(row, one.only_one): row for row in made}
    shown = {"in_error_at__isnull": True} if one.can_be_in_error else {}
    old = list(one.model.objects.filter(**{f"{one.only_one}__in": list(by_owner)}, is_current=True, **shown))
    for row in old:
        by_owner[getattr(row, one.only_one)].supersedes_id = row.pk
    return old


def _update(writing: Writing, one: Carried, changes: list[Change]) -> None:
    for batch in in_batches(changes, 200):
        held = one.model.objects.in_bulk([change.record_id for change in batch])
        if one.is_versioned:
            _new_versions(writing, one, batch, held)
            continue
        before = {change.record_id: {name: change.before.get(name, "") for name in sorted(change.names)} for change in batch}
        names = _put_into(writing, one, batch, held)
        writing.change(list(held.values()), names, before=before)


def _put_into(writing: Writing, one: Carried, changes: list[Change], held: dict[UUID, Model]) -> list[str]:
    """Give these records what their rows say now, unsaved; returns the names of the attributes given."""
    names: set[str] = set()
    for change in changes:
        values = _values(writing, one, change.after)
        names |= set(values)
        for name, value in values.items():
            setattr(held[change.record_id], name, value)
    return sorted(names)


def _new_versions(writing: Writing, one: Carried, batch: list[Change], held: dict[UUID, Model]) -> None:
    new = []
    for change in batch:
        new.append(writing.next_version(held[change.record_id], **_values(writing, one, change.after)))
        change.record_id = writing.ids[one.file][change.row.key] = new[-1].pk
    writing.set_aside(list(held.values()), cases={})
    writing.create(new, cases={})


def _add_to(writing: Writing, one: Carried, changes: list[Change]) -> None:
    """Add to the records of another file. One that this import has just written is completed; any other gets a new version."""
    plan = writing.plans[one.extends]
    just_written = {change.record_id for change in (*plan.created, *plan.updated)}
    for batch in in_batches(changes, 200):
        for change in batch:
            change.record_id = writing.ids[one.extends][change.row.key]
        held = one.model.objects.in_bulk([change.record_id for change in batch])
        fresh = [change for change in batch if change.record_id in just_written]
        names = _put_into(writing, one, fresh, held)
        writing.complete([held[change.record_id] for change in fresh], names)
        others = [change for change in batch if change.record_id not in just_written]
        _new_versions(writing, one, others, {change.record_id: held[change.record_id] for change in others})
        writing.ids[one.extends] |= {change.row.key: change.record_id for change in others}

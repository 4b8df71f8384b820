"""How do the people of a bundle become records?"""

from uuid import uuid4

from heard.exchange.actions.writing import BECAUSE, Writing, in_batches
from heard.exchange.cells import items_of, read_date
from heard.exchange.merging import Change
from heard.exchange.queries.people import LISTED, PLAIN
from heard.people.models import EarlierDetails, Person, SearchKey
from heard.people.queries import details_of
from heard.rules.search_keys import search_keys_for

_DATES = ("birth_date", "death_date")


def _values(cells: dict[str, str]) -> dict:
    values = {name: cells.get(name, "") for name in PLAIN}
    values |= {name: read_date(cells[name]) if name in cells else None for name in _DATES}
    return values | {name: items_of(cells.get(name, "")) for name in LISTED}


def _keys(people: list[Person]) -> list[SearchKey]:
    return [
        SearchKey(person_id=one.pk, authority_id=one.authority_id, key=key) for one in people for key in search_keys_for(details_of(one))
    ]


def create_people(writing: Writing, changes: list[Change]) -> None:
    """Save new people, findable at once."""
    for batch in in_batches(changes):
        people = []
        for change in batch:
            change.record_id = writing.ids["people.csv"][change.row.key] = uuid4()
            people.append(writing.new(Person, pk=change.record_id, ref=change.row.key, **_values(change.after)))
        writing.create(people, cases={})
        SearchKey.objects.bulk_create(_keys(people), batch_size=2000)


def update_people(writing: Writing, changes: list[Change]) -> None:
    """Save what differs; what stood before is kept as earlier details."""
    for batch in in_batches(changes, 500):
        people = Person.objects.in_bulk([change.record_id for change in batch])
        earlier = []
        for change in batch:
            person, values = people[change.record_id], _values(change.after)
            names = sorted(change.names & values.keys())
            before = {name: change.before.get(name, "") for name in names if name not in LISTED}
            before |= {name: getattr(person, name) for name in names if name in LISTED}
            before |= {name: change.before.get(name) for name in names if name in _DATES}
            earlier.append(writing.new(EarlierDetails, person_id=person.pk, details=before, because=BECAUSE))
            for name in names:
                setattr(person, name, values[name])
        writing.create(earlier, cases={}, event="keep-earlier-details")
        changed = list(people.values())
        writing.change(changed, [*PLAIN, *LISTED], before={})
        SearchKey.objects.filter(person_id__in=list(people)).delete()
        SearchKey.objects.bulk_create(_keys(changed), batch_size=2000)

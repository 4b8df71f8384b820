"""How do the people Heard holds look as rows of the format?"""

from collections.abc import Iterator

from heard.exchange.queries.keys import HeldRow, Keys, filled, listed
from heard.people.models import Person

PLAIN = (
    "given_name", "family_name", "known_as", "birth_date", "birth_date_estimated", "death_date", "gender", "ethnicity", "nhs_number",
    "address", "postcode", "phone", "email", "preferred_language", "safe_contact",
)  # fmt: skip
LISTED = ("health_conditions", "communication_needs")


def held_people(keys: Keys) -> Iterator[HeldRow]:
    """Every person, provisional ones too: a concern nobody has triaged yet is about somebody."""
    rows = Person.objects.filter(authority=keys.authority).order_by("recorded_at", "pk").values("pk", *PLAIN, *LISTED)
    for row in rows.iterator(chunk_size=2000):
        pk = row.pop("pk")
        cells = filled(
            person_ref=keys.people[pk], **{name: row[name] for name in PLAIN}, **{name: listed(row[name]) for name in LISTED}
        )
        yield HeldRow(keys.people[pk], pk, _with_a_family_name(cells))


def _with_a_family_name(cells: dict[str, str]) -> dict[str, str]:
    """The format knows an adult with a family name, or one not identified: a given name alone goes out as what they are known as."""
    if "given_name" in cells and "family_name" not in cells:
        given, known = cells.pop("given_name"), cells.get("known_as", "")
        cells["known_as"] = f"{given} ({known})" if known and known != given else given
    return cells

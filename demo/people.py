"""Who is in the demo? Plants for given names and words for "invented" as family names, so that nobody is taken for real.

Postcodes begin ZZ99 (never used), telephone numbers are from Ofcom's range for drama, NHS numbers begin 999 (kept for tests).
"""

import random
from datetime import date

GIVEN = {
    "female": ("Hazel", "Bryony", "Clover", "Marigold", "Juniper", "Saffron", "Tansy", "Primrose", "Laurel", "Myrtle", "Sorrel", "Fern"),
    "male": ("Rowan", "Basil", "Sage", "Aspen", "Linden", "Alder", "Cedar", "Heath", "Reed", "Thorne", "Larch", "Moss"),
}
FAMILY = ("Imaginary", "Invented", "Fictional", "Pretend", "Makebelieve", "Sample", "Example", "Storybook", "Placeholder", "Notreal")
STREETS = ("Demonstration Road", "Example Street", "Sample Lane", "Pretend Close")
ETHNICITIES = (
    "white-british",
    "white-british",
    "white-british",
    "white-irish",
    "asian-indian",
    "asian-pakistani",
    "asian-bangladeshi",
    "black-caribbean",
    "black-african",
    "mixed-white-and-black-caribbean",
    "white-other",
    "not-known",
    "",
)
NEEDS = ([], [], ["large-print"], ["easy-read", "pictures"], ["bsl-interpreter"], ["read-aloud", "longer-appointments"], ["makaton"])
CONDITIONS = ([], ["dementia"], ["learning-disability"], ["stroke"], ["mental-health-other"], ["hearing-impairment"], ["none"], ["copd"])
SAFE = (
    "",
    "Ring between 10am and noon. Do not leave a message: the phone is shared.",
    "No letters to the house. Meet at the library or at the surgery.",
    "Text first, then ring. If somebody else answers, say you will call back.",
)


def nhs_number(n: int) -> str:
    """A number in the range kept for tests (999), with a right check digit; ``n`` is skipped on where none exists."""
    while True:
        nine = f"999{n:06}"
        check = 11 - sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return nine + str(check % 11)
        n += 400000


def invented_people(how_many: int, dice: random.Random) -> list[dict]:
    """That many adults as details for ``people.actions.add_person``; the same dice give the same people."""
    people = []
    for n in range(how_many):
        gender = ("female", "male")[n % 2]
        names = GIVEN[gender]
        people.append(
            {
                "given_name": names[n // 2 % len(names)],
                "family_name": FAMILY[(n * 7 + n // 24) % len(FAMILY)],
                "birth_date": date(dice.randint(1931, 2003), dice.randint(1, 12), dice.randint(1, 28)),
                "gender": gender,
                "ethnicity": dice.choice(ETHNICITIES),
                "nhs_number": nhs_number(n + 1) if n % 3 else "",
                "health_conditions": dice.choice(CONDITIONS),
                "address": f"{n + 1} {STREETS[n % len(STREETS)]}, Testford",
                "postcode": f"ZZ99 {n % 9 + 1}{'ABDEFGHJLN'[n % 10]}{'PQRSTUWXYZ'[n // 3 % 10]}",
                "phone": f"01632 960{100 + n}",
                "communication_needs": dice.choice(NEEDS),
                "safe_contact": dice.choice(SAFE),
            }
        )
    return people

"""What bundles do the tests of the exchange bring in? Small ones, invented, with every table in them."""

import csv
from io import StringIO
from pathlib import Path

from heard.exchange.tables import key_of
from heard.exchange.versions import BY_FILE

GOOD: dict[str, str] = {
    "people.csv": """\
person_ref,given_name,family_name,known_as,birth_date,birth_date_estimated,death_date,gender,ethnicity,nhs_number,health_conditions,\
address,postcode,phone,email,preferred_language,communication_needs,safe_contact
P1,Mei,Żak,,1951-08-14,yes,2026-02-01,female,white-other,9434765919,dementia;stroke,"1 High Street, Testford",ZZ99 3WZ,01632 960000,\
mei@example.invalid,cy,easy-read; pictures,"Ask for the ""book club"", before noon."
P2,,,Bill from the park,,,,,,,,,,,,,,
P3,Ines,O'Brien,,1980-02-29,,,,,,none,,,,,,,
""",
    "concerns.csv": """\
concern_ref,person_ref,received_at,raised_by,raised_by_name,raised_by_contact,description,primary_support_reason,in_area,adult_knows,\
agreement,acted_without_agreement_because,what_the_adult_wants,needs_care_and_support,at_risk,cannot_protect_self,decision,decided_at,\
decided_by,decision_reason,referrer_told_on
C1,P1,2025-10-26T01:30:00+00:00,nhs,A. Nurse,01632 960001,"Bruises on both arms.
Seen twice.",memory-and-cognition,yes,no,not-asked,asking-increases-risk,I want it to stop,yes,yes,yes,section-42,2025-10-27T09:00:00,\
M. Manager,All three parts.,2025-10-28
C2,P1,2025-10-26T01:30:00,,,,,,,,,,,,,,,,,,
C3,P2,2026-01-05T10:00:00Z,police,,,=1+1,,no,not-known,unable,,,no,not-known,no,no-enquiry,2026-01-06T10:00:00,M. Manager,Advice.,
C4,P3,2026-02-05T10:00:00,adult,,,,,,,,,,,,,other-enquiry,,,,
""",
    "enquiries.csv": """\
enquiry_ref,concern_ref,kind,started_on,concluded_on,lead,had_capacity,supported_by,asked_what_they_want,closing_view
E1,C1,section-42,2025-10-27,2026-01-30,S. Worker,no,advocate;family,yes-expressed,agrees
E4,C4,other,2026-02-06,,,,,,
""",
    "risks.csv": """\
enquiry_ref,type,source,location,finding,outcome
E1,physical,known-to-adult,own-home,risk-action,reduced
E1,neglect,service-provider,care-home-nursing,inconclusive-no-action,
E4,physical,known-to-adult,own-home,,
""",
    "desired_outcomes.csv": """\
outcome_ref,enquiry_ref,words,expressed_by,expressed_on,withdrawn_on,replaces,category,adult_rating,professional_rating,\
rating_difference_reason
W1,E1,Fy arian yn ôl,adult,2025-10-28,2025-11-01,,something-back,,,
W2,E1,"An apology, in person",adult,2025-11-01,,W1,apology,partly-met,met,They see it differently.
W3,E1,To stay at home,advocate,,,,,declined,,
""",
    "conversations.csv": """\
conversation_ref,concern_ref,enquiry_ref,held_at,stage,by,method,alone,present,words,asked_what_they_want,not_heard_because,ask_again_on
T1,C1,,2025-10-26T10:00:00,concern,Duty,phone,no,sister; interpreter,Leave me be.,yes,,
T2,,E1,2025-11-01T11:00:00,planning,S. Worker,face-to-face,yes,,,no,asleep-or-unwell,2025-11-05
""",
    "safeguarding_adult_reviews.csv": """\
review_ref,started_on,person_refs,died_refs,survived_harm_refs
S1,2026-03-01,P1;P3,P1,P3
""",
}


def write(folder: Path, files: dict[str, str] = GOOD) -> Path:
    """The bundle as a folder, with nothing else in it."""
    folder.mkdir(exist_ok=True)
    for earlier in folder.iterdir():
        earlier.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a file, as dicts."""
    return list(csv.DictReader(StringIO(text, newline="")))


def changed(file: str, key: str, files: dict[str, str] = GOOD, **cells: str) -> dict[str, str]:
    """The bundle with some cells of one row changed."""
    rows = rows_of(files[file])
    next(row for row in rows if key_of(BY_FILE[file], row) == key).update(cells)
    return {**files, file: text_of(rows)}


def text_of(rows: list[dict[str, str]]) -> str:
    """Rows as the text of a file."""
    into = StringIO(newline="")
    writer = csv.DictWriter(into, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return into.getvalue()


def only(**rows: list[dict[str, str]]) -> dict[str, str]:
    """A bundle of just these rows: ``only(people=[…], concerns=[…])``."""
    return {f"{name}.csv": text_of(found) for name, found in rows.items()}

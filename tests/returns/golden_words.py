"""In which words is the golden year written: the cells that a person, a risk or an ending adds one to?

``who`` is a person's age band, gender, ethnic group and support reason as the return names them; ``started`` is the five cells of SG1
that a person (and, in SG1f, a case) adds one to.
"""

from dataclasses import dataclass, field

from heard.rules.statutory_return import Cell

CONCERN, S42, OTHER = "Safeguarding Concerns", "Section 42 Enquiries", "Other Enquiries"
DONE, DONE_OTHER = "Concluded Section 42 Enquiries", "Concluded Other Enquiries"
KNOWN, PROVIDER, STRANGER = "Other - Known to individual", "Service Provider", "Other - Unknown to individual"
EXPRESSED, NOTHING = "Yes they were asked and outcomes were expressed", "Yes they were asked but no outcomes were expressed"
LACKED, HAD = "Yes, they lacked capacity", "No, they did not lack capacity"
SUPPORTED = "Of the enquiries recorded as Yes, in how many of these cases was support provided by an advocate, family or friend"


def started(kind, who, *, person=True, case=True, reason=True):
    """The cells of SG1 of somebody counted under this kind; each part can be left out for somebody counted there already."""
    band, gender, ethnicity, support = who
    cells = [("SG1a", kind, band), ("SG1b", kind, gender), ("SG1c", kind, ethnicity)] if person else []
    cells += [("SG1d", kind, support)] if reason else []
    return [Cell(*cell) for cell in cells] + ([Cell("SG1f", kind, "Total")] if case else [])


def risk(kind, type_, source, location):
    return [Cell("SG2a", kind, type_, source), Cell("SG2a_b1", kind, type_, location), Cell("SG2b", kind, location, source)]


def ended(band, *, kind=DONE, capacity=HAD, asked=NOTHING, achieved=None, supported=False):
    cells = [Cell("SG3a", kind, capacity, "", band), Cell("SG4a", kind, asked, "", band)]
    cells += [Cell("SG4a", kind, achieved, "", band)] if achieved else []
    return cells + ([Cell("SG3a", kind, SUPPORTED, "", band)] if supported else [])


@dataclass
class Case:
    """One case: the rule it tries, its rows as files of a bundle, and the cells it adds one to."""

    rule: str
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)


CASES: list[Case] = []


def case(rule, cells, *, person=None, concern=None, enquiry=None, risks=(), wishes=(), talks=(), same_as=0):
    """Add a case: its number names its rows; ``same_as`` is the number of the case whose person it is about."""
    n = len(CASES) + 1
    who = f"P{same_as or n}"
    rows = {
        "people.csv": [] if same_as else [{"person_ref": who, "family_name": f"Example{n}", "birth_date": "1990-06-01", **(person or {})}]
    }
    if concern is not None:
        rows["concerns.csv"] = [{"concern_ref": f"C{n}", "person_ref": who, "received_at": "2025-06-02T10:00:00", **concern}]
    if enquiry is not None:
        given = {"enquiry_ref": f"E{n}", "concern_ref": f"C{n}", "kind": "section-42", "started_on": "2025-06-03", **enquiry}
        rows["enquiries.csv"] = [given]
    rows["risks.csv"] = [{"enquiry_ref": f"E{n}", **one} for one in risks]
    rows["desired_outcomes.csv"] = [
        {"outcome_ref": f"W{n}-{at}", "enquiry_ref": f"E{n}", "words": "To be safe.", "expressed_by": "adult", **one}
        for at, one in enumerate(wishes, 1)
    ]
    rows["conversations.csv"] = [
        {"conversation_ref": f"T{n}-{at}", "held_at": "2025-06-04T10:00:00", **one} for at, one in enumerate(talks, 1)
    ]
    CASES.append(Case(rule, rows, cells))

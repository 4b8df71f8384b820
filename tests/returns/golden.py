"""A year worked out by hand: 40 invented cases, each with the rule that it tries and every cell of 2025 that it must add one to.

Written before the count was: nothing here asks the code.
"""

from collections import Counter

from heard.rules.statutory_return import Cell
from tests.returns.golden_words import (
    CASES,
    CONCERN,
    DONE,
    DONE_OTHER,
    EXPRESSED,
    KNOWN,
    LACKED,
    OTHER,
    PROVIDER,
    S42,
    STRANGER,
    case,
    ended,
    risk,
    started,
)

YOUNG = ("18-64", "Not Known", "Undeclared / Not Known", "Not Known")
BOTH_SENSES = (*YOUNG[:3], "Sensory Support")
OLD_WOMAN = ("75-84", "Female", "White", "Support with Memory and Cognition")
AN_OLD_WOMAN = {"birth_date": "1948-06-01", "gender": "female", "ethnicity": "white-british"}
MEMORY = {"primary_support_reason": "memory-and-cognition"}
ENDED = {"concluded_on": "2025-09-01", "had_capacity": "yes", "asked_what_they_want": "yes-nothing-expressed"}
MET, PARTLY, UNMET = {"adult_rating": "met"}, {"adult_rating": "partly-met"}, {"adult_rating": "not-met"}
SAID = {"concluded_on": "2025-09-01", "had_capacity": "yes"}
BOTH = [*started(CONCERN, YOUNG), *started(S42, YOUNG)]
# --- who is counted, and how old they are ---
case("A concern of the year, and nothing else is known of the person", started(CONCERN, YOUNG), concern={})
case("18 on 31 March, the last day of the year: counted", started(CONCERN, YOUNG), person={"birth_date": "2008-03-31"}, concern={})
case("18 on 1 April, the day after: left out", [], person={"birth_date": "2008-04-01"}, concern={}, enquiry=ENDED)
case(
    "65 on 31 March: in the band that begins at 65",
    started(CONCERN, ("65-74", *YOUNG[1:])),
    person={"birth_date": "1961-03-31"}, concern={},
)
case("65 on 1 April: still in the band before", started(CONCERN, YOUNG), person={"birth_date": "1961-04-01"}, concern={})
case(
    "Died at 74 before the year's end, 75 had they lived: aged at death",
    started(CONCERN, ("65-74", *YOUNG[1:])),
    person={"birth_date": "1950-12-01", "death_date": "2025-11-30"}, concern={},
)
case("Died at 17: left out, though 18 had they lived", [], person={"birth_date": "2008-01-01", "death_date": "2025-10-01"}, concern={})
case("No birth date: Not Known, and counted", started(CONCERN, ("Not Known", *YOUNG[1:])), person={"birth_date": ""}, concern={})
case(
    "95 and over has a band, and whoever died on their 95th birthday is in it",
    started(CONCERN, ("95+", *YOUNG[1:])),
    person={"birth_date": "1930-10-01", "death_date": "2025-10-01"}, concern={},
)
# --- when, and where ---
case(
    "00:30 in London on 1 April, when it is still 31 March in Greenwich: in the year",
    started(CONCERN, YOUNG),
    concern={"received_at": "2025-03-31T23:30:00+00:00"},
)
case("23:30 in London on 31 March: in the year before", [], concern={"received_at": "2025-03-31T23:30:00+01:00"})
case(
    "23:30 in London on 31 March 2026: the last half hour of the year",
    started(CONCERN, ("18-64", "Male", *YOUNG[2:])),
    person={"gender": "male"},
    concern={"received_at": "2026-03-31T22:30:00Z"},
)
case("Abuse in another council's area: counted nowhere, nor its enquiry", [], concern={"in_area": "no"}, enquiry=ENDED)
case(
    "A concern of March whose enquiry starts in April: only the enquiry is of this year",
    started(S42, YOUNG),
    concern={"received_at": "2025-03-20T10:00:00"},
    enquiry={"started_on": "2025-04-01"},
)
case(
    "An enquiry that ends after the year is counted as started and not as concluded, nor its risks",
    BOTH,
    concern={}, enquiry={"concluded_on": "2026-04-01"},
    risks=[{"type": "physical", "source": "known-to-adult", "location": "own-home", "finding": "risk-action", "outcome": "removed"}],
)
case(
    "An enquiry that ends on 31 March is concluded in the year; asked in a conversation of it, though after the year",
    [*BOTH, *ended("18-64")],
    concern={}, enquiry={"concluded_on": "2026-03-31", "had_capacity": "yes"},
    talks=[{"enquiry_ref": "E16", "held_at": "2026-04-20T10:00:00", "asked_what_they_want": "yes"}],
)
case(
    "An other enquiry, whatever its concern's decision says; with the support reason of its concern, in that reason's group",
    [*started(CONCERN, BOTH_SENSES), *started(OTHER, BOTH_SENSES), *ended("18-64", kind=DONE_OTHER, capacity=LACKED, supported=True)],
    concern={"decision": "section-42", "primary_support_reason": "sensory-dual"},
    enquiry={**ENDED, "kind": "other", "had_capacity": "no", "supported_by": "family"},
)
# --- people once, cases each time ---
case(
    "A woman with a support reason and two conditions",
    [*started(CONCERN, OLD_WOMAN), Cell("SG1e", CONCERN, "dementia"), Cell("SG1e", CONCERN, "stroke")],
    person={**AN_OLD_WOMAN, "health_conditions": "dementia;stroke"}, concern=MEMORY,
)
case("Her second concern, the same reason: one more case and nobody more", [Cell("SG1f", CONCERN, "Total")], concern=MEMORY, same_as=18)
case(
    "Her third, for another reason: once under that reason too",
    started(CONCERN, (*OLD_WOMAN[:3], "Physical Support"), person=False),
    concern={"primary_support_reason": "physical-access"}, same_as=18,
)
case(
    "Her fourth, for a reason of the same group: nothing but a case",
    [Cell("SG1f", CONCERN, "Total")],
    concern={"primary_support_reason": "physical-personal-care"}, same_as=18,
)
case(
    "Nothing wrong with their health is a row of its own; what is not known about them is where nothing is recorded",
    [*started(CONCERN, YOUNG), Cell("SG1e", CONCERN, "none")],
    person={"health_conditions": "none", "gender": "not-known", "ethnicity": "not-known"}, concern={"primary_support_reason": "not-known"},
)
case(
    "Gender other and an ethnic group refused",
    started(CONCERN, ("18-64", "Not Known", "Refused", "No Support Reason")),
    person={"gender": "other", "ethnicity": "refused"},
    concern={"primary_support_reason": "no-support-reason"},
)
# --- risks ---
FOUR = (("neglect", "removed"), ("organisational", "reduced"), ("financial", "reduced"), ("psychological", "remained"))
case(
    "Two risks that differ only in place: one type with one source, two places; a friend supported",
    [
        *BOTH,
        *ended("18-64", capacity=LACKED, supported=True),
        *risk(DONE, "Physical Abuse", KNOWN, "Own Home"),
        Cell("SG2a_b1", DONE, "Physical Abuse", "In the Community"),
        Cell("SG2b", DONE, "In the Community", KNOWN),
    ],
    concern={}, enquiry={**ENDED, "had_capacity": "no", "supported_by": "friend;none"},
    risks=[{"type": "physical", "source": "known-to-adult", "location": place} for place in ("own-home", "community")],
)
case(
    "The same finding for four types of one source is counted once, and the outcome that two have; the others differ",
    [
        *BOTH,
        *ended("18-64", capacity=LACKED, supported=True),
        *risk(DONE, "Neglect and Acts of Omission", PROVIDER, "Care Home - Nursing"),
        *risk(DONE, "Organisational Abuse", PROVIDER, "Care Home - Nursing")[:2],
        *risk(DONE, "Financial or Material Abuse", PROVIDER, "Care Home - Nursing")[:2],
        *risk(DONE, "Psychological Abuse", PROVIDER, "Care Home - Nursing")[:2],
        Cell("SG2c", DONE, "Risk identified and action taken", PROVIDER),
        *(Cell("SG2e", DONE, f"Risk {outcome}", PROVIDER) for outcome in ("removed", "reduced", "remained")),
    ],
    concern={}, enquiry={**ENDED, "had_capacity": "no", "supported_by": "imca"},
    risks=[
        {"type": kind, "source": "service-provider", "location": "care-home-nursing", "finding": "risk-action", "outcome": outcome}
        for kind, outcome in FOUR
    ],
)
case(
    "A risk without a finding is in SG2a and SG2b only; one that ceased or has no outcome not in SG2e; self-neglect by its source",
    [
        *BOTH,
        *ended("18-64"),
        *risk(DONE, "Sexual Abuse", STRANGER, "Other"),
        *risk(DONE, "Self-Neglect", PROVIDER, "Own Home"),
        Cell("SG2c", DONE, "Enquiry ceased at individual's request and no action taken", PROVIDER),
        *risk(DONE, "Discriminatory Abuse", PROVIDER, "Community Service"),
        Cell("SG2c", DONE, "Risk identified and action taken", PROVIDER),
    ],
    concern={}, enquiry=ENDED,
    risks=[
        {"type": "sexual", "source": "unknown-to-adult", "location": "other"},
        {"type": "self-neglect", "source": "service-provider", "location": "own-home", "finding": "ceased-at-adults-request"},
        {"type": "discriminatory", "source": "service-provider", "location": "community-service", "finding": "risk-action"},
    ],
)
case(
    "A finding that nothing was wrong is one; a type in one place from two sources counts once; no action has an outcome; partly met",
    [
        *BOTH,
        *ended("18-64", asked=EXPRESSED, achieved="Partially Achieved"),
        *risk(DONE, "Modern Slavery", STRANGER, "Hospital - Acute"),
        Cell("SG2c", DONE, "No risk identified and no action taken", STRANGER),
        Cell("SG2a", DONE, "Modern Slavery", KNOWN),
        Cell("SG2b", DONE, "Hospital - Acute", KNOWN),
        *risk(DONE, "Domestic Abuse", KNOWN, "Own Home"),
        Cell("SG2c", DONE, "Risk identified and no action taken", KNOWN),
        Cell("SG2e", DONE, "Risk remained", KNOWN),
    ],
    concern={}, enquiry=SAID,
    risks=[
        {"type": "modern-slavery", "source": "unknown-to-adult", "location": "hospital-acute", "finding": "no-risk-no-action"},
        {"type": "modern-slavery", "source": "known-to-adult", "location": "hospital-acute"},
        {"type": "domestic", "source": "known-to-adult", "location": "own-home", "finding": "risk-no-action", "outcome": "remained"},
    ],
    wishes=[PARTLY],
)
# --- capacity: the return asks the other way round ---
case(
    "Had capacity no is the return's yes, and an advocate supported them",
    [*BOTH, *ended("18-64", capacity=LACKED, supported=True)],
    concern={}, enquiry={**ENDED, "had_capacity": "no", "supported_by": "advocate"},
)
case(
    "Lacked capacity, and nobody supported them",
    [*BOTH, *ended("18-64", capacity=LACKED)],
    concern={}, enquiry={**ENDED, "had_capacity": "no", "supported_by": "none"},
)
case(
    "Not known is an answer, blank is none; support counts only for those who lacked capacity",
    [*BOTH, *ended("18-64", capacity="Don't know")],
    concern={}, enquiry={**ENDED, "had_capacity": "not-known", "supported_by": "family"},
)
case(
    "Nothing recorded about capacity or what they want; a conversation in which they were not asked is no answer",
    [*BOTH, *ended("18-64", capacity="Not recorded", asked="Not Recorded")],
    concern={}, enquiry={"concluded_on": "2025-09-01"},
    talks=[{"enquiry_ref": "E31", "asked_what_they_want": "no"}],
)
# --- what they want, and whether it happened ---
case(
    "Every wish met: fully",
    [*BOTH, *ended("18-64", asked=EXPRESSED, achieved="Fully Achieved")],
    concern={}, enquiry=SAID,
    wishes=[MET, MET],
)
case(
    "One met and one not: partially",
    [*BOTH, *ended("18-64", asked=EXPRESSED, achieved="Partially Achieved")],
    concern={}, enquiry=SAID,
    wishes=[MET, UNMET],
)
case(
    "None met: not achieved, though the professional says that it was",
    [*BOTH, *ended("18-64", asked=EXPRESSED, achieved="Not Achieved")],
    concern={}, enquiry=SAID,
    wishes=[{**UNMET, "professional_rating": "met", "rating_difference_reason": "An example."}],
)
case(
    "The adult did not want to say, or was not asked: the professional's counts",
    [*BOTH, *ended("18-64", asked=EXPRESSED, achieved="Fully Achieved")],
    concern={}, enquiry=SAID,
    wishes=[{"adult_rating": "declined", "professional_rating": "met"}, {"professional_rating": "met"}],
)
case(
    "A wish that nobody rated: expressed, and in no achieved cell",
    [*BOTH, *ended("18-64", asked=EXPRESSED)],
    concern={}, enquiry=SAID,
    wishes=[MET, {"professional_rating": "declined"}],
)
case(
    "A changed wish: only the one that stands counts, though that one was met",
    [*BOTH, *ended("18-64", asked=EXPRESSED, achieved="Not Achieved")],
    concern={}, enquiry=SAID,
    wishes=[MET, {**UNMET, "replaces": "W37-1"}],
)
case(
    "Replaced by a wish withdrawn after the year: none stands, and it was expressed",
    [*BOTH, *ended("18-64", asked=EXPRESSED)],
    concern={}, enquiry=SAID,
    wishes=[MET, {**MET, "replaces": "W38-1", "withdrawn_on": "2026-07-01"}],
)
case(
    "No answer recorded, and asked in a conversation of the concern: asked, nothing expressed",
    [*BOTH, *ended("18-64")],
    concern={}, enquiry=SAID,
    talks=[{"concern_ref": "C39", "asked_what_they_want": "yes"}],
)
case(
    "The recorded answer is never overridden, though there is a wish that was met",
    [*BOTH, *ended("18-64", asked="No")],
    concern={}, enquiry={**SAID, "asked_what_they_want": "no"},
    wishes=[MET],
)
REVIEWS = [
    {"review_ref": "R1", "started_on": "2025-04-01", "person_refs": "P1;P2;P4", "died_refs": "P1", "survived_harm_refs": "P2"},
    {"review_ref": "R2", "started_on": "2026-03-31", "person_refs": "P2;P5", "died_refs": "", "survived_harm_refs": "P2"},
    {"review_ref": "R4", "started_on": "2025-10-01", "person_refs": "P6", "died_refs": "", "survived_harm_refs": ""},
    {"review_ref": "R3", "started_on": "2026-04-01", "person_refs": "P8", "died_refs": "P8", "survived_harm_refs": ""},
]
IN_REVIEWS, REVIEWED = "Count of Safeguarding Adult Reviews", "Count of Individuals Involved in Safeguarding Adult Reviews"
OF_REVIEWS = [
    Cell("SG5a", IN_REVIEWS, "Where one or more individuals died"),
    Cell("SG5a", IN_REVIEWS, "Where no individuals died"),
    Cell("SG5a", IN_REVIEWS, "Where no individuals died"),
    Cell("SG5b", REVIEWED, "Who suffered serious harm and died"),
    Cell("SG5b", REVIEWED, "Who suffered serious harm and survived"),
]


def expected() -> Counter:
    """Every cell of 2025 that is not nought, from the cases above."""
    return Counter(OF_REVIEWS) + sum((Counter(one.cells) for one in CASES), Counter())


def bundle(cases=CASES) -> dict[str, list[dict[str, str]]]:
    """The rows of these cases by file, with the reviews."""
    files: dict[str, list[dict[str, str]]] = {"safeguarding_adult_reviews.csv": REVIEWS} if cases is CASES else {}
    for one in cases:
        for file, rows in one.rows.items():
            files.setdefault(file, []).extend(rows)
    return files

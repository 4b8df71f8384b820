"""What do the tests of version 1.1 bring in? One row at least of every file, on top of the bundle of version 1."""

from tests.exchange.bundles import GOOD, text_of

ROWS: dict[str, list[dict[str, str]]] = {
    "network_members.csv": [
        {"member_ref": "M1", "person_ref": "P3", "name": "Ann Example", "relationship": "my sister", "kind": "family", "means": "My rock.",
         "adult_wants_involved": "yes", "supports_adult": "yes", "may_pose_risk": "no", "lives_with_adult": "no",
         "is_carer_with_needs": "not-known", "is_child": "no"},
        {"member_ref": "M2", "person_ref": "P3", "name": "Ben Example", "may_pose_risk": "yes", "lives_with_adult": "yes",
         "left_on": "2026-02-20", "left_because": "He moved out."},
    ],
    "safe_contact_cards.csv": [
        {"card_ref": "K1", "person_ref": "P3", "phone_safe": "yes", "phone_where": "01632 960000\n01632 960001", "post_safe": "no",
         "post_why": "He opens it.", "never_safe": "The day centre", "safe_times": "weekday-morning;weekend",
         "times": "Not when the shop is shut",
         "safe_hours": "Mondays 9.30am to 12pm\nFriday 14:00 to 15:00", "unsafe_hours": "Thursdays",
         "code_word": "Bluebell", "must_not_know": "Ben", "words": "Say you are from the library."},
    ],
    "communication_needs.csv": [
        {"needs_ref": "N1", "person_ref": "P3", "asked_on": "2026-02-07", "asked_whom": "The adult", "needs": "easy-read;makaton",
         "about_communication_support": "Slowly.", "spoken_language": "Igbo", "needs_interpreter": "yes", "interpreter_words": "A woman.",
         "shows_distress": "She hums.", "best_times": "After ten."},
    ],
    "communication_checks.csv": [
        {"check_ref": "H1", "person_ref": "P3", "step": "share", "on": "2026-02-08", "with_whom": "The ward", "adult_agreed": "yes"},
        {"check_ref": "H2", "person_ref": "P3", "step": "review", "on": "2026-02-20", "was_met": "partly", "words": "Once, yes."},
    ],
    "about_me.csv": [
        {"about_ref": "A1", "person_ref": "P3", "written_on": "2026-02-07", "supported_by": "Her key worker", "important_to_me": "My cat."},
    ],
    "legal_authorities.csv": [
        {"authority_ref": "L1", "person_ref": "P3", "member_ref": "M2", "kind": "lpa-property", "document_seen": "yes",
         "seen_on": "2026-02-09"},
    ],
    "conversation_details.csv": [
        {"conversation_ref": "T2", "safe_place": "no", "place": "The kitchen", "support_used": "Pictures", "interpretation": "Wary."},
    ],
    "involvement.csv": [
        {"involvement_ref": "I1", "concern_ref": "C4", "how_much": "decisions", "words": "Ask me first.", "means": "phone;face-to-face",
         "said_by": "adult", "said_on": "2026-02-07"},
    ],
    "capacity_assessments.csv": [
        {"assessment_ref": "Q1", "concern_ref": "C4", "enquiry_ref": "E4", "decision": "Whether to see Ben", "is_about_enquiry": "yes",
         "understand": "yes", "retain": "no", "retain_words": "Who?", "use_or_weigh": "yes", "communicate": "yes",
         "impairment": "Delirium.", "causal_link": "It is gone in a minute.", "conclusion": "lacks-capacity",
         "assessed_at": "2026-02-10T10:00:00", "assessor_name": "S. Worker", "fluctuates": "yes",
         "can_wait": "yes", "can_wait_until": "2026-02-20"},
    ],
    "best_interests_decisions.csv": [
        {"decision_ref": "B1", "concern_ref": "C4", "assessment_ref": "Q1", "decided": "Short visits, with somebody there.",
         "all_circumstances": "The whole week was looked at.", "consulted": "Ann Example\nThe ward", "known_wishes": "To see him.",
         "decided_by_name": "S. Worker", "decided_on": "2026-02-12"},
    ],
    "substantial_difficulty.csv": [
        {"difficulty_ref": "D1", "concern_ref": "C4", "considered_on": "2026-02-07", "adjustments_tried": "Pictures", "retaining": "yes",
         "retaining_words": "Loses the thread.", "communicating": "no"},
    ],
    "appropriate_people.csv": [
        {"representation_ref": "R1", "concern_ref": "C4", "member_ref": "M1", "started_on": "2026-02-08", "not_paid": "yes",
         "adult_wants_them": "yes", "adult_wants_them_words": "My sister.", "helps_them_take_part": "yes", "not_a_risk": "yes"},
    ],
    "advocacy.csv": [
        {"advocacy_ref": "V1", "concern_ref": "C4", "kind": "imca", "organisation": "Speak Up", "referred_on": "2026-02-11",
         "met_on": "2026-02-13"},
    ],
    "imca_considerations.csv": [
        {"consideration_ref": "X1", "concern_ref": "C4", "at": "planning", "considered_on": "2026-02-11", "is_instructed": "yes",
         "grounds": "conflict-of-views", "reason": "The family differ.", "considered_by_name": "M. Manager"},
    ],
    "acting_without_agreement.csv": [
        {"acting_ref": "G1", "concern_ref": "C4", "assessment_ref": "Q1", "ground": "lacks-capacity-best-interests",
         "proportionality": "The least that keeps her safe.", "decided_by_name": "M. Manager", "decided_on": "2026-02-11",
         "was_told": "yes", "told_on": "2026-02-12", "told_how": "With pictures."},
    ],
    "sharing.csv": [
        {"sharing_ref": "S1", "concern_ref": "C4", "with_whom": "The police", "what": "That her card is used.", "shared_on": "2026-02-12",
         "lawful_basis": "public-task"},
    ],
    "feedback_offers.csv": [
        {"offer_ref": "O1", "enquiry_ref": "E1", "offered_on": "2026-02-01", "offered_by_name": "Jo Example", "how": "phone",
         "answer": "later"},
    ],
    "not_needed.csv": [
        {"not_needed_ref": "Z1", "concern_ref": "C4", "about_concern_ref": "C4", "what": "tell-the-referrer",
         "rests_on": "2026-02-05\n\nNobody was told.", "because": "She raised it herself."},
    ],
}  # fmt: skip


def table(rows: list[dict[str, str]]) -> str:
    """Rows as the text of a file, whatever columns each has."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return text_of([{name: row.get(name, "") for name in names} for row in rows])


GOOD_1_1: dict[str, str] = {**GOOD, **{file: table(rows) for file, rows in ROWS.items()}}


def with_row(file: str, number: int = 0, **cells: str) -> dict[str, str]:
    """The bundle with some cells of one row of a file of version 1.1 changed."""
    rows = [dict(row) for row in ROWS[file]]
    rows[number] |= cells
    return {**GOOD_1_1, file: table(rows)}

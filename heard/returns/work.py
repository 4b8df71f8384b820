"""How was the work of each enquiry done, by its end, for the indicators? Nothing that was asked or written after it is counted.

One row for each enquiry that ended: codes and whole numbers, beside the relations of ``ended``.
"""

from heard.returns.dialects import CONCERN_OF, ENDED_THEN, Dialect
from heard.rules.vocabulary.communication import Met, NeedsStep
from heard.rules.vocabulary.enquiry import ChecklistItem

WORK = (
    "enquiry_id", "reasons", "needs_met", "involvement_asked", "has_plan", "plan", "person_of_risk", "network_asked", "language_known",
    "about_me",
)  # fmt: skip
_BECAUSE = ("needs_because", "at_risk_because", "cannot_protect_because")
_NEEDS = "people_communicationneeds n WHERE n.person_id = p.id AND n.asked_on <= e.concluded_on"
_CHECKS = f"""people_communicationcheck m WHERE m.person_id = p.id AND m.in_error_at IS NULL AND m.step = '{NeedsStep.REVIEW}'
    AND m."on" <= e.concluded_on"""


def _any(of: str) -> str:
    return f"EXISTS (SELECT 1 FROM {of})"  # noqa: S608 - no part of it comes from outside


def _flag(condition: str) -> str:
    return f"CASE WHEN {condition} THEN 1 ELSE 0 END"


def _work(dialect: Dialect) -> str:
    reasons = " + ".join(_flag(f"TRIM(COALESCE(w.{name}, '')) <> ''") for name in _BECAUSE)
    not_met = _any(f"{_CHECKS} AND m.was_met <> '{Met.YES}'")
    needs_met = f"{_any(_NEEDS)} AND {_any(_CHECKS)} AND NOT {not_met}"
    involved = _any("voice_involvement i WHERE i.case_id = e.case_id AND i.said_on <= e.concluded_on")
    written = f"{dialect.of('london_day', 'b.recorded_at')} <= e.concluded_on"  # who came from another system has no day of their own
    network = _any(f"""people_networkmember b WHERE b.person_id = p.id AND b.in_error_at IS NULL AND b.adult_wants_involved <> ''
        AND (b.ref <> '' OR {written})""")
    spoken = _any(f"{_NEEDS} AND n.spoken_language <> ''")
    language = f"p.preferred_language <> '' OR {spoken}"
    about_me = _any("people_aboutme a WHERE a.person_id = p.id AND a.written_on <= e.concluded_on")
    return f"""SELECT e.id AS enquiry_id, CASE WHEN w.id IS NOT NULL THEN {reasons} END AS reasons, {_flag(needs_met)} AS needs_met,
        {_flag(involved)} AS involvement_asked, {_flag("s.id IS NOT NULL")} AS has_plan, COALESCE(s.adult_agrees, '') AS plan,
        COALESCE({dialect.answer.format("v.checklist", ChecklistItem.PERSON_OF_RISK)}, '') AS person_of_risk,
        {_flag(network)} AS network_asked, {_flag(language)} AS language_known, {_flag(about_me)} AS about_me
        FROM cases_enquiry e {CONCERN_OF} JOIN cases_case k ON k.id = e.case_id JOIN people_person p ON p.id = k.person_id
        LEFT JOIN concerns_section42decision d ON d.concern_id = c.id AND d.is_current
        LEFT JOIN concerns_section42answers w ON w.id = d.answers_id
        LEFT JOIN enquiries_safeguardingplan s ON s.enquiry_id = e.id AND s.is_current
        LEFT JOIN enquiries_closing v ON v.enquiry_id = e.id AND v.is_current
        WHERE {ENDED_THEN}"""  # noqa: S608


OF_WORK = {"flat_work": _work}

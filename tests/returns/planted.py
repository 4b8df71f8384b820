"""Mistakes in the counting rules of the return, each as a part of a query that is put wrong.

``of`` is the relation, or the table of the return, whose query it is in; ``right`` must stand there, and ``wrong`` takes its place.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """One mistake: the counting rule that it breaks, in words, and where."""

    rule: int
    words: str
    of: str
    right: str
    wrong: str


LONDON = {"sqlite": ", '+1 hour')", "postgresql": "'Europe/London'"}
ANOTHER_CLOCK = {"sqlite": ", '+0 hour')", "postgresql": "'UTC'"}
RATED = "answer = 'yes-expressed' AND standing > 0 AND unrated = 0"
OWN_FIRST = "COALESCE(NULLIF(own, 'declined'), NULLIF(professional, 'declined'), '')"
ONCE, EACH = "COUNT(DISTINCT counted)", "COUNT(counted)"

MISTAKES = (
    Mistake(1, "a concern outside the area is counted", "SG1f", "year_in = 2025 AND in_area = 1", "year_in = 2025"),
    Mistake(1, "an enquiry outside the area is started", "SG1f", "year_started = 2025 AND in_area = 1", "year_started = 2025"),
    Mistake(1, "an enquiry outside the area is concluded", "SG3a", " AND e.in_area = 1", ""),
    Mistake(1, "a concern with no answer about its area is outside it", "flat_concern", "c.in_area = 'no' THEN 0",
            "c.in_area <> 'yes' THEN 0"),
    Mistake(1, "the year begins on 2 April", "flat_concern", "< 401", "< 402"),
    Mistake(1, "the year begins on 31 March", "flat_concern", "< 401", "< 331"),
    Mistake(1, "conclusions are counted by when they began", "SG2a", "e.year_concluded = 2025", "e.year_started = 2025"),
    Mistake(1, "reviews of every year are counted", "SG5a", "r.year_started = 2025", "r.year_started > 0"),
    Mistake(1, "people in reviews of every year are counted", "SG5b", "r.year_started = 2025", "r.year_started > 0"),
    Mistake(2, "a concern's day is read by another clock", "flat_concern", "LONDON", "ANOTHER_CLOCK"),
    Mistake(2, "whoever died goes on growing older", "SG1a", "WHEN death_cohort <= 2026 THEN death_age ", ""),
    Mistake(2, "age is a year too low at death", "flat_person", "THEN 1 ELSE 0 END AS death_age", "THEN 2 ELSE 1 END AS death_age"),
    Mistake(2, "the birthday before death is not looked at", "flat_person", "THEN 1 ELSE 0 END AS death_age",
            "THEN 0 ELSE 0 END AS death_age"),
    Mistake(2, "age is on the first day of the year", "SG1a", "ELSE 2026 - cohort", "ELSE 2025 - cohort"),
    Mistake(2, "a birthday on 1 April makes a year more", "flat_person", "> 331", "> 401"),
    Mistake(2, "a birthday on 31 March makes none", "flat_person", "> 331", "> 330"),
    Mistake(2, "whoever has no birth date is left out", "SG1a", "WHERE age IS NULL OR age >= 18", "WHERE age >= 18"),
    Mistake(2, "whoever is under 18 is counted", "SG1f", "age IS NULL OR age >= 18", "1 = 1"),
    Mistake(2, "whoever is under 18 is counted in conclusions", "SG3a", "age IS NULL OR age >= 18", "1 = 1"),
    Mistake(2, "an enquiry is placed by its concern", "flat_enquiry", "e.concluded_on", "c.received_at"),
    Mistake(3, "a person is counted once for each concern, by age", "SG1a", ONCE, EACH),
    Mistake(3, "a person is counted once for each concern, by gender", "SG1b", ONCE, EACH),
    Mistake(3, "a person is counted once for each concern, by ethnicity", "SG1c", ONCE, EACH),
    Mistake(3, "a person is counted once for each concern, by support reason", "SG1d", ONCE, EACH),
    Mistake(3, "cases are counted as people are", "SG1f", "units.id AS counted", "people.id AS counted"),
    Mistake(3, "an enquiry has no support reason of its concern", "flat_enquiry", "c.primary_support_reason AS", "'' AS"),
    Mistake(3, "other enquiries are left out", "SG1f", "WHEN 'other' THEN 'Other Enquiries'", "WHEN 'other' THEN 'Section 42 Enquiries'"),
    Mistake(4, "no recorded gender is male", "SG1b", "ELSE 'Not Known' END AS category", "ELSE 'Male' END AS category"),
    Mistake(4, "no recorded ethnicity is refused", "SG1c", "ELSE 'Undeclared / Not Known' END", "ELSE 'Refused' END"),
    Mistake(4, "no recorded support reason is none", "SG1d", "ELSE 'Not Known' END AS category",
            "ELSE 'No Support Reason' END AS category"),
    Mistake(4, "a support reason is in another group", "SG1d", "'sensory-dual' THEN 'Sensory Support'",
            "'sensory-dual' THEN 'Social Support'"),
    Mistake(5, "an enquiry counts for each risk, by type and source", "SG2a", ONCE, EACH),
    Mistake(5, "an enquiry counts for each risk, by type and place", "SG2a_b1", ONCE, EACH),
    Mistake(5, "an enquiry counts for each risk, by place and source", "SG2b", ONCE, EACH),
    Mistake(5, "an enquiry counts for each risk, by finding", "SG2c", ONCE, EACH),
    Mistake(5, "an enquiry counts for each risk, by outcome", "SG2e", ONCE, EACH),
    Mistake(5, "a blank finding is a result", "SG2c", "WHERE r.finding <> ''", ""),
    Mistake(5, "a blank outcome is one", "SG2e", " AND r.outcome <> ''", ""),
    Mistake(5, "an outcome counts only where something was done", "SG2e", "('risk-action', 'risk-no-action')", "('risk-action')"),
    Mistake(5, "self-neglect is always by somebody known", "SG2a", "CASE r.source",
            "CASE CASE WHEN r.risk_type = 'self-neglect' THEN 'known-to-adult' ELSE r.source END"),
    Mistake(6, "yes and no stand the wrong way round", "SG3a", "WHEN 'no' THEN 'Yes, they lacked capacity' WHEN 'yes'",
            "WHEN 'yes' THEN 'Yes, they lacked capacity' WHEN 'no'"),
    Mistake(6, "blank is not known", "SG3a", "ELSE 'Not recorded'", "ELSE 'Don''t know'"),
    Mistake(6, "support is counted whoever had capacity", "SG3a", "had_capacity = 'no' AND supported = 1", "supported = 1"),
    Mistake(6, "support is counted where there was none", "SG3a", "had_capacity = 'no' AND supported = 1", "had_capacity = 'no'"),
    *(Mistake(6, f"{one} is no support", "flat_enquiry", f"'{one}'", "'somebody'") for one in ("advocate", "imca", "family", "friend")),
    Mistake(6, "nobody is support", "flat_enquiry", "'advocate'", "'none', 'advocate'"),
    Mistake(7, "a wish overrides the answer", "SG4a", "CASE WHEN asked <> '' THEN asked WHEN has_wish", "CASE WHEN has_wish"),
    Mistake(7, "a wish is no answer", "SG4a", "WHEN has_wish = 1 THEN 'yes-expressed'", ""),
    Mistake(7, "a conversation is no answer", "SG4a", "WHEN was_asked = 1 THEN 'yes-nothing-expressed'", ""),
    Mistake(7, "a conversation about the concern is no answer", "flat_talked", "COALESCE(t.enquiry_id, e.id)", "t.enquiry_id"),
    Mistake(7, "a conversation about the enquiry is no answer", "flat_talked", "COALESCE(t.enquiry_id, e.id)", "e.id"),
    Mistake(7, "any conversation is an answer", "flat_talked", "AND t.asked_what_they_want = 'yes'", ""),
    Mistake(7, "a withdrawn wish was never expressed", "flat_tally", "AND w.in_error_at IS NULL",
            "AND w.in_error_at IS NULL AND w.withdrawn_on IS NULL"),
    Mistake(7, "a withdrawn wish stands", "flat_tally", "w.withdrawn_on IS NULL AND r.id IS NULL", "r.id IS NULL"),
    Mistake(7, "a wish withdrawn after the year stands", "flat_tally", "w.withdrawn_on IS NULL AND r.id",
            "(w.withdrawn_on IS NULL OR w.withdrawn_on > '2026-03-31') AND r.id"),
    Mistake(7, "partly met is not met", "flat_tally", "rating = 'not-met'", "rating <> 'met'"),
    Mistake(7, "partly met is met", "flat_tally", "rating = 'met' THEN", "rating <> 'not-met' THEN"),
    Mistake(7, "where the adult was not asked nothing counts", "flat_tally", OWN_FIRST,
            f"CASE WHEN COALESCE(own, '') = '' THEN '' ELSE {OWN_FIRST} END"),
    Mistake(7, "a replaced wish stands", "flat_tally", "w.withdrawn_on IS NULL AND r.id IS NULL", "w.withdrawn_on IS NULL"),
    Mistake(7, "a withdrawn wish replaces nothing", "flat_tally", "n.id = w.replaces_id\n    WHERE",
            "n.id = w.replaces_id\n    WHERE w.withdrawn_on IS NULL AND"),
    Mistake(7, "an unrated wish counts as not met", "SG4a", RATED, "answer = 'yes-expressed' AND standing > 0"),
    Mistake(7, "no wish that stands is an outcome", "SG4a", RATED, "answer = 'yes-expressed' AND unrated = 0"),
    Mistake(7, "achieved counts whatever was answered", "SG4a", RATED, "standing > 0 AND unrated = 0"),
    Mistake(7, "the professional's judgement comes first", "flat_tally", OWN_FIRST,
            "COALESCE(NULLIF(professional, 'declined'), NULLIF(own, 'declined'), '')"),
    Mistake(7, "a declined judgement is one", "flat_tally", OWN_FIRST, "COALESCE(own, NULLIF(professional, 'declined'), '')"),
    Mistake(7, "the professional's judgement is never looked at", "flat_tally", OWN_FIRST, "COALESCE(NULLIF(own, 'declined'), '')"),
    Mistake(7, "one met wish is full", "SG4a", "met = standing THEN 'Fully", "met > 0 THEN 'Fully"),
    Mistake(7, "one unmet wish is none", "SG4a", "not_met = standing", "not_met > 0"),
    Mistake(8, "one who died is not enough", "SG5a", "CASE WHEN EXISTS", "CASE WHEN NOT EXISTS"),
    Mistake(8, "a person counts once for each review", "SG5b", ONCE, EACH),
    Mistake(8, "everybody in a review was seriously harmed and died", "SG5b", "AND p.died = 1", ""),
    Mistake(8, "everybody in a review was seriously harmed and survived", "SG5b", "AND p.survived = 1", ""),
)  # fmt: skip

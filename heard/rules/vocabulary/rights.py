"""What words describe capacity, representation and sharing?"""

from heard.rules.labelled import Labelled


class CapacityConclusion(Labelled):
    HAS = "has-capacity", "Can make this decision at this time"
    LACKS = "lacks-capacity", "Lacks capacity to make this decision at this time"
    NOT_CONCLUDED = "not-concluded", "Not concluded yet"


class AuthorityKind(Labelled):
    """Who may decide for somebody, and about what. None of them says anything about a decision outside its scope."""

    LPA_PROPERTY = "lpa-property", "Lasting power of attorney: property and financial affairs"
    LPA_HEALTH = "lpa-health", "Lasting power of attorney: health and welfare"
    ENDURING = "enduring-power", "Enduring power of attorney"
    DEPUTY_PROPERTY = "deputy-property", "Deputy: property and affairs"
    DEPUTY_WELFARE = "deputy-welfare", "Deputy: health and welfare"
    APPOINTEE = "appointee", "Appointee for benefits"
    ADVANCE_DECISION = "advance-decision", "Advance decision to refuse treatment"


class DifficultyArea(Labelled):
    """The four areas of substantial difficulty in being involved (Care Act 2014 s68(3)): not the same as lacking capacity."""

    UNDERSTANDING = "understanding", "Understanding relevant information"
    RETAINING = "retaining", "Retaining that information"
    USING = "using-or-weighing", "Using or weighing it as part of being involved"
    COMMUNICATING = "communicating", "Communicating their views, wishes or feelings"


class AdvocateKind(Labelled):
    CARE_ACT = "care-act", "Independent advocate (Care Act)"
    IMCA = "imca", "Independent mental capacity advocate (IMCA)"


class ImcaPoint(Labelled):
    """When instructing an IMCA is considered: at both, for everybody who lacks capacity to agree to a protective measure."""

    PLANNING = "planning", "Planning the enquiry"
    PLAN = "plan", "Making the safeguarding plan"


class LawfulBasis(Labelled):
    """UK GDPR article 6 and the Data Protection Act 2018; agreement is kept apart from the basis."""

    PUBLIC_TASK = "public-task", "Public task"
    LEGAL_OBLIGATION = "legal-obligation", "Legal obligation"
    VITAL_INTERESTS = "vital-interests", "Vital interests"
    CONSENT = "consent", "Consent"

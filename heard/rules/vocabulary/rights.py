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


class AppropriateTest(Labelled):
    """What is asked of somebody who would help the adult to be involved. ``rules/appropriate_person.py`` says which must be met."""

    NOT_PAID = "not-paid", "They do not care for the adult for pay or as a professional"
    WANTED = "adult-wants-them", "The adult wants them and agrees"
    BEST_INTERESTS = "best-interests", "The adult cannot agree or refuse, and it is in their best interests"
    FACILITATES = "helps-them-take-part", "They are able and free to help the adult take part, not only to act for them"
    NO_RISK = "not-a-risk", "They are not part of what is looked into, and may not pose a risk"


class AdvocateAsWell(Labelled):
    """Why an advocate may be owed although somebody appropriate helps the adult."""

    DISAGREEMENT = "disagreement", "The council and that person disagree, and both think an advocate would help"
    HOSPITAL = "hospital-stay", "The adult is likely to be in an NHS hospital for 28 days or more"
    CARE_HOME = "care-home-stay", "The adult is likely to be in a care home for 8 weeks or more"


class ImcaGround(Labelled):
    """What speaks for instructing an IMCA, for an adult who lacks capacity to agree to a protective measure."""

    SERIOUS_RISK = "serious-risk", "Serious exposure to risk: death, serious injury, illness or distress"
    LIFE_CHANGING = "life-changing", "A life-changing decision, where asking the family would not be enough"
    CONFLICT = "conflict-of-views", "Views of the adult’s best interests conflict"
    FINANCIAL = "financial-abuse", "Financial abuse that gravely affects their welfare"


class BestInterestsFactor(Labelled):
    """What is considered before a decision is made for somebody, each if only to set it aside (Mental Capacity Act 2005 s4)."""

    NOT_ASSUMED = "nothing-assumed", "Nothing assumed from age, appearance, condition or behaviour"
    CIRCUMSTANCES = "all-circumstances", "Everything relevant to this decision"
    MAY_REGAIN = "may-regain-capacity", "Whether and when the adult may be able to decide, and whether it can wait"
    TAKE_PART = "take-part", "How the adult was helped to take part"
    BELIEFS = "beliefs-and-values", "Their beliefs and values, and what else they would consider"
    LIFE = "life-sustaining", "Where it is about life-sustaining treatment: no wish to bring about death"

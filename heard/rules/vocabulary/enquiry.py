"""What words describe an enquiry, its risks and its end?"""

from heard.rules.labelled import Labelled


class EnquiryKind(Labelled):
    SECTION_42 = "section-42", "Section 42 enquiry"
    OTHER = "other", "Other enquiry"


class Stage(Labelled):
    """When in the adult's journey something was said or done."""

    CONCERN = "concern", "When the concern was raised"
    DECISION = "decision", "Deciding what to do"
    PLANNING = "planning", "Planning the enquiry"
    ENQUIRY = "enquiry", "During the enquiry"
    PLAN = "plan", "Making the safeguarding plan"
    REVIEW = "review", "Reviewing the plan"
    CLOSING = "closing", "Closing"
    AFTER_CLOSING = "after-closing", "After closing"


class SupportedBy(Labelled):
    ADVOCATE = "advocate", "Independent advocate"
    IMCA = "imca", "Independent mental capacity advocate (IMCA)"
    FAMILY = "family", "Family"
    FRIEND = "friend", "Friend"
    NONE = "none", "Nobody"


class ClosingView(Labelled):
    AGREES = "agrees", "Agrees with closing"
    DISAGREES = "disagrees", "Disagrees with closing"
    NOT_ASKED = "not-asked", "Was not asked"
    UNABLE = "unable", "Was not able to say"


class RiskType(Labelled):
    PHYSICAL = "physical", "Physical abuse"
    SEXUAL = "sexual", "Sexual abuse"
    PSYCHOLOGICAL = "psychological", "Psychological abuse"
    FINANCIAL = "financial", "Financial or material abuse"
    DISCRIMINATORY = "discriminatory", "Discriminatory abuse"
    ORGANISATIONAL = "organisational", "Organisational abuse"
    NEGLECT = "neglect", "Neglect and acts of omission"
    DOMESTIC = "domestic", "Domestic abuse"
    SEXUAL_EXPLOITATION = "sexual-exploitation", "Sexual exploitation"
    MODERN_SLAVERY = "modern-slavery", "Modern slavery"
    SELF_NEGLECT = "self-neglect", "Self-neglect"


class RiskSource(Labelled):
    PROVIDER = "service-provider", "Service provider"
    KNOWN = "known-to-adult", "Known to the adult"
    UNKNOWN = "unknown-to-adult", "Not known to the adult"


class RiskLocation(Labelled):
    OWN_HOME = "own-home", "Own home"
    COMMUNITY = "community", "In the community"
    COMMUNITY_SERVICE = "community-service", "In a community service"
    CARE_HOME_NURSING = "care-home-nursing", "Care home: nursing"
    CARE_HOME_RESIDENTIAL = "care-home-residential", "Care home: residential"
    HOSPITAL_ACUTE = "hospital-acute", "Hospital: acute"
    HOSPITAL_MENTAL = "hospital-mental-health", "Hospital: mental health"
    HOSPITAL_COMMUNITY = "hospital-community", "Hospital: community"
    OTHER = "other", "Somewhere else"


class Finding(Labelled):
    RISK_ACTION = "risk-action", "Risk identified and action taken"
    RISK_NO_ACTION = "risk-no-action", "Risk identified and no action taken"
    INCONCLUSIVE_ACTION = "inconclusive-action", "Risk assessment inconclusive and action taken"
    INCONCLUSIVE_NO_ACTION = "inconclusive-no-action", "Risk assessment inconclusive and no action taken"
    NO_RISK_ACTION = "no-risk-action", "No risk identified and action taken"
    NO_RISK_NO_ACTION = "no-risk-no-action", "No risk identified and no action taken"
    CEASED = "ceased-at-adults-request", "Enquiry ceased at the adult's request"


FINDINGS_WITH_OUTCOME = (Finding.RISK_ACTION, Finding.RISK_NO_ACTION)


class RiskOutcome(Labelled):
    REMOVED = "removed", "Risk removed"
    REDUCED = "reduced", "Risk reduced"
    REMAINED = "remained", "Risk remained"


class RiskLevel(Labelled):
    LOW = "low", "Low"
    MEDIUM = "medium", "Medium"
    HIGH = "high", "High"
    NOT_KNOWN = "not-known", "Not known"


class ReasonForClosing(Labelled):
    ENQUIRY_COMPLETE = "enquiry-complete", "The enquiry is complete and no plan is needed"
    PLAN_COMPLETE = "plan-complete", "The safeguarding plan is complete"
    ADULTS_REQUEST = "adults-request", "The adult asked us to stop"
    MET_BY_CONVERSATION = "met-by-conversation", "The conversation already held met the enquiry"
    DIED = "died", "The adult has died"
    MOVED = "moved", "Another council now leads"
    OTHER = "other", "Another reason"


class PlanOwner(Labelled):
    ADULT = "adult", "The adult"
    NETWORK = "network", "Somebody in the adult's network"
    WORKER = "worker", "A member of staff"
    ORGANISATION = "organisation", "Another organisation"


class PlanView(Labelled):
    """What the adult says about the safeguarding plan."""

    AGREES = "agrees", "Agrees with the plan"
    PARTLY = "agrees-in-part", "Agrees with some of it"
    DISAGREES = "disagrees", "Does not agree with it"
    NOT_ASKED = "not-asked", "Has not been asked"
    UNABLE = "unable", "Was not able to say"


class StillWanted(Labelled):
    """What the adult answers at a review: is this still what you want?"""

    YES = "yes", "Yes, still what they want"
    CHANGED = "changed", "No, something has changed"
    NOT_ASKED = "not-asked", "They have not been asked"


class NotAskedBecause(Labelled):
    """Why an enquiry closes without the adult having been asked about closing."""

    DIED = "died", "The adult died before we could ask"
    COULD_NOT_REACH = "could-not-reach", "The adult could not be reached"
    DID_NOT_WANT = "did-not-want", "The adult did not want to be asked"
    WOULD_INCREASE_RISK = "would-increase-risk", "Asking would have increased the risk"
    ANOTHER_SPOKE = "another-spoke", "A representative or advocate was asked instead"
    OTHER = "other", "Another reason"


class ChecklistItem(Labelled):
    """What is thought of before an enquiry closes and is not already known from the record."""

    SUPPORT = "support", "Referral for an assessment or support made, or advice given"
    ORGANISATIONS = "organisations", "Every organisation involved told"
    PERSON_OF_RISK = "person-who-may-pose-a-risk", "Action about the person or organisation that may pose a risk"
    OTHERS = "others", "Action for other people at risk, children included"
    REVIEW = "review-considered", "A Safeguarding Adult Review considered, and lessons noted"
    CONTACT = "who-to-contact", "The adult knows who to contact if it happens again"


class ChecklistAnswer(Labelled):
    DONE = "done", "Done"
    NOT_NEEDED = "not-needed", "Not needed"
    NOT_YET = "not-yet", "Not done yet"


class BeforeCeasing(Labelled):
    """What is asked before an enquiry stops because the adult asks."""

    OTHERS_AT_RISK = "others-at-risk", "Is anybody else at risk?"
    COERCION = "coercion", "Might somebody be pressing or controlling the adult?"
    CRIME = "crime", "May a crime have been committed?"
    POSITION_OF_TRUST = "position-of-trust", "Does the person who may pose a risk work or volunteer with adults or children?"

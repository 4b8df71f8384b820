"""What words describe a concern, the adult's agreement, and the decision about it?"""

from heard.rules.labelled import Labelled


class RaisedBy(Labelled):
    ADULT = "adult", "The adult"
    FAMILY = "family-or-friend", "Family or friend"
    CARER = "carer", "Carer (unpaid)"
    CARE_PROVIDER = "care-provider", "Care provider"
    NHS = "nhs", "NHS"
    POLICE = "police", "Police"
    HOUSING = "housing", "Housing"
    ADVOCATE = "advocate", "Advocate"
    COUNCIL = "council", "Council"
    VOLUNTARY = "voluntary-sector", "Voluntary sector"
    PUBLIC = "member-of-public", "Member of the public"
    ANONYMOUS = "anonymous", "Did not want to say"
    OTHER = "other", "Someone else"


class Agreement(Labelled):
    """Did the adult agree to the concern being raised, as far as whoever recorded it knows or believed?"""

    AGREED = "agreed", "Yes, they agreed"
    REFUSED = "refused", "No, they did not want it raised"
    NOT_ASKED = "not-asked", "They have not been asked"
    UNABLE = "unable", "The person raising it believed they could not say"


class Ground(Labelled):
    """Why a concern was raised or acted on without the adult's agreement. Assembled from several councils' procedures."""

    ASKING_INCREASES_RISK = "asking-increases-risk", "Asking would increase the risk"
    NOT_PRACTICABLE = "not-practicable", "It was not practicable to ask in time"
    BEST_INTERESTS = "lacks-capacity-best-interests", "They lack capacity to decide this, and it is in their best interests"
    OTHERS_AT_RISK = "others-at-risk", "Other people are at risk"
    CRIME = "crime", "A crime may have been committed"
    COERCION = "coercion", "They may be coerced or controlled"
    PUBLIC_INTEREST = "public-interest", "It is in the public interest"
    VITAL_INTEREST = "vital-interest", "To protect life or prevent serious harm"
    COURT_OR_STATUTE = "court-or-statute", "A court order or other legal authority"


class Danger(Labelled):
    NOW = "now", "Yes, somebody is in danger now"
    SOON = "soon", "Not this minute, but soon"
    NO = "no", "No"
    NOT_KNOWN = "not-known", "I do not know"


class Channel(Labelled):
    PUBLIC = "public", "Public form"
    STAFF = "staff", "Taken by staff"
    IMPORTED = "imported", "Brought in from another system"


class ConcernState(Labelled):
    WAITING = "waiting", "Waiting for a decision"
    DECIDED = "decided", "Decided"


class SectionDecision(Labelled):
    SECTION_42 = "section-42", "Section 42 enquiry"
    OTHER = "other-enquiry", "Other enquiry"
    NO_ENQUIRY = "no-enquiry", "No enquiry"


class OtherRoute(Labelled):
    """Where a concern that needs no enquiry goes instead."""

    ADVICE = "advice", "Information and advice given"
    ASSESSMENT = "assessment", "Care and support assessment"
    CARERS_ASSESSMENT = "carers-assessment", "Carer's assessment"
    COMPLAINT = "complaint", "Complaint"
    QUALITY = "quality", "Quality or contract monitoring"
    POSITION_OF_TRUST = "position-of-trust", "Person in a position of trust process"
    MULTI_AGENCY = "multi-agency-risk", "Multi-agency risk management"
    DOMESTIC_ABUSE = "domestic-abuse", "Domestic abuse service"
    POLICE = "police", "Police"
    CHILDREN = "childrens-services", "Children's services"
    OTHER_COUNCIL = "other-council", "The council for where the adult is now"
    NONE = "none", "Nothing further"


class TellReferrer(Labelled):
    """All that a referrer may be told without a recorded basis: never words, whereabouts or outcome."""

    RECEIVED = "received", "We have received your concern"
    BEING_LOOKED_INTO = "being-looked-into", "Your concern is being looked into"
    ENDED = "ended", "Our work on your concern has ended"

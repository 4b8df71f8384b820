"""What words does a learning record use?"""

from heard.rules.labelled import Labelled


class LearningKind(Labelled):
    """What was done to learn."""

    READING = "reading", "Reading, or a resource in Heard"
    COURSE = "course", "A course, a talk or training"
    PRACTICE = "practice", "Something from practice"
    SUPERVISION = "supervision", "Supervision"
    GROUP = "group", "A reflective meeting or group supervision"
    FEEDBACK = "feedback", "Feedback from a person or a colleague"
    AUDIT = "audit", "An audit or a review"
    OTHER = "other", "Something else"


class Topic(Labelled):
    """What Heard's own learning resources are about: the slug of each, which a review's learning can be attached to."""

    EARLY_SIGNS = "early-warning-signs", "Safeguarding early warning signs"
    WHAT = "what-is-safeguarding", "What is safeguarding"
    POLICY = "policy-and-procedure", "Safeguarding policy and procedure"
    QUALITY = "quality-and-safeguarding", "The difference between quality and safeguarding"
    PERSON = "person-centred-approaches", "Person-centred approaches"
    CURIOSITY = "professional-curiosity", "Professional curiosity"
    RISK = "risk-assessment", "Risk assessment"
    MSP = "making-safeguarding-personal", "Making Safeguarding Personal"
    CAPACITY = "mental-capacity", "Mental capacity"
    ADVOCACY = "advocacy", "Advocacy"
    CONSENT = "consent", "Consent"


class StartedFrom(Labelled):
    """What made somebody write. A kind only: no case and no person is named, here or in the database."""

    NOTHING = "nothing", "Nothing in particular"
    RESOURCE = "resource", "A learning resource"
    CASE_CLOSED = "case-closed", "A piece of work that ended"
    AUDIT_ANSWER = "audit-answer", "An answer in an audit"
    REVIEW = "review", "A review"


class DiscussedWith(Labelled):
    """With whom it was talked over: a kind of person, never a name."""

    NOBODY = "nobody", "Nobody yet"
    COLLEAGUE = "colleague", "A colleague"
    GROUP = "group", "A reflective team meeting or group supervision"
    SUPERVISOR = "supervisor", "My supervisor or manager"
    COURSE = "course", "People on a course or at a conference"
    OTHER = "other", "Another professional"

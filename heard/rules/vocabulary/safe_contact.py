"""What words describe how it is safe to reach the adult?"""

from heard.rules.labelled import Labelled


class Way(Labelled):
    """A way to reach the adult."""

    PHONE = "phone", "Phone"
    TEXT = "text", "Text message"
    POST = "post", "Post"
    EMAIL = "email", "E-mail"
    VISIT = "visit", "Visit"


class SafeTime(Labelled):
    """A part of the week."""

    MORNING = "weekday-morning", "Weekday mornings, before midday"
    AFTERNOON = "weekday-afternoon", "Weekday afternoons, midday to 5pm"
    EVENING = "weekday-evening", "Weekday evenings, after 5pm"
    WEEKEND = "weekend", "Saturdays and Sundays"


class Day(Labelled):
    """A day of the week, Monday first."""

    MONDAY = "monday", "Monday"
    TUESDAY = "tuesday", "Tuesday"
    WEDNESDAY = "wednesday", "Wednesday"
    THURSDAY = "thursday", "Thursday"
    FRIDAY = "friday", "Friday"
    SATURDAY = "saturday", "Saturday"
    SUNDAY = "sunday", "Sunday"


class Watched(Labelled):
    """What somebody else opens, answers, reads or listens in on."""

    POST = "post", "Post is opened or seen by somebody else"
    PHONE = "phone", "The phone is shared, answered or looked through"
    EMAIL = "email", "E-mail or online accounts are read"
    HOME = "home", "Somebody listens or watches at home"


class SentHow(Labelled):
    """How a document leaves."""

    POST = "post", "By post"
    EMAIL = "email", "By e-mail, from your own mailbox"
    IN_PERSON = "in-person", "Handed over in person"
    READ_ALOUD = "read-aloud", "Read aloud on a visit, nothing left behind"


class DocumentKind(Labelled):
    """What is written about. The label is the worker's; on the paper stands a neutral title."""

    WHAT_SAFEGUARDING_IS = "what-safeguarding-is", "What safeguarding is"
    WHAT_WE_TALKED_ABOUT = "what-we-talked-about", "What we talked about"
    WHAT_YOU_WANT = "what-you-want", "What you said you want"
    WHAT_YOU_TOLD_US = "what-you-told-us", "What you told us"
    YOUR_PLAN = "your-plan", "Your plan"
    WHAT_HAPPENED = "what-happened", "What happened"
    OUR_QUESTIONS = "our-questions", "What we want to ask you"
    DECISION = "decision", "What we decided"
    INVITATION = "invitation", "Invitation to a talk or a meeting"
    CLOSING = "closing", "We have finished"
    FEEDBACK_REQUEST = "feedback-request", "How was it? Asking for a say"
    FEEDBACK_FROM_ANOTHER = "feedback-from-another", "How was it? Asking somebody who spoke for the adult"
    RECEIPT = "receipt", "Receipt to the person who raised the concern"

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
    IN_PERSON = "in-person", "Handed over in person"
    READ_ALOUD = "read-aloud", "Read aloud on a visit, nothing left behind"


class DocumentKind(Labelled):
    WHAT_YOU_TOLD_US = "what-you-told-us", "What you told us"

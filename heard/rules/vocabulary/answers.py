"""What may somebody answer?"""

from heard.rules.labelled import Labelled


class YesNo(Labelled):
    YES = "yes", "Yes"
    NO = "no", "No"


class Answer(Labelled):
    """A human answer. Not known means somebody was asked and did not know; a blank means nobody recorded an answer."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not-known", "Not yet known"

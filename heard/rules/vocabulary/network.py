"""What words describe the people in an adult's life?"""

from heard.rules.labelled import Labelled


class MemberKind(Labelled):
    """Who somebody is to the adult."""

    FAMILY = "family", "Family"
    FRIEND = "friend", "Friend"
    NEIGHBOUR = "neighbour", "Neighbour"
    CARER = "carer", "Unpaid carer"
    PROFESSIONAL = "professional", "Paid carer or professional"
    OTHER = "other", "Somebody else"


class ShownTo(Labelled):
    """Who looks at the network."""

    STAFF = "staff", "Staff who may open the case"
    ADULT = "adult", "The adult"
    REPRESENTATIVE = "representative", "Somebody who represents the adult"

"""What words describe how the adult was heard and what they want?"""

from heard.rules.labelled import Labelled


class Method(Labelled):
    FACE_TO_FACE = "face-to-face", "Face to face"
    VIDEO = "video", "Video call"
    PHONE = "phone", "Phone"
    TEXT = "text", "Text message"
    LETTER = "letter", "Letter"
    PICTURES = "pictures", "Pictures"
    OBSERVATION = "observation", "Being with them and watching"


class Alone(Labelled):
    YES = "yes", "Yes"
    NO = "no", "No"
    WISHED_COMPANY = "adult-wished-company", "No, the adult wanted company"
    NOT_POSSIBLE = "not-possible", "No, it was not possible"


class NotHeardBecause(Labelled):
    ASLEEP_OR_UNWELL = "asleep-or-unwell", "They were asleep or unwell"
    CAPACITY_FLUCTUATES = "capacity-fluctuates", "Their capacity fluctuates and this was not a good time"
    WOULD_INCREASE_RISK = "would-increase-risk", "It would have increased the risk"
    COULD_NOT_REACH = "could-not-reach", "They could not be reached"
    DECLINED = "declined", "They did not want to talk"
    NO_COMMUNICATION_SUPPORT = "no-communication-support", "Communication support was not there"
    URGENT_ACTION_FIRST = "urgent-action-first", "Urgent action had to come first"


class Asked(Labelled):
    YES_EXPRESSED = "yes-expressed", "Yes, and they said what they want"
    YES_NOTHING = "yes-nothing-expressed", "Yes, and they did not say what they want"
    NO = "no", "No"
    NOT_KNOWN = "not-known", "Not known"


class ExpressedBy(Labelled):
    ADULT = "adult", "The adult"
    REPRESENTATIVE = "representative", "The adult's representative"
    ADVOCATE = "advocate", "The adult's advocate"


class Judge(Labelled):
    """Who judged whether what was wanted happened."""

    ADULT = "adult", "The adult"
    REPRESENTATIVE = "representative", "The adult's representative"
    ADVOCATE = "advocate", "The adult's advocate"
    PROFESSIONAL = "professional", "The professional"


class Rating(Labelled):
    MET = "met", "Met"
    PARTLY_MET = "partly-met", "Partly met"
    NOT_MET = "not-met", "Not met"
    DECLINED = "declined", "Did not want to say"


class WishCategory(Labelled):
    BE_SAFER = "be-safer", "To be safer"
    FEEL_SAFER = "feel-safer", "To feel safer"
    KEEP_RELATIONSHIP = "keep-relationship", "To keep a relationship"
    NO_CONTACT = "no-contact", "No contact with somebody"
    NEW_FRIENDS = "new-friends", "To make new friends"
    RECOVER = "recover", "Help to recover"
    JUSTICE = "justice", "Justice"
    APOLOGY = "apology", "An apology"
    NOT_TO_OTHERS = "not-happen-to-others", "That it does not happen to anybody else"
    CONTROL = "control", "To keep control"
    BE_INVOLVED = "be-involved", "To be involved"
    MAKE_CHOICES = "make-choices", "To make choices"
    PROTECT_SELF = "protect-self", "To be able to protect themselves"
    KNOW_WHERE = "know-where-to-get-help", "To know where to get help"
    CHANGE_CARE = "change-care", "A change to their care"
    SOMETHING_BACK = "something-back", "Something given back"
    OTHER = "other", "Something else"


class WhatTheySaid(Labelled):
    """What the adult answered when asked what they want. All three are answers."""

    WISHES = "wishes", "They said what they want"
    LEAVE_ME_ALONE = "leave-me-alone", "They want to be left alone"
    NOTHING = "nothing-expressed", "They did not say what they want"


class OfferAnswer(Labelled):
    """What the adult answered when offered a say on how it went. All of them settle that it was offered."""

    YES = "yes", "Yes, they want to say how it was"
    LATER = "later", "Not now, perhaps later"
    NO = "no", "No, they do not want to"
    NO_ANSWER = "no-answer", "No answer yet"


IN_THEIR_WORDS: dict[Rating, str] = {
    Rating.MET: "Yes", Rating.PARTLY_MET: "Some of it", Rating.NOT_MET: "No", Rating.DECLINED: "I do not want to say",
}  # fmt: skip

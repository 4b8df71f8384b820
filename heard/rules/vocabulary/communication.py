"""What words describe how an adult communicates, what matters to them and how much they want to be involved?"""

from heard.rules.labelled import Labelled
from heard.rules.vocabulary.adult import CommunicationNeed


class NeedGroup(Labelled):
    """The four groups of the Accessible Information Standard, and longer appointments beside them."""

    CONTACT = "contact-method", "How to get in touch"
    FORMAT = "information-format", "The form information comes in"
    PROFESSIONAL = "communication-professional", "A communication professional"
    SUPPORT = "communication-support", "Support to communicate"
    LONGER = "longer-appointments", "More time"


GROUP_OF: dict[CommunicationNeed, NeedGroup] = {
    CommunicationNeed.TEXT_RELAY: NeedGroup.CONTACT,
    CommunicationNeed.EMAIL_ONLY: NeedGroup.CONTACT,
    CommunicationNeed.EASY_READ: NeedGroup.FORMAT,
    CommunicationNeed.LARGE_PRINT: NeedGroup.FORMAT,
    CommunicationNeed.BRAILLE: NeedGroup.FORMAT,
    CommunicationNeed.AUDIO: NeedGroup.FORMAT,
    CommunicationNeed.READ_ALOUD: NeedGroup.FORMAT,
    CommunicationNeed.PICTURES: NeedGroup.FORMAT,
    CommunicationNeed.BSL: NeedGroup.PROFESSIONAL,
    CommunicationNeed.LIPSPEAKER: NeedGroup.PROFESSIONAL,
    CommunicationNeed.DEAFBLIND_GUIDE: NeedGroup.PROFESSIONAL,
    CommunicationNeed.MAKATON: NeedGroup.SUPPORT,
    CommunicationNeed.ADVOCATE_SUPPORT: NeedGroup.SUPPORT,
    CommunicationNeed.LONGER: NeedGroup.LONGER,
}


class NeedsStep(Labelled):
    """The six steps of the standard."""

    IDENTIFY = "identify", "Ask what they need"
    RECORD = "record", "Write it down"
    FLAG = "flag", "Show it wherever they are met"
    SHARE = "share", "Tell others who need to know"
    MEET = "meet", "Do it"
    REVIEW = "review", "Ask again whether it was met"


class Met(Labelled):
    """What the adult says, asked whether what they need was met."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


class AboutMeHeading(Labelled):
    """What an adult may want others to know. Every heading is optional."""

    IMPORTANT = "important-to-me", "What is most important to me"
    PEOPLE = "people", "People who are important to me"
    COMMUNICATE = "communicate", "How I communicate and how to communicate with me"
    WELLNESS = "wellness", "My wellness"
    DO_AND_DO_NOT = "please-do-and-do-not", "Please do and please don’t"
    SUPPORT = "how-and-when", "How and when to support me"
    ALSO = "also", "Also worth knowing about me"


class HowMuch(Labelled):
    """How much the adult wants to be involved. Each is a good answer."""

    EVERYTHING = "everything", "In everything, meetings too"
    DECISIONS = "decisions", "Asked before anything is decided"
    TOLD = "told", "Told what happens"
    THROUGH_SOMEBODY = "through-somebody", "Somebody speaks for me"
    LITTLE = "little", "As little as possible"
    NOT_DECIDED = "not-decided", "They have not decided"

"""What words describe how an adult, or somebody who speaks for them, said it was?"""

from heard.rules.labelled import Labelled


class Who(Labelled):
    """Whose experience it is. The two are never added together."""

    ADULT = "adult", "The adult"
    REPRESENTATIVE = "representative", "Somebody who spoke for the adult"


class Wording(Labelled):
    """In which words the questions were put."""

    ADULT = "adult", "Plain English, to the adult"
    EASY_READ = "easy-read", "Easy Read, to the adult"
    REPRESENTATIVE = "representative", "To somebody who spoke for the adult"


class Asking(Labelled):
    """Which of the two times they were asked."""

    AT_CLOSING = "at-closing", "As the enquiry closed"
    AFTER_CLOSING = "after-closing", "Again, after it had closed"


class AnsweredHow(Labelled):
    PAGE = "page", "On their own page"
    PAPER = "paper", "On paper"
    PHONE = "phone", "By phone"
    VISIT = "visit", "On a visit"


class AskedBy(Labelled):
    """Who put the questions."""

    SOMEBODY_ELSE = "somebody-else", "Somebody who did not lead the enquiry"
    LEAD = "lead", "Whoever led the enquiry"
    NOBODY = "nobody", "Nobody: they answered by themselves"


class AskingEnded(Labelled):
    """How the asking ended. All three are kept."""

    ANSWERED = "answered", "They answered"
    DECLINED = "declined", "They did not want to"
    UNABLE = "unable", "They could not be asked, or could not answer"


class AskingWent(Labelled):
    """How an asking went, for the figures: each asking with a name is one of these.

    Practice: Making Safeguarding Personal outcomes framework; Salford: answers are swayed when the enquiry lead asks.
    """

    TO_ANOTHER = "to-another", "They answered, and the enquiry’s lead did not ask"
    TO_THE_LEAD = "to-the-lead", "They answered, and the enquiry’s lead asked"
    DECLINED = AskingEnded.DECLINED, AskingEnded.DECLINED.label
    UNABLE = AskingEnded.UNABLE, AskingEnded.UNABLE.label


class AnswerKind(Labelled):
    """What an answer of a questionnaire means for the figures."""

    VIEW = "view", "A view"
    NOT_SURE = "not-sure", "Not sure"
    NOT_SAY = "not-say", "Do not want to say"


class Counted(Labelled):
    """The four groups that are counted apart."""

    ADULT = "adult", "Adults"
    REPRESENTATIVE = "representative", "People who spoke for an adult"
    ANONYMOUS_ADULT = "anonymous-adult", "Adults, without a name"
    ANONYMOUS_REPRESENTATIVE = "anonymous-representative", "People who spoke for an adult, without a name"


WORDINGS_FOR: dict[Who, tuple[Wording, ...]] = {
    Who.ADULT: (Wording.ADULT, Wording.EASY_READ),
    Who.REPRESENTATIVE: (Wording.REPRESENTATIVE,),
}

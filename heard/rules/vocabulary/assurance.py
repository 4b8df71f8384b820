"""What words describe audits of case files, Safeguarding Adult Reviews, and what was learnt?"""

from heard.rules.labelled import Labelled


class Principle(Labelled):
    """The six principles of adult safeguarding (Care and Support Statutory Guidance, chapter 14)."""

    EMPOWERMENT = "empowerment", "Empowerment"
    PREVENTION = "prevention", "Prevention"
    PROPORTIONALITY = "proportionality", "Proportionality"
    PROTECTION = "protection", "Protection"
    PARTNERSHIP = "partnership", "Partnership"
    ACCOUNTABILITY = "accountability", "Accountability"


class Theme(Labelled):
    """What audits and reviews find again and again; one for each of the seventeen questions of our own set."""

    SEEN_ALONE = "seen-alone", "Seen and heard alone"
    AGREEMENT = "agreement", "Agreement, and being told"
    WHAT_THEY_WANT = "what-they-want", "Asked what they want"
    COMMUNICATION = "communication", "Communication needs met"
    DECISION = "decision", "Decisions with reasons, and history"
    ADVOCACY = "advocacy", "Helped to be involved"
    CAPACITY = "capacity", "Mental capacity"
    MAKING_ENQUIRIES = "making-enquiries", "Who makes the enquiry"
    RISK = "risk", "How risk is seen"
    MEETINGS = "meetings", "Meetings"
    PLAN = "plan", "The safeguarding plan"
    OTHER_ROUTES = "other-routes", "Police, regulators and other routes"
    NETWORK = "network", "Family, network and carers"
    CLOSING = "closing", "How it ends"
    RECORDING = "recording", "Recording"
    EQUALITY = "equality", "Equality"
    RECOGNISE = "recognise", "Would they recognise themselves?"


class Answered(Labelled):
    """What an auditor answers to a question."""

    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"
    NOT_APPLICABLE = "not-applicable", "Does not apply to this case"


class Grade(Labelled):
    """What an auditor makes of the whole."""

    STRONG = "strong", "Strong: others could learn from it"
    GOOD = "good", "Good"
    SOME_WORK = "some-work", "Some of it needs work"
    SERIOUS = "serious", "Serious: somebody must act now"


class SampleMethod(Labelled):
    """How cases are drawn."""

    RANDOM = "random", "At random"
    STRATIFIED = "stratified", "At random from each group"
    THEMATIC = "thematic", "At random among cases that show a sign"


class Stratum(Labelled):
    """By what cases can be grouped before they are drawn."""

    STAGE = "stage", "Stage"
    TEAM = "team", "Team"
    TYPE = "type", "Type of abuse or neglect"
    ETHNICITY = "ethnicity", "Ethnicity"


class WhoseView(Labelled):
    """Whose own view of the work an audit asks for."""

    ADULT = "adult", "The adult"
    WORKER = "worker", "The worker"

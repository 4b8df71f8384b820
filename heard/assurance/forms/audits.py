"""What is asked to draw a round of audits, to audit a case, and to learn from it?"""

from heard.assurance.questions import FIRST, question_sets
from heard.govuk.fields import AnyOf, DayMonthYear, FromList, LongText, Number, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.auditing.finishing import must_point_at_a_record
from heard.rules.labelled import Labelled
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.vocabulary.assurance import Answered, Grade, SampleMethod, Stratum, Theme
from heard.rules.vocabulary.voice import Method

SIGNS = [(str(one), one.label) for one in Wonder if one != Wonder.REVIEW]
OWNER = "A colleague’s name as it stands in Heard brings it to their My work when it is due"


class DrawRound(Question):
    """A new round. ``about`` is the list of users who may audit."""

    title = "Draw cases to audit"
    submit = "Draw the cases"

    name = ShortText("What is this round called?", hint="For instance ‘Spring: seen alone’", short="Name", missing="Enter a name")
    question_set = OneOf("Which questions?", [], missing="Select the questions")
    start = DayMonthYear("Cases open from", short="First day")
    end = DayMonthYear("Cases open to", short="Last day", hint="Both days are included. A case counts that was open on any of them.")
    method = OneOf(
        "How are cases drawn?", SampleMethod, missing="Select how cases are drawn",
        conditional={SampleMethod.STRATIFIED: "groups_by", SampleMethod.THEMATIC: "sign"},
        hints={SampleMethod.STRATIFIED: "So that small groups are looked at too", SampleMethod.THEMATIC: "To look closely at one thing"},
    )  # fmt: skip
    groups_by = AnyOf("Group them by", Stratum, missing="Select at least one")
    sign = OneOf("Which sign?", SIGNS, missing="Select a sign")
    size = Number("How many cases?", least=1, most=200, width=3, short="How many cases", missing="Enter how many cases")
    twice = Number(
        "What percent are audited by two people?", least=0, most=100, width=3, short="Percent audited by two", required=False,
        hint="Neither sees what the other answered until both are done. Leave blank for none.",
    )  # fmt: skip
    auditors = AnyOf(
        "Who audits?", [], missing="Select at least one auditor", hint="Nobody is given a case that they have worked on.",
    )  # fmt: skip
    seed = Number(
        "Seed", least=0, most=999_999, width=10, required=False,
        hint="Leave blank for a new one. The same seed draws the same cases from the same list again.",
    )  # fmt: skip

    def adapt(self) -> None:
        sets = [(one.id, one.title) for one in question_sets().values()]
        self.fields["question_set"].choices = sets
        self.initial.setdefault("question_set", FIRST)
        self.fields["auditors"].choices = [(str(one.pk), one.full_name) for one in self.about]

    def clean(self) -> dict:
        said = super().clean()
        if said.get("start") and said.get("end") and said["end"] < said["start"]:
            self.add_error("end", "The last day must be the same as or after the first day")
        return said


class AnswerQuestion(Question):
    """One question of an audit. ``answers`` holds ``question`` (an AuditQuestion) and ``entries`` (records that may show it)."""

    submit = "Save and go to the next"

    answer = OneOf("Your answer", Answered, missing="Select your answer")
    evidence = AnyOf("Where in the record is this seen?", [], required=False)
    words = LongText("Why, and what is missing?", required=False, rows=4, short="Why")

    def adapt(self) -> None:
        entries = self.answers["entries"]
        if not entries:
            del self.fields["evidence"]
            return
        self.fields["evidence"].choices = [(one.key, f"{one.title}{f', {one.on:%-d %B %Y}' if one.on else ''}") for one in entries]

    def clean(self) -> dict:
        said = super().clean()
        if not self.errors and must_point_at_a_record(str(said["answer"]), has_records="evidence" in self.fields) and not said["evidence"]:
            self.add_error("evidence", "Select where in the record this is seen. What is seen nowhere was not done, so the answer is no")
        return said


class FinishAudit(Question):
    """The whole, once every question is answered."""

    title = "The whole of it"
    submit = "This audit is done"

    what_was_good = LongText("What was good?", rows=4, short="What was good", missing="Write what was good: there is always something")
    learning = LongText("What is to be learnt?", rows=4, short="What is to be learnt", missing="Write what is to be learnt, or ‘nothing’")
    grade = OneOf("What do you make of it?", Grade, missing="Select a grade")


class AdultsView(Question):
    """What the adult thinks of how we worked with them."""

    title = "What does the adult think of how we worked with them?"
    submit = "Save"

    class WasAsked(Labelled):
        YES = "yes", "They were asked"
        NO = "no", "They were not asked"

    was_asked = OneOf(
        "Were they asked?", WasAsked, missing="Select whether they were asked",
        conditional={WasAsked.YES: "words", WasAsked.NO: "not_asked_because"},
    )  # fmt: skip
    words = LongText("In their own words", rows=4, short="Their words", missing="Write what they said")
    not_asked_because = LongText("Why were they not asked?", rows=3, short="Why", missing="Write why they were not asked")
    asked_on = DayMonthYear("When?", required=False, not_future=True, short="When they were asked")
    how = FromList("How?", Method, required=False)


class WorkersViewAsked(Question):
    """What the worker thinks of the work, told to the auditor; or why nobody was asked."""

    title = "What does the worker think of the work in this case?"
    intro = "The worker can say it on their own page. Write it here where they told you, do not answer, or nobody led the case."
    submit = "Save"

    class WasAsked(Labelled):
        YES = "yes", "They told me"
        NO = "no", "They were not asked, or there was nobody to ask"

    was_asked = OneOf(
        "Were they asked?", WasAsked, missing="Select whether they were asked",
        conditional={WasAsked.YES: "words", WasAsked.NO: "not_asked_because"},
    )  # fmt: skip
    words = LongText("In their own words", rows=4, short="Their words", missing="Write what they said")
    not_asked_because = LongText("Why not?", rows=3, short="Why not", missing="Write why they were not asked")


class WorkersView(Question):
    """What the worker thinks of their own work in the case."""

    title = "How do you see your work in this case?"
    intro = "An auditor looks at the record. You know what is not in it: what went well, what was hard, what you would do again."
    submit = "Save"

    words = LongText("In your own words", rows=6, short="Your words", missing="Write how you see it")


class Settle(Question):
    """What two auditors agree on. ``about`` is the question."""

    submit = "Save what we agreed"

    answer = OneOf("What do you both answer now?", Answered, missing="Select the answer you agreed on")
    because = LongText("What made you agree?", rows=3, short="What made you agree", missing="Write what made you agree")


class GiveFeedback(Question):
    """What the worker is told."""

    title = "Tell the worker what the audit found"
    intro = "They see your words, what was good, what is to be learnt and the grade. They do not see who answered what."
    submit = "Tell them"

    feedback = LongText("Your words to them", rows=5, short="Your words", missing="Write something to them")


class AddLearningAction(Question):
    """Something to do because of what was found."""

    title = "Add an action"
    submit = "Save"

    what = LongText("What will be done?", rows=3, short="What will be done", missing="Write what will be done")
    theme = FromList("What is it about?", Theme, missing="Select what it is about")
    owner_name = ShortText("Who will do it?", short="Who will do it", missing="Enter who will do it", hint=OWNER)
    due_on = DayMonthYear("By when?", not_past=True, short="By when", missing="Enter by when")


class ProveAction(Question):
    """What proves that it was done. ``about`` is the action."""

    title = "What proves that this was done?"
    submit = "Save the proof"

    proof = LongText("What can be seen, and where?", rows=4, short="Proof", missing="Write what proves it",
                     hint="Not ‘training was given’, but what is different now and how you know.")  # fmt: skip
    on = DayMonthYear("When was it done?", not_future=True, short="When it was done", missing="Enter the day it was done")


class GiveToAuditor(Question):
    """Who audits this case. ``about`` is the list of users who may; ``answers`` holds the ``begun`` audits of the case."""

    title = "Give this case to an auditor"
    submit = "Give it to them"

    auditor = OneOf("Who?", [], missing="Select an auditor")
    instead_of = FromList(
        "Instead of whom?", [], required=False, blank="Nobody who could go on",
        hint="Whoever has left, or has worked on the case since, is replaced by itself. What they answered is kept as theirs.",
    )  # fmt: skip
    because = LongText("Why?", required=False, rows=2, short="Why", hint="Where somebody who could go on is replaced")

    def adapt(self) -> None:
        self.fields["auditor"].choices = [(str(one.pk), one.full_name) for one in self.about]
        begun = self.answers["begun"]
        if not begun:
            del self.fields["instead_of"], self.fields["because"]
            return
        self.fields["instead_of"].choices = [(str(one.pk), one.auditor.full_name) for one in begun]

"""What is asked to assess capacity for one decision, page by page in the order of the law?

``about`` is the case, as ``heard.enquiries.flows.capacity`` gives it: with ``decisions`` (the newest result of each decision by its key),
``enquiry_now`` and ``waiting`` (the rule's Decision).
"""

from heard.govuk.fields import DayMonthYear, LongText, Moment, OneOf, ShortText, YesNo, YesNoNotKnown
from heard.govuk.forms import Question
from heard.govuk.words import day
from heard.rights.models import CapacityAssessment
from heard.rules.capacity_test import PARTS, conclusions_open, decision_key, must_say_what_changed
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import CapacityConclusion

NEW = "new"
COULD = {
    "understand": "Could they understand the information relevant to the decision?",
    "retain": "Could they hold it in mind long enough to decide?",
    "use_or_weigh": "Could they use or weigh it to decide?",
    "communicate": "Could they communicate a decision, by any means?",
}
IN_THEIR_WORDS = "What did they say or show?"


class WhichDecision(Question):
    """One decision, what there is to know about it, and why capacity is in doubt."""

    learn = "mental-capacity"
    title = "Which decision is this about?"
    intro = "Capacity is for one decision at one time, and is assumed unless shown otherwise. An unwise decision is no sign of its lack."

    which = OneOf("Which decision?", [], missing="Select which decision this is about", conditional={NEW: "decision"})
    decision = LongText(
        "What is the decision?", rows=2, short="The decision", max_length=1000, missing="Write what the decision is",
        hint="One decision, as you would put it to them. For example: whether to let her nephew look after her bank card",
    )  # fmt: skip
    is_about_enquiry = YesNo(
        "Is it a decision about the safeguarding enquiry?", short="A decision about the enquiry",
        missing="Select whether it is a decision about the enquiry", hint="For example, whether to take part, or what should come of it",
    )  # fmt: skip
    relevant_information = LongText(
        "What do they need to know to make it?", rows=4, short="Information relevant to it", missing="Write what they need to know",
        hint="What the choices are, and what each is likely to lead to",
    )  # fmt: skip
    why_in_doubt = LongText(
        "Why is their capacity for it in doubt?", rows=3, short="Why it is in doubt", missing="Write why it is in doubt",
        hint="What they said or did. Age, appearance or a diagnosis alone is not a reason.",
    )  # fmt: skip

    def adapt(self) -> None:
        listed = [(key, f"{one.decision} (last assessed {day(one.assessed_at)})") for key, one in self.about.decisions.items()]
        if listed:
            self.fields["which"].choices = [*listed, (NEW, "Another decision")]
            self.fields["which"].divider_before = NEW
        else:
            del self.fields["which"]
        if self.about.enquiry_now is None:
            del self.fields["is_about_enquiry"]


def earlier_result(answers: dict, about) -> CapacityAssessment | None:
    """The newest result of the same decision so far, or None."""
    chosen = answers.get("which") or NEW
    return about.decisions.get(decision_key(answers.get("decision") or "") if chosen == NEW else chosen)


def decision_in(answers: dict, about) -> str:
    """The words of the decision that was chosen or written."""
    earlier = earlier_result(answers, about)
    return earlier.decision if earlier else answers.get("decision") or ""


class SupportFirst(Question):
    """The help given before anything was tested; when, where and by whom."""

    title = "The help they had first"
    intro = "Nobody is to be treated as unable to decide unless all practicable steps to help them have been taken."

    support_given = LongText(
        "What helped them to decide for themselves?", rows=4, short="Help given first", missing="Write what helped them to decide",
        hint="For example, the best time of day, a quiet place, being alone, pictures, an interpreter, an advocate, more time",
    )  # fmt: skip
    assessed_at = Moment("When did you talk about it?", not_future=True, short="When", missing="Enter the day and the time")
    place = ShortText("Where?", required=False, short="Where", width="two-thirds")
    assessor_name = ShortText("Who assessed?", required=False, short="Who assessed", hint="Leave blank if it was you")


def _could(name: str) -> YesNoNotKnown:
    return YesNoNotKnown(COULD[name], not_known="It is not clear yet", short=PARTS[name], missing=f"Select an answer to ‘{COULD[name]}’")


def _words(name: str) -> LongText:
    return LongText(IN_THEIR_WORDS, rows=3, required=False, short="They said or showed", hint="Their words in quotation marks")


class FunctionalTest(Question):
    """The four parts, each with the adult's words. Nothing is asked about their mind or brain before this."""

    learn = "mental-capacity"
    title = "Could they make this decision?"

    understand = _could("understand")
    understand_words = _words("understand")
    retain = _could("retain")
    retain_words = _words("retain")
    use_or_weigh = _could("use_or_weigh")
    use_or_weigh_words = _words("use_or_weigh")
    communicate = _could("communicate")
    communicate_words = _words("communicate")

    def clean(self) -> dict:
        said = super().clean()
        for name in PARTS:
            answered = said.get(name) in (Answer.YES, Answer.NO)
            if answered and f"{name}_words" not in self.errors and not said.get(f"{name}_words"):
                self.add_error(f"{name}_words", f"Write what they said or showed: {PARTS[name].lower()}")
        return said


def parts_in(answers: dict) -> dict[str, str]:
    """The answers to the four parts."""
    return {name: answers.get(name) or "" for name in PARTS}


class WhetherImpaired(Question):
    """Only because a part failed: is there an impairment or disturbance?"""

    learn = "mental-capacity"
    title = "Is there an impairment of, or a disturbance in, their mind or brain?"

    is_impaired = YesNoNotKnown(
        "Is there one, lasting or passing?", missing="Select whether there is an impairment or disturbance",
        short="Impairment or disturbance", conditional={Answer.YES: "impairment"},
        hint="For example dementia, delirium, a learning disability, drink or drugs, or great distress",
    )  # fmt: skip
    impairment = LongText("What is it, and how do you know?", rows=3, short="What it is", missing="Write what it is, and how you know")


class WhetherCaused(Question):
    """Only because there is an impairment: is it why they could not?"""

    title = "Could they not do it because of that?"

    is_caused = YesNoNotKnown(
        "Is the impairment or disturbance the reason?", short="Because of it", missing="Select whether it is the reason",
        hint="Pressure or fear of somebody may be the reason instead.", conditional={Answer.YES: "causal_link"},
    )  # fmt: skip
    causal_link = LongText("How does it stop them?", rows=3, short="How it stops them", missing="Write how it stops them",
                           hint="Join the part they could not do to the impairment")  # fmt: skip


class WhatIsConcluded(Question):
    """The conclusion that the answers allow, what changed since the one before, and whether the adult was told."""

    title = "What do you conclude?"

    conclusion = OneOf("For this decision, at this time, on the balance of probabilities", [], short="Conclusion",
                       missing="Select what you conclude")  # fmt: skip
    because = LongText("What has changed since the earlier result?", rows=2, required=False, short="What has changed")
    was_told = YesNo("Have they been told?", short="Told", missing="Select whether they have been told", conditional={"yes": "told_words"})
    told_words = LongText("What did they say?", rows=2, required=False, short="What they said when told")

    def adapt(self) -> None:
        links = {name: self.answers.get(name) or "" for name in ("impairment", "causal_link")}
        allowed = conclusions_open(parts=parts_in(self.answers), **links)
        self.fields["conclusion"].choices = [(one.value, one.label) for one in allowed]
        if earlier_result(self.answers, self.about) is None:
            del self.fields["because"]

    def clean(self) -> dict:
        said = super().clean()
        before = earlier_result(self.answers, self.about)
        changed = must_say_what_changed(before=before.conclusion if before else "", now=said.get("conclusion") or "")
        if changed and "because" in self.fields and not said.get("because"):
            self.add_error("because", changed.because[0])
        return said


class AtAnotherTime(Question):
    """Might it be different at another time, can it wait, and when is the adult asked again?"""

    title = "At another time"

    fluctuates = YesNoNotKnown("Could it be different at another time?", short="Could be different at another time",
                               missing="Select whether it could be different at another time")  # fmt: skip
    best_times = LongText("What are the best times and conditions?", rows=2, required=False, short="Best times and conditions",
                          hint="For example, mornings after breakfast, once the infection is treated, when her son is out")  # fmt: skip
    can_wait = YesNo("Can the decision wait?", short="Can wait", missing="Select whether the decision can wait",
                     conditional={"yes": "can_wait_until"})  # fmt: skip
    can_wait_until = DayMonthYear("Until when?", not_past=True, short="Can wait until", missing="Enter the day until which it can wait")
    ask_again_on = DayMonthYear("When will you ask again?", required=False, not_past=True, short="Ask again on",
                                hint="This puts a reminder on the case. Leave blank if you will not.")  # fmt: skip

    def adapt(self) -> None:
        if self.answers.get("conclusion") == CapacityConclusion.HAS or not self.about.waiting:
            del self.fields["can_wait"], self.fields["can_wait_until"]

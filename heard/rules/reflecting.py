"""How can somebody be helped to think about what they learnt? Prompts over the fields of the log; all of them are optional."""

from dataclasses import dataclass

from heard.rules.labelled import Labelled


class Scaffold(Labelled):
    """A way of reflecting, or none."""

    NONE = "none", "No prompts"
    WHAT = "what", "What? So what? Now what?"
    GIBBS = "gibbs", "Gibbs: six steps"
    KOLB = "kolb", "Kolb: four steps"


@dataclass(frozen=True)
class Prompt:
    """A step of a scaffold, what it asks in our own words, and the field of the log where the answer fits."""

    step: str
    asks: str
    field: str


PROMPTS: dict[Scaffold, tuple[Prompt, ...]] = {
    Scaffold.NONE: (),
    Scaffold.WHAT: (
        Prompt("What?", "What happened, and what part did you play?", "why_relevant"),
        Prompt("So what?", "What does it tell you? What did you miss at the time?", "learnt"),
        Prompt("Now what?", "What will you do, and how will you know that it helped?", "differently"),
    ),
    Scaffold.GIBBS: (
        Prompt("Description", "What happened?", "why_relevant"),
        Prompt("Feelings", "What did you think and feel, then and now?", "why_relevant"),
        Prompt("Evaluation", "What went well, and what did not?", "learnt"),
        Prompt("Analysis", "Why did it go like that?", "learnt"),
        Prompt("Conclusion", "What else could you have done?", "learnt"),
        Prompt("Action plan", "What will you do if it comes up again?", "differently"),
    ),
    Scaffold.KOLB: (
        Prompt("Experience", "What did you do or see?", "why_relevant"),
        Prompt("Looking back", "What did you notice when you thought it over?", "learnt"),
        Prompt("What it means", "What do you now think is true in general?", "learnt"),
        Prompt("Trying it out", "Where will you try that, and when?", "differently"),
    ),
}


def prompts_for(scaffold: Scaffold, field: str) -> tuple[Prompt, ...]:
    """The prompts of a scaffold that help with one field of the log, in their order.

    Practice: reflective models as they are commonly taught (Rolfe and Driscoll, Gibbs, Kolb); the wording is ours, and optional.
    """
    return tuple(prompt for prompt in PROMPTS[scaffold] if prompt.field == field)

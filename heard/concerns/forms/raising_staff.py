"""What is a member of staff asked who raises a concern, or takes down what somebody told them? Shorter than the public form."""

from heard.concerns.flows.answers import MINE, SOMEBODY_ELSE, THE_ADULT
from heard.concerns.forms.raising import WhoTheyAre, account, line
from heard.govuk.fields import LongText, OneOf, Tick, YesNo, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.vocabulary.answers import YesNo as YesOrNo
from heard.rules.vocabulary.concern import Agreement, Danger, Ground, RaisedBy

WHOSE = [
    (MINE, "Mine"),
    (THE_ADULT, "The adult’s own: I am recording what they told me"),
    (SOMEBODY_ELSE, "Somebody else’s: I am recording what they told me"),
]
REFERRERS = [choice for choice in RaisedBy.choices() if choice[0] != RaisedBy.ADULT]


class TheConcern(Question):
    title = "What is the concern?"
    danger = OneOf(
        "Is anyone in danger now?",
        Danger,
        missing="Select whether anyone is in danger now",
        short="Danger now",
        hint="In an emergency call 999 first.",
    )
    danger_words = account("What is the danger, and what has been done about it?", short="The danger", rows=3)
    about = OneOf("Whose concern is this?", WHOSE, missing="Select whose concern this is")
    told_by_phone = Tick("How were you told?", "I am recording what somebody told me by phone", required=False, short="Told by phone")
    description = LongText(
        "What has happened?",
        rows=8,
        missing="Say what has happened. One sentence is enough",
        hint="What was seen or heard, when, where and by whom, in the words of whoever told you.",
    )


class TheAdult(WhoTheyAre):
    title = "Who is the adult?"
    intro = "As far as is known. A name, a place or a description is enough: triage looks for the rest."
    may_be_under_18 = YesNo("Could they be under 18?", required=False)
    child_in_household = YesNoNotKnown("Do any children live with them?", required=False, short="Children in the home")


class TheirWords(Question):
    title = "The adult’s own words, and how to reach them"
    adults_words = account("What has the adult said?", short="Their own words", hint="Word for word, where you can.")
    what_the_adult_wants = account(
        "What does the adult want to happen?",
        short="What they want",
        hint="In their own words. Leave this blank if nobody has asked them yet.",
        rows=3,
    )
    phone = line("Phone number", width=20)
    safe_contact = account("How and when is it safe to contact them?", short="Safe ways to reach them", rows=3)
    must_not_know = account("Who must not know about this?", short="Who must not know", rows=2)
    communication_words = account("What would help them to talk with us?", short="Help to communicate", rows=2)


class Agreed(Question):
    answer = OneOf(
        "Did the adult agree to this being raised?",
        Agreement,
        short="Did they agree?",
        missing="Select whether the adult agreed",
        hint="Ask first, unless asking would put somebody at risk. The answer never stops a concern.",
        hints={Agreement.UNABLE: "What was believed when this was raised. It is not a finding about capacity."},
    )


class Grounds(Question):
    title = "Why is this raised without their agreement?"
    ground = OneOf(
        "What is the reason?",
        Ground,
        short="Reason",
        missing="Select the reason for raising this without the adult’s agreement",
        hints={
            Ground.BEST_INTERESTS: "Only where their capacity for this decision has been assessed.",
            Ground.NOT_PRACTICABLE: "Tell the adult as soon as possible afterwards.",
        },
    )
    reason_words = account("What makes this the reason?", short="More about the reason", rows=3)
    adult_knows = YesNoNotKnown("Does the adult know that this is being raised?", required=False, short="Do they know?")


class WhoTold(Question):
    title = "Who told you?"
    raised_by = OneOf("How do they know the adult?", REFERRERS, required=False, short="Who told you")
    raised_by_name = line("Their name", width="two-thirds")
    raised_by_contact = account("Their phone number, email or address", short="Their contact details", rows=2)
    wants_feedback = OneOf("Do they want to hear back?", YesOrNo, required=False, inline=True)
    feedback_how = account("How and when is it best to tell them?", short="How to tell them", rows=2)


STAFF_PAGES = (TheConcern, TheAdult, TheirWords, Agreed, Grounds, WhoTold)

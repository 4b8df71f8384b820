"""What is asked about somebody who would help the adult be involved, and about the people around the adult?"""

from heard.cases.forms.details import SomebodyInTheNetwork
from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.appropriate_person import CANNOT_DECIDE
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.rights import AdvocateAsWell, AppropriateTest
from heard.voice.forms.people import NameAndWho, offer, who_it_concerns

WANTED = [
    (Answer.YES, "Yes, the adult wants them and agrees"),
    (Answer.NO, "No, the adult does not want them"),
    (CANNOT_DECIDE, "The adult lacks capacity to agree or refuse"),
    (Answer.NOT_KNOWN, "Not asked yet"),
]
NO_REASON = "none"
UNCHECKED = "Not yet checked at source whether this counts in an enquiry. It is kept, and by itself makes no duty."
FIELDS = {
    AppropriateTest.NOT_PAID: "paid",
    AppropriateTest.WANTED: "wanted",
    AppropriateTest.BEST_INTERESTS: "best_interests",
    AppropriateTest.FACILITATES: "facilitates",
    AppropriateTest.NO_RISK: "risk",
}
ASKED_THE_OTHER_WAY = {"paid", "risk"}  # "do they care for pay?" is asked, and the test is met by a no
TURNED = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}


def _words(label: str) -> LongText:
    return LongText(label, required=False, rows=2)


class NameAppropriatePerson(Question):
    """Each test of the appropriate person, one at a time. ``about`` is the case with ``members`` and ``local``."""

    learn = "advocacy"
    title = "Is there somebody appropriate to help the adult take part?"
    submit = "Save each answer"

    concerns = who_it_concerns("Who is it?")
    new_member = NameAndWho("Their name")
    paid = YesNoNotKnown("Do they care for the adult for pay, or as a professional?", short="Paid or professional")
    wanted = OneOf(
        "Does the adult want them, and agree?", WANTED, short="The adult wants them", conditional={CANNOT_DECIDE: "best_interests"}
    )  # fmt: skip
    best_interests = YesNoNotKnown("Is it in the adult’s best interests that this person helps them?", short="Best interests")
    wanted_words = _words("What the adult said about them, in the adult’s own words")
    facilitates = YesNoNotKnown(
        "Are they able and free to help the adult take part, and not only to act for them?", short="Able to help them take part",
        hint="Think of distance, how often they meet, and difficulties of their own",
    )  # fmt: skip
    facilitates_words = _words("How will they help?")
    risk = YesNoNotKnown(
        "Are they part of what is looked into, or might they pose a risk?", short="Might pose a risk",
        hint="Think of who holds the adult’s money, keys, medicines or power of attorney",
    )  # fmt: skip
    risk_words = _words("What makes you think so?")
    advocate_as_well = OneOf(
        "Is there a reason for an advocate as well?", [*AdvocateAsWell.choices(), (NO_REASON, "None of these")], divider_before=NO_REASON,
        short="An advocate as well", missing="Select whether there is a reason for an advocate as well",
    )  # fmt: skip
    started_on = DayMonthYear("From when?", not_future=True)

    def adapt(self) -> None:
        offer(self.fields["concerns"], self.about.members, nobody=False)
        self.fields["concerns"].required = True
        self.fields["concerns"].error_messages["required"] = "Select who it is"
        self.fields["advocate_as_well"].hints = {
            reason: UNCHECKED for reason in AdvocateAsWell if reason not in self.about.local.advocate_as_well
        }  # fmt: skip
        for test, name in FIELDS.items():
            if test not in self.about.local.tests:
                self._do_not_ask(name)

    def _do_not_ask(self, name: str) -> None:
        for field in (name, f"{name}_words"):
            self.fields.pop(field, None)
        if name == "best_interests":
            self.fields["wanted"].conditional = {}

    def tests(self) -> dict[str, dict[str, str]]:
        """Answer and words for each test that was asked, and whether there is a reason for an advocate as well."""
        said = self.cleaned_data
        kept = {
            test.value: {"answer": str(_turned(name, said[name])), "words": said.get(f"{name}_words", "")}
            for test, name in FIELDS.items()
            if said.get(name)
        }
        reason = said["advocate_as_well"]
        return {**kept, "advocate-as-well": {"answer": "" if reason == NO_REASON else str(reason), "words": ""}}


def _turned(name: str, answer: str) -> str:
    return TURNED.get(answer, answer) if name in ASKED_THE_OTHER_WAY else answer


class EndRepresentation(Question):
    """Why somebody no longer helps the adult take part."""

    title = "End their part"
    submit = "Save"

    on = DayMonthYear("When did it end?", short="When it ended", not_future=True)
    because = LongText("Why did it end?", rows=3, missing="Write why it ended")


class ChangeSomebody(SomebodyInTheNetwork):
    """Somebody in the adult's life, as recorded, to put right or to change."""

    title = "Change what is recorded about them"
    submit = "Save changes"

    left_on = DayMonthYear(
        "If they are no longer in the adult’s life, since when?", required=False, not_future=True, short="Left the adult’s life",
        hint="They stay on the record",
    )  # fmt: skip
    left_because = LongText("Why are they no longer in it?", required=False, rows=2)
    because = ShortText("Why are you changing this?", required=False, hint="For example, the adult told us, or it was typed wrongly")

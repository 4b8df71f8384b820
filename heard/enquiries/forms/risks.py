"""What is asked about a risk, and how the adult and the professional see it?"""

from heard.enquiries.models import RiskView
from heard.govuk.fields import FromList, LongText, OneOf, ShortText, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.risk_once import may_name_provider
from heard.rules.vocabulary.enquiry import RiskLevel, RiskLocation, RiskSource, RiskType
from heard.voice.forms.people import NameAndWho, offer, who_it_concerns

SOURCE_HINTS = {
    RiskSource.PROVIDER: "Anybody paid to provide social care, whoever pays. Not the council, the NHS or a GP.",
    RiskSource.KNOWN: "Anybody else whose name the adult knows. Self-neglect goes here.",
    RiskSource.UNKNOWN: "Anybody else.",
}


def would_waiting() -> YesNoNotKnown:
    """Whether the adult can be asked at a better time without harm."""
    return YesNoNotKnown(
        "Would waiting to ask the adult prolong or increase this harm?", required=False, short="Would waiting prolong or increase harm",
        hint="Where it would, waiting for a time at which the adult may be able to decide is not offered.",
    )  # fmt: skip


class AddRisk(Question):
    """A risk: type, source and place; whom it concerns; and both views of it. ``about`` is the case with ``members``."""

    learn = "risk-assessment"
    title = "Add a risk"
    submit = "Save this risk"

    type = OneOf("What kind of risk is it?", RiskType, short="Kind of risk", missing="Select what kind of risk it is")
    source = OneOf("Where does it come from?", RiskSource, short="Where it comes from", missing="Select where the risk comes from",
                   hints=SOURCE_HINTS)  # fmt: skip
    provider = ShortText("Which service provider?", required=False, short="Provider",
                         hint="Only for a service provider: the name of the care home or service, not of a person")  # fmt: skip
    location = FromList("Where is the adult at risk?", RiskLocation, short="Where", missing="Select where the adult is at risk")
    words = LongText("What is the risk?", required=False, rows=3, hint="What happens, how often, and what makes it worse or better")
    concerns = who_it_concerns("Who may pose the risk?")
    new_member = NameAndWho()
    adult_level = OneOf("How great is the risk, as the adult sees it?", RiskLevel, required=False, inline=True)
    adult_words = LongText("In the adult’s own words", required=False, rows=3)
    professional_level = OneOf("How great is the risk, as you see it?", RiskLevel, required=False, inline=True)
    professional_words = LongText("Why do you see it so?", required=False, rows=3)
    waiting_prolongs_harm = would_waiting()

    def adapt(self) -> None:
        offer(self.fields["concerns"], self.about.members)

    def clean(self) -> dict:
        said = super().clean()
        may_name = may_name_provider(source=said.get("source", ""), provider=said.get("provider", ""))
        if said.get("source") and not may_name:
            self.add_error("provider", may_name.because[0])
        return said

    def views(self) -> dict[str, dict]:
        """Level and words of each view."""
        views = {
            whose: {"level": self.cleaned_data[f"{whose}_level"], "words": self.cleaned_data[f"{whose}_words"]}
            for whose in RiskView.Whose.values
        }
        views[RiskView.Whose.PROFESSIONAL]["waiting_prolongs_harm"] = self.cleaned_data["waiting_prolongs_harm"]
        return views


class WhoPosesIt(Question):
    """Who may pose a risk on which nobody is named yet. ``about`` is the case with ``members``."""

    title = "Who may pose this risk?"
    submit = "Save who it is"

    concerns = who_it_concerns("Who may pose the risk?")
    new_member = NameAndWho()

    def adapt(self) -> None:
        offer(self.fields["concerns"], self.about.members, nobody=False)

    def clean(self) -> dict:
        said = super().clean()
        if not self.errors and not said.get("concerns"):
            self.add_error("concerns", "Select who may pose the risk, or go back")
        return said


class ViewRisk(Question):
    """How one of the two sees a risk now. ``about`` is whose view it is."""

    learn = "risk-assessment"
    submit = "Save this view"

    level = OneOf("How great is the risk?", RiskLevel, required=False, inline=True, short="How great the risk is")
    words = LongText("In their own words", rows=4, required=False)
    waiting_prolongs_harm = would_waiting()
    because = LongText("What has changed?", required=False, rows=2)

    def adapt(self) -> None:
        is_adult = self.about == RiskView.Whose.ADULT
        self.title = "How the adult sees this risk" if is_adult else "How you see this risk"
        if is_adult:
            del self.fields["waiting_prolongs_harm"]
        self.fields["words"].label = "In the adult’s own words" if is_adult else "Why do you see it so?"

    def clean(self) -> dict:
        said = super().clean()
        if not self.errors and not said.get("level") and not said.get("words") and not said.get("waiting_prolongs_harm"):
            self.add_error("level", "Select how great the risk is, or write how they see it")
        return said

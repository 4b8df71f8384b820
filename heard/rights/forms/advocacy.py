"""What is asked about an independent advocate or IMCA, and when one is considered?"""

from heard.govuk.fields import AnyOf, DayMonthYear, LongText, OneOf, ShortText, YesNo, YesNoNotKnown
from heard.govuk.forms import Question
from heard.rules.vocabulary.rights import AdvocateKind, ImcaGround, ImcaPoint

NEVER_BOTH = "Never the same advocate for both. It must be answered with no before they begin."


def _both_sides() -> YesNoNotKnown:
    question = "Do they also act for the person who may pose a risk?"
    return YesNoNotKnown(question, required=False, short="Acts for the other side", hint=NEVER_BOTH)


class ReferToAdvocate(Question):
    """That an advocate was asked for."""

    learn = "advocacy"
    title = "Ask for an independent advocate"
    submit = "Save this referral"

    kind = OneOf("Which kind of advocate?", AdvocateKind, missing="Select which kind of advocate")
    referred_on = DayMonthYear("When did you ask for one?", short="When you asked", not_future=True)
    organisation = ShortText("Which service?", required=False)
    advocate_name = ShortText("Name of the advocate, if you know it", required=False)
    acts_for_person_who_may_pose_risk = _both_sides()


class AdvocatesWork(Question):
    """How far the advocate's work has come."""

    title = "The advocate’s work"
    submit = "Save"

    organisation = ShortText("Which service?", required=False)
    advocate_name = ShortText("Name of the advocate", required=False)
    acts_for_person_who_may_pose_risk = _both_sides()
    accepted_on = DayMonthYear("When did the advocate accept?", required=False, not_future=True)
    met_on = DayMonthYear("When did the advocate first meet the adult?", required=False, not_future=True)
    ended_on = DayMonthYear("When did their work end?", required=False, not_future=True)
    ended_because = LongText("Why did it end?", required=False, rows=2)


class ConsiderImca(Question):
    """A named person's decision about an IMCA, with a reason either way. ``about`` holds the council's grounds."""

    learn = "advocacy"
    title = "Consider an independent mental capacity advocate (IMCA)"
    submit = "Save this decision"

    at = OneOf("At which point is this?", ImcaPoint, missing="Select at which point this is")
    is_instructed = YesNo("Is an IMCA instructed?", missing="Select whether an IMCA is instructed")
    grounds = AnyOf("What speaks for it?", ImcaGround, required=False)
    reason = LongText("Why, or why not?", rows=4, missing="Write why an IMCA was instructed, or why not")
    considered_by_name = ShortText("Who considered it?", missing="Enter who considered it")
    considered_on = DayMonthYear("When?", short="When it was considered", not_future=True)

    def adapt(self) -> None:
        self.fields["grounds"].choices = [(ground.value, ground.label) for ground in ImcaGround if ground in self.about.imca_grounds]

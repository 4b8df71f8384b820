"""What is the named decider asked?"""

from django import forms

from heard.accounts.permissions import Permission, may
from heard.govuk.fields import FromList, LongText, OneOf
from heard.govuk.forms import Question
from heard.rules.decision import Decision
from heard.rules.section_42_decision import HEARD_FIRST, ONLY_A_MANAGER, is_against_rule, may_change_decision
from heard.rules.vocabulary.concern import OtherRoute, SectionDecision

NOT_MET = "no"


class DecisionForm(Question):
    """The decision, its reason, and a second one against the rule. ``answers`` holds rule, conversations, leads, teams and decided."""

    learn = "what-is-safeguarding"
    title = "Decide about this concern"
    submit = "Record the decision"
    after = forms.CharField(required=False, widget=forms.HiddenInput)
    decision = OneOf(
        "What have you decided?", SectionDecision, conditional={SectionDecision.SECTION_42: "met_by", SectionDecision.NO_ENQUIRY: "route"},
        hints={
            SectionDecision.SECTION_42: "The council makes enquiries, or causes them to be made. It can be a conversation.",
            SectionDecision.OTHER: "The duty does not apply and the council looks into it all the same.",
            SectionDecision.NO_ENQUIRY: "With advice, or by another route.",
        },
        missing="Select what you have decided",
    )  # fmt: skip
    met_by = OneOf("Has a conversation already held met the enquiry?", (), required=False)
    route = OneOf("What happens instead?", OtherRoute, missing="Select what happens instead of an enquiry")
    reason = LongText("Why have you decided this?", missing="Say why you have decided this")
    second_reason = LongText(
        "Your second reason, if you decide against what the rule says", required=False, rows=3,
        hint="The decision then goes on the list of decisions made against the rule.",
    )  # fmt: skip
    because = LongText("Why is it being decided again?", rows=3, missing="Say why it is being decided again")
    team = FromList("Which team will lead an enquiry?", (), required=False, blank="Choose later")
    lead = FromList("Who will lead an enquiry?", (), required=False, blank="Choose later")

    def adapt(self) -> None:
        held = [(str(one.pk), words) for one, words in self.answers.get("conversations", ())]
        self.fields["met_by"].choices = [(NOT_MET, "No, there is more to find out"), *held]
        self.fields["team"].choices = [(str(one.pk), one.name) for one in self.answers.get("teams", ())]
        self.fields["lead"].choices = [(str(one.pk), one.full_name) for one in self.answers.get("leads", ())]
        if not self._is_deciding_again():
            del self.fields["because"]
        if not may(self.user, Permission.DECIDE_AGAINST_RULE):
            del self.fields["second_reason"]
        if self.answers.get("has_enquiry") or self.answers.get("joined"):
            del self.fields["team"], self.fields["lead"]

    def _is_deciding_again(self) -> bool:
        """Somebody who began before there was a decision is told of it, and not asked why they decide again."""
        decided = self.answers.get("decided")
        return decided is not None and (not self.is_bound or self.data.get("after") == str(decided.pk))

    @property
    def rule(self) -> Decision:
        return self.answers["rule"]

    def clean(self) -> dict:
        decision = self.cleaned_data.get("decision")
        against = is_against_rule(decision, self.rule) if decision else Decision(False)
        if against and "second_reason" in self.fields and not self.cleaned_data.get("second_reason"):
            self.add_error(
                "second_reason", f"{against.because[0]} You must change an answer with its reason, or give your second reason here"
            )
        for bar in self._bars(decision, against):
            self.add_error(None, bar)
        lead, team = self.chosen("lead"), self.chosen("team")
        if lead is not None and team is not None and team not in lead.teams.all():
            self.add_error("lead", f"{lead.full_name} is not in {team.name}. Choose somebody in that team, or another team")
        return self.cleaned_data

    def _bars(self, decision: str, against: Decision) -> list[str]:
        """What stops any decision, said at once with what is missing in the fields, and not one after the other."""
        found = [] if self.answers.get("heard", True) else [HEARD_FIRST]
        if against and "second_reason" not in self.fields:
            found.append(f"{against.because[0]} {ONLY_A_MANAGER}")
        if decision:
            found += may_change_decision(to=decision, has_enquiry=bool(self.answers.get("has_enquiry"))).because
        return found

    def chosen(self, name: str):
        """The conversation, team or colleague that was chosen, or None."""
        offered = {"met_by": [one for one, _ in self.answers.get("conversations", ())], "team": self.answers.get("teams", ()),
                   "lead": self.answers.get("leads", ())}[name]  # fmt: skip
        return next((one for one in offered if str(one.pk) == self.cleaned_data.get(name)), None)

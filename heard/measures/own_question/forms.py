"""What is asked of the case table, and under what name is a question saved?"""

from heard.govuk.fields import FromList, OneOf, ShortText
from heard.govuk.forms import Question
from heard.measures.own_question.question import GROUPINGS, GROUPS, NOBODYS_TEAM, Figure
from heard.measures.own_question.question import Question as Asked
from heard.returns.case_table import BY_NAME


class Ask(Question):
    """What to count, by what, and which rows. ``about`` holds the years and the names of teams to choose from."""

    submit = "Ask"

    figure = FromList("What to count", Figure, missing="Choose what to count")
    rows = FromList("Group by", list(GROUPINGS.items()), required=False, blank="Nothing: all together")
    columns = FromList("And by", list(GROUPINGS.items()), required=False, blank="Nothing more")
    year = FromList("Year", [], required=False, blank="Every year", hint="April to March")

    def adapt(self) -> None:
        self.fields["year"].choices = self.about["years"]
        teams = [(name, name) for name in self.about["teams"]] + [(NOBODYS_TEAM, "No team")]
        for name in GROUPS:
            codes = teams if name == "team" else list(BY_NAME[name].codes.items())
            self.fields[name] = FromList(BY_NAME[name].label, codes, required=False, blank="Any")

    @property
    def filters(self) -> list:
        """The fields that narrow which rows are counted."""
        return [self[name] for name in GROUPS]

    def clean(self) -> dict:
        said = super().clean()
        if said.get("columns") and said.get("columns") == said.get("rows"):
            self.add_error("columns", "Choose something else than the first grouping, or nothing more")
        return said

    def question(self) -> Asked:
        """The question of a valid form. A second grouping without a first one is the first."""
        said = self.cleaned_data
        rows, columns = (said["rows"], said["columns"]) if said["rows"] else (said["columns"], "")
        filters = {name: str(said[name]) for name in GROUPS if said[name]}
        return Asked(said["figure"], str(rows), str(columns), int(said["year"]) if said["year"] else None, filters)


class Keep(Question):
    """The name of a saved question, and who sees it."""

    title = "Save this question"
    intro = "The question is saved, not its answer: it is counted anew each time."
    submit = "Save"

    name = ShortText("What to call it", hint="Do not put anybody’s name in it", max_length=80, missing="Enter what to call it")
    who = OneOf(
        "Who sees it", [("me", "Only me"), ("everybody", "Everybody in my council who may ask questions")], missing="Select who sees it"
    )

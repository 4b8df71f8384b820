"""For which days are figures asked?"""

from heard.govuk.fields import DayMonthYear
from heard.govuk.forms import Question


class Period(Question):
    """From one day to another, both included."""

    submit = "Show"

    start = DayMonthYear("Concluded from", required=False)
    end = DayMonthYear("Concluded to", required=False, hint="Both days are included")

    def clean(self) -> dict:
        said = super().clean()
        if said.get("start") and said.get("end") and said["end"] < said["start"]:
            self.add_error("end", "The last day must be the same as or after the first day")
        return said

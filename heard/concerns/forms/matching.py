"""What is asked about who the adult is?"""

from heard.govuk.fields import LongText, OneOf
from heard.govuk.forms import Question

NEW, JOIN = "new", ":join"


def _listed(said: tuple[str, ...]) -> str:
    return ", ".join(one[:1].lower() + one[1:] for one in said)


def _one_sentence(said: tuple[str, ...]) -> str:
    words = _listed(said)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _in_words(person) -> str:
    known = [f"Born {person.year_of_birth}" if person.year_of_birth else "Year of birth not recorded"]
    known += [f"postcode {person.postcode_area}"] if person.postcode_area else []
    known += ["not confirmed yet: from another concern"] if person.is_provisional else []
    against = f" But {_listed(person.match.differs)}." if person.match.differs else ""
    return f"{', '.join(known)}. {_one_sentence(person.match.reasons)}{against}"


class WhoIsTheAdultForm(Question):
    """One of the people offered, with the reasons they match, or somebody new. ``answers`` holds people and cases."""

    title = "Who is the adult?"
    submit = "Save"
    who = OneOf("Is this somebody we already know?", (), missing="Select one of the people, or somebody new")
    why = LongText(
        "How do you know?", required=False, rows=2, hint="Needed where you choose somebody we know. For example, “She gave her NHS number”."
    )

    def adapt(self) -> None:
        choices, hints = [], {}
        for person in self.answers.get("people", ()):
            key = str(person.pk)
            choices.append((key, person.name))
            hints[key] = _in_words(person)
            case, may_join = self.answers.get("cases", {}).get(person.pk, ("", None))
            if may_join:
                choices.append((f"{key}{JOIN}", f"{person.name}: join this concern to their open enquiry"))
                hints[f"{key}{JOIN}"] = f"The concern becomes part of case {case}. It keeps its own decision, with no second enquiry."
            elif may_join is not None:
                hints[key] += f" Nothing to join: {_listed(may_join.because)}"
        field = self.fields["who"]
        field.choices = [*choices, (NEW, "Somebody new to us" if choices else "This is somebody new to us")]
        field.hints, field.divider_before = hints, NEW if choices else ""

    def clean(self) -> dict:
        if self.cleaned_data.get("who") not in (NEW, "", None) and not self.cleaned_data.get("why"):
            self.add_error("why", "Say how you know that this is the same person")
        return self.cleaned_data

    def chosen(self) -> tuple[str, bool]:
        """The id chosen, blank for somebody new, and whether to join their open enquiry."""
        who = self.cleaned_data["who"]
        return ("", False) if who == NEW else (who.removesuffix(JOIN), who.endswith(JOIN))

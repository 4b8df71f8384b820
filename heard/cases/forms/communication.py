"""What is asked about how an adult communicates, and whether it was met?"""

from django.utils import timezone

from heard.govuk.fields import AnyOf, DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.communication import GROUP_OF, AboutMeHeading, Met, NeedGroup


def needs_in(group: NeedGroup) -> list[tuple[str, str]]:
    """The needs of one group, as choices."""
    return [(one.value, one.label) for one in CommunicationNeed if GROUP_OF[one] == group]


def _needs(group: NeedGroup) -> AnyOf:
    return AnyOf(group.label, needs_in(group), required=False)


def _more(label: str) -> LongText:
    return LongText(label, required=False, rows=2)


class WhatTheyNeed(Question):
    """What helps the adult to take part. Nothing chosen means that they were asked and need nothing special."""

    title = "What helps them to take part"
    intro = "Ask the adult, in a way that suits them. If they need nothing special, choose nothing and save: that is an answer too."
    submit = "Save what they need"

    contact = _needs(NeedGroup.CONTACT)
    contact_more = _more("Anything else about getting in touch")
    formats = _needs(NeedGroup.FORMAT)
    formats_more = _more("Anything else about the form information comes in")
    professional = _needs(NeedGroup.PROFESSIONAL)
    professional_more = _more("Anything else about a communication professional")
    support = _needs(NeedGroup.SUPPORT)
    support_more = _more("Anything else about support to communicate")
    longer = _needs(NeedGroup.LONGER)
    language = ShortText(
        "Language they prefer", required=False, width=10, max_length=35, hint="As a code: en-GB for English, cy for Welsh, pl for Polish"
    )
    spoken_language = ShortText("Language they speak, in words", required=False, hint="With the dialect, where it matters")
    needs_interpreter = OneOf(
        "Do they need an interpreter for the language?", Answer, required=False, conditional={Answer.YES: "interpreter_words"}
    )
    interpreter_words = LongText(
        "About the interpreter", required=False, rows=2, hint="For example, a woman, nobody from their community, never a relative"
    )
    shows_distress = LongText("How do they show distress or pain?", required=False, rows=2)
    best_times = LongText("When is the best time to talk, and where?", required=False, rows=2)
    asked_whom = ShortText("Who was asked?", hint="The adult, or who knows them and said so", missing="Enter who was asked")
    asked_on = DayMonthYear("When were they asked?", not_future=True, missing="Enter the day they were asked")

    def answers_kept(self) -> dict:
        """The answers as ``people.actions.record_communication_needs`` takes them."""
        said = self.cleaned_data
        needs = [str(one) for name in ("contact", "formats", "professional", "support", "longer") for one in said[name]]
        more = {
            NeedGroup.CONTACT: said["contact_more"], NeedGroup.FORMAT: said["formats_more"],
            NeedGroup.PROFESSIONAL: said["professional_more"], NeedGroup.SUPPORT: said["support_more"],
        }  # fmt: skip
        same = ("language", "spoken_language", "needs_interpreter", "interpreter_words", "shows_distress", "best_times", "asked_whom",
                "asked_on")  # fmt: skip
        return {
            "needs": needs, "details": {str(group): words for group, words in more.items() if words.strip()},
            **{name: said[name] for name in same},
        }  # fmt: skip


def as_known(person, held) -> dict:
    """What is known now, as the form's first answers. ``held`` is the current CommunicationNeeds or None."""
    names = {NeedGroup.CONTACT: "contact", NeedGroup.FORMAT: "formats", NeedGroup.PROFESSIONAL: "professional",
             NeedGroup.SUPPORT: "support", NeedGroup.LONGER: "longer"}  # fmt: skip
    first = {
        name: [need for need, _ in needs_in(group) if need in (person.communication_needs or [])] for group, name in names.items()
    }
    first |= {"language": person.preferred_language, "asked_whom": "The adult", "asked_on": timezone.localdate()}
    if held is not None:
        first |= {f"{name}_more": held.details.get(group, "") for group, name in names.items() if group != NeedGroup.LONGER}
        same = ("spoken_language", "needs_interpreter", "interpreter_words", "shows_distress", "best_times")
        first |= {name: getattr(held, name) for name in same}
    return first


class ToldOthers(Question):
    """Who was told what the adult needs."""

    title = "Who was told what they need"
    intro = "Tell whoever will meet the adult, so that they do not have to ask again. Ask the adult first, where you can."
    submit = "Save who was told"

    with_whom = LongText("Who was told?", rows=2, hint="The person and their organisation", missing="Write who was told")
    on = DayMonthYear("When?", not_future=True, missing="Enter the day they were told")
    adult_agreed = OneOf("Did the adult agree to this?", YesNo, required=False, inline=True)
    words = LongText("What was told", required=False, rows=2)


class WasItMet(Question):
    """What the adult says, asked whether what they need was met."""

    title = "Was what they need met?"
    intro = "Ask the adult, or show them. It is their answer that counts."
    submit = "Save what they said"

    was_met = OneOf("What does the adult say?", Met, missing="Select what the adult says")
    words = LongText("In their own words", required=False, rows=3)
    on = DayMonthYear("When did they say so?", not_future=True, missing="Enter the day they said so")


class WriteAboutMe(Question):
    """What matters to the adult, in their own words. Every heading may be left blank."""

    title = "About me"
    intro = "In the adult’s own words, as much or as little as they like. What they said before is kept."
    submit = "Save their words"

    supported_by = ShortText("Who helped them to write this?", required=False)
    written_on = DayMonthYear("When did they say it?", not_future=True, missing="Enter the day they said it")

    def adapt(self) -> None:
        last = {name: self.fields.pop(name) for name in ("supported_by", "written_on")}
        for heading in AboutMeHeading:
            self.fields[heading.value] = LongText(heading.label, required=False, rows=3)
        self.fields |= last

    def clean(self) -> dict:
        said = super().clean()
        if not self.errors and not any((said.get(heading) or "").strip() for heading in AboutMeHeading):
            self.add_error(None, "Write something under one of the headings, or go back without saving")
        return said

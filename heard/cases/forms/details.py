"""What is asked about the adult themselves, and about the people around them?"""

from django import forms

from heard.govuk.fields import AnyOf, DayMonthYear, Email, FromList, LongText, OneOf, ShortText, Telephone, Tick
from heard.govuk.forms import Question
from heard.rules.typed_details import nhs_number_in
from heard.rules.vocabulary.adult import CommunicationNeed, Ethnicity, Gender, HealthCondition
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.network import MemberKind


class PersonDetails(Question):
    """The adult's details. Everything may be blank: not recorded is never the same as not known."""

    title = "The adult’s details"
    intro = "Ask the adult where you can. What stood before is kept when you change something."
    submit = "Save details"

    given_name = ShortText("First name", required=False, max_length=1000)
    family_name = ShortText("Last name", required=False, max_length=1000)
    known_as = ShortText("What they like to be called", required=False, max_length=1000)
    birth_date = DayMonthYear("Date of birth", required=False, not_future=True, hint="For example, 3 5 1950")
    birth_date_estimated = Tick("Is the date of birth a guess?", "The date of birth is an estimate", required=False)
    death_date = DayMonthYear("Date of death, if they have died", required=False, not_future=True)
    gender = OneOf("Gender", Gender, required=False)
    ethnicity = FromList("Ethnic group", Ethnicity, required=False, blank="Not recorded", hint="As the adult describes themselves")
    nhs_number = ShortText("NHS number", required=False, width=10, hint="10 digits")
    health_conditions = AnyOf("Health conditions", HealthCondition, required=False, none_of_these=HealthCondition.NONE)
    preferred_language = ShortText(
        "Language they prefer", required=False, width=10, max_length=35, hint="As a code: en-GB for English, cy for Welsh, pl for Polish"
    )
    communication_needs = AnyOf("What helps them to take part", CommunicationNeed, required=False)
    address = LongText("Address", required=False, rows=3)
    postcode = ShortText("Postcode", required=False, width=10, max_length=1000)
    phone = Telephone("Telephone", required=False, max_length=1000)
    email = Email("E-mail", required=False, max_length=1000)
    safe_contact = LongText("How it is safe to reach them, and how it is not", required=False, rows=3)
    must_not_know = LongText("Who must not know", required=False, rows=2)
    because = ShortText("Why are you changing this?", required=False, hint="For example, the adult told us, or it was typed wrongly")

    def clean_nhs_number(self) -> str:
        typed = self.cleaned_data["nhs_number"]
        if typed and not nhs_number_in(typed):
            raise forms.ValidationError("NHS number must be 10 digits that pass its check. Check it, or leave it blank")
        return nhs_number_in(typed)

    def clean(self) -> dict:
        said = super().clean()
        born, died = said.get("birth_date"), said.get("death_date")
        if born and died and died < born:
            self.add_error("death_date", "Date of death must be on or after the date of birth")
        return said


class SomebodyInTheNetwork(Question):
    """Somebody in the adult's life."""

    title = "Add somebody in the adult’s life"
    intro = "Family, friends, neighbours, carers or professionals, as the adult describes them."
    submit = "Add this person"

    name = ShortText("Name", hint="Or how the adult refers to them")
    kind = OneOf("Who are they to the adult?", MemberKind, required=False, short="Who they are")
    relationship = ShortText("In the adult’s words", required=False, hint="For example, my sister, the lady next door")
    means = LongText("What do they mean to the adult, in the adult’s own words?", required=False, rows=2)
    adult_wants_involved = OneOf(
        "Does the adult want them involved?", Answer, required=False, labels={Answer.NOT_KNOWN: "Not asked yet"}
    )
    supports_adult = OneOf("Do they support the adult?", Answer, required=False)
    may_pose_risk = Tick("Might they pose a risk?", "They may pose a risk to the adult", required=False)
    lives_with_adult = Tick("Where do they live?", "They live with the adult", required=False)
    is_carer_with_needs = OneOf("Do they care for the adult, and have needs of their own?", Answer, required=False)
    is_child = OneOf("Are they a child, under 18?", Answer, required=False)

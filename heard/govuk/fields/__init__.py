"""Which kinds of answer can a form ask for?"""

from heard.govuk.fields.choices import AnyOf, FromList, OneOf, Tick, YesNo, YesNoNotKnown
from heard.govuk.fields.dates import DayMonthYear, Moment
from heard.govuk.fields.text import Email, LongText, Number, Secret, ShortText, Telephone

__all__ = [
    "AnyOf",
    "DayMonthYear",
    "Email",
    "FromList",
    "LongText",
    "Moment",
    "Number",
    "OneOf",
    "Secret",
    "ShortText",
    "Telephone",
    "Tick",
    "YesNo",
    "YesNoNotKnown",
]

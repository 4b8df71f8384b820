"""What is asked when something about the adult is shared with a partner?"""

from django import forms

from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rights.forms.lawful_basis import HINTS
from heard.rules.vocabulary.concern import Agreement
from heard.rules.vocabulary.rights import LawfulBasis

AGREED_TO_SHARE = {
    Agreement.AGREED: "Yes, they agreed",
    Agreement.REFUSED: "No, they did not want it shared",
    Agreement.NOT_ASKED: "They were not asked",
    Agreement.UNABLE: "They could not say. That is no finding about capacity",
}


class ShareWithPartner(Question):
    """What, with whom, how; then three things apart: the adult's agreement, the lawful basis, the justification.

    ``warned`` holds the warning that was shown already, so that it is shown once and never stops anything.
    """

    learn = "consent"
    title = "What was shared, and with whom"
    submit = "Save what was shared"

    warned = forms.CharField(required=False, widget=forms.HiddenInput)
    with_whom = ShortText("With whom?", short="With whom", missing="Enter with whom it was shared", hint="Their name and organisation")
    what = LongText("What was shared?", rows=4, missing="Write what was shared", hint="Only what they need to know.")
    how = ShortText("How?", required=False, short="How", hint="For example, by telephone, or at a meeting")
    shared_on = DayMonthYear("When?", short="The day it was shared", missing="Enter the day it was shared", not_future=True)
    agreement = OneOf(
        "Did the adult agree to this being shared?", Agreement, labels=AGREED_TO_SHARE,
        missing="Say whether the adult agreed to this being shared",
    )  # fmt: skip
    lawful_basis = OneOf(
        "What is the lawful basis?", LawfulBasis, hints=HINTS, missing="Choose the lawful basis",
        hint="This is not the same as the adult’s agreement.",
    )  # fmt: skip
    justification = LongText(
        "Why is it right to share this?", required=False, rows=3, hint="Needed where the adult did not agree: what harm it prevents.",
    )  # fmt: skip

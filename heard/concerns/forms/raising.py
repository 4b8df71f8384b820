"""What is anybody asked who raises a concern without an account? One thing a page, and almost all of it may be left out.

Each form asks about "they", or about "you" where the adult is telling us about themselves. ``tab`` is all that the browser's tab and
history ever say. ``notice`` names what stands above the questions (``templates/concerns/raising_notice.html``).
"""

from django.utils import timezone

from heard.concerns.flows.answers import ME, SOMEBODY_ELSE, childrens_route, is_about_me, is_said_to_be_a_child
from heard.govuk.fields import LongText, OneOf, ShortText, YesNo, YesNoNotKnown
from heard.govuk.fields.text import LONGEST
from heard.govuk.forms import Question
from heard.rules.decision import Decision
from heard.rules.referrer_reasons import PlainReason
from heard.rules.vocabulary.answers import YesNo as YesOrNo
from heard.rules.vocabulary.concern import Agreement, RaisedBy
from heard.rules.vocabulary.concern import Danger as DangerAnswer
from heard.rules.who_the_adult_is import is_enough_to_look_for

DONT_KNOW = "I don’t know"
ABOUT = [(ME, "Me"), (SOMEBODY_ELSE, "Somebody else")]
AGREEMENT_LABELS = {
    Agreement.AGREED: "Yes, they agreed",
    Agreement.REFUSED: "No, they do not want anyone told",
    Agreement.NOT_ASKED: "I have not asked them",
    Agreement.UNABLE: "I believe they were not able to say",
}
RAISED_BY_LABELS = {
    RaisedBy.FAMILY: "Family or a friend",
    RaisedBy.PUBLIC: "A neighbour, or somebody who saw or heard something",
    RaisedBy.CARER: "I care for them, unpaid",
    RaisedBy.CARE_PROVIDER: "I work for a care provider",
    RaisedBy.NHS: "I work in the NHS",
    RaisedBy.POLICE: "I work for the police",
    RaisedBy.HOUSING: "I work in housing",
    RaisedBy.ADVOCATE: "I am their advocate",
    RaisedBy.COUNCIL: "I work for the council",
    RaisedBy.VOLUNTARY: "I work or volunteer for a charity",
    RaisedBy.OTHER: "Something else",
    RaisedBy.ANONYMOUS: "I do not want to say",
}


def line(label: str, **more) -> ShortText:
    """One line that may be left out, and that no length or form of words makes wrong."""
    return ShortText(label, required=False, max_length=LONGEST, **more)


def account(label: str, **more) -> LongText:
    """Several lines that may be left out."""
    return LongText(label, required=False, **more)


class PublicPage(Question):
    """A page of the public form. ``your_words`` rewords fields and title for the adult who is telling us about themselves."""

    tab = ""
    notice = ""
    your_title = ""
    your_intro = ""
    your_words: dict[str, tuple[str, str]] = {}
    not_yours: tuple[str, ...] = ()

    def adapt(self) -> None:
        if not is_about_me(self.answers):
            return
        self.title, self.intro = self.your_title or self.title, self.your_intro or self.intro
        for name in self.not_yours:
            del self.fields[name]
        for name, (label, hint) in self.your_words.items():
            field = self.fields[name]
            field.label, field.help_text = label, hint
            field.short = ""

    @property
    def is_danger_now(self) -> bool:
        """Whether the answers so far say that somebody is in danger now."""
        return self.answers.get("danger") == DangerAnswer.NOW

    @property
    def childrens_route(self) -> Decision:
        """Whether the answers so far show the way to children's services."""
        return childrens_route(self.answers, today=timezone.localdate())

    @property
    def is_a_child(self) -> bool:
        """Whether whoever fills this in is telling about themselves, and is or may be under 18."""
        return is_about_me(self.answers) and is_said_to_be_a_child(self.answers, today=timezone.localdate())


class DangerNow(PublicPage):
    title = "Tell us what is worrying you"
    tab = "Page 1"
    notice = "emergency"
    danger = OneOf(
        "Is anyone in danger now?",
        DangerAnswer,
        required=False,
        short="Danger now",
        labels={DangerAnswer.NOW: "Yes, now", DangerAnswer.SOON: "Not now, but it could be soon", DangerAnswer.NOT_KNOWN: DONT_KNOW},
    )


class AboutWhom(PublicPage):
    tab = "Page 2"
    notice = "call-now"
    about = OneOf("Who is this about?", ABOUT, required=False)


class WhatHappened(PublicPage):
    title = "What has happened?"
    tab = "Page 3"
    description = LongText(
        "What has happened, or what are you worried about?",
        rows=10,
        short="What has happened",
        hint="Say what you saw or heard, when and where, who was there, and who you have told. Use your own words. You do not need proof.",
        missing="Tell us what has happened, or what you are worried about. One sentence is enough",
    )
    your_words = {
        "description": (
            "What has happened, or what are you worried about?",
            "Use your own words. Say as much or as little as you want to. You do not need proof.",
        )
    }


class WhoTheyAre(PublicPage):
    title = "Who are you worried about?"
    your_title = "Who are you?"
    tab = "Page 4"
    your_intro = "Tell us enough to find you. Leave out anything you do not want to say."
    intro = "Tell us what you know. “I don’t know their name, flat 3” is enough. Leave the rest blank."
    given_name = line("First name", width="two-thirds")
    family_name = line("Last name", width="two-thirds")
    address = account(
        "Where do they live, or where are they now?", short="Where they are", rows=3, hint="An address, or any place you know."
    )
    postcode = line("Postcode", width=10)
    birth_date = line(
        "Date of birth, or about how old they are", short="Date of birth or age", width=20, hint="For example, 3 5 1950 or about 75"
    )
    nhs_number = line("NHS number, if you know it", short="NHS number", width=20)
    description_of_adult = account(
        "Anything else that helps us find or help them",
        short="More about them",
        rows=3,
        hint="What they look like, or any illness, disability or care they have.",
    )
    your_words = {
        "address": ("Where do you live, or where are you now?", "An address, or any place."),
        "birth_date": ("Your date of birth, or how old you are", "For example, 3 5 1950 or 75"),
        "nhs_number": ("Your NHS number, if you know it", ""),
        "description_of_adult": ("Do you have an illness, a disability, or care from anyone?", "Tell us if you want to."),
    }

    def clean(self) -> dict:
        said = super().clean()
        enough = is_enough_to_look_for(
            name=said.get("given_name", "") + said.get("family_name", ""),
            where=said.get("address", "") + said.get("postcode", ""),
            description=said.get("description_of_adult", ""),
        )
        if not enough:
            self.add_error("given_name", self._how_to_go_on(enough.because[0]))
        return said

    def _how_to_go_on(self, because: str) -> str:
        return "Tell us a name, or where you are, so that we can find you." if is_about_me(self.answers) else because


class Children(PublicPage):
    title = "Are there children?"
    tab = "Page 5"
    notice = "children"
    may_be_under_18 = YesNo("Is the person you are worried about under 18, or could they be?", required=False, short="Under 18")
    child_in_household = YesNoNotKnown("Do any children live with them?", not_known=DONT_KNOW, required=False, short="Children in the home")
    your_words = {
        "may_be_under_18": ("Are you under 18?", ""),
        "child_in_household": ("Do any children live with you?", ""),
    }


class WhatTheyWant(PublicPage):
    notice = "children-too"
    title = "What do they say, and what do they want?"
    your_title = "What do you want to happen?"
    tab = "Page 6"
    adults_words = account(
        "What have they said about it?",
        short="Their own words",
        hint="Use their own words if you can. Leave this blank if you have not spoken with them.",
    )
    what_the_adult_wants = account(
        "What do they want to happen?",
        short="What they want",
        hint="For example: for it to stop, to talk to somebody, or to be left alone.",
    )
    not_yours = ("adults_words",)
    your_words = {
        "what_the_adult_wants": (
            "What do you want to happen?",
            "For example: for it to stop, to talk to somebody, or for someone not to be told. You can change your mind later.",
        )
    }


class DidTheyAgree(PublicPage):
    tab = "Page 7"
    answer = OneOf(
        "Did they agree to you telling us?",
        Agreement,
        labels=AGREEMENT_LABELS,
        short="Did they agree?",
        hint="We ask so that we know how to talk with them. You can tell us whatever the answer is.",
        missing="Select whether they agreed to you telling us. Any answer lets you go on",
    )


class WhyWithout(PublicPage):
    title = "Why are you telling us without their agreement?"
    tab = "Page 8"
    intro = "There is no wrong answer. It helps us to keep people safe."
    reason = OneOf(
        "What is the main reason?",
        PlainReason,
        required=False,
        divider_before=PlainReason.DO_NOT_KNOW,
        short="Main reason",
        labels={PlainReason.DO_NOT_KNOW: DONT_KNOW},
    )
    reason_words = account("Tell us more, if you can", short="More about the reason", rows=3)
    adult_knows = YesNoNotKnown("Do they know that you are telling us?", not_known=DONT_KNOW, required=False, short="Do they know?")


class SafeToReach(PublicPage):
    title = "How is it safe to reach them?"
    your_title = "How is it safe to reach you?"
    tab = "Page 9"
    phone = line("Their phone number, if you know it", short="Their phone number", width=20)
    safe_contact = account(
        "How and when is it safe to contact them?",
        short="Safe ways to reach them",
        rows=3,
        hint="For example: ring on weekday mornings, do not leave a message, do not write.",
    )
    must_not_know = account("Who must not know about this?", short="Who must not know", rows=2)
    communication_words = account(
        "What would help them to talk with us?",
        short="Help to communicate",
        rows=2,
        hint="For example: a British Sign Language interpreter, another language, pictures, or more time.",
    )
    your_words = {
        "phone": ("Your phone number", "Only a number that is safe for us to ring."),
        "safe_contact": (
            "How and when is it safe to contact you?",
            "For example: ring on weekday mornings, do not leave a message, do not write.",
        ),
        "must_not_know": ("Who must not know about this?", ""),
        "communication_words": (
            "What would help you to talk with us?",
            "For example: a British Sign Language interpreter, another language, pictures, more time, or somebody with you.",
        ),
    }


class AboutYou(PublicPage):
    title = "About you"
    tab = "Page 10"
    intro = "You do not have to say who you are. If you do, the adult may find out that you told us."
    raised_by = OneOf(
        "How do you know them?", list(RAISED_BY_LABELS.items()), required=False, divider_before=RaisedBy.OTHER, short="How you know them"
    )
    raised_by_name = line("Your name", width="two-thirds", autocomplete="name")
    wants_feedback = OneOf("Do you want to hear back from us?", YesOrNo, required=False, short="Do you want to hear back?", inline=True)
    feedback_how = account(
        "How should we contact you?",
        rows=2,
        short="How to contact you",
        hint="Give a phone number, email or postal address that is safe for us to use. Leave this blank if you do not want us to.",
    )

    def clean(self) -> dict:
        if self.cleaned_data.get("wants_feedback") == YesOrNo.YES and not (self.cleaned_data.get("feedback_how") or "").strip():
            self.add_error("feedback_how", "Give us a safe way to contact you, or select no if you do not want to hear back")
        return self.cleaned_data


PUBLIC_PAGES = (DangerNow, AboutWhom, WhatHappened, WhoTheyAre, Children, WhatTheyWant, DidTheyAgree, WhyWithout, SafeToReach, AboutYou)

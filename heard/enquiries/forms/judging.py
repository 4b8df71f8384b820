"""How do the adult, and then the professional, say whether each wish happened?"""

from dataclasses import dataclass

from django.forms import BoundField
from django.utils import timezone

from heard.enquiries.actions.judging import Judged
from heard.enquiries.queries.closing import adults_rating_for
from heard.govuk.fields import DayMonthYear, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.rules.judging import may_professional_judge, own_judge
from heard.rules.labelled import label_of
from heard.rules.vocabulary.experience import AskedBy
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating
from heard.voice.actions.judging import Asking as HowTheyWereAsked
from heard.voice.forms.experience import BY_STAFF
from heard.voice.models import Judgement, Wish

ASKED = [(judge.value, judge.label) for judge in (Judge.ADULT, Judge.REPRESENTATIVE, Judge.ADVOCATE)]
PROFESSIONALS = [(rating.value, rating.label) for rating in (Rating.MET, Rating.PARTLY_MET, Rating.NOT_MET)]


@dataclass(frozen=True)
class Asking:
    """One wish and the questions asked about it, for the template; no questions where it cannot be judged yet."""

    wish: Wish
    fields: list[BoundField]
    adults: Judgement | None
    others: list[Judgement]
    why_not: str = ""


def _judged_already(wish: Wish) -> tuple[Judgement | None, list[Judgement]]:
    own = own_judge(ExpressedBy(wish.expressed_by))
    return wish.judged.get(own), [one for judge, one in wish.judged.items() if judge not in (own, Judge.PROFESSIONAL)]


class _Judges(Question):
    """A form about several wishes: ``about`` are the wishes; ``answers`` hold ``enquiry``, or ``is_closed`` and ``not_asked_because``."""

    learn = "making-safeguarding-personal"
    when = "When did they say so?"

    def _ask_how(self) -> None:
        """How whoever judges was asked, once for all wishes: it counts as soon as one wish is judged."""
        enquiry, user = self.answers["enquiry"], self.user
        self.lead = enquiry.lead.full_name if enquiry.lead else enquiry.lead_name
        mine = user is not None and enquiry.lead_id == user.pk
        self.fields["how"] = OneOf("How did they answer?", BY_STAFF, required=False)
        self.fields["asked_by"] = OneOf(
            "Who asked?", AskedBy, required=False, initial=AskedBy.LEAD if mine else AskedBy.SOMEBODY_ELSE,
            labels={AskedBy.LEAD: f"{self.lead}, who led the enquiry"} if self.lead else {},
            conditional={AskedBy.SOMEBODY_ELSE: "asked_by_name"},
        )  # fmt: skip
        self.fields["asked_by_name"] = ShortText(
            "Name of whoever asked", missing="Enter the name of whoever asked", initial="" if mine or user is None else user.full_name
        )

    def _check_how(self, said: dict) -> None:
        if not any(said.get(f"rating-{wish.pk}") for wish in self.about):
            self._errors.pop("asked_by_name", None)
            return
        for name, missing in (("how", "Select how they answered"), ("asked_by", "Select who asked")):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, missing)

    def _check_any(self) -> None:
        """Somebody who chose nothing is told so."""
        asked = [name for name in self.fields if name.startswith("rating-")]
        if asked and not self.errors and not any(self.cleaned_data.get(name) for name in asked):
            self.add_error(asked[0], "Nothing was chosen, and nothing was saved. Select an answer for one wish or more, or go back")

    def asking(self) -> HowTheyWereAsked:
        """How they were asked, of a form in which a wish was judged."""
        said = self.cleaned_data
        named = self.lead if said["asked_by"] == AskedBy.LEAD else said["asked_by_name"]
        return HowTheyWereAsked(said["how"], said["asked_by"], named)

    def _last_questions(self) -> None:
        self.fields["judged_on"] = DayMonthYear(
            self.when, short="The date of the judgement", missing="Enter the date of the judgement", not_future=True,
            initial=timezone.localdate(),
        )  # fmt: skip
        if self.answers.get("is_closed"):
            self.fields["because"] = LongText(
                "What is being corrected, and why?", missing="Say what is being corrected and why", rows=3,
                hint="This enquiry is closed, so this is kept as a correction beside the earlier judgement.",
            )  # fmt: skip

    def ends(self) -> list[BoundField]:
        """The questions asked once, after all wishes."""
        return [self[name] for name in ("how", "asked_by", "judged_on", "because") if name in self.fields]

    def _asked_about(self, wish: Wish) -> list[BoundField]:
        return [self[name] for name in self.fields if name.endswith(str(wish.pk)) and not name.startswith(("name", "why"))]


class AdultJudges(_Judges):
    """Step 1: whoever was asked says whether each wish happened, in their own words."""

    title = "Did what they wanted happen?"
    intro = "Ask the adult first. Leave a wish blank if they have not been asked about it."

    def adapt(self) -> None:
        for wish in self.about:
            self._ask_about(wish)
        self._ask_how()
        self._last_questions()

    def _ask_about(self, wish: Wish) -> None:
        own = own_judge(ExpressedBy(wish.expressed_by))
        kept = wish.judged.get(own)
        pk = wish.pk
        self.fields[f"rating-{pk}"] = OneOf(
            "Did this happen?", Rating, required=False, initial=kept.rating if kept else "",
            labels={Rating.DECLINED: "They did not want to say"},
        )  # fmt: skip
        self.fields[f"words-{pk}"] = LongText("What they said about it, in their own words", required=False, rows=2,
                                              initial=kept.words if kept else "")  # fmt: skip
        self.fields[f"judge-{pk}"] = OneOf(
            "Who was asked?", ASKED, required=False, initial=own,
            hint=f"{label_of(ExpressedBy, wish.expressed_by)} said this wish. Only their own answer stands as the adult’s.",
            conditional={Judge.REPRESENTATIVE.value: f"name1-{pk}", Judge.ADVOCATE.value: f"name2-{pk}"},
        )  # fmt: skip
        named = kept.judge_name if kept else wish.expressed_by_name
        self.fields[f"name1-{pk}"] = ShortText("Name of the representative", missing="Enter the name of the representative", initial=named)
        self.fields[f"name2-{pk}"] = ShortText("Name of the advocate", missing="Enter the name of the advocate", initial=named)

    def clean(self) -> dict:
        said = super().clean()
        for wish in self.about:
            rating, judge = said.get(f"rating-{wish.pk}"), said.get(f"judge-{wish.pk}")
            if said.get(f"words-{wish.pk}") and not rating and f"rating-{wish.pk}" not in self.errors:
                self.add_error(f"rating-{wish.pk}", "Select whether this happened, or clear what they said")
            if rating and not judge and f"judge-{wish.pk}" not in self.errors:
                self.add_error(f"judge-{wish.pk}", "Select who was asked")
            if not rating:
                for name in (f"name1-{wish.pk}", f"name2-{wish.pk}"):
                    self._errors.pop(name, None)
        self._check_how(said)
        self._check_any()
        return said

    def asked(self) -> list[Asking]:
        """Each wish with its questions, and what others than its own judge have said."""
        return [Asking(wish, self._asked_about(wish), *_judged_already(wish)) for wish in self.about]

    def judged(self) -> list[Judged]:
        """The judgements that were given."""
        said = self.cleaned_data
        return [
            Judged(
                wish=wish, judge=Judge(said[f"judge-{wish.pk}"]), rating=said[f"rating-{wish.pk}"], words=said[f"words-{wish.pk}"],
                judge_name=said.get(f"name1-{wish.pk}") or said.get(f"name2-{wish.pk}") or "",
            )
            for wish in self.about
            if said[f"rating-{wish.pk}"]
        ]  # fmt: skip


class JudgesAgain(_Judges):
    """After the closing: whoever judged a wish then says whether it is so now."""

    title = "Did it last? Ask again whether what they wanted happened"
    intro = (
        "Ask the adult again within eight weeks of the closing. What they said then stays as it was, and is what the return counts. "
        "Leave a wish blank if they were not asked about it again."
    )

    def adapt(self) -> None:
        for wish in self.about:
            self.fields[f"rating-{wish.pk}"] = OneOf(
                "Is it so now?", Rating, required=False, labels={Rating.DECLINED: "They did not want to say"}
            )
            self.fields[f"words-{wish.pk}"] = LongText("What they said about it now, in their own words", required=False, rows=2)
        self._ask_how()
        self._last_questions()

    def clean(self) -> dict:
        said = super().clean()
        for wish in self.about:
            if said.get(f"words-{wish.pk}") and not said.get(f"rating-{wish.pk}") and f"rating-{wish.pk}" not in self.errors:
                self.add_error(f"rating-{wish.pk}", "Select whether this is so now, or clear what they said")
        self._check_any()
        self._check_how(said)
        return said

    def asked(self) -> list[Asking]:
        """Each wish with its questions, and what was said of it at the closing."""
        return [Asking(wish, self._asked_about(wish), *_judged_already(wish)) for wish in self.about]

    def judged(self) -> list[tuple[Wish, str, str]]:
        """Each wish that was judged again, with the rating and their words."""
        said = self.cleaned_data
        return [(wish, said[f"rating-{wish.pk}"], said[f"words-{wish.pk}"]) for wish in self.about if said[f"rating-{wish.pk}"]]


class ProfessionalJudges(_Judges):
    """Step 2: the professional says whether each wish happened, and why where they differ from the adult."""

    title = "What is your own judgement?"
    intro = "Yours stands beside the adult’s. Where the two differ, both are kept."
    when = "When did you judge this?"

    def adapt(self) -> None:
        for wish in self.about:
            if self._may_judge(wish):
                self._ask_about(wish)
        self._last_questions()

    def _may_judge(self, wish: Wish) -> bool:
        return bool(may_professional_judge(adults=adults_rating_for(wish), not_asked_because=self.answers.get("not_asked_because", "")))

    def _differing(self, wish: Wish) -> dict[str, str]:
        """The name of the question why, for each rating that differs from the adult's."""
        adults = adults_rating_for(wish)
        if adults in (None, Rating.DECLINED):
            return {}
        return {value: f"why-{value}-{wish.pk}" for value, _ in PROFESSIONALS if value != adults}

    def _ask_about(self, wish: Wish) -> None:
        kept = wish.judged.get(Judge.PROFESSIONAL)
        why = self._differing(wish)
        self.fields[f"rating-{wish.pk}"] = OneOf(
            "Did this happen, in your judgement?", PROFESSIONALS, required=False, initial=kept.rating if kept else "", conditional=why
        )
        for value, name in why.items():
            apart = f"{Rating(value).label.lower()}, where the adult judged it {label_of(Rating, adults_rating_for(wish)).lower()}"
            self.fields[name] = LongText(f"Why do you judge it {apart}?", missing="Say why you judge it differently from the adult", rows=3,
                                         initial=kept.difference_reason if kept and kept.rating == value else "")  # fmt: skip
        self.fields[f"words-{wish.pk}"] = LongText("What you base this on", required=False, rows=2, initial=kept.words if kept else "")

    def clean(self) -> dict:
        said = super().clean()
        self._check_any()
        return said

    def asked(self) -> list[Asking]:
        """Each wish with its questions, or why it cannot be judged yet."""
        return [
            Asking(
                wish, self._asked_about(wish), *_judged_already(wish),
                why_not="" if self._may_judge(wish) else "The adult has not judged this wish yet.",
            )
            for wish in self.about
        ]  # fmt: skip

    def judged(self) -> list[Judged]:
        """The judgements that were given."""
        said = self.cleaned_data
        given = [wish for wish in self.about if said.get(f"rating-{wish.pk}")]
        return [
            Judged(
                wish=wish, judge=Judge.PROFESSIONAL, rating=Rating(said[f"rating-{wish.pk}"]), words=said[f"words-{wish.pk}"],
                difference_reason=said.get(f"why-{said[f'rating-{wish.pk}']}-{wish.pk}", ""),
            )
            for wish in given
        ]  # fmt: skip

"""How is it safe to reach the adult? The card that is asked for, and kept anew each time it changes."""

from dataclasses import asdict

from django import forms

from heard.documents.showing import hours_in_words
from heard.govuk.fields import AnyOf, LongText, OneOf, ShortText
from heard.govuk.forms import Question
from heard.people.models import Person, SafeContactCard
from heard.rules.safe_hours import HOW, hours_in
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.safe_contact import SafeTime, Watched, Way

ONE_A_LINE = "One on each line, if only some are safe"


def _is_safe(label: str, way: Way) -> OneOf:
    conditional = {Answer.YES: f"{way}_where", Answer.NO: f"{way}_why"}
    return OneOf(label, Answer, required=False, short=way.label, conditional=conditional)


def _where(label: str) -> LongText:
    return LongText(label, required=False, rows=2, hint=ONE_A_LINE)


def _why() -> LongText:
    return LongText("Why is it not safe?", required=False, rows=2)


class SafeContact(Question):
    """The safe-contact card. A question left blank is one that nobody has asked yet, and is never read as safe."""

    title = "How it is safe to reach the adult"
    intro = "Ask the adult, when nobody else can hear. Leave a question blank if you have not asked it. The card before this one is kept."
    submit = "Save the card"

    phone_safe = _is_safe("Is it safe to ring them?", Way.PHONE)
    phone_where = _where("Which numbers are safe to ring?")
    phone_why = _why()
    text_safe = _is_safe("Is it safe to send a text message?", Way.TEXT)
    text_where = _where("Which numbers are safe to text?")
    text_why = _why()
    post_safe = _is_safe("Is it safe to write by post?", Way.POST)
    post_where = _where("Which addresses are safe for post?")
    post_why = _why()
    email_safe = _is_safe("Is it safe to send an e-mail?", Way.EMAIL)
    email_where = _where("Which e-mail addresses are safe?")
    email_why = _why()
    visit_safe = _is_safe("Is it safe to visit, or to meet?", Way.VISIT)
    visit_where = _where("Where is it safe to meet?")
    visit_why = _why()
    never = LongText(
        "Numbers and addresses that are not safe", required=False, rows=3,
        hint="One on each line. Nothing goes to these, whatever is safe above.",
    )  # fmt: skip
    safe_times = AnyOf("When is it safe to ring or visit?", SafeTime, required=False, hint="Choose none if any time is safe")
    safe_hours = LongText(
        "Days and hours that are safe", required=False, rows=2,
        hint="One on each line, for example Mondays and Fridays 9.30am to 12pm. On a day named here, only these hours are "
             "safe. Any other day goes by what is chosen above, and is not safe if nothing is.",
    )  # fmt: skip
    unsafe_hours = LongText(
        "Days and hours that are not safe", required=False, rows=2,
        hint="One on each line, for example Thursdays, or Tuesdays 2pm to 4pm. These hold whatever is safe above.",
    )  # fmt: skip
    times = LongText("Anything else about times", required=False, rows=2, hint="Shown to whoever rings or visits, and not checked")
    shared_or_watched = AnyOf("What is shared with somebody, or watched?", Watched, required=False)
    code_word = ShortText("Code word", required=False, width=20, hint="What you or the adult says, to know that it is safe to talk")
    must_not_know = LongText("Who must not know?", required=False, rows=2, hint="Names, and who they are to the adult")
    words = LongText("Anything else, such as who to say you are", required=False, rows=2)

    def clean_safe_hours(self) -> str:
        return _only_hours(self.cleaned_data["safe_hours"])

    def clean_unsafe_hours(self) -> str:
        return _only_hours(self.cleaned_data["unsafe_hours"])


def _only_hours(text: str) -> str:
    unread = [line for line in _lines(text) if not hours_in(line, is_safe=Answer.YES)]
    if unread:
        raise forms.ValidationError(f"{HOW}. This line cannot be read: {unread[0]}")
    return text


def _hours(text: str, is_safe: Answer) -> list[dict]:
    return [asdict(one) for line in _lines(text) for one in hours_in(line, is_safe=is_safe)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def card_from(said: dict) -> dict:
    """The answers as the card keeps them: details of ``people.actions.record_safe_contact``."""
    ways = []
    for way in Way:
        answer = said[f"{way}_safe"]
        if answer:
            places = _lines(said[f"{way}_where"]) if answer == Answer.YES else []
            why = said[f"{way}_why"] if answer == Answer.NO else ""
            ways += [{"way": way, "is_safe": answer, "where": where, "words": why} for where in places or [""]]
    ways += [{"way": "", "is_safe": Answer.NO, "where": where, "words": ""} for where in _lines(said["never"])]
    hours = [*_hours(said["safe_hours"], Answer.YES), *_hours(said["unsafe_hours"], Answer.NO)]
    same = ("safe_times", "times", "code_word", "must_not_know", "shared_or_watched", "words")
    return {"ways": ways, "hours": hours, **{name: said[name] for name in same}}


def as_written(card: SafeContactCard | None, person: Person) -> dict:
    """The card as the form's first answers; without one, who was told of as somebody who must not know."""
    if card is None:
        return {"must_not_know": person.must_not_know}
    same = ("safe_times", "times", "code_word", "must_not_know", "shared_or_watched", "words")
    first = {name: getattr(card, name) for name in same}
    first["safe_hours"] = "\n".join(hours_in_words(card, Answer.YES))
    first["unsafe_hours"] = "\n".join(hours_in_words(card, Answer.NO))
    for way in Way:
        lines = [one for one in card.ways if one["way"] == way]
        if lines:
            first[f"{way}_safe"] = lines[0]["is_safe"]
            first[f"{way}_where"] = "\n".join(one["where"] for one in lines if one["where"])
            first[f"{way}_why"] = lines[0]["words"]
    return first | {"never": "\n".join(one["where"] for one in card.ways if not one["way"])}

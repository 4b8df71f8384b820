"""How do the answers of a form become the records of a concern?

A flat dict of answers in; details for ``raise_concern`` out. A detail too long for its place, or that cannot be read as the date or
number it should be, is kept as words in ``about_the_adult``: nothing optional stops a concern, and nothing typed is lost.
"""

from datetime import date

from heard.people.models import Person
from heard.rules.agreement_to_raise import answer_of_the_adult_raising_it, asks_why
from heard.rules.childrens_route import should_show_childrens_route
from heard.rules.decision import Decision
from heard.rules.referrer_reasons import PlainReason, ground_of, words_kept
from heard.rules.typed_details import birth_date_in, nhs_number_in
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.concern import Agreement, RaisedBy

ME, THE_ADULT, MINE, SOMEBODY_ELSE = "me", "the-adult", "mine", "somebody-else"
SHORT = {"given_name": "First name", "family_name": "Last name", "postcode": "Postcode", "phone": "Phone number"}
WORDS = (
    "description",
    "what_the_adult_wants",
    "adults_words",
    "danger_words",
    "communication_words",
    "child_in_household",
    "raised_by_contact",
    "wants_feedback",
    "feedback_how",
)


def is_about_me(said: dict) -> bool:
    """Whether the adult is filling the form in about themselves, and is asked as "you"."""
    return said.get("about") == ME


def is_the_adults_own(said: dict) -> bool:
    """Whether the concern is the adult's own, told to us or to a member of staff who takes it down."""
    return said.get("about") in (ME, THE_ADULT)


def agreement_said(said: dict) -> Agreement | None:
    """The answer about agreement as far as it is known, for the pages that follow from it."""
    if is_the_adults_own(said):
        return answer_of_the_adult_raising_it()
    return Agreement(said["answer"]) if said.get("answer") else None


def childrens_route(said: dict, *, today: date) -> Decision:
    """Whether these answers show the way to children's services."""
    return should_show_childrens_route(
        birth_date=birth_date_in(said.get("birth_date") or "", today=today),
        may_be_under_18=said.get("may_be_under_18") == Answer.YES,
        child_in_household=Answer(said["child_in_household"]) if said.get("child_in_household") else None,
        today=today,
    )


def is_said_to_be_a_child(said: dict, *, today: date) -> bool:
    """Whether these answers say that the person it is about is, or may be, under 18, a child in the home aside."""
    return bool(childrens_route({**said, "child_in_household": ""}, today=today))


def adult_from(said: dict, *, today: date) -> dict:
    """Details of the provisional person: only what fits and can be read."""
    return {
        **{name: said.get(name) or "" for name in SHORT if _fits(name, said)},
        "birth_date": birth_date_in(said.get("birth_date") or "", today=today),
        "nhs_number": nhs_number_in(said.get("nhs_number") or ""),
        "address": said.get("address") or "",
        "safe_contact": said.get("safe_contact") or "",
        "must_not_know": said.get("must_not_know") or "",
    }


def _fits(name: str, said: dict) -> bool:
    return len(said.get(name) or "") <= Person._meta.get_field(name).max_length


def about_the_adult(said: dict, *, today: date) -> str:
    """Who they say the adult is, and every detail that found no place of its own, as it was typed."""
    lines = [said.get("description_of_adult") or ""]
    lines += [f"{label}: {said[name]}" for name, label in SHORT.items() if not _fits(name, said)]
    if (born := said.get("birth_date")) and not birth_date_in(born, today=today):
        lines.append(f"Date of birth or age: {born}")
    if (number := said.get("nhs_number")) and not nhs_number_in(number):
        lines.append(f"NHS number: {number}")
    return "\n".join(line for line in lines if line)


def report_from(said: dict, *, today: date) -> dict:
    """Details of the report: words as they were typed, and who said them."""
    own = is_the_adults_own(said)
    return {
        **{name: said.get(name) or "" for name in WORDS},
        "about_the_adult": about_the_adult(said, today=today),
        "may_be_under_18": said.get("may_be_under_18") == Answer.YES,
        "raised_by": RaisedBy.ADULT if own else said.get("raised_by") or "",
        "raised_by_name": "" if own else said.get("raised_by_name") or "",
        "told_by_phone": bool(said.get("told_by_phone")),
    }


def agreement_from(said: dict) -> dict:
    """Details for ``record_agreement``: a public reason becomes its ground, and the words are kept beside it."""
    answer = agreement_said(said)
    if not asks_why(answer):
        return {"answer": answer or "", "adult_knows": Answer.YES if answer == Agreement.AGREED else ""}
    reason = PlainReason(said["reason"]) if said.get("reason") else None
    return {
        "answer": answer,
        "adult_knows": said.get("adult_knows") or "",
        "ground": said.get("ground") or ground_of(reason) or "",
        "ground_words": words_kept(reason, said.get("reason_words") or ""),
    }

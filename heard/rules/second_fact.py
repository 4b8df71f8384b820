"""May this question and answer open the adult's own page, beside the link or the code?

Whoever holds the adult's phone or opens their post has the link. They must not have the second fact too, so it is nothing that stands on
letters, cards and forms, and it is chosen with the adult.
"""

import re
import unicodedata
from datetime import date

from heard.rules.decision import Decision, Law
from heard.rules.giveaway_words import giveaway_words_in

LAW = (Law("UK GDPR, article 5(1)(f): kept from who must not see it"), Law("Practice: the person who poses the risk may hold the phone"))
SHORTEST = 3
LONG = 5  # letters and numbers: so much of what is on record inside an answer is too much
KNOWN_TO_OTHERS = re.compile(
    r"\b(?:birth|born|birthday|dob|post ?code|zip|nhs|national insurance|address|street|road|house number|door number|how old|your age|"
    r"live|home|your name|surname|maiden|phone number|mobile number|e-?mail)\b",
    re.IGNORECASE,
)


def tidied_answer(answer: str) -> str:
    """An answer as it is compared: accents, capitals, spaces and punctuation make no difference.

    Practice: house rule, an adult who types "Bobby!" for "bobby" is not shut out.
    """
    plain = unicodedata.normalize("NFKD", answer).casefold()
    return re.sub(r"[\W_]+", "", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def may_be_second_fact(
    *, question: str, answer: str, names: tuple[str, ...] = (), birth_date: date | None = None, postcode: str = "", nhs_number: str = "",
    address: str = "", phone: str = "",
) -> Decision:  # fmt: skip
    """Whether a question and its answer may be the second fact: never birth date, postcode, NHS number or address, as asked or as answered.

    Practice: a second fact chosen with the adult, that whoever lives with them is least likely to know; nothing that stands on post.
    """
    reasons = []
    if not question.strip():
        reasons.append("Write the question that will be asked.")
    if len(tidied_answer(answer)) < SHORTEST:
        reasons.append(f"The answer must have at least {SHORTEST} letters or numbers.")
    if asked := KNOWN_TO_OTHERS.search(question):
        reasons.append(f"Others know the answer: the question asks for “{asked[0]}”. Choose something else with the adult.")
    if found := giveaway_words_in(question):
        reasons.append(f"Others may see the question, and it says what this is about: {', '.join(found)}.")
    known = _known(names=names, birth_date=birth_date, postcode=postcode, nhs_number=nhs_number, address=address, phone=phone)
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", answer, flags=re.IGNORECASE)
    given = {tidied_answer(answer), tidied_answer(plain)} - {""}
    if given & known or any(len(one) >= LONG and one in each for one in known for each in given):
        reasons.append("The answer is on record as a name, birth date, postcode, NHS number, number or address. Choose another.")
    if tidied_answer(answer) and tidied_answer(answer) in tidied_answer(question):
        reasons.append("The question gives its own answer away.")
    return Decision(not reasons, tuple(reasons), LAW)


def _known(*, names, birth_date: date | None, postcode: str, nhs_number: str, address: str, phone: str) -> set[str]:
    lines = [*names, *(part for name in names for part in name.split()), postcode, nhs_number, address, phone, *re.split(r"[\n,]", address)]
    if birth_date:
        forms = ("%d%m%Y", "%d%m%y", "%Y%m%d", "%-d%-m%Y", "%-d%-m%y", "%d%B%Y", "%-d%B%Y", "%-d%b%Y", "%-d%B", "%B%Y", "%Y", "%d%m")
        lines += [birth_date.strftime(form) for form in forms]
    return {tidied_answer(one) for one in lines} - {""}

"""How was the work done: reasons, communication, involvement, the plan, the people around the adult, and the adult's own words?"""

from collections.abc import Iterator

from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.indicators.hearing import CONCLUDED, TALKS
from heard.rules.indicators.indicator import Counted, Group, Indicator, Unit
from heard.rules.seen_alone import HEARD
from heard.rules.vocabulary.adult import Ethnicity
from heard.rules.vocabulary.communication import Met
from heard.rules.vocabulary.enquiry import ChecklistAnswer, PlanView

PARTS = 3  # of section 42(1)


def _reasons(one: EnquiryFacts) -> Counted:
    return int(one.work.reasons == PARTS), int(one.work.reasons is not None)


def _needs(one: EnquiryFacts) -> Counted:
    return int(one.work.needs_asked and set(one.work.needs_met) == {Met.YES}), 1


def _involvement(one: EnquiryFacts) -> Counted:
    return int(one.work.involvement_asked), 1


def _plan(one: EnquiryFacts) -> Counted:
    return int(one.work.plan in (PlanView.AGREES, PlanView.PARTLY)), int(one.work.plan is not None)


def _person_of_risk(one: EnquiryFacts) -> Counted:
    said = one.work.person_of_risk
    return int(said in (ChecklistAnswer.DONE, ChecklistAnswer.NOT_NEEDED)), int(bool(said))


def _network(one: EnquiryFacts) -> Counted:
    return int(one.work.network_asked), 1


def _own_words(one: EnquiryFacts) -> Counted:
    heard = [talk for talk in one.talks if talk.how in HEARD]
    return sum(talk.has_words for talk in heard), len(heard)


def _known(one: EnquiryFacts) -> Counted:
    return int(bool(one.work.language) and one.ethnicity not in ("", Ethnicity.NOT_KNOWN)), 1


def _about_me(one: EnquiryFacts) -> Counted:
    return int(one.work.about_me), 1


def indicators_of_work() -> Iterator[Indicator]:
    """What audits ask and the record can answer by itself: each is counted as it stood at the end of the enquiry.

    Practice: the themes of audits of case files (handbook, practice 4), so that a live measure stands beside what auditors found.
    """
    rows = (
        ("three-reasons", "A reason for each of the three parts", "How many decisions have a reason for each part of section 42(1)?",
         "enquiries whose decision has a reason for each of the three parts", "enquiries with a decision recorded",
         "Section 42 decisions", Unit.ENQUIRIES, _reasons),
        ("needs-met", "Communication needs asked and met", "For how many adults was it asked what helps them, and each time met?",
         "enquiries by whose end it was asked what helps the adult, and each time they were asked about it, it was met", CONCLUDED,
         "Communication needs, and asking whether they were met", Unit.ENQUIRIES, _needs),
        ("involvement-asked", "Asked how much they want to be involved", "How many adults were asked how much they want to be involved?",
         "enquiries by whose end it was recorded how much the adult wants to be involved, meetings too", CONCLUDED,
         "How much the adult wants to be involved", Unit.ENQUIRIES, _involvement),
        ("plan-agreed", "Plan the adult agrees with", "Of safeguarding plans, with how many does the adult agree, wholly or in part?",
         "of these, enquiries with a plan that the adult agrees with, wholly or in part", "enquiries with a safeguarding plan",
         "Safeguarding plans", Unit.ENQUIRIES, _plan),
        ("risk-followed-up", "Action about who may pose a risk thought of",
         "For how many was action about the person or organisation that may pose a risk settled before closing?",
         "of these, closings where it was done, or not needed with why", "closings whose checklist asks about it", "Closing checklists",
         Unit.ENQUIRIES, _person_of_risk),
        ("network-asked", "Asked whom they want involved", "How many adults were asked about the people in their life?",
         "enquiries with somebody in the adult’s life of whom it is recorded whether the adult wants them involved", CONCLUDED,
         "The people in the adult’s life", Unit.ENQUIRIES, _network),
        ("own-words", "The adult’s own words kept", "In how many conversations were the adult’s own words written down?",
         "conversations in which the adult was heard, with their own words", "conversations in which the adult was heard", TALKS,
         Unit.TALKS, _own_words),
        ("ethnicity-and-language", "Ethnicity and language known", "For how many adults are ethnicity and language recorded?",
         "enquiries of adults whose ethnicity (or that they would rather not say) and language are recorded", CONCLUDED,
         "The adult’s record", Unit.ENQUIRIES, _known),
        ("about-me", "What matters to them, in their own words", "For how many adults is it written in their words what matters to them?",
         "enquiries by whose end “About me” was written", CONCLUDED, "“About me”", Unit.ENQUIRIES, _about_me),
    )  # fmt: skip
    for slug, label, question, numerator, denominator, source, unit, counts in rows:
        yield Indicator(slug, label, Group.WORK, question, numerator, denominator, source, unit, counts)

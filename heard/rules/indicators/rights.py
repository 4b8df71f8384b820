"""Who was helped to take part, who met an advocate, and who was told where something was done without their agreement?"""

from collections.abc import Iterator

from heard.rules.indicators.facts import EnquiryFacts
from heard.rules.indicators.hearing import CONCLUDED
from heard.rules.indicators.indicator import Counted, Group, Indicator, Unit
from heard.rules.statutory_return import SUPPORTERS
from heard.rules.vocabulary.answers import Answer, YesNo


def _supported(one: EnquiryFacts) -> bool:
    return any(who in SUPPORTERS for who in one.supported_by)


def _helped(one: EnquiryFacts) -> bool:
    return _supported(one) or one.has_representative or any(advocate.met_on for advocate in one.advocates)


def _capacity_known(one: EnquiryFacts) -> Counted:
    return int(one.had_capacity in (Answer.YES, Answer.NO)), 1


def _lacked(one: EnquiryFacts) -> Counted:
    return int(one.had_capacity == Answer.NO), int(one.had_capacity in (Answer.YES, Answer.NO))


def _lacked_and_supported(one: EnquiryFacts) -> Counted:
    lacked = one.had_capacity == Answer.NO
    return int(lacked and _supported(one)), int(lacked)


def _represented(one: EnquiryFacts) -> Counted:
    return int(_helped(one)), 1


def _difficulty_helped(one: EnquiryFacts) -> Counted:
    return int(one.has_difficulty and _helped(one)), int(one.has_difficulty)


def _met(one: EnquiryFacts) -> Counted:
    return sum(advocate.met_on is not None for advocate in one.advocates), len(one.advocates)


def _overridden(one: EnquiryFacts) -> Counted:
    return int(one.overridden), 1


def _told(one: EnquiryFacts) -> Counted:
    return int(one.overridden and one.was_told == YesNo.YES), int(one.overridden)


def indicators_of_rights() -> Iterator[Indicator]:
    """Capacity for the enquiry, support and representation, advocates met, and agreement overridden and told.

    Law: Care Act 2014 s68 (advocacy in enquiries); Mental Capacity Act 2005 s1 (each decision, every practicable help first).
    """
    capacity, support = "The enquiry's own answer about capacity", "The enquiry's own answer about who supported the adult"
    helping = "Who supported the adult, the people named to help them, and advocates who met them"
    rows = (
        ("capacity-known", "Capacity answered", Group.RIGHTS, "For how many is it known whether the adult had capacity for the enquiry?",
         "enquiries answered yes or no", CONCLUDED, capacity, Unit.ENQUIRIES, _capacity_known),
        ("lacked-capacity", "Lacked capacity", Group.RIGHTS, "Of those answered, how many adults lacked capacity for the enquiry?",
         "enquiries in which the adult did not have capacity for its decisions", "enquiries answered yes or no", capacity,
         Unit.ENQUIRIES, _lacked),
        ("lacked-and-supported", "Lacked capacity and was supported", Group.RIGHTS,
         "Of adults who lacked capacity, how many had an advocate, family or a friend?",
         "of these, enquiries in which an advocate, an IMCA, family or a friend supported the adult",
         "enquiries in which the adult did not have capacity for its decisions", support, Unit.ENQUIRIES, _lacked_and_supported),
        ("represented", "Helped to take part", Group.RIGHTS, "How many adults had somebody to help them take part?",
         "enquiries with a supporter, a person named to help, or an advocate who met the adult", CONCLUDED, helping, Unit.ENQUIRIES,
         _represented),
        ("difficulty-helped", "Substantial difficulty, and helped", Group.RIGHTS,
         "Of adults with substantial difficulty in being involved, how many had somebody to help them?",
         "of these, enquiries with a supporter, a person named to help, or an advocate who met the adult",
         "enquiries in whose case substantial difficulty is recorded", helping, Unit.ENQUIRIES, _difficulty_helped),
        ("advocate-met", "Advocates who met the adult", Group.RIGHTS, "Of advocates asked for, how many met the adult?",
         "advocates and IMCAs with a day on which they met the adult", "advocates and IMCAs asked for in the cases of these enquiries",
         "Referrals to advocates", Unit.ADVOCATES, _met),
        ("overridden", "Acted without agreement", Group.AGREEMENT, "How often was something done without the adult's agreement?",
         "enquiries on whose concern the decision to act without agreement is recorded", CONCLUDED, "Decisions to act without agreement",
         Unit.ENQUIRIES, _overridden),
        ("overridden-told", "And the adult was told", Group.AGREEMENT, "Of these, how many adults were told?",
         "of these, enquiries in which the adult was told", "enquiries on whose concern such a decision is recorded",
         "Decisions to act without agreement", Unit.ENQUIRIES, _told),
    )  # fmt: skip
    yield from (Indicator(*row) for row in rows)

"""Who was helped to take part, who met an advocate, and who was told where something was done without their agreement?"""

from collections.abc import Iterator

from heard.rules.indicators.hearing import CONCLUDED, OF_CONCLUDED
from heard.rules.indicators.indicator import Group, Indicator, Unit


def indicators_of_rights() -> Iterator[Indicator]:
    """Capacity for the enquiry, support and representation, advocates met, and agreement overridden and told.

    Law: Care Act 2014 s68 (advocacy in enquiries); Mental Capacity Act 2005 s1 (each decision, every practicable help first).
    """
    capacity, support = "The enquiry's own answer about capacity", "The enquiry's own answer about who supported the adult"
    helping = "Who supported the adult, the people named to help them, and advocates who met them"
    rows = (
        ("capacity-known", "Capacity answered", Group.RIGHTS, "For how many is it known whether the adult had capacity for the enquiry?",
         "enquiries answered yes or no", CONCLUDED, capacity, Unit.ENQUIRIES, ("capacity_known",), OF_CONCLUDED),
        ("lacked-capacity", "Lacked capacity", Group.RIGHTS, "Of those answered, how many adults lacked capacity for the enquiry?",
         "enquiries in which the adult did not have capacity for its decisions", "enquiries answered yes or no", capacity,
         Unit.ENQUIRIES, ("lacked",), ("capacity_known",)),
        ("lacked-and-supported", "Lacked capacity and was supported", Group.RIGHTS,
         "Of adults who lacked capacity, how many had an advocate, family or a friend?",
         "of these, enquiries in which an advocate, an IMCA, family or a friend supported the adult",
         "enquiries in which the adult did not have capacity for its decisions", support, Unit.ENQUIRIES,
         ("lacked_supported",), ("lacked",)),
        ("represented", "Helped to take part", Group.RIGHTS, "How many adults had somebody to help them take part?",
         "enquiries with a supporter, a person named to help, or an advocate who met the adult", CONCLUDED, helping, Unit.ENQUIRIES,
         ("helped",), OF_CONCLUDED),
        ("difficulty-helped", "Substantial difficulty, and helped", Group.RIGHTS,
         "Of adults with substantial difficulty in being involved, how many had somebody to help them?",
         "of these, enquiries with a supporter, a person named to help, or an advocate who met the adult",
         "enquiries in whose case substantial difficulty is recorded", helping, Unit.ENQUIRIES, ("difficulty_helped",), ("difficulty",)),
        ("advocate-met", "Advocates who met the adult", Group.RIGHTS, "Of advocates asked for, how many met the adult?",
         "advocates and IMCAs with a day on which they met the adult", "advocates and IMCAs asked for in the cases of these enquiries",
         "Referrals to advocates", Unit.ADVOCATES, ("advocates_met",), ("advocates",)),
        ("overridden", "Acted without agreement", Group.AGREEMENT, "How often was something done without the adult's agreement?",
         "enquiries on whose concern the decision to act without agreement is recorded", CONCLUDED, "Decisions to act without agreement",
         Unit.ENQUIRIES, ("overridden",), OF_CONCLUDED),
        ("overridden-told", "And the adult was told", Group.AGREEMENT, "Of these, how many adults were told?",
         "of these, enquiries in which the adult was told", "enquiries on whose concern such a decision is recorded",
         "Decisions to act without agreement", Unit.ENQUIRIES, ("told",), ("overridden",)),
    )  # fmt: skip
    yield from (Indicator(*row) for row in rows)

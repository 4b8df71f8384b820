"""Does a percentage that is shown ever give away one that is withheld beside it?"""

from heard.measures.shown import shown_in
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.tally import Tally


def percents_of(tally, one):
    return shown_in([tally], one)[0].percent


def tally_of(whole: int, **parts: int) -> Tally:
    made = Tally()
    for slug, part in parts.items():
        made.parts[slug.replace("_", "-")], made.wholes[slug.replace("_", "-")] = part, whole
    return made


def test_a_sum_is_withheld_where_one_of_its_parts_is():
    tally = tally_of(40, risk_removed=3, risk_reduced=20, risk_remained=17, risk_less=23)
    assert percents_of(tally, INDICATORS["risk-removed"]) is None
    assert percents_of(tally, INDICATORS["risk-less"]) is None


def test_a_sum_is_shown_where_all_of_its_parts_are():
    tally = tally_of(60, risk_removed=20, risk_reduced=20, risk_remained=20, risk_less=40)
    assert percents_of(tally, INDICATORS["risk-less"]) is not None


def test_heard_and_spoken_for_do_not_give_away_the_few_for_whom_nobody_spoke():
    shown = [percents_of(tally_of(40, heard=30, spoken_for=7), INDICATORS[slug]) for slug in ("heard", "spoken-for")]
    assert None in shown, "30 and 7 of 40 leave 3"

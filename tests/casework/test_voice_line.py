"""Which opportunities did the adult have to be heard, and how are they drawn?"""

from datetime import date

import pytest

from heard.cases.models import Case
from heard.casework.queries.case_page import case_page
from heard.concerns.models import Report
from heard.enquiries.models import Closing, SafeguardingPlan
from heard.rules.seen_alone import HowHeard
from heard.voice.models import Judgement
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


def page_of(case):
    found = Case.objects.select_related("person", "lead", "team").get(pk=case.pk)
    found.current_card = None
    return case_page(found, factories.user(), TODAY)


def told(case):
    return [(point.number, point.stage, point.how, point.wants) for point in page_of(case).points]


def test_a_concern_the_adult_was_not_asked_about_is_an_opportunity_missed():
    it = factories.concern()
    assert told(it.case) == [(1, "Concern raised", HowHeard.NOT_HEARD, [])]


def test_what_the_adult_wants_as_the_referrer_told_it_is_somebody_speaking_for_them():
    it = factories.concern(report={"what_the_adult_wants": "To be left in peace."})
    (point,) = page_of(it.case).points
    assert (point.how, point.wants) == (HowHeard.REPRESENTED, ["“To be left in peace.”"])
    assert "Raised by: NHS" in point.why


def test_conversations_say_who_was_there_why_not_and_when_to_try_again():
    it = factories.concern()
    factories.conversation(
        it, held_at=factories.at(date(2026, 3, 3)), words="", alone="", not_heard_because="declined", ask_again_on=date(2026, 3, 9)
    )
    factories.conversation(it, held_at=factories.at(date(2026, 3, 9)), alone="no", present=["Her son"])
    missed, met = page_of(it.case).points[1:]
    assert missed.why == ["They did not want to talk", "to try again on 9 March"]
    assert (met.how, met.why) == (HowHeard.WITH_OTHERS, ["Not alone", "there: Her son"])


def test_a_wish_stands_beside_the_conversation_it_was_said_in_and_beside_that_days_where_none_is_named():
    enquiry = factories.enquiry()
    talk = factories.conversation(enquiry, held_at=factories.at(date(2026, 3, 5)))
    factories.wish(enquiry, words="To go home.", conversation=talk)
    factories.wish(enquiry, words="To see my dog.", expressed_on=date(2026, 3, 5))
    assert page_of(enquiry.case).points[1].wants == ["“To go home.”", "“To see my dog.”"]


def test_a_wish_with_no_conversation_is_a_point_of_its_own_and_a_representatives_is_never_drawn_as_the_adults():
    enquiry = factories.enquiry()
    factories.wish(enquiry, words="Own.", expressed_on=date(2026, 3, 7))
    factories.wish(enquiry, words="Theirs.", expressed_on=date(2026, 3, 7), expressed_by="representative")
    own, theirs = page_of(enquiry.case).points[1:]
    assert (own.how, theirs.how) == (HowHeard.ALONE_NOT_RECORDED, HowHeard.REPRESENTED)


def test_a_change_of_mind_a_withdrawal_and_the_adults_judgement_are_there():
    enquiry = factories.enquiry()
    old = factories.wish(enquiry, words="Old.", expressed_on=date(2026, 3, 5))
    new = factories.wish(enquiry, words="New.", expressed_on=date(2026, 3, 9), replaces=old)
    factories.wish(enquiry, words="Gone.", expressed_on=date(2026, 3, 5), withdrawn_on=date(2026, 3, 12))
    Judgement.objects.create(authority=enquiry.authority, wish=new, judge="adult", rating="met", judged_on=date(2026, 5, 1))
    wants = [want for _, _, _, wants in told(enquiry.case) for want in wants]
    assert wants == ["“Old.”", "“Gone.”", "Changed to: “New.”", "No longer wanted: “Gone.”", "“New.”: met, in their own judgement"]


def test_the_plan_and_the_closing_are_opportunities_too():
    enquiry = factories.enquiry(concluded_on=date(2026, 5, 20))
    SafeguardingPlan.objects.create(
        authority=enquiry.authority,
        enquiry=enquiry,
        adult_agrees="disagrees",
        adults_words="No locks.",
        recorded_at=factories.at(date(2026, 4, 1)),
    )
    Closing.objects.create(authority=enquiry.authority, enquiry=enquiry, view="not-asked")
    plan, closing = page_of(enquiry.case).points[1:]
    assert (plan.stage, plan.is_heard, plan.wants) == ("The safeguarding plan", True, ["“No locks.”"])
    assert (closing.stage, closing.how, closing.why) == ("Closing", HowHeard.NOT_HEARD, ["Was not asked"])


def test_what_was_recorded_in_error_is_not_drawn():
    it = factories.concern()
    factories.conversation(it, in_error_at=factories.at(date(2026, 3, 4)))
    assert len(page_of(it.case).points) == 1


def test_a_referrers_unable_is_never_shown():
    it = factories.concern()
    Report.objects.filter(concern=it).update(raised_by="care-provider")
    (point,) = page_of(it.case).points
    assert not any("unable" in words.lower() or "could not say" in words.lower() for words in point.why)


def test_the_picture_has_a_mark_for_each_point_in_the_lane_of_its_kind():
    it = factories.concern()
    factories.conversation(it)
    picture = page_of(it.case).drawing
    missed, alone = picture.marks
    assert (missed.shape, alone.shape) == ("not-heard", "heard-alone") and alone.y < missed.y and alone.x > missed.x
    assert picture.sentence == "2 opportunities to be heard: heard alone once, not heard once."


def test_a_crowded_picture_grows_wider_and_never_crushes_its_marks():
    it = factories.concern()
    for day in range(1, 29):
        factories.conversation(it, held_at=factories.at(date(2026, 4, day)))
    picture = page_of(it.case).drawing
    gaps = {after.x - before.x for before, after in zip(picture.marks, picture.marks[1:], strict=False)}
    assert gaps == {58} and picture.width > picture.marks[-1].x


def test_each_wish_is_a_line_from_when_it_was_said_to_when_it_ended():
    enquiry = factories.enquiry()
    old = factories.wish(enquiry, expressed_on=date(2026, 3, 5))
    factories.wish(enquiry, expressed_on=date(2026, 3, 9), replaces=old)
    first, second = page_of(enquiry.case).drawing.wishes
    assert (first.state, first.ended, second.state, second.ended) == ("changed", "changed", "standing", "still wanted")
    assert first.end == second.x


def test_there_is_no_picture_without_an_opportunity():
    assert page_of(factories.case()).drawing is None

"""Is the adult asked again after the closing, is the first judgement kept, and does the return still count it?"""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.casework.queries.duties_page import duties_page
from heard.enquiries.actions.judging import judge_wishes_again
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.voice.actions.judging import judge_wish_again
from heard.voice.models import Judgement, LaterJudgement
from heard.voice.queries import wishes_for
from tests import factories

pytestmark = pytest.mark.django_db
CLOSED = date(2026, 3, 20)


@pytest.fixture
def enquiry():
    made = factories.enquiry(concluded_on=CLOSED)
    made.case.stage, made.case.closed_on = CaseStage.CLOSED, CLOSED
    made.case.save()
    factories.experience(made, asked_on=CLOSED, closed_on=CLOSED, days_since_closing=0)
    return made


@pytest.fixture
def wish(enquiry):
    said = factories.wish(enquiry)
    Judgement.objects.create(authority=enquiry.authority, wish=said, judge="adult", rating="met", judged_on=CLOSED, words="He moved out.")
    return said


def posted(wish, **more) -> dict:
    return {f"rating-{wish.pk}": "not-met", f"words-{wish.pk}": "He came back.", "judged_on-day": "9", "judged_on-month": "4",
            "judged_on-year": "2026", "how": "phone", "asked_by": "somebody-else", "asked_by_name": "Jo Example", **more}  # fmt: skip


def owed(enquiry) -> set[str]:
    return {step.slug for step in duties_page(enquiry.case).owed}


def test_the_second_judgement_is_owed_asked_kept_beside_the_first_and_shown(client, enquiry, wish):
    assert "judge-again" in owed(enquiry)
    client.force_login(enquiry.lead)
    here = reverse("judge-again", args=[enquiry.case.reference])
    page = client.get(here).content.decode()
    assert "He moved out." in page and "The adult’s judgement at the closing" in page
    done = client.post(here, posted(wish), follow=True).content.decode()
    assert "What they said at the closing stays beside it" in done
    again = LaterJudgement.objects.get()
    assert (again.judge, again.rating, again.words, again.judged_on) == ("adult", "not-met", "He came back.", date(2026, 4, 9))
    assert (again.how, again.asked_by_name, again.by_lead, again.days_since_closing) == ("phone", "Jo Example", False, 20)
    assert Judgement.objects.get().rating == "met", "what the return counts is as it was said at the closing"
    assert "judge-again" not in owed(enquiry)
    for name in ("case", "summary"):
        shown = client.get(reverse(name, args=[enquiry.case.reference])).content.decode()
        assert "Asked again" in shown and "9 April 2026" in shown, name
        assert "By phone, 20 days after the enquiry closed. Asked by Jo Example." in shown, name


def test_asked_once_more_the_one_before_is_kept(enquiry, wish):
    for rating in ("partly-met", "met"):
        asked = [(wishes_for(enquiry)[0], rating, "")]
        judge_wishes_again(enquiry=enquiry, judged=asked, judged_on=date(2026, 4, 9), by=enquiry.lead)
    kept = LaterJudgement.objects.order_by("recorded_at").values_list("rating", "is_current")
    assert list(kept) == [("partly-met", False), ("met", True)]
    assert wishes_for(enquiry)[0].judged_again == "met"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"judged_on-month": "3"}, "The second judgement is made after that day"),
        ({"judged_on-year": "2099"}, "must be today or in the past"),
        ({"judged_on-day": "40"}, "must be a real date"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_their_words_stay(client, enquiry, wish, more, said):
    client.force_login(enquiry.lead)
    page = client.post(reverse("judge-again", args=[enquiry.case.reference]), posted(wish, **more)).content.decode()
    assert said in page and "He came back." in page and not LaterJudgement.objects.exists()


def test_words_without_an_answer_and_nothing_at_all_are_asked_about(client, enquiry, wish):
    client.force_login(enquiry.lead)
    here, rating = reverse("judge-again", args=[enquiry.case.reference]), f"rating-{wish.pk}"
    assert "clear what they said" in client.post(here, posted(wish, **{rating: ""})).content.decode()
    nothing = posted(wish, **{rating: "", f"words-{wish.pk}": ""})
    assert "Select an answer for one wish or more" in client.post(here, nothing).content.decode()
    assert not LaterJudgement.objects.exists()


def test_an_open_enquiry_goes_to_the_first_judgement_and_the_action_refuses(client, enquiry, wish):
    enquiry.concluded_on = None
    enquiry.save()
    client.force_login(enquiry.lead)
    assert client.get(reverse("judge-again", args=[enquiry.case.reference])).url == reverse("judge-wishes", args=[enquiry.case.reference])
    with pytest.raises(NotAllowed, match="still open"):
        judge_wish_again(wish=wish, rating="met", judged_on=timezone.localdate(), concluded_on=None, by=enquiry.lead)


def test_nothing_was_judged_when_it_closed(client, enquiry):
    factories.wish(enquiry)
    client.force_login(enquiry.lead)
    page = client.get(reverse("judge-again", args=[enquiry.case.reference])).content.decode()
    assert "Record the first judgement" in page and "<textarea" not in page

"""Does what the adult says on their own page after the closing stand beside what they said at it?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from heard.mypage.models import Saying
from tests import factories
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db


def test_asked_again_after_the_closing_the_first_judgement_stays():
    enquiry = factories.enquiry()
    wish = factories.wish(enquiry, words="I want my own key.")
    page, _ = opened(enquiry, asks_how_it_went=True)
    page.post("/p/now/end", {f"wish-{wish.pk}": "met"})
    enquiry.concluded_on = timezone.localdate() - timedelta(days=3)
    enquiry.save()
    page.post("/p/now/end", {f"wish-{wish.pk}": "not-met", f"words-{wish.pk}": "They took it back."})
    assert wish.judgements.get().rating == "met"
    again = wish.later_judgements.get()
    assert (again.judge, again.rating, again.words, again.recorded_by) == ("adult", "not-met", "They took it back.", None)
    assert (again.how, again.asked_by, again.by_lead, again.days_since_closing) == ("page", "nobody", False, 3)


def test_a_wish_that_somebody_else_said_keeps_the_adults_first_judgement_and_what_they_say_now():
    enquiry = factories.enquiry()
    wish = factories.wish(enquiry, words="She wants her own key.", expressed_by="representative", expressed_by_name="Sam Example")
    page, _ = opened(enquiry, asks_how_it_went=True)
    page.post("/p/now/end", {f"wish-{wish.pk}": "met"})
    enquiry.concluded_on = timezone.localdate() - timedelta(days=3)
    enquiry.save()
    page.post("/p/now/end", {f"wish-{wish.pk}": "not-met", f"words-{wish.pk}": "They took it back."})
    assert wish.judgements.get().rating == "met" and not wish.later_judgements.exists()
    said = Saying.objects.order_by("recorded_at").last()
    assert said.cards["shown"] == ["No: She wants her own key. “They took it back.”"]

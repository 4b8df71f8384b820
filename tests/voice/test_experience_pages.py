"""Is it asked and written down on its pages, kept apart, corrected without loss, and refused where it does not fit?"""

import wave
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from heard.casework.queries.duties_page import duties_page
from heard.documents import spoken
from heard.rules.easy_read import to_reword
from heard.rules.giveaway_words import giveaway_words_in
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.experience import Wording
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AnonymousExperience, Experience
from heard.voice.paper import ANYTHING_ELSE, FILE_NAME, GIVE_BACK, NO_NAME, PAPERS, TICK
from tests import factories
from tests.documents.test_pdf_and_word import tags
from tests.voice.test_anonymous_answers import holds_no_tie, written_by

pytestmark = pytest.mark.django_db
CLOSED = date(2026, 3, 20)
FORM = {
    "ended": "answered", "asking": "after-closing", "asked_on-day": "9", "asked_on-month": "4", "asked_on-year": "2026", "how": "phone",
    "asked_by": "somebody-else", "asked_by_name": "Jo Example", "q-listened-to": "partly", "q-feel-safer": "yes", "words": "You rang back.",
}  # fmt: skip


@pytest.fixture
def enquiry():
    made = factories.enquiry(concluded_on=CLOSED)
    made.case.stage, made.case.closed_on = CaseStage.CLOSED, CLOSED
    made.case.save()
    return made


@pytest.fixture
def signed_in(client, enquiry):
    client.force_login(enquiry.lead)
    return client


def at(name, enquiry, *more):
    return reverse(name, args=[enquiry.case.reference, *more])


def errors(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_the_adult_said_is_kept_shown_and_settles_the_second_asking(signed_in, enquiry):
    assert "ask-experience" not in owed(enquiry), "the offer comes first"
    page = signed_in.post(at("record-experience", enquiry, "adult"), FORM, follow=True).content.decode()
    for words in ("Saved as they said it", "Did you feel that people listened to you?", "Some of the time", "You rang back.",
                  "20 days after it closed", "Asked by Jo Example", "Heard’s own wording, not the national one, version 1"):  # fmt: skip
        assert words in page, words
    assert not {"ask-experience", "offer-feedback"} & owed(enquiry)
    case_page = signed_in.get(at("case", enquiry)).content.decode()
    assert "How it was for them" in case_page and "You rang back." in case_page


def owed(enquiry) -> set[str]:
    return {step.slug for step in duties_page(enquiry.case).owed}


def test_asked_only_as_it_closed_the_second_asking_is_owed_within_eight_weeks(enquiry):
    factories.experience(enquiry, asked_on=CLOSED, closed_on=CLOSED, days_since_closing=0)
    due = {step.slug: step.due for step in duties_page(enquiry.case).owed}
    assert due["ask-experience"] == date(2026, 5, 15) and "offer-feedback" not in due


def test_a_council_sets_the_days(enquiry, settings):
    settings.HEARD_TIMESCALES = {"ask_experience": 28}
    factories.experience(enquiry, asked_on=CLOSED)
    assert {step.slug: step.due for step in duties_page(enquiry.case).owed}["ask-experience"] == date(2026, 4, 17)


def test_whoever_spoke_for_them_is_kept_apart(signed_in, enquiry):
    where = at("record-experience", enquiry, "representative")
    assert "Enter who spoke for the adult" in errors(signed_in.post(where, FORM))
    page = signed_in.post(where, {**FORM, "who_name": "Sam Example"}, follow=True).content.decode()
    apart = page.split("kept apart</h2>")[1]
    assert "Sam Example" in apart and "as the person who spoke for them" in apart
    assert "Nobody has asked the adult yet" in page
    assert "offer-feedback" in owed(enquiry), "what another says does not stand for the adult's own say"


def test_the_lead_is_warned_before_asking_and_it_is_shown_after(signed_in, enquiry, client):
    assert "You led this enquiry" in signed_in.get(at("record-experience", enquiry, "adult")).content.decode()
    page = signed_in.post(at("record-experience", enquiry, "adult"), {**FORM, "asked_by": "lead"}, follow=True).content.decode()
    assert "By the lead" in page and f"Asked by {enquiry.lead.full_name}, who led the enquiry." in page
    client.force_login(factories.user())
    assert "You led this enquiry" not in client.get(at("record-experience", enquiry, "adult")).content.decode()


def test_declined_and_unable_are_answers_too(signed_in, enquiry):
    none = {**FORM, "q-listened-to": "", "q-feel-safer": "", "words": ""}
    where = at("record-experience", enquiry, "adult")
    assert "Say why they could not be asked" in errors(signed_in.post(where, {**none, "ended": "unable"}))
    page = signed_in.post(where, {**none, "ended": "unable", "ended_because": "She is in hospital."}, follow=True).content.decode()
    assert "They could not be asked, or could not answer." in page and "She is in hospital." in page
    assert "They did not want to." in signed_in.post(where, {**none, "ended": "declined"}, follow=True).content.decode()
    assert Experience.objects.filter(is_current=True).count() == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"asked_on-year": "2199"}, "must be today or in the past", id="in the future"),
        pytest.param({"asked_on-day": "19", "asked_on-month": "3"}, "cannot have been asked again before", id="again before the closing"),
        pytest.param({"asked_on-day": "31", "asked_on-month": "2"}, "must be a real date", id="no such day"),
        pytest.param({"q-listened-to": "maybe"}, "Choose one of the answers shown", id="an answer nobody offered"),
        pytest.param({"asked_by_name": " "}, "Enter the name of whoever asked", id="nobody asked it"),
        pytest.param({"how": "page"}, "Choose one of the answers shown", id="their own page, by staff"),
        pytest.param({"ended": "declined"}, "there can be no answers", id="declined, with answers"),
        pytest.param({"ended": "", "asking": "", "how": "", "asked_by": ""}, "Select whether they answered", id="nothing said"),
        pytest.param({"q-listened-to": "", "q-feel-safer": "", "words": ""}, "at least one answer", id="answered, and nothing answered"),
    ],
)
def test_what_does_not_fit_is_refused_and_what_was_typed_is_kept(signed_in, enquiry, changes, words):
    page = errors(signed_in.post(at("record-experience", enquiry, "adult"), {**FORM, **changes}))
    assert words in page
    assert ("You rang back." in page) is (changes.get("words") != "")
    assert not Experience.objects.exists()


def test_easy_read_words_are_asked_in_easy_read(signed_in, enquiry):
    where = at("record-experience", enquiry, "adult") + "?words=easy-read"
    assert "Did people listen to you?" in signed_in.get(where).content.decode()
    signed_in.post(where, FORM)
    assert Experience.objects.get().wording == "easy-read"
    page = signed_in.get(at("record-experience", enquiry, "adult") + "?words=nonsense").content.decode()
    assert "Did you feel that people listened to you?" in page


def test_a_correction_keeps_what_was_written_before(signed_in, enquiry):
    kept = factories.experience(enquiry, asked_on=CLOSED, closed_on=CLOSED, days_since_closing=0)
    where = at("correct-experience", enquiry, kept.pk)
    assert "You took your time." in signed_in.get(where).content.decode()
    changed = {**FORM, "asking": "at-closing", "asked_on-day": "20", "asked_on-month": "3"}
    assert "Say what is being corrected, and why" in errors(signed_in.post(where, changed))
    page = signed_in.post(where, {**changed, "because": "I misheard."}, follow=True).content.decode()
    assert "As it was before it was corrected" in page and "I misheard." in page and "You rang back." in page
    assert Experience.objects.get(is_current=True).supersedes == kept


def test_who_may_not_and_what_is_not_there(client, enquiry):
    where = at("record-experience", enquiry, "adult")
    for user, status in ((factories.user(Role.ANALYST), 403), (factories.user(teams=[factories.team("South team")]), 404)):
        client.force_login(user)
        assert (client.get(where).status_code, client.post(where, FORM).status_code) == (status, status)
    client.force_login(enquiry.lead)
    assert client.get(at("record-experience", enquiry, "nobody")).status_code == 404
    assert client.get(reverse("experience", args=[factories.case(lead=enquiry.lead).reference])).status_code == 404
    other = factories.experience(factories.enquiry())
    assert client.get(at("correct-experience", enquiry, other.pk)).status_code == 404


def test_the_page_takes_at_most_12_queries_however_much_was_said(signed_in, enquiry, django_assert_max_num_queries):
    for _ in range(3):
        factories.experience(enquiry)
    for name, more in (("experience", ()), ("record-experience", ("adult",))):
        with django_assert_max_num_queries(12):
            signed_in.get(at(name, enquiry, *more))


PAPER = {"month": f"{timezone.localdate():%Y-%m}", "q-listened-to": "no", "q-feel-safer": "not-sure"}


def test_a_paper_without_a_name_is_typed_in_and_nothing_in_any_table_ties_it(signed_in, enquiry):
    signed_in.get(at("case", enquiry))
    where = reverse("type-in-paper", args=["adult"])
    written = written_by(lambda: (signed_in.get(where), signed_in.post(where, PAPER)))
    assert sorted(table for table, _ in written) == ["audit.Event", "voice.AnonymousExperience"]
    holds_no_tie(written, enquiry)
    assert "Nothing ties it to you" in signed_in.get(where).content.decode()


def test_nothing_of_such_a_paper_is_kept_while_it_is_typed(signed_in):
    page = signed_in.get(reverse("type-in-paper", args=["adult"])).content.decode()
    assert "data-keep" not in page and "data-autosave" not in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"month": ""}, "Select the month", id="no month"),
        pytest.param({"month": "2999-01"}, "Choose one of the answers shown", id="a month to come"),
        pytest.param({"month": "2026-03-09"}, "Choose one of the answers shown", id="a day"),
        pytest.param({"q-listened-to": "", "q-feel-safer": ""}, "at least one answer", id="a blank paper"),
        pytest.param({"q-feel-safer": "<b>"}, "Choose one of the answers shown", id="an answer nobody offered"),
    ],
)
def test_a_paper_that_does_not_fit_is_refused(signed_in, changes, words):
    assert words in errors(signed_in.post(reverse("type-in-paper", args=["adult"]), {**PAPER, **changes}))
    assert not AnonymousExperience.objects.exists()


def test_the_next_paper_of_the_batch_keeps_the_month(signed_in):
    page = signed_in.post(reverse("type-in-paper", args=["representative"]), PAPER, follow=True).content.decode()
    assert f'<option value="{PAPER["month"]}" selected' in page and "as the person who spoke for them" in page
    assert AnonymousExperience.objects.get().who == "representative"
    assert signed_in.get(reverse("type-in-paper", args=["nobody"])).status_code == 404


@pytest.mark.parametrize("slug", PAPERS)
def test_the_pdf_is_tagged_and_gives_nothing_away(signed_in, slug):
    answer = signed_in.get(reverse("paper-file", args=[slug]))
    assert answer["Content-Disposition"] == f'attachment; filename="{FILE_NAME}"'
    pdf = pikepdf.open(BytesIO(answer.content))
    assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == "en-GB"
    found = tags(pdf)
    assert tuple(found.count(f"/{tag}") for tag in ("H1", "H2", "L", "LI")) == (1, 5, 5, 25)
    for told in (str(pdf.docinfo["/Title"]), FILE_NAME, reverse("paper", args=[slug]), reverse("paper-file", args=[slug])):
        assert giveaway_words_in(told) == ()
    words = signed_in.get(reverse("paper", args=[slug])).content.decode()
    assert "1. Did" in words and "5. Do you" in words and "your name" in words and "Number:" not in words
    assert signed_in.get(reverse("paper", args=["gold"])).status_code == 404


def test_there_is_large_print_and_sound_whose_name_says_nothing(signed_in, monkeypatch):
    assert "heard-sheet--large" in signed_in.get(reverse("paper", args=["plain-large"])).content.decode()
    listed = signed_in.get(reverse("papers")).content.decode()
    assert "Easy Read, in large print" in listed and reverse("paper-sound", args=["easy"]) in listed
    answer = signed_in.get(reverse("paper-sound", args=["easy"]))
    assert answer["Content-Disposition"] == 'attachment; filename="questions.wav"' and giveaway_words_in("questions.wav") == ()
    with wave.open(BytesIO(answer.content)) as sound:
        assert sound.getnframes() / sound.getframerate() > 20, "five questions with their answers"
    monkeypatch.setattr(spoken.shutil, "which", lambda name: None)
    refused = signed_in.get(reverse("paper-sound", args=["easy"]), follow=True).content.decode()
    assert "Read the paper aloud" in refused and reverse("paper-sound", args=["easy"]) not in refused


def test_what_is_printed_from_the_browser_has_a_neutral_title_and_large_boxes(signed_in):
    page = signed_in.get(reverse("paper", args=["plain"])).content.decode()
    assert "<title>Some questions - Heard</title>" in page and page.count("heard-sheet__box") == 25 and "heard-sheet__answer" not in page


def test_the_easy_read_paper_has_a_picture_beside_each_answer_that_has_one_and_says_whose(signed_in):
    page = signed_in.get(reverse("paper", args=["easy"])).content.decode()
    assert page.count('class="heard-sheet__answer" src="data:image/svg') == 20 and page.count("Pictures: OpenMoji, CC BY-SA 4.0.") == 1


def test_what_the_easy_read_paper_says_around_its_questions_is_easy_to_read():
    assert to_reword("\n".join(words[Wording.EASY_READ] for words in (TICK, NO_NAME, GIVE_BACK, ANYTHING_ELSE))) == ()

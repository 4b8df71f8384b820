"""Is a learning record written, changed, counted for a register and really deleted by its owner?"""

import json
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.flows.actions import keep_words
from heard.flows.models import KeptWords
from heard.learning.actions.log import change_entry, choose_register, delete_entry, delete_everything, write_entry
from heard.learning.actions.opened import note_opened
from heard.learning.actions.sharing import comment_on_entry, share_entry
from heard.learning.models import LogEntry, OpenedResource, RegisterChoice, SharedEntry
from heard.learning.queries.log import choice_of, opened_by, parts_missing, piece_of, pieces_of, registers, standing_of, to_learn
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
SECRET = "Zebra crossing thought"
WORDS = {"why_relevant": "I visit people.", "learnt": SECRET, "difference": "They are heard."}
TYPED = {
    "what": "Seeing people alone", "kind": "reading", "done_on-day": "2", "done_on-month": "3", "done_on-year": "2026",
    "discussed_with": "nobody", "started_from": "nothing", "scaffold": "none",
}  # fmt: skip


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def me(client):
    user = factories.user(full_name="Robin Reader")
    client.force_login(user)
    return user


def written(me, **fields) -> LogEntry:
    return write_entry(by=me, **{"what": "A talk", "kind": "course", "done_on": DAY, **fields})


def test_an_entry_is_written_and_the_audit_holds_nothing_of_it(client, me):
    answer = client.post(reverse("log-new"), {**TYPED, **WORDS, "minutes": "40"}, follow=True)
    entry = LogEntry.objects.get()
    assert SECRET in text(answer)
    assert "Saved. Only you can read it." in text(answer)
    assert (entry.owner, entry.minutes, entry.done_on, entry.learnt) == (me, 40, DAY, SECRET)
    event = Event.objects.get(subject="learning.logentry")
    assert (event.event, event.detail, event.why, event.case_id) == ("write-learning-entry", {}, "", None)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"what": ""}, "Enter what it was", id="without what it was"),
        pytest.param({"kind": "nonsense"}, "Choose one of the answers shown", id="of no such kind"),
        pytest.param({"done_on-year": str(timezone.localdate().year + 1)}, "The date must be today or in the past", id="in the future"),
        pytest.param({"done_on-day": "31", "done_on-month": "2"}, "must be a real date", id="on no such day"),
        pytest.param({"minutes": "-5"}, "How long", id="for less than no time"),
        pytest.param({"discussed_with": ""}, "Select an answer to", id="without whether it was talked over"),
    ],
)
def test_what_cannot_be_saved_is_said_and_kept_on_the_page(client, me, change, says):
    page = text(client.post(reverse("log-new"), {**TYPED, **WORDS, **change}))
    assert says in page
    assert SECRET in page
    assert not LogEntry.objects.exists()


def test_an_entry_begins_from_a_resource(client, me):
    page = text(client.get(reverse("log-new"), {"from": "advocacy"}))
    assert 'value="Advocacy"' in page
    client.post(reverse("log-new") + "?from=advocacy", {**TYPED, "started_from": "resource"})
    entry = LogEntry.objects.get()
    assert (entry.resource, entry.started_from) == ("advocacy", "resource")


@pytest.mark.parametrize("start", ["case-closed", "audit-answer", "review"])
def test_an_entry_begins_from_work_and_keeps_only_of_which_kind(client, me, start):
    client.post(f"{reverse('log-new')}?from={start}", {**TYPED, "started_from": start}, headers={"referer": "http://testserver/cases/H-1"})
    entry = LogEntry.objects.get()
    assert (entry.started_from, entry.resource) == (start, "")


@pytest.mark.parametrize("start", ["no-such", "<script>", "H-2026-0001", ""])
def test_an_entry_begins_from_nothing_where_the_start_is_none(client, me, start):
    page = client.get(reverse("log-new"), {"from": start})
    assert page.status_code == 200
    assert "<script>" not in text(page).split("<main")[1].split("</main>")[0]


def test_prompts_stand_beside_the_questions_and_what_was_typed_stays(client, me):
    page = text(client.post(reverse("log-new"), {**TYPED, **WORDS, "what": "", "prompts": "gibbs"}))
    assert "Analysis: Why did it go like that?" in page
    assert SECRET in page
    assert "There is a problem" not in page
    assert 'name="scaffold" value="gibbs"' in page
    assert 'name="done_on-day" type="text" value="2"' in page
    assert not LogEntry.objects.exists()


def test_which_prompts_were_shown_is_kept(client, me):
    client.post(reverse("log-new"), {**TYPED, "scaffold": "kolb"})
    entry = LogEntry.objects.get()
    assert entry.scaffold == "kolb"
    assert "Trying it out" in text(client.get(reverse("log-change", args=[entry.pk])))


@pytest.mark.parametrize("scaffold", ["nonsense", ""])
def test_no_such_prompts_are_none(client, me, scaffold):
    client.post(reverse("log-new"), {**TYPED, "scaffold": scaffold})
    assert LogEntry.objects.get().scaffold == "none"


def test_an_entry_is_changed_and_only_its_new_words_are_kept(client, me):
    entry = written(me, learnt="First thought")
    client.post(reverse("log-change", args=[entry.pk]), {**TYPED, "learnt": "Second thought"})
    entry.refresh_from_db()
    assert entry.learnt == "Second thought"
    assert list(Event.objects.filter(subject_id=entry.pk).order_by("pk").values_list("event", "detail")) == [
        ("write-learning-entry", {}), ("change-learning-entry", {})
    ]  # fmt: skip


def test_an_entry_has_no_other_fields(me):
    with pytest.raises(TypeError, match="case"):
        written(me, case="H-1")
    entry = written(me)
    with pytest.raises(TypeError, match="owner"):
        change_entry(entry=entry, by=me, owner=factories.user())


def test_an_entry_is_deleted_with_its_comments_and_what_was_typed(me):
    entry, other = written(me), written(me, what="Another")
    peer = factories.user()
    share = share_entry(entry=entry, peer=peer, by=me)
    comment_on_entry(share=share, comment="Good.", by=peer)
    keep_words(by=me, address=reverse("log-change", args=[entry.pk]), typed={"learnt": [SECRET]})
    delete_entry(entry=entry, by=me)
    assert list(LogEntry.objects.all()) == [other]
    assert not SharedEntry.objects.exists()
    assert not KeptWords.objects.exists()
    assert set(Event.objects.filter(event__startswith="delete-").values_list("event", flat=True)) == {
        "delete-learning-entry", "delete-shared-learning"
    }  # fmt: skip


def test_deleting_is_asked_first(client, me):
    entry = written(me)
    assert "cannot be brought back" in text(client.get(reverse("log-delete", args=[entry.pk])))
    assert LogEntry.objects.exists()
    client.post(reverse("log-delete", args=[entry.pk]))
    assert not LogEntry.objects.exists()
    assert client.post(reverse("log-delete", args=[entry.pk])).status_code == 404


def everything_of_mine(me) -> None:
    entry = written(me, learnt=SECRET)
    written(me, what="Another")
    share = share_entry(entry=entry, peer=factories.user(), by=me)
    comment_on_entry(share=share, comment=SECRET, by=share.peer)
    choose_register(by=me, register="social-work-england")
    note_opened(resource="consent", by=me)
    of_entry = [reverse(name, args=[entry.pk]) for name in ("log-change", "share-entry")]
    for address in (reverse("log-new"), reverse("log-register"), *of_entry):
        keep_words(by=me, address=address, typed={"learnt": [SECRET]})


def test_everything_is_deleted_on_request_and_nothing_of_anybody_elses(client, me):
    other = factories.user()
    written(other)
    everything_of_mine(me)
    assert "Delete my whole learning record?" in text(client.get(reverse("log-delete-everything")))
    answer = client.post(reverse("log-delete-everything"), follow=True)
    assert "Everything in your learning record is deleted: 2 entries." in text(answer)
    assert [entry.owner for entry in LogEntry.objects.all()] == [other]
    for model in (SharedEntry, RegisterChoice, OpenedResource, KeptWords):
        assert not model.objects.exists(), model
    assert SECRET not in json.dumps(list(Event.objects.values_list("detail", "why")), default=str)


def test_deleting_everything_of_nothing_is_nothing(me):
    assert delete_everything(by=me) == 0


def test_how_far_somebody_is_with_their_register(client, me):
    assert "Say which register you are on" in text(client.get(reverse("log")))
    client.post(reverse("log-register"), {"register": "social-work-england", "reminds": "yes"})
    today = timezone.localdate()
    written(me, done_on=today, **WORDS)
    written(me, done_on=today, **WORDS, discussed_with="colleague", discussed="She saw it another way.")
    written(me, done_on=today)
    page = text(client.get(reverse("log")))
    assert "<strong>2 of 2</strong> pieces of learning; <strong>1 of 1</strong>" in page
    assert "1 entry does not count yet" in page
    assert "why it was relevant, what you learnt, what difference it made" in page


def test_a_register_with_ones_own_day_asks_for_it(client, me):
    choose_register(by=me, register="hcpc")
    assert "Say when you renew next" in text(client.get(reverse("log")))


def test_what_was_not_checked_says_so(client, me):
    choose_register(by=me, register="nmc", renews_on=timezone.localdate())
    assert "Not checked at its source" in text(client.get(reverse("log")))


def test_a_register_that_is_not_set_up_any_more_is_asked_again(client, me):
    choose_register(by=me, register="gone")
    assert "Say which register you are on" in text(client.get(reverse("log")))


def test_a_councils_own_register(me, settings):
    settings.HEARD_CPD = {"ours": {"label": "Our own", "years": 1, "pieces": 1, "ends_on": [3, 31]}}
    assert registers()["ours"].label == "Our own"
    choose_register(by=me, register="ours")
    assert standing_of(me, today=DAY).so_far.ends_on == date(2026, 3, 31)
    assert choice_of(me).register == "ours"


def test_a_reminder_stands_on_the_start_page_of_its_owner_alone(client, me, settings):
    settings.HEARD_CPD = {"social-work-england": {"remind_days": 366}}
    choose_register(by=me, register="social-work-england")
    assert "for Social Work England, by 30 November" in text(client.get("/"))
    client.force_login(factories.user(Role.MANAGER))
    assert "Social Work England" not in text(client.get("/"))


def test_a_reminder_is_not_given_where_its_owner_does_not_want_it(me):
    choose_register(by=me, register="social-work-england", reminds=False)
    assert to_learn(me, today=date(2026, 11, 20)).standing is None
    choose_register(by=me, register="social-work-england", reminds=True)
    assert to_learn(me, today=date(2026, 11, 20)).standing is not None
    assert to_learn(me, today=date(2026, 6, 1)).standing is None


def test_what_counts_of_an_entry_is_which_parts_are_written(me):
    entry = written(me, **{**WORDS, "difference": "  "}, discussed_with="group", discussed="It was new.")
    assert parts_missing(entry) == ["what difference it made"]
    assert piece_of(entry) == pieces_of(me)[0]
    assert piece_of(entry).parts == {"why_relevant", "learnt"}


def test_what_was_opened_is_offered_until_it_is_written_about_or_removed(client, me):
    for slug in ("consent", "advocacy", "gone"):
        note_opened(resource=slug, by=me)
    written(me, resource="advocacy")
    assert [resource.slug for _, resource in opened_by(me)] == ["consent"]
    assert "Write about Consent and information sharing" in text(client.get(reverse("log")))
    client.get(reverse("log-forget-opened"))
    assert opened_by(me)
    client.post(reverse("log-forget-opened"), {"resource": "consent"})
    assert not opened_by(me)


def test_the_record_is_paged_and_asks_the_database_little(client, me, django_assert_max_num_queries):
    peer = factories.user()
    for number in range(25):
        share_entry(entry=written(me, what=f"Talk {number}"), peer=peer, by=me)
    with django_assert_max_num_queries(12):
        page = text(client.get(reverse("log")))
    assert page.count("heard-learn__title") == 20
    assert "page=2" in page


def test_a_closed_case_offers_to_write_and_sends_nothing_along(client):
    manager = factories.user(Role.MANAGER)
    client.force_login(manager)
    enquiry = factories.enquiry(lead=manager, concluded_on=date(2026, 4, 1))
    page = text(client.get(reverse("case", args=[enquiry.case.reference])))
    assert 'href="/learning/log/new?from=case-closed"' in page

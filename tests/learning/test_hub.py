"""Can anybody read and check what they know, does staff's own stay with staff, and is what somebody read their own business?"""

from datetime import timedelta

import pytest
from django.urls import reverse

from heard.audit.models import Event
from heard.learning.actions.opened import forget_opened, note_opened
from heard.learning.citing import without_citations
from heard.learning.library import library
from heard.learning.models import OpenedResource
from heard.learning.queries.hub import easy_read_of, further_reading, resource_called, resources_for, resources_found, sources_of
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.learning.written import council_adds

pytestmark = pytest.mark.django_db
ALL = sorted(library().resources)


def text(answer) -> str:
    return answer.content.decode()


def test_anybody_sees_every_resource_the_easy_read_and_further_reading(client):
    page = text(client.get("/learning"))
    assert all(f'href="/learning/{slug}"' in page for slug in ALL)
    assert all(f'href="/learning/{slug}/easy-read"' in page for slug in library().twins)
    assert "Local Government Association" in page
    assert "Social Care Institute for Excellence" in page


@pytest.mark.parametrize("slug", ALL)
def test_anybody_reads_a_resource_with_its_sources_and_self_check(client, slug):
    page = text(client.get(f"/learning/{slug}"))
    assert library().resources[slug].title in page
    assert "Where the facts come from" in page
    assert "Self-check" in page
    assert "Reviewed 26 November 2026, next by 26 November 2027" in page


@pytest.mark.parametrize("slug", sorted(library().twins))
def test_anybody_reads_easy_read_with_pictures(client, slug):
    page = text(client.get(f"/learning/{slug}/easy-read"))
    assert page.count("voice/cards/") >= 8 and "[ours]" not in page
    twin = library().twins[slug]
    assert all(page.count(line.words) >= 2 for _, lines in twin.parts for line in lines), "once to read, once under where it comes from"


@pytest.mark.parametrize(
    "address",
    [
        pytest.param("/learning/no-such", id="a resource that is not there"),
        pytest.param("/learning/no-such/self-check", id="its self-check"),
        pytest.param("/learning/no-such/easy-read", id="its Easy Read"),
    ],
)
def test_what_is_not_there_is_404(client, address):
    assert client.get(address).status_code == 404


def test_the_self_check_answers_with_reasons(client):
    first = library().resources["consent"].situations[0]
    page = text(client.get("/learning/consent/self-check", {"1": "2", "2": "1"}))
    assert all(without_citations(answer.because) in page for answer in first.answers) and "[SCIE-SHARING]" not in page
    number = library().resources["consent"].sources.index("SCIE-SHARING") + 1
    assert f'href="#source-{number}"' in page and f'id="source-{number}"' in page
    assert "A good answer, and yours:" in page
    assert "Not the best answer, and yours:" in page
    assert "You did not choose an answer" in page


@pytest.mark.parametrize("number", ["0", "99", "x", "-1", "²", ""])
def test_an_answer_that_is_none_is_taken_as_none(client, number):
    assert "You did not choose an answer" in text(client.get("/learning/consent/self-check", {"1": number}))


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        pytest.param("advocate", "advocacy", id="a word inside"),
        pytest.param("IMCA", "advocacy", id="in capitals"),
        pytest.param("warning signs", "early-warning-signs", id="of a title"),
        pytest.param("surgery alone", "professional-curiosity", id="words apart from each other"),
    ],
)
def test_words_are_found(client, words, slug):
    assert f'href="/learning/{slug}"' in text(client.get("/learning", {"words": words}))


def test_a_title_comes_first():
    found = resources_found(list(library().resources.values()), "consent")
    assert found[0][0].slug == "consent"


def test_what_is_not_found_says_what_to_do(client):
    page = text(client.get("/learning", {"words": "zebra"}))
    assert "0 pages have “zebra”" in page
    assert "Try fewer words" in page


def test_what_is_searched_for_is_shown_as_text(client):
    assert "<script>alert" not in text(client.get("/learning", {"words": "<script>alert(1)</script>"}))


def test_a_councils_own_page_stands_beside_ours(client, tmp_path, settings):
    council_adds(tmp_path, settings, title="How we do it in Testshire")
    assert "From your council" in text(client.get("/learning"))
    assert "How we do it in Testshire" in text(client.get("/learning/our-way"))


def test_a_changed_file_is_read_again(client, tmp_path, settings):
    path = council_adds(tmp_path, settings, title="Before")
    assert "Before" in text(client.get("/learning/our-way"))
    path.unlink()
    assert client.get("/learning/our-way").status_code == 404


def test_an_internal_page_leads_to_signing_in_and_is_not_listed(client, tmp_path, settings):
    council_adds(tmp_path, settings, title="For staff", public="false")
    assert "For staff" not in text(client.get("/learning"))
    assert "For staff" not in text(client.get("/learning", {"words": "staff our way"}))
    for address in ("/learning/our-way", "/learning/our-way/self-check"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"] == f"/sign-in?next={address}"


def test_an_internal_page_is_open_to_staff(client, tmp_path, settings):
    council_adds(tmp_path, settings, title="For staff", public="false")
    client.force_login(factories.user())
    assert "For staff" in text(client.get("/learning"))
    assert "For staff" in text(client.get("/learning/our-way"))


@pytest.mark.parametrize("role", Role, ids=lambda role: role.label)
def test_everybody_who_is_signed_in_has_the_way_to_learning(client, role):
    client.force_login(factories.user(role))
    assert 'href="/learning"' in text(client.get("/learning"))


def test_the_public_start_page_leads_to_learning(client):
    assert 'href="/learning"' in text(client.get(reverse("public-start")))


def test_the_foot_of_every_public_page_leads_to_learning(client):
    council = factories.authority()
    assert 'href="/learning"' in text(client.get(reverse("privacy-notice", args=[council.slug])))


def test_what_was_opened_is_offered_once_and_written_nowhere_else(client):
    me = factories.user()
    client.force_login(me)
    events = Event.objects.count()
    for _ in range(2):
        client.get("/learning/consent")
    assert [(one.owner, one.resource) for one in OpenedResource.objects.all()] == [(me, "consent")]
    assert Event.objects.count() == events, "who reads what is nobody's business, so the audit has nothing of it"


def test_nothing_is_noted_of_who_is_not_signed_in(client):
    client.get("/learning/consent")
    assert not OpenedResource.objects.exists()


def test_what_was_opened_long_ago_is_forgotten():
    me = factories.user()
    note_opened(resource="advocacy", by=me)
    OpenedResource.objects.update(opened_at=OpenedResource.objects.get().opened_at - timedelta(days=91))
    note_opened(resource="consent", by=me)
    assert [one.resource for one in OpenedResource.objects.all()] == ["consent"]


def test_what_was_opened_is_forgotten_where_its_owner_says_so():
    me, other = factories.user(), factories.user()
    for slug in ("advocacy", "consent", "risk-assessment"):
        note_opened(resource=slug, by=me)
    note_opened(resource="consent", by=other)
    forget_opened(by=me, resource="consent")
    assert set(OpenedResource.objects.values_list("resource", "owner")) == {
        ("advocacy", me.pk), ("risk-assessment", me.pk), ("consent", other.pk)
    }  # fmt: skip
    forget_opened(by=me)
    assert list(OpenedResource.objects.values_list("owner", flat=True)) == [other.pk]


def test_queries_of_the_hub():
    books = library()
    me = factories.user()
    assert {one.slug for one in resources_for(me, books)} == set(ALL)
    assert resource_called("consent", books).title == "Consent and information sharing"
    assert easy_read_of("consent", books).of == "consent"
    assert [one.title for one in sources_of(books.twins["consent"], books)][0].startswith("The Making Safeguarding Personal briefing")
    assert [one.key for one in further_reading(["LGA-MSP", "NO-SUCH"], books)] == ["LGA-MSP"]


def test_the_hub_asks_the_database_little(client, django_assert_max_num_queries):
    client.force_login(factories.user())
    with django_assert_max_num_queries(12):
        client.get("/learning")
    with django_assert_max_num_queries(12):
        client.get("/learning/consent")

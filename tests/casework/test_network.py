"""Is the network drawn with everybody in it, inside its frame, and with the same words in the table?"""

import pytest
from django.urls import reverse

from heard.casework.network_picture import BOX, draw
from heard.people.models import NetworkMember
from heard.people.queries import safe_contact_card_of
from heard.rights.actions.network_member import change_somebody
from heard.rules.network_shown import MemberFacts
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories


def people(count, **fields):
    return [MemberFacts(str(one), f"Person {one:02}", **fields) for one in range(count)]


def test_nobody_is_no_picture():
    assert draw([]) is None
    assert draw(people(2, has_left=True)) is None


@pytest.mark.parametrize("count", [1, 2, 6, 7, 13, 20])
def test_everybody_stands_inside_the_frame_and_nobody_on_top_of_another(count):
    picture = draw(people(count))
    assert len(picture.nodes) == count
    for one in picture.nodes:
        assert BOX[0] / 2 <= one.x <= picture.width - BOX[0] / 2 and BOX[1] / 2 <= one.y <= picture.height - BOX[1] / 2
    pairs = [(a, b) for a in picture.nodes for b in picture.nodes if a.key < b.key]
    overlapping = [(a.key, b.key) for a, b in pairs if abs(a.x - b.x) < BOX[0] and abs(a.y - b.y) < BOX[1]]
    assert overlapping == []


def test_whoever_the_adult_wants_stands_nearest():
    nodes = draw([*people(6), MemberFacts("wanted", "Zed", adult_wants_involved="yes")]).nodes
    assert nodes[0].key == "wanted"


def test_the_words_of_a_box_say_what_its_looks_say():
    (node,) = draw([MemberFacts("1", "Sam", kind="family", may_pose_risk=True, adult_wants_involved="no", supports_adult="no")]).nodes
    assert (node.name, node.who, node.marks, node.line, node.is_risk) == (
        ["Sam"], ["Family"], ["⚠ May pose a risk", "Not wanted"], "does-not-support", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "marks"),
    [
        ({"lives_with_adult": True, "may_pose_risk": True, "adult_wants_involved": "yes"},
         ["⚠ May pose a risk", "Wanted", "Lives with adult"]),
        ({"adult_wants_involved": "not-known"}, ["Not asked yet"]),
        ({}, ["Wish not recorded"]),
    ],
)  # fmt: skip
def test_the_marks_leave_nothing_out_and_say_no_more_than_was_recorded(given, marks):
    (node,) = draw([MemberFacts("1", "Sam", **given)]).nodes
    assert node.marks == marks


def test_who_they_are_is_not_said_twice_and_long_words_keep_to_two_lines():
    nodes = draw([
        MemberFacts("1", "Her sister", relationship="Sister"),
        MemberFacts("2", "The carer who comes on Tuesday mornings", kind="professional"),
    ]).nodes  # fmt: skip
    found = {one.key: one for one in nodes}
    assert found["1"].who == []
    assert found["2"].name == ["The carer who", "comes on…"] and found["2"].who


@pytest.fixture
def enquiry(db):
    made = factories.enquiry()
    whose = {"authority": made.authority, "person": made.case.person}
    NetworkMember.objects.create(**whose, name="Ann Example", kind="family", means="My rock.", adult_wants_involved="yes")
    NetworkMember.objects.create(**whose, name="Ben Example", kind="neighbour", may_pose_risk=True, lives_with_adult=True)
    return made


def opened(client, user, enquiry, more=""):
    client.force_login(user)
    return client.get(reverse("network", args=[enquiry.case.reference]) + more)


def test_the_page_says_it_all_and_the_adults_view_leaves_out_risk(client, enquiry):
    page = opened(client, enquiry.lead, enquiry).content.decode()
    for words in ("My rock.", "May pose a risk", "2 people are drawn around the adult, 1 wanted by the adult, 1 may pose a risk."):
        assert words in page
    row = page[page.index("Ben Example<br>") :]
    cells = [" ".join(cell.split("<")[0].split()) for cell in row[: row.index("</tr>")].split("<td class=\"govuk-table__cell\">")[1:]]
    assert cells == ["Not recorded", "Not recorded", "Not recorded", "Yes", "Not recorded", "Not recorded"]
    adults = opened(client, enquiry.lead, enquiry, "?for=adult").content.decode()
    main = adults[adults.index("<main") : adults.index("</main>")]
    assert "My rock." in main and "Ben Example" in main and "pose a risk" not in main.split("This view leaves out")[0]
    assert "change-network" not in main and enquiry.case.reference not in main.replace(f"/cases/{enquiry.case.reference}", "")


def test_somebody_whom_a_risk_names_is_marked(client, enquiry):
    ann = NetworkMember.objects.get(name="Ann Example")
    factories.risk(enquiry, member=ann)
    assert "2 may pose a risk" in opened(client, enquiry.lead, enquiry).content.decode()


def test_who_has_left_is_kept_and_not_drawn(client, enquiry):
    ann = NetworkMember.objects.get(name="Ann Example")
    client.force_login(enquiry.lead)
    where = reverse("change-network-member", args=[enquiry.case.reference, ann.pk])
    left = {"left_on-day": "5", "left_on-month": "3", "left_on-year": "2026", "left_because": "She moved away."}
    page = client.post(where, {"name": ann.name, "adult_wants_involved": "yes", **left}, follow=True).content.decode()
    assert "Ann Example, since 5 March 2026: She moved away." in page
    assert "1 person is drawn" in page


def test_out_of_scope_and_wrong_role(client, enquiry):
    other = factories.user(Role.SOCIAL_WORKER, teams=[factories.team("South team")])
    assert opened(client, other, enquiry).status_code == 404
    assert opened(client, factories.user(Role.ANALYST), enquiry).status_code == 403


def test_leaving_ends_a_representation(enquiry):
    from heard.rights.models import AppropriatePerson

    ann = NetworkMember.objects.select_related("person").get(name="Ann Example")
    whose = {"authority": enquiry.authority, "case": enquiry.case, "member": ann, "started_on": enquiry.started_on}
    AppropriatePerson.objects.create(**whose)
    assert len(change_somebody(member=ann, by=enquiry.lead, left_on=enquiry.started_on)) == 1
    assert safe_contact_card_of(ann.person) is None

"""Is a question of one's own answered exactly to whoever may open the cases, safely to everybody else, and to nobody too narrowly?"""

import csv
import io
import re
import zipfile
from datetime import date, timedelta

import duckdb
import pytest
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.measures.models import CaseTable, SavedQuestion
from heard.measures.own_question.actions import make_case_table, remove_question, save_question
from heard.measures.own_question.counting import counts_for
from heard.measures.own_question.queries import rows_of, table_of
from heard.measures.own_question.question import Figure, Question
from heard.measures.queries.tallied import measures_for
from heard.measures.whose import Whose
from heard.returns.case_table import COLUMNS
from heard.rules.hidden_counts import TOTAL
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.measures.test_pages import concluded

pytestmark = pytest.mark.django_db
JUNE = date(2025, 6, 3)


def concerns(number, *, in_team=None, support="mental-health", on=JUNE, **person):
    """So many concerns, each about another adult."""
    team = in_team or factories.team()
    for _ in range(number):
        of_case = factories.case(person=factories.person(**person), team=team)
        factories.concern(of_case, received_at=factories.at(on), primary_support_reason=support)


def asked(client, role=Role.ANALYST, name="own-question", *, user=None, **terms):
    client.force_login(user or factories.user(role))
    return client.get(reverse(name), terms)


def table(html):
    """The answer's rows, without their markup."""
    cells = re.findall(r"<tr class=.*?</tr>", html[html.index('id="answer"') :], re.S)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", row)).strip() for row in cells][1:]


@pytest.fixture
def council(db):
    return factories.authority()


@pytest.fixture
def men_and_women(council):
    concerns(31, gender="female")
    concerns(12, gender="male")
    concerns(2, gender="male", support="no-support-reason")
    concerns(21, gender="female", support="no-support-reason")


def test_an_analyst_gets_rounded_counts_and_a_manager_exact_ones_of_their_own(client, men_and_women):
    terms = {"figure": "concerns", "rows": "gender", "year": "2025"}
    assert table(asked(client, **terms).content.decode()) == ["Male 15", "Female 50", "Total 65"]
    assert table(asked(client, Role.MANAGER, **terms).content.decode()) == ["Male 14", "Female 52", "Total 66"]
    assert table(asked(client, Role.MANAGER, of="council", **terms).content.decode()) == ["Male 15", "Female 50", "Total 65"]


def test_a_manager_counts_only_the_cases_they_may_open(client, men_and_women):
    concerns(4, in_team=factories.team("South team"), gender="male")
    assert table(asked(client, Role.MANAGER, figure="concerns").content.decode()) == ["All together 66"]
    assert table(asked(client, Role.MANAGER, figure="concerns", of="council").content.decode()) == ["All together 70"]


def test_what_would_give_a_hidden_count_away_is_hidden_too(client, men_and_women):
    html = asked(client, figure="concerns", rows="support_reason", columns="gender").content.decode()
    assert table(html) == ["Mental Health Support [c] [c] 45", "No Support Reason [c] [c] 25", "Total 15 50 65"]
    assert "would give one that is away" in html and 'aria-label="Picture of the answer"' in html


def test_fewer_than_ten_people_are_not_told_of_and_it_says_why(client, men_and_women):
    concerns(9, gender="other")
    html = asked(client, figure="concerns", gender="other").content.decode()
    assert "leave fewer than 10 people" in html and "Table of the answer" not in html
    left_out = asked(client, figure="concerns", team="North team").content.decode()
    assert "Table of the answer" in left_out
    concerns(3, in_team=factories.team("South team"))
    CaseTable.objects.update(made_at=timezone.now() - timedelta(minutes=16))
    assert "leave out fewer than 10 people" in asked(client, figure="concerns", team="North team").content.decode()
    exact = asked(client, Role.MANAGER, figure="concerns", gender="other").content.decode()
    assert table(exact) == ["All together 9"]


def test_ten_people_are_counted_and_not_ten_concerns(client, council):
    of_one = factories.case()
    for _ in range(10):
        factories.concern(of_one)
    assert "leave fewer than 10 people" in asked(client, figure="concerns").content.decode()


@pytest.mark.parametrize("terms", [
    {"figure": Figure.CONCERNS, "rows": "support_reason", "columns": "gender"}, {"figure": Figure.CONCERNS, "rows": "support_reason"},
    {"figure": Figure.PEOPLE, "rows": "gender"},
    {"figure": Figure.CONCERNS, "rows": "gender", "filters": {"support_reason": "mental-health"}},
])  # fmt: skip
def test_people_are_counted_up_to_ten_wherever_their_rows_could_be_of_fewer(council, terms):
    """Against a plain count of the different people, with one adult who has many concerns."""
    concerns(3, gender="male"), concerns(45, gender="female"), concerns(9, gender="female", support="no-support-reason")
    often = factories.person(gender="male")
    for _ in range(6):
        factories.concern(factories.case(person=often, team=factories.team()), received_at=factories.at(JUNE), primary_support_reason="")
    question = Question(**terms)
    found = counts_for(question, Whose("council", "", council), factories.user(Role.ANALYST))
    with rows_of(Whose("council", "", council), None) as (engine, table):
        assert table.most_of_one == 6
        rows = engine.execute("SELECT support_reason, gender, person FROM case_rows").fetchall()
    kept = [row for row in rows if row[0] in (question.filters or {}).values() or not question.filters]
    for row, column in found.people:
        at = {"support_reason": 0, "gender": 1}
        places = [(question.rows, row), (question.columns, column)]
        behind = {one[2] for one in kept if all(one[at[name]] == value for name, value in places if name and value)}
        assert found.people[row, column] == min(10, len(behind)), (row, column)
    assert found.people_left == min(10, len({one[2] for one in kept}))


def test_a_measure_is_the_same_as_on_the_figures_page(client, council):
    concluded(13, asked=7)
    (row,) = (one for one in measures_for(council) if one["measure"] == "asked")
    assert (row["numerator"], row["denominator"]) == (7, 13)
    html = asked(client, Role.MANAGER, figure="asked", rows="kind").content.decode()
    assert table(html) == ["Section 42 enquiry 7 (54%) 6 (46%) 13", "Total 7 (54%) 6 (46%) 13"]
    assert table(asked(client, figure="asked").content.decode()) == ["All together 5 (54%) 5 (46%) 15"]


def test_every_figure_and_grouping_is_answered(client, men_and_women):
    concluded(11, asked=6)
    whose, manager = Whose("council", "", factories.authority()), factories.user(Role.MANAGER)
    from heard.measures.own_question.question import GROUPINGS

    for figure in Figure:
        for name in GROUPINGS:
            found = counts_for(Question(figure, name, "gender" if name != "gender" else "", 2025), whose, manager)
            assert (TOTAL, TOTAL) in found.counts, (figure, name)


def test_what_nobody_offered_is_refused(client, men_and_women):
    for terms in ({"figure": "names"}, {"figure": "concerns", "rows": "family_name"}, {"figure": "concerns", "gender": "' OR 1=1"}):
        html = asked(client, **terms).content.decode()
        assert "Choose one of the answers shown" in html and "Table of the answer" not in html
        assert asked(client, name="own-question-file", **terms).status_code == 302
    twice = asked(client, figure="concerns", rows="gender", columns="gender").content.decode()
    assert "Choose something else than the first grouping" in twice


def test_a_duty_worker_and_an_administrator_may_not_ask(client):
    for role in (Role.DUTY_WORKER, Role.SOCIAL_WORKER, Role.ADMINISTRATOR):
        assert asked(client, role).status_code == 403


def test_nobody_counts_another_council(client, men_and_women):
    elsewhere = factories.authority("Elsewhere")
    analyst = factories.user(Role.ANALYST, of=elsewhere)
    assert "fewer than 10 people" in asked(client, user=analyst, figure="concerns", of="testshire").content.decode()
    analyst.figures_of.add(factories.authority())
    assert table(asked(client, user=analyst, figure="concerns", of="testshire").content.decode()) == ["All together 65"]


def files_of(answer):
    return zipfile.ZipFile(io.BytesIO(answer.content))


def test_the_files_are_under_the_same_control_with_their_dictionary(client, men_and_women, tmp_path):
    terms = {"figure": "concerns", "rows": "support_reason", "columns": "gender"}
    made = files_of(asked(client, name="own-question-file", **terms))
    assert set(made.namelist()) == {"answer.csv", "answer.parquet", "about.csv", "picture.svg", "data-dictionary.csv"}
    rows = list(csv.DictReader(io.StringIO(made.read("answer.csv").decode())))
    assert {(row["count"], row["mark"]) for row in rows if row["column"] == "male" and row["row"] != "total"} == {("", "[c]")}
    (tmp_path / "answer.parquet").write_bytes(made.read("answer.parquet"))
    of_parquet = duckdb.sql(f"SELECT count FROM read_parquet('{tmp_path}/answer.parquet') WHERE mark = ''").fetchall()
    assert sorted(count for (count,) in of_parquet) == sorted(int(row["count"]) for row in rows if row["count"])
    dictionary = {row["COLUMN"] for row in csv.DictReader(io.StringIO(made.read("data-dictionary.csv").decode()))}
    assert {"count", "mark", "support_reason", "gender"} <= dictionary
    assert made.read("picture.svg").startswith(b"<svg")


def test_the_rows_go_out_only_to_whoever_may_open_the_cases_and_name_nobody(client, men_and_women):
    manager = factories.user(Role.MANAGER)
    made = files_of(asked(client, user=manager, name="own-question-file", figure="concerns"))
    rows = list(csv.DictReader(io.StringIO(made.read("case-table.csv").decode())))
    assert len(rows) == 66 and list(rows[0]) == [column.name for column in COLUMNS] and "case_id" not in rows[0]
    assert "Example" not in made.read("case-table.csv").decode() and "1950" not in made.read("case-table.csv").decode()
    of_council = files_of(asked(client, user=manager, name="own-question-file", figure="concerns", of="council"))
    assert "case-table.csv" not in of_council.namelist()


def test_two_filters_are_looked_at_against_each_of_them_alone(client, council):
    concerns(40, gender="female"), concerns(3, gender="male"), concerns(30, gender="male", in_team=factories.team("South team"))
    page = asked(client, figure="concerns", team="North team", gender="female").content.decode()
    assert "leave out fewer than 10 people" in page, "33 men come back, but only 3 of North team: 43 less 40"
    assert "This question is not answered" not in asked(client, figure="concerns", gender="female").content.decode()


def test_the_year_is_a_filter_like_the_others(client, council):
    concerns(30), concerns(4, on=date(2024, 6, 3))
    assert "leave out fewer than 10 people" in asked(client, figure="concerns", year="2025").content.decode()


def test_a_place_where_a_filter_leaves_few_out_is_hidden(client, council):
    concerns(40, gender="female"), concerns(2, gender="male")
    for gender in ("female", "male"):
        concerns(30, gender=gender, support="memory-and-cognition"), concerns(20, gender=gender, support="no-support-reason")
    rows = table(asked(client, figure="concerns", rows="support_reason", gender="female").content.decode())
    assert [row.split()[-1] for row in rows] == ["30", "[c]", "[c]", "90"], "40 of 42, beside the answer without the filter"


def test_what_is_not_recorded_is_no_ethnicity_that_is_not_known(client, council):
    concerns(12, ethnicity=""), concerns(11, ethnicity="not-known")
    rows = table(asked(client, figure="concerns", rows="ethnicity").content.decode())
    assert any(row.startswith("Not recorded 10") for row in rows) and any(row.startswith("Undeclared or not known 10") for row in rows)


def test_a_team_named_like_a_formula_is_none_in_the_rows_that_go_out(client, council):
    team = factories.team("=HYPERLINK(1)")
    concerns(2, in_team=team)
    made = files_of(asked(client, user=factories.user(Role.MANAGER, teams=[team]), name="own-question-file", figure="concerns"))
    assert {row["team"] for row in csv.DictReader(io.StringIO(made.read("case-table.csv").decode()))} == {"'=HYPERLINK(1)"}


def test_the_sentence_names_no_group_as_the_most(client, men_and_women):
    page = asked(client, figure="concerns", rows="gender").content.decode()
    assert "In 2 groups: from 15 to 50 in those shown." in page and "Most are" not in page


def test_a_refused_answer_has_no_file(client, council):
    assert asked(client, name="own-question-file", figure="concerns").status_code == 302


def test_asking_and_downloading_are_written_down(client, men_and_women):
    asked(client, figure="concerns", rows="gender")
    asked(client, name="own-question-file", figure="concerns")
    events = Event.objects.filter(is_read=True).order_by("pk").values_list("event", flat=True)
    assert list(events) == ["ask-own-question", "download-own-question"]
    assert Event.objects.filter(event="ask-own-question").get().detail["terms"]["rows"] == "gender"


def test_a_question_is_saved_shared_and_removed(client, men_and_women):
    analyst, colleague = factories.user(Role.ANALYST), factories.user(Role.MANAGER)
    client.force_login(analyst)
    address = f"{reverse('own-question-save')}?figure=concerns&rows=gender"
    assert "Enter what to call it" in client.post(address, {}).content.decode()
    client.post(address, {"name": "By gender", "who": "me"})
    client.post(address, {"name": "For us all", "who": "everybody"})
    html = client.get(reverse("own-question")).content.decode()
    assert "By gender" in html and re.search(r'href="[^"]*rows=gender[^"]*">By gender', html)
    theirs = asked(client, user=colleague).content.decode()
    assert "For us all" in theirs and "By gender" not in theirs and "Remove" not in theirs
    saved = SavedQuestion.objects.get(name="For us all")
    assert client.post(reverse("own-question-remove", args=[saved.pk])).status_code == 404
    assert "For us all" not in asked(client, user=factories.user(Role.ANALYST, of=factories.authority("Elsewhere"))).content.decode()
    client.force_login(analyst)
    for _ in range(2):
        assert client.post(reverse("own-question-remove", args=[saved.pk])).status_code == 302
    assert "For us all" not in client.get(reverse("own-question")).content.decode()
    assert Event.objects.filter(event="remove-question").count() == 1


def test_saving_and_removing_are_one_event_each(council):
    analyst = factories.user(Role.ANALYST)
    saved = save_question(name="By age", terms={"figure": "concerns"}, is_shared=False, by=analyst)
    remove_question(saved=saved, by=analyst)
    remove_question(saved=saved, by=analyst)
    assert list(Event.objects.order_by("pk").values_list("event", flat=True)) == ["save-question", "remove-question"]


def test_the_table_is_at_most_a_quarter_of_an_hour_old_and_says_how_old(client, council):
    concerns(20)
    first = table_of(council)
    concerns(20)
    assert table_of(council).rows == 20 and table_of(council).made_at == first.made_at
    assert "As at" in asked(client, figure="concerns").content.decode()
    CaseTable.objects.update(made_at=timezone.now() - timedelta(minutes=16))
    assert table_of(council).rows == 40
    assert make_case_table(authority=council, by=None, unless_made_since=timezone.now() - timedelta(minutes=1)).rows == 40
    assert Event.objects.filter(event="make-case-table").count() == 2


def test_at_most_12_queries_once_the_table_is_made(client, men_and_women, django_assert_max_num_queries):
    manager = factories.user(Role.MANAGER)
    asked(client, user=manager, figure="concerns")
    with django_assert_max_num_queries(12):
        client.get(reverse("own-question"), {"figure": "concerns", "rows": "gender", "columns": "age_band"})

"""An analyst asks a question of their own, is not told of too few people, and keeps the question for everybody."""

import io
import zipfile

from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.conftest import PHONE
from tests.journeys.steps import (
    given_i_am,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)
from tests.measures.test_own_question import concerns


def test_an_analyst_asks_and_keeps_a_question_on_a_telephone(page):
    page.set_viewport_size(PHONE)
    concerns(23, gender="female")
    concerns(14, gender="male")
    concerns(3, gender="female", support="social-carer")
    given_i_am(page, Role.ANALYST)
    when_i_go_to(page, "/figures")
    when_i_follow(page, "Ask your own question")
    then_the_page_is(page, "Ask your own question")

    when_i_choose(page, "What to count", "Concerns received")
    when_i_choose(page, "Group by", "Support reason")
    when_i_choose(page, "And by", "Gender")
    when_i_press(page, "Ask")
    then_the_page_is(page, "Ask your own question")
    then_i_see(page, "Concerns received, by support reason and gender", "Testshire, under disclosure control")
    assert page.get_by_role("row", name="Social Support").locator("td").all_inner_texts() == ["[c]", "[c]", "[c]"]
    assert page.get_by_role("row", name="Total", exact=False).last.locator("td").all_inner_texts()[-1] == "40"

    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download this answer").click()
    with zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes())) as made:
        assert "answer.parquet" in made.namelist() and b"[c]" in made.read("answer.csv")

    when_i_follow(page, "Save this question")
    then_the_page_is(page, "Save this question")
    when_i_type(page, "What to call it", "Reasons and gender")
    when_i_answer(page, "Who sees it", "Everybody in my council who may ask questions")
    when_i_press(page, "Save")
    then_i_see(page, "Saved questions", "shared")

    page.get_by_text("Count only some of them").click()
    when_i_choose(page, "Support reason", "Social Support")
    when_i_press(page, "Ask")
    then_the_page_is(page, "Ask your own question")
    then_i_see(page, "This question is not answered.", "fewer than 10 people")

    given_i_am(page, factories.user(Role.MANAGER))
    when_i_go_to(page, "/own-question")
    when_i_follow(page, "Reasons and gender")
    then_i_see(page, "Testshire, under disclosure control")
    when_i_follow(page, "Cases I can open")
    then_i_see(page, "Cases I can open, exact counts")
    then_i_do_not_see(page, "[c]")


def test_what_the_columns_mean_is_on_a_page(page):
    given_i_am(page, Role.ANALYST)
    when_i_go_to(page, "/own-question/data-dictionary")
    then_the_page_is(page, "Data dictionary")
    then_i_see(page, "age_band", "Age on the last day of the year in which the concern was received")

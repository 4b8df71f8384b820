"""Is each resource short, plain, reviewed and cited; does each link lead somewhere; and would we notice if not?"""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from heard.learning.checking import problems_of
from heard.learning.library import library
from heard.learning.marking import plain_words
from heard.rules.easy_read import LONGEST, WORD, sentences_in
from heard.rules.readability import reading_age
from tests.learning.written import BODY, FACT, SITUATIONS, council_adds, council_adds_easy_read

TODAY = date(2026, 11, 26)
NAMED_IN_THE_BRIEFING = {
    "early-warning-signs", "what-is-safeguarding", "policy-and-procedure", "quality-and-safeguarding", "person-centred-approaches",
    "professional-curiosity", "risk-assessment",
}  # fmt: skip
BESIDES = {"making-safeguarding-personal", "mental-capacity", "advocacy", "consent"}


def test_nothing_is_wrong_with_any_resource_today():
    found = problems_of(library(), today=timezone.localdate())
    assert not found, "Put these right in heard/learning/content, or review them and move their day:\n" + "\n".join(found)


def test_every_resource_that_the_briefing_names_is_there_and_four_more():
    assert set(library().resources) == NAMED_IN_THE_BRIEFING | BESIDES


@pytest.mark.parametrize("slug", sorted(NAMED_IN_THE_BRIEFING | BESIDES))
def test_a_twelve_year_old_could_read_it(slug):
    assert reading_age(plain_words(library().resources[slug])) <= 12


@pytest.mark.parametrize("slug", sorted(library().twins))
def test_no_easy_read_sentence_is_longer_than_fifteen_words(slug):
    sentences = [one for _, lines in library().twins[slug].parts for line in lines for one in sentences_in(line.words)]
    assert sentences
    assert not [one for one in sentences if len(WORD.findall(one)) > LONGEST]


@pytest.mark.parametrize("key", ["LGA-MSP", "LGA-SAB", "SCIE-SHARING", "SCIE-COMM"])
def test_further_reading_is_of_the_association_and_the_institute(key):
    source = library().sources[key]
    assert source.url.startswith("https://")
    assert ("local.gov.uk" in source.url) or ("scie.org.uk" in source.url)


def test_a_resource_past_its_day_is_named_with_its_owner():
    late = max(one.review_by for one in library().resources.values()) + timedelta(days=1)
    found = problems_of(library(), today=late)
    assert len([one for one in found if "to be reviewed by" in one]) == len(library().resources) + len(library().twins)
    assert any(one.startswith("advocacy: it was to be reviewed by") and "its owner is Heard" in one for one in found)


LONG = " ".join(["Multi-disciplinary professionals undertaking organisational responsibilities demonstrate accountability"] * 3)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"review_by": "2026-01-06"}, "it was to be reviewed by 2026-01-06; its owner is The learning lead", id="past its day"),
        pytest.param({"body": BODY + "\n\nEverybody knows this."}, "no source for: Everybody knows this.", id="a fact without a source"),
        pytest.param({"body": BODY + "\n\n- and this"}, "no source for: and this", id="a line of a list without a source"),
        pytest.param({"body": BODY + "\n\nThese are so:\n\n- this [BRIEFING]"}, "no source for: These are so:", id="what opens a list"),
        pytest.param({"more": SITUATIONS.replace("life. [BRIEFING]", "life.")}, "no source for: It is their", id="an unsourced reason"),
        pytest.param({"body": BODY + "\n\nSo it is. [NOBODY]"}, "NOBODY is cited and is not among its sources", id="an unknown source"),
        pytest.param({"body": "## In short\n\n" + FACT}, "minutes to read, and should take 3 to 6", id="too short"),
        pytest.param({"body": BODY + f"\n\n{LONG} [BRIEFING]" * 30}, "its reading age is", id="too hard for the public"),
        pytest.param({"body": BODY.replace("In short", "First")}, "does not begin with a part called 'In short'", id="no short part"),
        pytest.param({"more": ""}, "it has 0 situations in its self-check", id="no self-check"),
        pytest.param({"more": SITUATIONS.replace("false", "true")}, "a situation needs a good answer and another", id="no wrong answer"),
        pytest.param({"more": SITUATIONS.replace("You would be wrong.", " ")}, "an answer has no reason", id="no reason"),
        pytest.param({"body": BODY + "\n\n[Here](/learning/gone) [BRIEFING]"}, "the link /learning/gone leads nowhere", id="a dead link"),
        pytest.param({"body": BODY + "\n\n[Here](/nowhere) [BRIEFING]"}, "the link /nowhere leads nowhere", id="a link to no page"),
        pytest.param({"more": 'further = ["GONE"]' + SITUATIONS}, "further reading names GONE", id="further reading that is not there"),
        pytest.param({"more": 'easy_read = "x"' + SITUATIONS}, "easy_read and the Easy Read file do not agree", id="no twin"),
        pytest.param({"slug": "log"}, "the slug is kept for another page", id="a slug that is taken"),
        pytest.param({"slug": "advocacy"}, "another resource is called advocacy already", id="the slug of one of ours"),
    ],
)
def test_what_is_wrong_with_a_councils_own_is_said(tmp_path, settings, fields, says):
    council_adds(tmp_path, settings, **fields)
    found = problems_of(library(), today=TODAY)
    assert any(says in one for one in found), found


def test_a_good_one_of_a_council_has_nothing_wrong_with_it(tmp_path, settings):
    more = "\n\n[Advocacy](/learning/advocacy) and [the law](https://www.legislation.gov.uk/ukpga/2014/23) [BRIEFING]"
    council_adds(tmp_path, settings, body=BODY + more)
    assert problems_of(library(), today=TODAY) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("Just words.", "does not begin with a head", id="no head"),
        pytest.param("+++\nslug = 3\n+++\nBody", "could not be read", id="half a head"),
        pytest.param("+++\nslug = \n+++\nBody", "could not be read", id="a head that is not TOML"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_and_hides_no_other(tmp_path, settings, text, says):
    council_adds(tmp_path, settings)
    (tmp_path / "broken.md").write_text(text)
    assert "our-way" in library().resources
    assert [one for one in library().problems if "broken.md" in one and says in one]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("nowhere: Ask us.", "there is no picture called nowhere", id="a picture that is not there"),
        pytest.param("helper: " + "Word " * 16 + "end.", "The sentence is long", id="a long sentence"),
        pytest.param("helper: Ask an advocate.", "A hard word: advocate", id="a hard word that is not explained"),
        pytest.param("helper: Ask us.", "Easy Read: no source for: Ask us.", id="a line without a source"),
        pytest.param("helper: Ask us. [ours]", "Easy Read: ours is cited and is not among", id="a source not named at its head"),
    ],
)
def test_what_is_wrong_with_an_easy_read_twin_is_said(tmp_path, settings, line, says):
    council_adds(tmp_path, settings, more='easy_read = "our-way.easy.md"' + SITUATIONS)
    council_adds_easy_read(tmp_path, line)
    assert any(says in one for one in problems_of(library(), today=TODAY))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        pytest.param('["Us", "htp://us.invalid"]', "htp://us.invalid is no address of a website", id="no http"),
        pytest.param('["Us", "https://us"]', "https://us is no address of a website", id="no name of a site"),
        pytest.param('["Us", "https://us.invalid/a b"]', "https://us.invalid/a b is no address", id="a space"),
        pytest.param('["Us", "https://[us.invalid"]', "https://[us.invalid is no address", id="cannot be read"),
        pytest.param('[" ", ""]', "it does not say who said it", id="nobody said it"),
    ],
)
def test_what_is_wrong_with_a_source_is_said(tmp_path, settings, source, says):
    council_adds(tmp_path, settings)
    (tmp_path / "sources.toml").write_text(f'GOOD = ["Us", ""]\nBAD = {source}\n')
    found = problems_of(library(), today=TODAY)
    assert [one for one in found if one.startswith("sources.toml, BAD: ") and says in one] and len(found) == 1


def test_a_line_of_easy_read_without_a_picture_is_refused(tmp_path, settings):
    council_adds(tmp_path, settings)
    council_adds_easy_read(tmp_path, "No picture here")
    assert any("this does not: No picture here" in one for one in library().problems)

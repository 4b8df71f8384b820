"""Is a check explained for good, and the return kept as it was signed, byte for byte?"""

import re
from datetime import date
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from heard.audit.models import Event
from heard.config.command import main
from heard.returns.actions import explain_check, sign_off_return
from heard.returns.files import cells_in, seal_of, text_of
from heard.returns.live import count_return
from heard.returns.models import CheckExplanation, SignedReturn
from heard.returns.pages.signing import is_as_signed
from heard.returns.queries import counted_and_checked
from heard.rules.decision import NotAllowed
from heard.rules.disclosure_control import shown_count
from heard.rules.return_layout import layouts
from heard.rules.statutory_return import CONCERNS, Cell, all_cells
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.returns import golden

pytestmark = pytest.mark.django_db
TOTAL = Cell("SG1f", CONCERNS, "Total")
TODAY = date(2026, 5, 20)
SURE = {"sure": "yes"}


@pytest.fixture
def manager(council):
    return factories.user(Role.MANAGER)


@pytest.fixture
def signed_in(client, manager, bring_in):
    bring_in(golden.bundle())
    client.force_login(manager)
    return client


def now(council, year=2025):
    cells, checks = counted_and_checked(council, year)
    return seal_of(text_of(cells), checks)


def sign(council, manager, **more):
    return sign_off_return(authority=council, year=2025, by=manager, today=TODAY, **{"seen": now(council), **more})


def one_more():
    return factories.concern(received_at=factories.at(date(2025, 5, 20)))


def explain(council, manager, words, what="under-18", about=""):
    return explain_check(authority=council, year=2025, what=what, about=about, words=words, by=manager)


class TestExplaining:
    def test_the_words_before_are_kept_and_point_nowhere_else(self, council, manager):
        first, second = explain(council, manager, "Born in 2008."), explain(council, manager, "Born in 2009.")
        first.refresh_from_db()
        assert (first.is_current, first.words, second.supersedes) == (False, "Born in 2008.", first)
        assert sorted(Event.objects.values_list("event", flat=True)) == ["explain-check", "explain-check", "set-aside-version"]

    def test_each_finding_of_a_check_has_its_own(self, council, manager):
        explain(council, manager, "One.", "not-known", "SG1a"), explain(council, manager, "Two.", "not-known", "SG1b")
        assert CheckExplanation.objects.filter(is_current=True).count() == 2

    def test_without_words_nothing_is_kept(self, council, manager):
        with pytest.raises(NotAllowed):
            explain(council, manager, "  ")
        assert not CheckExplanation.objects.exists()

    def test_on_the_page_it_is_typed_kept_shown_and_there_to_copy(self, signed_in):
        page = signed_in.get("/returns/2025/checks").content.decode()
        assert "Nobody was under 18" in page and "Look at it; it may be right" in page and "Not explained yet" in page
        assert "All explanations, to copy" not in page
        said = signed_in.post("/returns/2025/checks/under-18", {"words": "=1+1 They are with children's services."})
        assert said["Location"] == "/returns/2025/checks"
        page = signed_in.get("/returns/2025/checks").content.decode()
        assert "with children&#39;s services" in page and "All explanations, to copy" in page and "Explained" in page

    def test_its_cases_are_those_in_scope(self, signed_in):
        page = signed_in.get("/returns/2025/checks/under-18").content.decode()
        assert "2 are cases that you may open" in page and len(set(re.findall(r'href="/cases/[^/"]+"', page))) == 2
        signed_in.force_login(factories.user(Role.MANAGER, of=factories.authority("Elsewhere")))
        assert "finds nothing in this year" in signed_in.get("/returns/2025/checks/under-18").content.decode()

    def test_blank_words_are_an_error_and_nothing_is_lost(self, signed_in):
        page = signed_in.post("/returns/2025/checks/under-18", {"words": " "}).content.decode()
        assert "Write why this is right" in page and not CheckExplanation.objects.exists()

    def test_a_check_that_finds_nothing_says_so_and_one_that_is_none_is_not_there(self, signed_in):
        assert "finds nothing" in signed_in.get("/returns/2025/checks/people-differ").content.decode()
        signed_in.post("/returns/2025/checks/people-differ", {"words": "No reason."})
        assert not CheckExplanation.objects.exists()
        assert signed_in.get("/returns/2025/checks/no-such-check").status_code == 404


class TestSigning:
    def test_it_is_kept_with_who_when_hash_cells_and_checks(self, council, manager, bring_in):
        bring_in(golden.bundle())
        explain(council, manager, "They are with children’s services.")
        made = sign(council, manager)
        assert (made.number, made.supersedes, made.recorded_by) == (1, None, manager)
        assert made.sha256 == sha256(made.file.encode()).hexdigest() and cells_in(made.file) == count_return(council, 2025)
        (kept,) = (one for one in made.checks if one["check"] == "under-18")
        assert (kept["said"], kept["said_by"], len(kept["cases"])) == ("They are with children’s services.", manager.full_name, 2)
        (event,) = Event.objects.filter(event="sign-off-return")
        assert event.by == manager and event.detail == {"year": 2025, "number": 1, "sha256": made.sha256, "seal": made.seal}

    def test_twice_with_nothing_changed_is_refused_and_says_so(self, council, manager):
        sign(council, manager)
        with pytest.raises(NotAllowed, match="Nothing has changed"):
            sign(council, manager)
        assert SignedReturn.objects.count() == 1

    def test_what_moved_since_it_was_looked_at_is_not_signed(self, council, manager):
        seen = now(council)
        one_more()
        with pytest.raises(NotAllowed, match="changed after you opened"):
            sign(council, manager, seen=seen)
        assert not SignedReturn.objects.exists()

    def test_a_resubmission_points_at_the_one_before_which_stays_as_it_was(self, council, manager):
        first = sign(council, manager)
        one_more()
        second = sign(council, manager, words="A concern came late.")
        first.refresh_from_db()
        assert (second.number, second.supersedes) == (2, first) and cells_in(first.file)[TOTAL] == 0 and cells_in(second.file)[TOTAL] == 1

    def test_a_new_explanation_is_something_to_sign_again(self, council, manager, bring_in):
        bring_in(golden.bundle())
        first = sign(council, manager)
        explain(council, manager, "They are with children’s services.")
        assert sign(council, manager, words="Explained.").sha256 == first.sha256

    def test_a_year_that_runs_is_not_signed(self, council, manager):
        with pytest.raises(NotAllowed, match="1 April 2026"):
            sign_off_return(authority=council, year=2025, seen=now(council), by=manager, today=date(2026, 3, 31))

    def test_the_database_itself_refuses_a_second_of_the_same_number(self, council, manager):
        made = sign(council, manager)
        with pytest.raises(IntegrityError), transaction.atomic():
            SignedReturn.objects.create(authority=council, year=2025, number=1, file="", sha256=made.sha256)

    def test_councils_sign_apart(self, council, manager):
        sign(council, manager)
        elsewhere = factories.authority("Elsewhere")
        assert sign_off_return(authority=elsewhere, year=2025, seen=now(elsewhere), by=None, today=TODAY).number == 1


class TestOnThePages:
    def seen(self, client):
        return re.search(r'name="seen" value="(\w+)"', client.get("/returns/2025/sign").content.decode()).group(1)

    def test_it_is_looked_at_ticked_and_signed_and_the_return_says_so(self, signed_in, manager):
        page = signed_in.post("/returns/2025/sign", {"seen": self.seen(signed_in)}).content.decode()
        assert "Tick the box once you have looked" in page and not SignedReturn.objects.exists()
        said = signed_in.post("/returns/2025/sign", {"seen": self.seen(signed_in), **SURE})
        page = signed_in.get(said["Location"]).content.decode()
        assert SignedReturn.objects.get().sha256 in page and manager.full_name in page and "What is kept has these hashes" in page
        assert "The figures are the same now" in signed_in.get("/returns/2025").content.decode()
        one_more()
        assert "The figures have changed since" in signed_in.get("/returns/2025").content.decode()

    def test_figures_that_moved_are_shown_again_and_what_was_typed_is_kept(self, signed_in):
        seen = self.seen(signed_in)
        one_more()
        page = signed_in.post("/returns/2025/sign", {"seen": seen, "words": "As agreed.", **SURE}).content.decode()
        assert "changed after you opened this page" in page and "As agreed." in page and seen not in page

    def test_signed_twice_says_that_nothing_has_changed(self, signed_in):
        seen = self.seen(signed_in)
        signed_in.post("/returns/2025/sign", {"seen": seen, **SURE})
        assert "Nothing has changed since" in signed_in.get("/returns/2025/sign").content.decode()
        page = signed_in.post("/returns/2025/sign", {"seen": seen, "words": "Again.", **SURE}).content.decode()
        assert "Nothing has changed since" in page and SignedReturn.objects.count() == 1

    def test_a_resubmission_says_what_has_changed_and_shows_it_cell_by_cell(self, signed_in):
        signed_in.post("/returns/2025/sign", {"seen": self.seen(signed_in), **SURE})
        one_more()
        page = signed_in.get("/returns/2025/sign").content.decode()
        assert "What has changed since signing 1" in page and "SG1f, Safeguarding Concerns, Total" in page
        assert "Write what has changed" in signed_in.post("/returns/2025/sign", {"seen": self.seen(signed_in), **SURE}).content.decode()
        said = signed_in.post("/returns/2025/sign", {"seen": self.seen(signed_in), "words": "A late concern.", **SURE})
        page = signed_in.get(said["Location"]).content.decode()
        assert "A late concern." in page and "SG1f, Safeguarding Concerns, Total" in page and "+1<" in page
        first = SignedReturn.objects.get(number=1)
        assert "signed again" in signed_in.get(reverse("signed-return", args=[first.pk])).content.decode()

    def test_the_file_is_the_one_that_was_signed_byte_for_byte_whatever_has_changed_since(self, signed_in, capsys, monkeypatch):
        monkeypatch.setattr("heard.config.command._check_database", lambda: None)
        main(["return", "sac", "--year", "2025"])
        printed = capsys.readouterr().out.encode()
        assert signed_in.get("/returns/2025/return.csv").content == printed
        signed_in.post("/returns/2025/sign", {"seen": self.seen(signed_in), **SURE})
        one_more()
        kept = SignedReturn.objects.get()
        content = signed_in.get(reverse("signed-return-file", args=[kept.pk])).content
        assert content == printed and sha256(content).hexdigest() == kept.sha256
        assert signed_in.get("/returns/2025/return.csv").content != printed

    def test_a_file_that_was_changed_outside_heard_is_told(self, signed_in, council, manager):
        made = sign(council, manager)
        for changed in ({"file": made.file + "x"}, {"checks": [*made.checks, {}]}, {"words": "Other words."}, {"seal": "0" * 64}):
            SignedReturn.objects.filter(pk=made.pk).update(**{"file": made.file, "checks": made.checks, "words": made.words, **changed})
            assert not is_as_signed(SignedReturn.objects.get())
        assert "no longer has the hash it was signed with" in self.page_of(signed_in, made)

    def test_one_signed_before_the_checks_had_a_hash_still_verifies_by_its_file(self, signed_in, council, manager):
        made = sign(council, manager)
        SignedReturn.objects.filter(pk=made.pk).update(seal="")
        assert "It was signed before the checks had a hash" in self.page_of(signed_in, made) and is_as_signed(SignedReturn.objects.get())
        SignedReturn.objects.filter(pk=made.pk).update(file=made.file + "x")
        assert not is_as_signed(SignedReturn.objects.get())

    def page_of(self, client, made):
        return re.sub(r"\s+", " ", client.get(reverse("signed-return", args=[made.pk])).content.decode())

    def test_an_explanation_that_is_new_since_the_page_was_opened_is_looked_at_before_it_is_signed(self, signed_in, council, manager):
        seen = self.seen(signed_in)
        explain(council, manager, "They are with children’s services.")
        assert "changed after you opened" in signed_in.post("/returns/2025/sign", {"seen": seen, **SURE}).content.decode()

    @pytest.mark.parametrize("role", [Role.SOCIAL_WORKER, Role.DUTY_WORKER, Role.ANALYST, Role.ADMINISTRATOR])
    def test_only_a_manager_signs(self, signed_in, role, council):
        seen = self.seen(signed_in)
        signed_in.force_login(factories.user(role))
        assert signed_in.post("/returns/2025/sign", {"seen": seen, **SURE}).status_code == 403
        assert not SignedReturn.objects.exists()


class TestTheFiles:
    def test_the_workbook_has_a_sheet_for_each_table_with_every_cell_under_its_labels(self, signed_in, council):
        book = load_workbook(BytesIO(signed_in.get("/returns/2025/return.xlsx").content))
        assert book.sheetnames == ["Notes", *(one.table for one in layouts()), "Checks"]
        counts, seen = count_return(council, 2025), set()
        for layout in layouts():
            rows = [[cell.value for cell in row] for row in book[layout.table].iter_rows()]
            for grid in layout.grids:
                head = next(number for number, row in enumerate(rows) if row[: len(grid.columns) + 1] == [grid.caption, *grid.columns])
                for number, (label, cells) in enumerate(grid.rows, head + 1):
                    assert rows[number][: len(cells) + 1] == [label, *(counts[cell] for cell in cells)]
                    seen |= set(cells)
        assert seen == set(all_cells())

    def test_explanations_go_out_and_none_is_a_formula(self, signed_in):
        signed_in.post("/returns/2025/checks/under-18", {"words": "=HYPERLINK(1)"})
        book = load_workbook(BytesIO(signed_in.get("/returns/2025/return.xlsx").content))
        rows = [[cell.value for cell in row] for row in book["Checks"].iter_rows(min_row=4)]
        assert any(row[4] == "'=HYPERLINK(1)" for row in rows) and any(row[4] == "Not explained yet" for row in rows)
        formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not formulas and "Example" not in str(rows)

    def test_who_sees_small_numbers_hidden_saves_them_hidden_and_without_the_checks(self, signed_in):
        signed_in.force_login(factories.user(Role.ANALYST))
        lines = signed_in.get("/returns/2025/return.csv").content.decode().splitlines()[1:]
        values = {line.rsplit(",", 1)[1] for line in lines}
        assert {"[c]", "[x]"} <= values and all(value in ("[c]", "[x]") or int(value) % 5 == 0 for value in values)
        book = load_workbook(BytesIO(signed_in.get("/returns/2025/return.xlsx").content))
        assert "Checks" not in book.sheetnames and book["SG1f"]["B5"].value == shown_count(golden.expected()[TOTAL])

    def test_what_was_signed_goes_out_as_a_workbook_with_its_hash(self, signed_in, council, manager):
        made = sign(council, manager)
        book = load_workbook(BytesIO(signed_in.get(reverse("signed-return-workbook", args=[made.pk])).content))
        notes = {row[0].value: row[1].value for row in book["Notes"].iter_rows(min_row=3, max_col=2)}
        assert notes["SHA-256 of the file"] == made.sha256 and notes["Signed off by"] == manager.full_name

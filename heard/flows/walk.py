"""Which pages does this person see, what have they answered, and what is still missing?"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.datastructures import MultiValueDict

from heard.flows.flow import Answers, Flow, Page
from heard.govuk.forms import Question


@dataclass(frozen=True)
class Step:
    """A page that is shown: its form as filled in so far, whether it was ever sent, and whether it is in order."""

    page: Page
    form: Question
    is_visited: bool
    is_valid: bool


@dataclass
class Walk:
    """The pages shown, in order, and the answers of those in order. Answers of pages no longer shown are not in it."""

    steps: list[Step] = field(default_factory=list)
    answers: Answers = field(default_factory=Answers)

    def step(self, slug: str) -> Step | None:
        """The step of that page, or None where it is not shown."""
        return next((step for step in self.steps if step.page.slug == slug), None)

    def unfinished(self, *, visited_too: bool = False) -> list[Step]:
        """The pages that keep the form from being sent; with ``visited_too`` also those never opened."""
        return [step for step in self.steps if not step.is_valid or (visited_too and not step.is_visited)]

    def beside(self, slug: str, by: int) -> Page | None:
        """The page after (1) or before (-1) that one, or None."""
        slugs = [step.page.slug for step in self.steps]
        place = slugs.index(slug) + by
        return self.steps[place].page if 0 <= place < len(slugs) else None


def walk(flow: Flow, data: dict, *, about: Any, user: Any) -> Walk:
    """Go through the flow with a draft's data. Every form is bound, so that its errors are known; show them only if visited."""
    walked = Walk()
    walked.answers.about = about
    for page in flow.pages:
        if not page.shown_if(walked.answers):
            continue
        saved = data.get(page.slug, {})
        form = page.form(MultiValueDict(saved.get("values", {})), answers=walked.answers, about=about, user=user)
        is_valid = form.is_valid()
        walked.steps.append(Step(page, form, saved.get("revision", 0) > 0, is_valid))
        if is_valid:
            walked.answers.update(form.cleaned_data)
    return walked

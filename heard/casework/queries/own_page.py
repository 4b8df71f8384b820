"""What did they say on their own page that nobody has answered yet? Beside their words on the case page."""

from collections.abc import Iterable

from heard.cases.models import Case, Task
from heard.mypage.models import Saying
from heard.rules.own_page import OWN_PAGE_TASKS
from heard.rules.vocabulary.own_page import Said

QUOTED = 3
SHOWN_AS_WISHES = (Said.WISH, Said.CHANGED_WISH)


def own_page_waits(case: Case) -> list[str]:
    """The kinds of open tasks of a case that come from its own page, "not safe" first. One query."""
    kinds = set(case.tasks.filter(kind__in=OWN_PAGE_TASKS, done_at__isnull=True).values_list("kind", flat=True))
    return [kind for kind in OWN_PAGE_TASKS if kind in kinds]


def unanswered_words(tasks: Iterable[Task]) -> list[Saying]:
    """The newest things said in words on an own page to which these open tasks lead, newest first, each with its way in. One query, or none
    where nothing waits. A wish stands among the wishes, so it is not here."""
    said = [task.subject_id for task in tasks if task.kind in OWN_PAGE_TASKS and task.subject_id]
    if not said:
        return []
    rows = Saying.objects.filter(pk__in=said).exclude(words="").exclude(said__in=SHOWN_AS_WISHES).defer("sound")
    return list(rows.select_related("opening__way_in__member", "opening__way_in__advocacy").order_by("-said_at")[:QUOTED])

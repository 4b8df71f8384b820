"""What is each concern and each enquiry, with its current answers beside it, in one query each?

Each function takes cases that were already read in the reader's scope. A concern comes with ``report``, ``agreement``, ``override`` (the
decision to act without agreement), ``answers``, ``decision`` and ``feedback_given``; an enquiry with ``asked_answer``, ``capacity``,
``support``, ``plan``, ``closing`` and ``offer``: the current row, or None where there is none. One row each: the database
allows one current row. It also comes with whether anybody ``said_how_it_was``, and the last days on which the adult was
``asked_how_it_was_on`` and, after closing, ``asked_again_how_it_was_on``.
"""

from collections.abc import Iterable

from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery

from heard.cases.models import Case, Concern, Enquiry
from heard.casework.queries.representation import with_representation
from heard.rules.lateness import TimedStep
from heard.rules.vocabulary.experience import Asking, Who
from heard.voice.models import Experience

OF_A_CONCERN = {
    "report": "reports",
    "agreement": "agreements",
    "override": "acting_without_agreement",
    "answers": "section_42_answers",
    "decision": "decisions",
    "feedback_given": "feedback",
}
CAN_BE_IN_ERROR = {"acting_without_agreement"}
OF_AN_ENQUIRY = {
    "asked_answer": "asked",
    "capacity": "capacity_answers",
    "support": "support_answers",
    "plan": "plans",
    "closing": "closings",
    "offer": "feedback_offers",
}


# Why a step took longer, by the name under which the one row that stands is joined.
WHY_LATE = {f"why_late_{step.name.lower()}": step for step in TimedStep}


def _last_asked(**which) -> Subquery:
    """The last day on which the adult of an enquiry was asked how it was, answered or not."""
    rows = Experience.objects.filter(enquiry=OuterRef("pk"), who=Who.ADULT, is_current=True, in_error_at__isnull=True, **which)
    return Subquery(rows.order_by("-asked_on").values("asked_on")[:1])


ASKED_HOW_IT_WAS = {
    "said_how_it_was": Exists(Experience.objects.filter(enquiry=OuterRef("pk"), is_current=True, in_error_at__isnull=True)),
    "asked_how_it_was_on": _last_asked(),
    "asked_again_how_it_was_on": _last_asked(asking=Asking.AFTER_CLOSING),
}


def current(relations: dict[str, str]) -> dict[str, FilteredRelation]:
    """Annotations that join the one current row of each relation, under the name given."""
    return {name: FilteredRelation(path, condition=_stands(path)) for name, path in relations.items()}


def _stands(path: str) -> Q:
    can_be_in_error = Q(**{f"{path}__in_error_at__isnull": True}) if path in CAN_BE_IN_ERROR else Q()
    return Q(**{f"{path}__is_current": True}) & can_be_in_error


def _with_none_where_missing(rows: Iterable, relations: dict[str, str]) -> list:
    found = list(rows)
    for row in found:
        for name in relations:
            row.__dict__.setdefault(name, None)
    return found


def concerns_with_answers(cases: Iterable[Case]) -> list[Concern]:
    """The concerns of these cases but for those recorded in error, oldest first. One query."""
    rows = Concern.objects.filter(case__in=cases, in_error_at__isnull=True)
    joined = rows.annotate(**current(OF_A_CONCERN)).select_related("override__assessment", *OF_A_CONCERN)
    return _with_none_where_missing(joined.order_by("received_at", "recorded_at"), OF_A_CONCERN)


def enquiries_with_answers(cases: Iterable[Case]) -> list[Enquiry]:
    """The enquiries of these cases, oldest first, each with its lead, and the ``WHY_LATE`` said. One query."""
    shown = Enquiry.objects.filter(case__in=cases, concern__in_error_at__isnull=True)
    late = {name: FilteredRelation("delays", condition=Q(delays__is_current=True, delays__step=step)) for name, step in WHY_LATE.items()}
    rows = with_representation(shown).annotate(**current(OF_AN_ENQUIRY), **late, **ASKED_HOW_IT_WAS)
    joined = rows.select_related("lead", "concern", "closing__closed_by", *OF_AN_ENQUIRY, *late).order_by("started_on", "recorded_at")
    return _with_none_where_missing(joined, {**OF_AN_ENQUIRY, **WHY_LATE})

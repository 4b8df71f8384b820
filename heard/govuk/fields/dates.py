"""How is a person asked for a day, or for a day and a time?"""

from datetime import date, datetime, time

from django import forms
from django.forms import BoundField
from django.utils import timezone

from heard.govuk.fields.parts import grouped, name_in_errors, set_up
from heard.govuk.reading import read_day, read_month, read_time, read_year
from heard.govuk.words import day, when

DAY_PARTS = ("day", "month", "year")


class Parts(forms.Widget):
    """Reads several inputs, ``name-day`` and so on, as a dict of what was typed."""

    def __init__(self, parts: tuple[str, ...]):
        super().__init__()
        self.parts = parts

    def value_from_datadict(self, data, files, name) -> dict[str, str]:
        return {part: (data.get(f"{name}-{part}") or "").strip() for part in self.parts}

    def value_omitted_from_data(self, data, files, name) -> bool:
        return not any(f"{name}-{part}" in data for part in self.parts)


class DayMonthYear(forms.Field):
    """Three inputs; the answer is a date, or None. Months in numbers or names. ``not_future`` and ``not_past`` refuse those.

    Messages follow the design system and call the field by its ``short`` label: "Date of birth must include a year".
    """

    parts = DAY_PARTS

    def __init__(
        self,
        label: str,
        *,
        hint: str = "",
        required: bool = True,
        missing: str = "",
        short: str = "",
        not_future: bool = False,
        not_past: bool = False,
        **more,
    ):
        super().__init__(label=label, help_text=hint, required=required, widget=Parts(self.parts), **more)
        set_up(self, short=short, missing=missing, nothing=None)
        self.not_future, self.not_past = not_future, not_past

    def clean(self, value) -> date | datetime | None:
        typed = value or {}
        if not any(typed.values()):
            if self.required:
                raise forms.ValidationError(self.error_messages["required"], code="required")
            return None
        missing = [part for part in self.parts if not typed.get(part)]
        if missing:
            raise self._wrong(f"must include a {_listed(missing)}", missing[0])
        return self.put_together(typed)

    def put_together(self, typed: dict[str, str]) -> date | datetime:
        """The date that was typed; raises ValidationError with the part at fault."""
        found = self._day(typed)
        self._in_range(found, timezone.localdate())
        return found

    def _day(self, typed: dict[str, str]) -> date:
        number, month, year = read_day(typed["day"]), read_month(typed["month"]), read_year(typed["year"])
        if year is None:
            raise self._wrong("must include a year with 4 numbers, like 1949", "year")
        try:
            return date(year, month or 0, number or 0)
        except ValueError:
            raise self._wrong("must be a real date", "month" if month is None else "day") from None

    def _in_range(self, found, now) -> None:
        if self.not_future and found > now:
            raise self._wrong("must be today or in the past", "day")
        if self.not_past and found < now:
            raise self._wrong("must be today or in the future", "day")

    def _wrong(self, what: str, part: str) -> forms.ValidationError:
        return forms.ValidationError(f"{name_in_errors(self)} {what}", code=part)

    def component(self, bound: BoundField, heading: bool = False) -> tuple[str, dict]:
        """The date input component and its parameters."""
        typed = self._typed(bound.value())
        wrong = _part_at_fault(bound)
        items = [self._item(bound, part, typed.get(part, ""), bool(bound.errors) and wrong in (part, None)) for part in self.parts]
        return "date_input", {"id": bound.auto_id, "items": items, **grouped(bound, heading)}

    def _item(self, bound: BoundField, part: str, value: str, is_wrong: bool) -> dict:
        widths = {"year": "govuk-input--width-4", "time": "govuk-input--width-5"}
        classes = widths.get(part, "govuk-input--width-2") + (" govuk-input--error" if is_wrong else "")
        item = {"name": f"{bound.html_name}-{part}", "id": f"{bound.auto_id}-{part}", "label": part.capitalize(), "value": value}
        return item | {"classes": classes, "inputmode": "text" if part == "time" else "numeric"}

    def _typed(self, value) -> dict[str, str]:
        if isinstance(value, dict):
            return value
        if isinstance(value, datetime):
            value = timezone.localtime(value)
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year), "time": f"{value:%H:%M}"}
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)} if value else {}

    def anchor(self, bound: BoundField) -> str:
        """Where the error summary's link goes: the part at fault."""
        return f"{bound.auto_id}-{_part_at_fault(bound) or self.parts[0]}"

    def display(self, value) -> str:
        """The answer in words, for "check your answers"."""
        return day(value)


class Moment(DayMonthYear):
    """A day and a time; the answer is an aware datetime in local time, or None. Takes 14:30, 2.30pm, 2pm, noon and midnight."""

    parts = (*DAY_PARTS, "time")

    def put_together(self, typed: dict[str, str]) -> datetime:
        """The moment that was typed; raises ValidationError with the part at fault."""
        date_typed, at = self._day(typed), read_time(typed["time"])
        if at is None:
            raise self._wrong("must include a time, like 14:30 or 2:30pm", "time")
        found = self._moment(date_typed, at)
        self._in_range(found, timezone.now())
        return found

    def _moment(self, on: date, at: time) -> datetime:
        found = datetime.combine(on, at, tzinfo=timezone.get_default_timezone())
        if timezone.localtime(found.astimezone(timezone.get_fixed_timezone(0))).time() != at:
            raise self._wrong("must be a real time: the clocks went forward in that hour", "time")
        return found

    def _in_range(self, found, now) -> None:
        if self.not_future and found > now:
            raise self._wrong("must not be later than now", "day" if found.date() > timezone.localdate() else "time")
        if self.not_past and found < now:
            raise self._wrong("must be in the future", "day")

    def display(self, value) -> str:
        return when(value)


def _part_at_fault(bound: BoundField) -> str | None:
    codes = [error.code for error in bound.errors.as_data()]
    return next((code for code in codes if code in (*DAY_PARTS, "time")), None)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]

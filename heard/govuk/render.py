"""How does a form become the design system's HTML?"""

from collections.abc import Callable

from django.forms import BoundField, Form
from jinja2 import Environment
from markupsafe import Markup, escape


class Components:
    """The design system's macros by name: ``govuk.summary_list(rows=[...])`` calls ``govukSummaryList({"rows": [...]})``."""

    def __init__(self, environment: Environment):
        self._environment = environment

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        if name.startswith("_"):
            raise AttributeError(name)
        template = self._environment.get_template(f"govuk_frontend_jinja/components/{name.replace('_', '-')}/macro.html")
        macro = getattr(template.module, "govuk" + name.title().replace("_", ""))
        return lambda params=None, **more: macro({**(params or {}), **more})


class Rendering:
    """Draws fields, whole forms, the error summary and the button. Knows the conditional fields inside radios and checkboxes."""

    def __init__(self, components: Components):
        self.components = components

    def field(self, bound: BoundField, heading: bool = False, **changes) -> Markup:
        """One field with its label, hint and error. ``heading`` makes the label the page's h1; ``changes`` go to the component."""
        if not hasattr(bound.field, "component"):
            return escape(bound.as_widget())
        name, params = bound.field.component(bound, heading=heading)
        params |= changes
        for item in params.get("items", []):
            if other := item.pop("reveals", None):
                item["conditional"] = {"html": self.field(bound.form[other])}
        return getattr(self.components, name)(params)

    def all_fields(self, form: Form, heading: bool = True) -> Markup:
        """Every field in order. A form without a title and with one question has that question as the page's h1."""
        shown = top_level_fields(form)
        asks_one_thing = heading and len(shown) == 1 and not getattr(form, "title", "")
        hidden = [escape(bound.as_widget()) for bound in form.hidden_fields()]
        return Markup("\n").join(hidden + [self.field(bound, heading=asks_one_thing) for bound in shown])

    def error_summary(self, form: Form | None) -> Markup:
        """What is wrong, each with a link to its field; nothing where nothing is. Accepts no form at all."""
        if not form or not form.is_bound or not form.errors:
            return Markup("")
        errors = [{"text": text} for text in form.non_field_errors()]
        for bound in form:
            anchor = bound.field.anchor(bound) if hasattr(bound.field, "anchor") else bound.auto_id
            errors += [{"text": text, "href": f"#{anchor}"} for text in bound.errors]
        title = getattr(form, "problem", "") or "There is a problem"
        return self.components.error_summary(titleText=title, errorList=errors)

    def submit(self, text: str = "Continue", **params) -> Markup:
        """The form's button; a second press within a second is ignored."""
        return self.components.button(**{"text": text, "preventDoubleClick": True, **params})


def top_level_fields(form: Form) -> list[BoundField]:
    """The fields drawn on their own: neither hidden nor inside another's answer."""
    inside = {other for field in form.fields.values() for other in getattr(field, "conditional", {}).values()}
    return [bound for bound in form.visible_fields() if bound.name not in inside]

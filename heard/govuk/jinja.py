"""How do Heard's templates find the design system, and what can every template use?"""

from pathlib import Path
from urllib.parse import urlencode

from django.templatetags.static import static
from django.urls import reverse
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

from heard.govuk import words
from heard.govuk.render import Components, Rendering


def template_dirs() -> list[Path]:
    """The ``templates`` folder of every part of Heard that has one, for ``TEMPLATES["DIRS"]``."""
    return sorted(Path(__file__).resolve().parent.parent.glob("*/templates"))


def url(name: str, /, *args, **kwargs) -> str:
    """The address of a named page: ``url("case", case.pk)`` or ``url("case", case_id=case.pk)``."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def _left_as_it_is(text, *args, **kwargs):
    """The components indent what they nest, which would put spaces into the words inside a textarea, more at each showing."""
    return text


def keep_typing(request) -> Markup:
    """For a form with a ``data-saved`` line, on a page for somebody signed in: the attribute by which it is kept while they type."""
    if not request.user.is_authenticated:
        return Markup("")
    return Markup(' data-keep="{}"').format(f"{reverse('kept')}?{urlencode({'of': request.path})}")


def environment(**options) -> Environment:
    """The Jinja2 environment that Django's template setting names. Takes Django's options; escapes everything."""
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options |= {
        "loader": ChoiceLoader([options["loader"], components]),
        "undefined": ChainableUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    made = Environment(**{key: value for key, value in options.items() if key != "autoescape"}, autoescape=True)
    made.filters |= {"day": words.day, "clock": words.clock, "when": words.when, "paragraphs": words.paragraphs}
    made.filters["indent"] = _left_as_it_is
    rendering = Rendering(Components(made))
    made.globals |= {
        "url": url,
        "static": static,
        "govuk": rendering.components,
        "field": rendering.field,
        "all_fields": rendering.all_fields,
        "error_summary": rendering.error_summary,
        "submit": rendering.submit,
        "keep_typing": keep_typing,
    }
    return made

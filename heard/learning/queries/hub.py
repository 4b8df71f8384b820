"""Which learning resources may this reader see, and which match their words?"""

from collections.abc import Sequence

from django.http import Http404

from heard.learning.library import OURS, EasyRead, Library, Resource, Source
from heard.learning.marking import plain_words

OWN_ADVICE = Source(OURS, "Heard’s own advice: drawn from the sources beside it, and published nowhere else", "")


def resources_for(user, library: Library) -> list[Resource]:
    """All that are public, and those of the council that are internal for whoever is signed in; Heard's own first."""
    shown = [one for one in library.resources.values() if one.is_public or user.is_authenticated]
    return sorted(shown, key=lambda one: (one.is_local, one.order, one.title))


def resource_called(slug: str, library: Library) -> Resource:
    """The resource with this slug, public or internal: the page asks whether to show it. Raises Http404."""
    if slug not in library.resources:
        raise Http404("No such resource")
    return library.resources[slug]


def easy_read_of(slug: str, library: Library) -> EasyRead:
    """The Easy Read twin of a resource. Raises Http404 where it has none."""
    if slug not in library.twins:
        raise Http404("No such Easy Read page")
    return library.twins[slug]


def resources_found(resources: Sequence[Resource], words: str) -> list[tuple[Resource, str]]:
    """The resources that hold every word, those with it in their title first, each with the line where it stands."""
    wanted = words.casefold().split()
    found = []
    for one in resources:
        text = plain_words(one)
        inside = f"{one.title}\n{text}".casefold()
        if wanted and all(word in inside for word in wanted):
            in_title = sum(word in one.title.casefold() for word in wanted)
            found.append((-in_title, one, _line_with(text, wanted)))
    return [(one, line) for _, one, line in sorted(found, key=lambda row: row[0])]


def _line_with(text: str, wanted: Sequence[str]) -> str:
    lines = text.splitlines()
    return max(lines, key=lambda line: sum(word in line.casefold() for word in wanted), default="")


def sources_of(one: Resource | EasyRead, library: Library) -> list[Source]:
    """Where its facts come from, in the order of its numbers."""
    return [OWN_ADVICE if key == OURS else library.sources.get(key, Source(key, key, "")) for key in one.sources]


def lines_by_source(twin: EasyRead, library: Library) -> list[tuple[Source, list[str]]]:
    """Each source of an Easy Read page, in the order of its head, with the lines that rest on it."""
    lines = [line for _, part in twin.parts for line in part]
    named = zip(twin.sources, sources_of(twin, library), strict=True)
    return [(source, [line.words for line in lines if key in line.sources]) for key, source in named]


def further_reading(keys: Sequence[str], library: Library) -> list[Source]:
    """What else to read."""
    return [library.sources[key] for key in keys if key in library.sources]

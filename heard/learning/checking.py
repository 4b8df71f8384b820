"""What is wrong with the learning resources? Asked by a test of ours, and by ``heard learning check`` of a council's own."""

from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.urls import Resolver404, resolve

from heard.learning.citing import citations_in, without_citations
from heard.learning.library import OURS, SOURCES, EasyRead, Library, Resource, Source
from heard.learning.marking import IN_SHORT, facts_in, links_in, plain_words
from heard.rules.easy_read import Trouble, to_reword
from heard.rules.readability import OLDEST_FOR_THE_PUBLIC, may_be_public, minutes_to_read, reading_age

SHORTEST, LONGEST = 3, 6  # minutes
FEWEST_SITUATIONS = 3
RESERVED = {"log", "counts"}


def problems_of(library: Library, *, today: date) -> list[str]:
    """Everything to put right, each in words that name the resource; none is an empty list."""
    found = list(library.problems)
    found += [f"{SOURCES}, {key}: {problem}" for key, source in library.sources.items() for problem in _of_source(source)]
    for resource in library.resources.values():
        found += [f"{resource.slug}: {problem}" for problem in _of_resource(resource, library, today)]
    for twin in library.twins.values():
        found += [f"{twin.of}, Easy Read: {problem}" for problem in _of_twin(twin, library, today)]
    return found


def _of_source(source: Source) -> Iterator[str]:
    if not source.title.strip():
        yield "it does not say who said it"
    if source.url and not (_is_elsewhere(source.url) and source.url == source.url.strip()):
        yield f"{source.url} is no address of a website. Where it is published nowhere, leave it blank"


def _of_resource(resource: Resource, library: Library, today: date) -> Iterator[str]:
    yield from _age(resource, today)
    yield from _facts(resource, library)
    yield from _reading(resource)
    yield from _self_check(resource)
    yield from (f"the link {link} leads nowhere" for link in links_in(resource.body) if not _leads_somewhere(link, library))
    yield from (f"further reading names {key}, which is no source" for key in resource.further if key not in library.sources)
    if bool(resource.easy_read) != (resource.slug in library.twins):
        yield "easy_read and the Easy Read file do not agree"
    if resource.slug in RESERVED:
        yield "the slug is kept for another page"


def _age(one: Resource | EasyRead, today: date) -> Iterator[str]:
    if one.review_by < today:
        yield f"it was to be reviewed by {one.review_by}; its owner is {one.owner}"
    if one.reviewed > today:
        yield f"it says that it was reviewed on {one.reviewed}, which is to come"


def _facts(resource: Resource, library: Library) -> Iterator[str]:
    reasons = [answer.because for situation in resource.situations for answer in situation.answers]
    facts = [*facts_in(resource.body), *(one for one in reasons if without_citations(one).strip())]
    yield from _sourced([(fact, citations_in(fact)) for fact in facts], resource.sources, library)


def _sourced(facts: Sequence[tuple[str, tuple[str, ...]]], sources: tuple[str, ...], library: Library) -> Iterator[str]:
    """Whether each fact has a source, every one of them among those named at the head, and none of those in vain."""
    cited = {key for _, keys in facts for key in keys}
    yield from (f"no source for: {fact[:80]}" for fact, keys in facts if not keys)
    yield from (f"{key} is cited and is not among its sources" for key in sorted(cited - set(sources)))
    yield from (f"{key} is among its sources and is not cited" for key in sorted(set(sources) - cited))
    yield from _known(sources, library)


def _known(keys: tuple[str, ...], library: Library) -> Iterator[str]:
    yield from (f"nothing in sources.toml says what {key} is" for key in keys if key != OURS and key not in library.sources)


def _reading(resource: Resource) -> Iterator[str]:
    words = plain_words(resource)
    minutes = minutes_to_read(words)
    if not SHORTEST <= minutes <= LONGEST:
        yield f"it takes {minutes} minutes to read, and should take {SHORTEST} to {LONGEST}"
    if resource.is_public and not may_be_public(words):
        yield f"its reading age is {reading_age(words)}, and a public page may ask for {OLDEST_FOR_THE_PUBLIC} at most"
    if f"## {IN_SHORT}\n" not in resource.body:
        yield f"it does not begin with a part called '{IN_SHORT}', which stands beside the work"


def _self_check(resource: Resource) -> Iterator[str]:
    if len(resource.situations) < FEWEST_SITUATIONS and resource.is_public:
        yield f"it has {len(resource.situations)} situations in its self-check, and should have {FEWEST_SITUATIONS}"
    for one in resource.situations:
        if len(one.answers) < 2 or not any(answer.right for answer in one.answers) or all(answer.right for answer in one.answers):
            yield f"a situation needs a good answer and another: {one.words[:60]}"
        if any(not without_citations(answer.because).strip() for answer in one.answers):
            yield f"an answer has no reason: {one.words[:60]}"


def _of_twin(twin: EasyRead, library: Library, today: date) -> Iterator[str]:
    yield from _age(twin, today)
    yield from _sourced([(line.words, line.sources) for _, lines in twin.parts for line in lines], twin.sources, library)
    if twin.of not in library.resources:
        yield "there is no such resource"
    for _, lines in twin.parts:
        for line in lines:
            if finders.find(f"voice/cards/{line.picture}.svg") is None:
                yield f"there is no picture called {line.picture}"
            yield from _too_hard(line.words, twin)


def _too_hard(words: str, twin: EasyRead) -> Iterator[str]:
    for found in to_reword(words):
        if found.trouble == Trouble.TOO_LONG or (found.trouble == Trouble.HARD_WORD and found.words.lower() not in twin.words):
            yield f"{found.trouble.label}: {found.words or found.sentence} {found.try_this}"


def _leads_somewhere(link: str, library: Library) -> bool:
    """Whether a link is one of Heard's own pages that exists, or a whole address of another site (never asked for from here)."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return _is_elsewhere(link)
    if not parts.path:
        return bool(parts.fragment)
    try:
        match = resolve(parts.path)
    except Resolver404:
        return False
    return match.kwargs.get("resource", next(iter(library.resources), "")) in library.resources


def _is_elsewhere(link: str) -> bool:
    """Whether a link is a whole address of another website."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in parts.netloc.strip(".") and not set(link) & set(" <>\"")

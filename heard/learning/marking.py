"""How does a resource's Markdown become a page? HTML in it is shown as text, facts lead to their sources, other sites are marked."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from heard.learning.citing import citations_in, without_citations
from heard.learning.library import OURS, Answer, Library, Resource

CLASSES = {
    "p": "govuk-body", "ul": "govuk-list govuk-list--bullet", "ol": "govuk-list govuk-list--number", "h2": "govuk-heading-m",
    "h3": "govuk-heading-s", "a": "govuk-link",
}  # fmt: skip
IN_SHORT = "In short"
_reader = MarkdownIt("commonmark", {"html": False})
_reader.disable(["image", "html_block", "html_inline", "fence", "code"])


def tokens_of(body: str) -> list[Token]:
    """The body, read."""
    return _reader.parse(body)


def facts_in(body: str) -> list[str]:
    """Every paragraph and line of a list, the words that open a list too: all but headings."""
    found, is_heading = [], False
    for token in tokens_of(body):
        if token.type in {"heading_open", "heading_close"}:
            is_heading = token.type == "heading_open"
        elif token.type == "inline" and not is_heading:
            found.append(token.content)
    return found


def links_in(body: str) -> list[str]:
    """Where the links of a body lead."""
    inside = [child for token in tokens_of(body) for child in token.children or ()]
    return [str(child.attrs["href"]) for child in inside if child.type == "link_open"]


def plain_words(resource: Resource) -> str:
    """All that is read of a resource, self-check included, a line for each paragraph, without Markdown and sources."""
    lines = [_plain(token) for token in tokens_of(resource.body) if token.type == "inline"]
    for situation in resource.situations:
        lines.append(situation.words)
        lines += [part for answer in situation.answers for part in (answer.words, without_citations(answer.because))]
    return "\n".join([resource.summary, *lines])


def _plain(token: Token) -> str:
    words = "".join(child.content if child.type != "softbreak" else " " for child in token.children or ())
    return without_citations(words)


def page_of(resource: Resource, library: Library) -> Markup:
    """The whole body as HTML."""
    return _html(tokens_of(resource.body), resource, library)


def reason_of(answer: Answer, resource: Resource) -> Markup:
    """Why an answer of a self-check is a good one or not, led to its sources."""
    marks = (Markup(token.content) for token in _marks(citations_in(answer.because), resource))  # noqa: S704 - made by ``_mark``
    return escape(without_citations(answer.because)) + Markup("").join(marks)


def in_short(resource: Resource, library: Library) -> Markup:
    """The paragraphs under the first heading, without the marks of their sources: what stands beside the work."""
    return _html(_first_part(tokens_of(resource.body)), resource, library, with_sources=False)


def _first_part(tokens: Sequence[Token]) -> list[Token]:
    headings = [number for number, token in enumerate(tokens) if token.type == "heading_open"]
    start = headings[0] + 3 if headings else 0
    return list(tokens[start : headings[1] if len(headings) > 1 else None])


def _html(tokens: Sequence[Token], resource: Resource, library: Library, *, with_sources: bool = True) -> Markup:
    for token in tokens:
        if token.tag in CLASSES and token.nesting == 1:
            token.attrSet("class", CLASSES[token.tag])
        if token.type == "inline":
            token.children = list(_dressed(token.children or [], resource, with_sources))
    return Markup(_reader.renderer.render(tokens, _reader.options, {}))  # noqa: S704 - the reader escapes HTML; a test tries it


def _dressed(children: list[Token], resource: Resource, with_sources: bool):
    leads_out = False
    for child in children:
        if child.type == "link_open":
            leads_out = str(child.attrs["href"]).startswith(("http:", "https:"))
            child.attrSet("class", CLASSES["a"])
            if leads_out:
                child.attrSet("rel", "noreferrer noopener external")
        if child.type == "text" and (keys := citations_in(child.content)):
            child.content = without_citations(child.content)
            yield child
            yield from _marks(keys, resource) if with_sources else ()
            continue
        yield child
        if child.type == "link_close" and leads_out:
            yield Token("text", "", 0, content=" (another website)")
            leads_out = False


def _marks(keys: Sequence[str], resource: Resource):
    for key in keys:
        if key in resource.sources:
            yield Token("html_inline", "", 0, content=_mark(key, resource.sources.index(key) + 1))


def _mark(key: str, number: int) -> str:
    says = "Heard’s own advice, source " if key == OURS else "source "
    link = Markup(' <a class="govuk-link heard-cited" href="#source-{n}"><span class="govuk-visually-hidden">{says}</span>[{n}]</a>')
    return str(link.format(n=number, says=says))

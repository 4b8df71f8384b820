"""Where does a line say that its fact comes from? ``[KEY]`` or ``[KEY; OTHER]`` at its end."""

import re

CITED = re.compile(r"\s*\[([\w-]+(?:; ?[\w-]+)*)\]\s*$")


def citations_in(words: str) -> tuple[str, ...]:
    """The keys of the sources at the end of a paragraph, a line of a list or a reason."""
    found = CITED.search(words)
    return tuple(key.strip() for key in found[1].split(";")) if found else ()


def without_citations(words: str) -> str:
    """The words without the sources at their end."""
    return CITED.sub("", words)

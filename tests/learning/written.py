"""How does a test write a resource of a council's own?"""

from pathlib import Path

HEAD = """+++
slug = "{slug}"
title = "{title}"
summary = "How we do it here."
owner = "The learning lead"
reviewed = 2026-01-05
review_by = {review_by}
public = {public}
sources = ["BRIEFING"]
{more}
+++

"""
FACT = "Ask the adult what they want. Write it down as they said it. [BRIEFING]"
BODY = "## In short\n\n" + "\n\n".join([FACT] * 40)
SITUATIONS = "\n".join(
    f"""
[[situation]]
words = "Situation {number}. What now?"
[[situation.answer]]
words = "Ask them."
right = true
because = "It is their life. [BRIEFING]"
[[situation.answer]]
words = "Guess."
right = false
because = "You would be wrong. [BRIEFING]"
"""
    for number in range(3)
)


def resource_text(
    *, slug: str = "our-way", title: str = "Our way", public: str = "true", review_by: str = "2099-01-01", body: str = BODY,
    more: str = SITUATIONS,
) -> str:  # fmt: skip
    return HEAD.format(slug=slug, title=title, public=public, review_by=review_by, more=more) + body


def council_adds(folder: Path, settings, name: str = "our-way.md", **fields) -> Path:
    """Put a resource into a council's own folder, and use that folder."""
    path = folder / name
    path.write_text(resource_text(**fields), encoding="utf-8")
    settings.HEARD_LEARNING = str(folder)
    return path


def council_adds_easy_read(folder: Path, line: str) -> None:
    """Put the Easy Read twin of ``our-way`` beside it, with one line."""
    head = 'of = "our-way"\ntitle = "Our way"\nowner = "Lead"\nreviewed = 2026-01-05\nreview_by = 2099-01-01\nsources = ["BRIEFING"]'
    (folder / "our-way.easy.md").write_text(f"+++\n{head}\n+++\n\n## First\n{line}\n", encoding="utf-8")

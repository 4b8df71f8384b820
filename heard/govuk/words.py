"""How are dates, times and people's words written on a page?"""

from datetime import date, datetime

from django.utils import timezone
from markupsafe import Markup, escape


def day(value: date | datetime | None) -> str:
    """ "3 May 2026"; the local day of a moment; blank for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{value.day} {value:%B %Y}"


def clock(value: datetime) -> str:
    """ "2:05pm", "2pm", "midday" or "midnight", in local time."""
    value = timezone.localtime(value) if timezone.is_aware(value) else value
    if value.minute == 0 and value.hour in (0, 12):
        return "midday" if value.hour else "midnight"
    minutes = f":{value:%M}" if value.minute else ""
    return f"{value.hour % 12 or 12}{minutes}{'am' if value.hour < 12 else 'pm'}"


def when(value: datetime | None) -> str:
    """ "3 May 2026 at 2:05pm", in local time; blank for nothing."""
    return f"{day(value)} at {clock(value)}" if value else ""


def paragraphs(text: str | None, classes: str = "govuk-body") -> Markup:
    """Plain text as paragraphs: escaped, a blank line starts a new one, a line end stays a line end."""
    blocks = [block.strip("\n") for block in str(text or "").replace("\r\n", "\n").replace("\r", "\n").split("\n\n")]
    opening = Markup('<p class="{}">').format(classes) if classes else Markup("<p>")
    return Markup("\n").join(
        opening + Markup("<br>").join(escape(line) for line in block.split("\n")) + Markup("</p>") for block in blocks if block.strip()
    )

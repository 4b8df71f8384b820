"""How does a stable id carry the words people read?"""

from enum import StrEnum


class Labelled(StrEnum):
    """An enum whose value is a stable slug and whose label may be reworded at any time.

    Write members as ``NAME = "slug", "Label"``. The slug is what the database, the exchange format and conditions use.

    Practice: house rule, ids are slugs and never labels.
    """

    label: str

    def __new__(cls, value: str, label: str = ""):
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("-", " ").capitalize()
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs of (slug, label) in the order written.

        Practice: house rule, one vocabulary for rules, database, screens and return.
        """
        return [(member.value, member.label) for member in cls]


def label_of(vocabulary: type[Labelled], slug: str | None) -> str:
    """The label of a slug, "Not recorded" for a blank one.

    Practice: exchange format, a blank is "not recorded", which is never the same as "not known".
    """
    return vocabulary(slug).label if slug else "Not recorded"

"""What of a wish was said on the adult's own page: the wish itself, who helped, and that it is not what they said?"""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from heard.accounts.records import Version
from heard.rules.vocabulary.own_page import Said
from heard.voice.models import Wish

DID_NOT_SAY = "The adult says that they did not say this"


def _said_of(**more) -> QuerySet:
    """What was said of a wish on their own page; reached by its name, for it is above."""
    return Wish._meta.get_field("said_on_own_page").related_model.objects.filter(wish=OuterRef("pk"), **more)


def said_there() -> dict:
    """What each wish is read with: whether these words came from their own page, who helped to write them, whether they deny having said
    them and put nothing in their place, and whether these words put right others that they deny. No query of its own.
    """
    these = _said_of(words=OuterRef("words"))
    denied = _said_of(said=Said.NOT_WHAT_I_SAID)
    return {
        "from_own_page": Exists(these), "helped_by": Subquery(these.exclude(helped_by="").values("helped_by")[:1]),
        "is_denied": Exists(denied.exclude(words=OuterRef("words"))), "puts_right": Exists(denied.filter(words=OuterRef("words"))),
    }  # fmt: skip


def mark_denied(rows: Iterable[Wish], newest: dict[UUID, Version]) -> None:
    """Words that the adult put right were not theirs: the wish that was replaced is denied too. Each gets ``denied``, that in words."""
    for one in rows:
        if one.puts_right and one.replaces_id in newest:
            newest[one.replaces_id].is_denied = True
    for one in rows:
        one.denied = DID_NOT_SAY if one.is_denied else ""

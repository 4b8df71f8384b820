"""Who is named in a letter to the adult as somebody who will help? Plain data; only those whose part holds today."""

from heard.documents.letter import Helper
from heard.rights.models import Advocacy, AppropriatePerson


def helpers_named(*, worker: str, face: str = "", advocates: list[Advocacy], people: list[AppropriatePerson]) -> tuple[Helper, ...]:
    """The worker, then advocates who have a name, then whoever helps the adult to be involved. Nobody whose part ended or does not hold."""
    found = [Helper(worker, "Works with you to keep you safe.", face)] if worker else []
    found += [Helper(one.advocate_name, "Speaks up for you.") for one in advocates if one.advocate_name.strip() and one.ended_on is None]
    found += [Helper(one.member.name, "Helps you to have your say.") for one in people if one.ended_on is None and one.said]
    return tuple({one.name: one for one in found}.values())

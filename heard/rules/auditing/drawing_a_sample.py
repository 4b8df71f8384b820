"""Which cases are drawn for an audit, so that the same can be drawn again?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Candidate:
    """A case that could be drawn: its reference, and the group it is in (blank where cases are not grouped)."""

    reference: str
    group: str = ""


def lot(seed: int, reference: str) -> str:
    """The lot a case draws: the same seed and reference give the same lot on any machine and in any year.

    Practice: random sampling that can be repeated, so that nobody can choose the cases (handbook, audit: sampling).
    """
    return sha256(f"{seed}:{reference}".encode()).hexdigest()


def drawn(frame: Iterable[Candidate], *, size: int, seed: int) -> tuple[Candidate, ...]:
    """The cases drawn, in the order of their lots. From groups, each in proportion to its size and at least one where there is room.

    The order in which the cases are handed in never matters. All of them where there are fewer than asked for.
    Practice: random, stratified and thematic samples (handbook, audit: sampling).
    """
    groups = defaultdict(list)
    for one in frame:
        groups[one.group].append(one)
    shares = shares_of({name: len(members) for name, members in groups.items()}, size=size, seed=seed)
    chosen = [one for name, members in groups.items() for one in _in_order(members, seed)[: shares[name]]]
    return tuple(_in_order(chosen, seed))


def shares_of(sizes: dict[str, int], *, size: int, seed: int) -> dict[str, int]:
    """How many are drawn from each group: one each while there is room (the largest groups first), the rest in proportion.

    Practice: a small group is looked at too, or its experience is never seen; the remainder goes by largest fraction, ties by lot.
    """
    wanted = min(size, sum(sizes.values()))
    by_size = sorted(sizes, key=lambda name: (-sizes[name], lot(seed, name)))
    shares = {name: int(place < wanted) for place, name in enumerate(by_size)}
    left = wanted - sum(shares.values())
    room = {name: sizes[name] - shares[name] for name in sizes}
    total = sum(room.values())
    if not left or not total:
        return shares
    exact = {name: left * room[name] / total for name in sizes}
    for name in sizes:
        shares[name] += int(exact[name])
    over = sorted(sizes, key=lambda name: (-(exact[name] - int(exact[name])), lot(seed, name)))
    for name in over[: wanted - sum(shares.values())]:
        shares[name] += 1
    return shares


def _in_order(members: list[Candidate], seed: int) -> list[Candidate]:
    return sorted(members, key=lambda one: (lot(seed, one.reference), one.reference))

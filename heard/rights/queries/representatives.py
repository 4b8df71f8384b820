"""Who represents the adult, as family or friend, attorney, deputy or advocate, and may read and say things as such?"""

from dataclasses import dataclass

from django.utils import timezone

from heard.cases.models import Case
from heard.people.models import NetworkMember
from heard.rights.models import Advocacy, LegalAuthority
from heard.rights.queries.advocacy import advocates_of
from heard.rights.queries.appropriate_person import may_see_words, people_named
from heard.rights.queries.legal_authority import authorities_of
from heard.rights.queries.seeing_words import may_see_as_advocate_now, may_see_by_authority
from heard.rules.decision import Decision
from heard.rules.labelled import label_of
from heard.rules.vocabulary.rights import AdvocateKind, AuthorityKind


@dataclass(frozen=True)
class Representative:
    """Somebody who represents the adult: a key for the form, what to call them, and what their part rests on."""

    key: str
    label: str
    member: NetworkMember | None = None
    legal_authority: LegalAuthority | None = None
    advocacy: Advocacy | None = None
    may_see_words: bool = True

    @property
    def name(self) -> str:
        """Their name."""
        return self.member.name if self.member else self.advocacy.advocate_name


def may_represent(
    case: Case, member: NetworkMember | None, legal_authority: LegalAuthority | None = None, advocacy: Advocacy | None = None
) -> Decision:
    """Whether they may see the adult's words in this case now. Without any of the three it is the adult, who always may."""
    if advocacy is not None:
        return may_see_as_advocate_now(advocacy) if advocacy.case_id == case.pk else Decision(False)
    if legal_authority is not None:
        of_the_adult = legal_authority.person_id == case.person_id and legal_authority.holder_id == (member.pk if member else None)
        return may_see_by_authority(legal_authority) if of_the_adult else Decision(False)
    return may_see_words(member, case=case) if member is not None else Decision(True)


def who_may_represent(case: Case) -> list[Representative]:
    """Everybody who may read a representative's page of this case now: family and friends, attorneys and deputies, advocates."""
    found = [
        Representative(str(one.member_id), f"{one.member.name}, who represents the adult", member=one.member)
        for one in people_named([case.pk]) if one.ended_on is None and one.said
    ]  # fmt: skip
    found += [
        Representative(
            f"authority-{one.pk}", f"{one.holder.name}. {label_of(AuthorityKind, one.kind)}", member=one.holder, legal_authority=one
        )
        for one in authorities_of(case, timezone.localdate()) if one.holder and may_see_by_authority(one)
    ]  # fmt: skip
    found += [
        Representative(f"advocate-{one.pk}", f"{one.advocate_name}. {label_of(AdvocateKind, one.kind)}", advocacy=one)
        for one in advocates_of([case.pk]) if may_see_as_advocate_now(one)
    ]  # fmt: skip
    return found


def who_may_be_asked(case: Case) -> list[Representative]:
    """Those, and whoever is named as appropriate person with nothing against them now, who may not see the adult's words yet."""
    found = who_may_represent(case)
    known = {one.key for one in found}
    return found + [
        Representative(str(one.member_id), f"{one.member.name}, named as appropriate person", member=one.member, may_see_words=False)
        for one in people_named([case.pk]) if one.ended_on is None and not one.now_against and str(one.member_id) not in known
    ]  # fmt: skip

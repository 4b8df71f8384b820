"""How is it recorded how much the adult wants to be involved?"""

from datetime import date

from django.db import transaction

from heard.accounts.versions import answer_again
from heard.cases.models import Case
from heard.rules.decision import insist
from heard.rules.recording_in_a_case import may_record
from heard.rules.vocabulary.communication import HowMuch
from heard.rules.vocabulary.voice import ExpressedBy
from heard.rules.wish_change import may_express
from heard.voice.models import Involvement


@transaction.atomic
def record_involvement(
    *, case: Case, by, how_much: HowMuch | str, said_by: ExpressedBy | str, said_on: date, words: str = "", means=(), where: str = "",
    when: str = "", with_whom: str = "", said_by_name: str = "", because: str = "",
) -> Involvement:  # fmt: skip
    """Record how much the adult wants to be involved, and how; what they wanted before is kept.

    Raises NotAllowed on a closed case, or for somebody who speaks for them and is not named.
    """
    insist(may_record(stage=case.stage))
    insist(may_express(words=words or str(how_much), expressed_by=said_by, name=said_by_name))
    return answer_again(
        Involvement, of={"case": case}, event="record-involvement", by=by, authority_id=case.authority_id, case_id=case.pk,
        how_much=HowMuch(how_much), words=words, means=list(means), where=where, when=when, with_whom=with_whom, said_by=said_by,
        said_by_name=said_by_name, said_on=said_on, because=because,
    )  # fmt: skip

"""What in the record should make a worker wonder? Prompts to ask more; nobody is accused and nothing is stopped by them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from heard.rules.communication_needs import STANDARD
from heard.rules.decision import Law
from heard.rules.labelled import Labelled
from heard.rules.next_steps.facts import CaseFacts, ConversationFacts
from heard.rules.seen_alone import HowHeard, how_heard, was_alone
from heard.rules.vocabulary.voice import NotHeardBecause

CURIOUS = (Law("Making Safeguarding Personal: professional curiosity, and direct personal contact with the adult"),)
REVIEW = (Law("Care Act 2014, section 44: Safeguarding Adults Reviews"),)
INVOLVED = (Law("CQC, assessment of local authorities: people can participate in the safeguarding process as much as they want to"),)
SEVERAL, A_YEAR = 2, timedelta(days=365)


class Wonder(Labelled):
    """The prompts. The slugs are kept in records, so they never change; the labels may."""

    NEVER_ALONE = "never-seen-alone", "The adult has never been seen alone. What might they say if they were?"
    SAME_PERSON = "same-person-speaks", "The same person always speaks for the adult. What does the adult say themselves?"
    THIRD_CONCERN = "third-concern-this-year", "This is the third concern in a year, or more. What has not changed?"
    REFUSALS = "refusals-without-reasons", "The adult has refused more than once and why is not recorded. What might be behind it?"
    MISSED = "missed-contacts", "The adult has been missed more than once. Is something keeping them from us?"
    NEEDS = "communication-not-asked", "Nobody has asked what helps the adult to take part. What would?"
    INVOLVED = "involvement-not-asked", "Nobody has asked how much the adult wants to be involved. What would they say?"
    REVIEW = "consider-a-review", "The adult has died. Has a Safeguarding Adult Review been considered?"


@dataclass(frozen=True)
class Prompt:
    """Something to wonder about: since when, what it rests on, and the practice behind it."""

    wonder: Wonder
    since: date
    because: tuple[str, ...]
    law: tuple[Law, ...] = CURIOUS
    concern: str = ""
    told: str = ""

    @property
    def slug(self) -> str:
        """What it is called in records."""
        return str(self.wonder)

    @property
    def name(self) -> str:
        """The question it asks."""
        return self.wonder.label


def prompts(facts: CaseFacts) -> tuple[Prompt, ...]:
    """What to wonder about in a case, in the order of ``Wonder``. After a death one question is left, and none once a review is recorded.

    Practice: Safeguarding Adult Reviews name each of these, repeated across cases. Law: Care Act 2014 s44.
    """
    if facts.died_on:
        return () if facts.has_a_review or not facts.concerns else (_review(facts.died_on),)
    if facts.is_closed:
        return ()
    rules = (_never_alone, _same_person, _third_concern, _refusals, _missed, _needs_not_asked, _involvement_not_asked)
    return tuple(found for rule in rules if (found := rule(facts)))


def _review(died_on: date) -> Prompt:
    because = (
        f"The adult’s death on {died_on:%-d %B %Y} is recorded, and a safeguarding concern about them.",
        "No Safeguarding Adult Review of them is recorded.",
    )
    return Prompt(Wonder.REVIEW, died_on, because, REVIEW)


def _never_alone(facts: CaseFacts) -> Prompt | None:
    talks = [one for one in _in_order(facts) if one.heard]
    alone = [one for one in talks if _how(one) == HowHeard.ALONE]
    if len(talks) < SEVERAL or alone:
        return None
    days = _list(one.at.date() for one in talks)
    return Prompt(Wonder.NEVER_ALONE, talks[0].at.date(), (f"{len(talks)} conversations are recorded, and none of them alone: {days}.",))


def _same_person(facts: CaseFacts) -> Prompt | None:
    talks = [one for one in _in_order(facts) if one.heard]
    speakers = Counter(_speaker(one) for one in talks)
    if len(talks) < SEVERAL or len(speakers) != 1 or "" in speakers:
        return None
    name = talks[0].spoken_by_name.strip()
    days = _list(one.at.date() for one in talks)
    because = (f"In each conversation so far somebody spoke for the adult, and each time it was {name}: {days}.",)
    return Prompt(Wonder.SAME_PERSON, talks[0].at.date(), because)


def _speaker(talk: ConversationFacts) -> str:
    return talk.spoken_by_name.strip().casefold() if _how(talk) == HowHeard.REPRESENTED else ""


def _third_concern(facts: CaseFacts) -> Prompt | None:
    days = sorted([*(one.received_on for one in facts.concerns), *facts.received_in_other_cases])
    within = [day for day in days if day > days[-1] - A_YEAR]
    if len(within) <= SEVERAL:
        return None
    return Prompt(Wonder.THIRD_CONCERN, within[-1], (f"{len(within)} concerns about the adult within a year: {_list(within)}.",))


def _refusals(facts: CaseFacts) -> Prompt | None:
    declined = NotHeardBecause.DECLINED
    return _several(
        [one for one in _in_order(facts) if one.not_heard_because == declined and not one.says_why_not],
        Wonder.REFUSALS,
        "The adult did not want to talk, and nothing more is recorded: {}.",
    )


def _missed(facts: CaseFacts) -> Prompt | None:
    missed = [one for one in _in_order(facts) if one.not_heard_because == NotHeardBecause.COULD_NOT_REACH]
    return _several(missed, Wonder.MISSED, "The adult could not be reached: {}.")


def _needs_not_asked(facts: CaseFacts) -> Prompt | None:
    since = _enquiry_open_since(facts)
    if since is None or facts.communication_needs or facts.needs_asked_on:
        return None
    return Prompt(Wonder.NEEDS, since, ("An enquiry is open, and nothing is recorded of what helps the adult to take part.",), (STANDARD,))


def _involvement_not_asked(facts: CaseFacts) -> Prompt | None:
    since = _enquiry_open_since(facts)
    if since is None or facts.involvement:
        return None
    because = ("An enquiry is open, and nothing is recorded of how much the adult wants to be involved, and how.",)
    return Prompt(Wonder.INVOLVED, since, because, INVOLVED)


def _enquiry_open_since(facts: CaseFacts) -> date | None:
    return min((one.started_on for one in facts.enquiries if one.concluded_on is None), default=None)


def _several(talks: list[ConversationFacts], wonder: Wonder, words: str) -> Prompt | None:
    if len(talks) < SEVERAL:
        return None
    return Prompt(wonder, talks[-1].at.date(), (words.format(_list(one.at.date() for one in talks)),))


def _in_order(facts: CaseFacts) -> list[ConversationFacts]:
    return sorted(facts.conversations, key=lambda one: (one.at, one.spoken_by_name, one.not_heard_because))


def _how(talk: ConversationFacts) -> HowHeard:
    alone = "yes" if was_alone(alone=talk.alone, present=talk.present) else talk.alone
    return how_heard(not_heard_because=talk.not_heard_because, alone=alone, spoken_by=talk.spoken_by)


def _list(days: Iterable[date]) -> str:
    return ", ".join(f"{day:%-d %B %Y}" for day in days)

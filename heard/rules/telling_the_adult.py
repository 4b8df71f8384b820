"""Has the adult been told that something was done without their agreement, and by when must they be?"""

from datetime import date, timedelta

from heard.rules.agreement_to_raise import asks_why
from heard.rules.decision import Decision, Law
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.concern import Agreement, Ground

TELL = Law("SCIE, when an adult refuses help: tell the person unless that is dangerous, give reasons, record")
SOONEST = Law("York procedures: where asking was not practicable, tell the adult as soon as possible afterwards")
NOT_SAFE_UNTIL_SAID = frozenset({Ground.ASKING_INCREASES_RISK, Ground.COERCION})

TO_SAY: dict[str, str] = {
    Ground.ASKING_INCREASES_RISK: "We thought that asking you first could have put you or somebody else in more danger.",
    Ground.NOT_PRACTICABLE: "We could not reach you in time to ask you first.",
    Ground.BEST_INTERESTS: "We thought that you could not make this decision at that time, so we did what we believed was best for you.",
    Ground.OTHERS_AT_RISK: "We thought that other people could be hurt too.",
    Ground.CRIME: "We thought that a crime may have been committed.",
    Ground.COERCION: "We were worried that somebody was putting pressure on you.",
    Ground.PUBLIC_INTEREST: "We thought that other people needed to be kept safe.",
    Ground.VITAL_INTEREST: "We thought that you or somebody else could be badly hurt.",
    Ground.COURT_OR_STATUTE: "The law, or a court, told us that we had to.",
}


def telling_is_settled(
    *, was_told: str, told_on: date | None, told_how: str, not_told_because: str, tell_by: date | None, decided_on: date, today: date,
    has_died: bool = False,
) -> Decision:  # fmt: skip
    """Told, with the day and how; or not told, with the reason and the day by which they will be, unless they have died.

    Practice: whether the adult was told, when and how, or why not, is recorded (SCIE, York; handbook 2.7).
    """
    if was_told == YesNo.YES:
        missing = [(told_on, "Enter the day on which they were told."), (told_how.strip(), "Write how they were told.")]
        because = [words for given, words in missing if not given]
        if told_on and told_on > today:
            because.append("The day on which they were told must be today or in the past.")
    elif was_told == YesNo.NO:
        missing = [
            (not_told_because.strip(), "Write why they have not been told yet."),
            (tell_by or has_died, "Enter the day by which they will be told."),
        ]
        because = [words for given, words in missing if not given]
        if tell_by and tell_by < decided_on:
            because.append("The day by which they will be told cannot be before the decision.")
    else:
        because = ["Say whether the adult has been told."]
    return Decision(not because, tuple(because), (TELL,))


def adult_is_to_be_told(*, agreement: str, ground: str, adult_knows: str) -> Decision:
    """Whether the adult must be told, from what is known of the agreement alone: soonest where asking was not practicable.

    Practice: SCIE and York (handbook 2.7, rule R4). Where asking itself was dangerous nothing is owed until somebody says when it is safe.
    """
    if not agreement or not asks_why(Agreement(agreement)) or not ground or adult_knows == Answer.YES:
        return Decision(False, (), (TELL,))
    if ground == Ground.NOT_PRACTICABLE:
        because = "It was not practicable to ask the adult in time. They are told as soon as possible afterwards."
        return Decision(True, (because,), (SOONEST,))
    if adult_knows == Answer.NO and ground not in NOT_SAFE_UNTIL_SAID:
        return Decision(True, ("This goes on without the adult’s agreement, and they do not know.",), (TELL,))
    return Decision(False, (), (TELL,))


def told_by(*, ground: str, since: date, tell_by: date | None, soonest: int, otherwise: int) -> date:
    """The day by which the adult is told: the one that was set; where asking was not practicable, never later than ``soonest`` days.

    Practice: York, as soon as possible afterwards; the days are the council's own targets.
    """
    if ground == Ground.NOT_PRACTICABLE:
        return min(tell_by or date.max, since + timedelta(days=soonest))
    return tell_by or since + timedelta(days=otherwise)


def words_to_say(ground: str) -> tuple[str, ...]:
    """What can be said to the adult, in plain words: what was done, why, and what they can do.

    Practice: SCIE, give reasons; plain words to the adult are a house rule.
    """
    return (
        "We did something that you had not agreed to. You have a right to know.",
        TO_SAY[Ground(ground)] if ground else "We will tell you why.",
        "We will tell you what we did, who decided, and who knows about it.",
        "You can tell us what you think about it. We will write that down in your words.",
        "You can complain, and we can help you to.",
    )

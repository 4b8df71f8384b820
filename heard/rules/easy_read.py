"""Is this plain enough for Easy Read, and if not, which words should change?

Asked of what Heard or a worker wrote, never of the adult's own words: those are quoted whole. It informs the writer, who rewords.
It finds what a list and a pattern can find; whether the words are right for this adult is for the writer and the adult to say.
"""

import re
from dataclasses import dataclass

from heard.rules.labelled import Labelled

LONGEST = 15
PLAIN_TWINS = {
    "accommodation": "home", "additional": "more", "additionally": "also", "adhere": "follow", "advise": "tell",
    "advocate": "a person who speaks up for you", "aforementioned": "this", "aforesaid": "this", "allocate": "give",
    "appropriate": "right", "approximately": "about", "assess": "look at", "assessment": "a talk about what help you need",
    "assist": "help", "assistance": "help", "attend": "come to", "capacity": "being able to decide", "clarify": "make clear",
    "commence": "start", "commenced": "started", "commencement": "start", "commences": "starts", "commencing": "starting",
    "communicate": "talk", "concern": "worry", "concerns": "worries", "conclude": "end", "confidential": "private", "consent": "say yes",
    "consequence": "what happens next", "consider": "think about", "currently": "now", "decline": "say no", "disclose": "tell",
    "discuss": "talk about", "enable": "help", "enquiry": "finding out what happened", "ensure": "make sure", "establish": "find out",
    "facilitate": "help", "facilitation": "help", "financial": "about money", "henceforth": "from now on", "hereby": "now",
    "hereinafter": "from now on", "herewith": "with this", "identify": "find", "implement": "do", "implementation": "doing",
    "inform": "tell", "information": "facts", "initial": "first", "intervention": "help", "investigate": "find out", "involve": "include",
    "multi-agency": "different teams working together", "neglect": "not getting the care you need", "nevertheless": "but",
    "nonetheless": "but", "notification": "letter", "notify": "tell", "notwithstanding": "even so", "obtain": "get",
    "outcome": "what you want to happen", "outcomes": "what you want to happen", "participate": "take part", "perpetrator": "the person",
    "practitioner": "worker", "prior": "before", "procedure": "the way we do things", "professional": "worker", "provide": "give",
    "pursuant": "under", "receive": "get", "refer": "ask another team to help", "referral": "asking another team to help",
    "regarding": "about", "representative": "a person who speaks for you", "require": "need", "resolve": "sort out",
    "review": "look again at", "safeguarding": "helping you to be safe", "subsequent": "later", "subsequently": "later",
    "sufficient": "enough", "terminate": "end", "thereafter": "after that", "therefore": "so", "thereof": "of it", "utilisation": "use",
    "utilise": "use", "utilised": "used", "utilises": "uses", "utilising": "using", "wellbeing": "feeling well",
}  # fmt: skip
SAID_AS_LETTERS = frozenset({"TV", "GP", "OK", "UK"})
IRREGULAR = (
    "asked|been|broken|brought|built|caught|chosen|cut|done|found|given|heard|held|hidden|hit|hurt|kept|known|left|lost|made|met|paid|put|read|"
    "said|seen|sent|shown|sold|spoken|stolen|taken|taught|thrown|told|understood|written"
)
NOT_PASSIVE = "tired|worried|scared|pleased|excited|married|interested|bored|confused|frightened|retired|disabled|need|indeed|red|bed"
PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being|get|gets|got)\s+(?:not\s+|also\s+|now\s+|\w+ly\s+)?(?!(?:{NOT_PASSIVE})\b)(?:\w+ed|{IRREGULAR})\b",
    re.IGNORECASE,
)
JOINS = re.compile(r";|\b(?:because|although|however|which|whereas|unless|while)\b|,\s*(?:and|but|or|so)\b", re.IGNORECASE)
ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[.!?][\"'”’)])\s+|\n+")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Trouble(Labelled):
    """What makes a sentence hard."""

    TOO_LONG = "too-long", "The sentence is long"
    MORE_THAN_ONE_IDEA = "more-than-one-idea", "There may be more than one idea (a guess)"
    HARD_WORD = "hard-word", "A hard word"
    PASSIVE = "passive", "It may not say who does it (a guess)"
    ACRONYM = "acronym", "Letters that stand for words"


@dataclass(frozen=True)
class Finding:
    """One thing to reword: what it is, in which sentence, at which words, what to do about it, and the plain twin of a hard word."""

    trouble: Trouble
    sentence: str
    words: str
    try_this: str
    twin: str = ""


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a text; a new line ends one, as in a list.

    Practice: Easy Read is written and read a sentence at a time (UK government guidance as reproduced, handbook 6.2).
    """
    return tuple(part.strip() for part in ENDS.split(text) if WORD.search(part))


def to_reword(text: str) -> tuple[Finding, ...]:
    """What to reword, sentence by sentence, in a text that Heard or a worker wrote; empty where nothing was found.

    Practice: sentences of 10 to 15 words, one idea and one verb each, active voice, no acronyms, hard words explained
    (UK government guidance as reproduced, handbook 6.2).
    """
    return tuple(finding for sentence in sentences_in(text) for finding in _in_sentence(sentence))


def _in_sentence(sentence: str) -> list[Finding]:
    words = WORD.findall(sentence)
    found = []
    if len(words) > LONGEST:
        found.append(Finding(Trouble.TOO_LONG, sentence, "", f"It has {len(words)} words. Make it two sentences of {LONGEST} or fewer."))
    if join := JOINS.search(sentence):
        found.append(Finding(Trouble.MORE_THAN_ONE_IDEA, sentence, join[0].strip(" ,"), "Make each idea a sentence."))
    hard = [word for word in words if word.lower() in PLAIN_TWINS and not _is_explained(word, sentence)]
    twins = [(word, PLAIN_TWINS[word.lower()]) for word in hard]
    found += [Finding(Trouble.HARD_WORD, sentence, word, f"Try “{twin}”.", twin) for word, twin in twins]
    if passive := PASSIVE.search(sentence):
        found.append(Finding(Trouble.PASSIVE, sentence, passive[0], "Say who does it: “we will ask you”, not “you will be asked”."))
    found += [Finding(Trouble.ACRONYM, sentence, word, "Write the words in full.") for word in words if _is_acronym(word)]
    return found


def _is_explained(word: str, sentence: str) -> bool:
    """A sentence that says what its hard word means is how Easy Read explains it."""
    return re.search(rf"\b{re.escape(word)} means\b", sentence) is not None


def _is_acronym(word: str) -> bool:
    letters = re.sub(r"['’]?s$", "", word)
    return len(letters) > 1 and letters.isalpha() and letters.isupper() and letters not in SAID_AS_LETTERS

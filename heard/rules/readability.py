"""How old must a reader be to read this text with ease?

An estimate from the length of sentences and words (Flesch-Kincaid grade, and five years for the age at which schooling of that grade
is given). It counts; it cannot tell whether a text is clear or true. Syllables are counted by their vowels, so it is out by a little.
"""

import re
from math import ceil

from heard.rules.easy_read import WORD, sentences_in

OLDEST_FOR_THE_PUBLIC = 12  # the reading age that a public learning resource may ask for, at most
AGE_BEFORE_GRADE = 5
YOUNGEST = 5
WORDS_A_MINUTE = 200
VOWELS = re.compile(r"[aeiouy]+")
SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeioutdy]ed|[^aeiouyscxzg]es)$")


def syllables_in(word: str) -> int:
    """How many syllables a word has, by its groups of vowels, less an ending that is not sounded.

    Practice: information is given in the way most fitting for the reader (the briefing, MSP and mental capacity).
    """
    plain = re.sub(r"['’]s?$", "", word.lower())
    return max(1, len(VOWELS.findall(plain)) - bool(SILENT_END.search(plain)))


def reading_age(text: str) -> int | None:
    """The age, in whole years rounded up, at which the text should be easy; nothing where there are no words.

    Practice: information is given in the way most fitting for the reader (the briefing, MSP and mental capacity).
    """
    words = WORD.findall(text)
    if not words:
        return None
    syllables = sum(syllables_in(part) for word in words for part in re.split("[-–]", word))
    grade = 0.39 * len(words) / len(sentences_in(text)) + 11.8 * syllables / len(words) - 15.59
    return max(YOUNGEST, ceil(round(grade, 2)) + AGE_BEFORE_GRADE)


def may_be_public(text: str, *, oldest: int = OLDEST_FOR_THE_PUBLIC) -> bool:
    """Whether the text asks for no more than the reading age that a public resource may ask for.

    Practice: information is given in the way most fitting for the reader (the briefing, MSP and mental capacity).
    """
    age = reading_age(text)
    return age is not None and age <= oldest


def minutes_to_read(text: str) -> int:
    """How many minutes the text takes, in whole minutes rounded up.

    Practice: learning is short enough to be read where the work is (the briefing, Learning resources).
    """
    return ceil(len(WORD.findall(text)) / WORDS_A_MINUTE)

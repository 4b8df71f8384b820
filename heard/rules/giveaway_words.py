"""Would this title, file name or link tell somebody who sees it what it is about?

Whoever poses the risk may hold the telephone, open the post or look over a shoulder. Asked of titles, file names, e-mail subjects and the
path of a link, never of what a letter says inside.
"""

import re
import unicodedata

from heard.rules.decision import Decision, Law

ANYWHERE = (
    "safeguard", "abuse", "abusive", "neglect", "council", "enquiry", "enquiries", "inquiry", "inquiries", "concern", "investigat",
    "protection", "police", "violen", "assault", "coerci", "domestic", "disclos", "advoca", "capacity", "referral", "referrer", "complain",
    "allegation", "evidence", "exploit", "socialwork", "section42", "localauthority",
)  # fmt: skip
AT_THE_START = (
    "social", "risk", "harm", "danger", "safe", "crime", "crimin", "refuge", "welfare", "adult", "authority", "worker", "case", "heard",
    "unsafe", "threat", "report",
)  # fmt: skip


def giveaway_words_in(words: str) -> tuple[str, ...]:
    """The giveaway words found, in the order of the lists; none found is an empty tuple. Upper case, hyphens and %20 hide nothing.

    Short ones count only at the start of a word, so that "harm" is found and "pharmacy" is not.

    Practice: house rule, nothing that others may see says what it is about; this list is ours, and errs on the side of finding.
    """
    plain = unicodedata.normalize("NFKC", re.sub(r"%([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), words))
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain).casefold()
    run_together = re.sub(r"[\W_]+", "", parted)
    starts = re.findall(r"[^\W\d_]+", parted)
    found = [word for word in ANYWHERE if word in run_together]
    return (*found, *(word for word in AT_THE_START if any(one.startswith(word) for one in starts)))


def may_be_titled(title: str) -> Decision:
    """Whether a title may stand on what goes to the adult; where not, the words to take out.

    Practice: house rule, a letter is found by others, so its title is neutral.
    """
    found = giveaway_words_in(title)
    because = (f"Others may find it, and its title says what it is about: {', '.join(found)}. Give it a plain title.",) if found else ()
    return Decision(not found, because, (Law("Practice: a letter is found by others, so its title is neutral"),))

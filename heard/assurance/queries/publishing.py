"""What of a draft could tell who it is about, and what was answered to that?"""

from django.utils import timezone

from heard.assurance.models import SafeguardingAdultReview
from heard.assurance.queries.reviews import known_of
from heard.rules.reviews.anonymity import Warning, warnings_in


def warnings_of(review: SafeguardingAdultReview) -> tuple[Warning, ...]:
    """The warnings about the title and the text as they stand, and about the recommendations that are published with them."""
    published_with = [f"{words}\n{owner}" for words, owner in review.recommendations.values_list("words", "owner_name")]
    whole = "\n\n".join([review.title, review.text, *published_with])
    return warnings_in(whole, known_of(review), today=timezone.localdate())


def answered_in(review: SafeguardingAdultReview) -> dict[tuple[str, str, str], str]:
    """What was answered last, by kind, words and sentence. One query."""
    return {(one.what, one.found, one.sentence): one.because for one in review.anonymity_answers.order_by("recorded_at")}


def answered_elsewhere(warning: Warning, answered: dict[tuple[str, str, str], str]) -> str:
    """What was answered last of the same words in another sentence, to be looked at again; blank where there is nothing."""
    return next((because for (what, found, _), because in reversed(answered.items()) if (what, found) == (warning.what, warning.found)), "")

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


def answered_in(review: SafeguardingAdultReview) -> dict[tuple[str, str], str]:
    """What was answered, by kind and words. One query."""
    return {(one.what, one.found): one.because for one in review.anonymity_answers.all()}

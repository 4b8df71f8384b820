"""How is a review published, so that nobody can be known from it by oversight?"""

from django.db import transaction
from django.utils import timezone

from heard.assurance.actions.reviews import names_nobody
from heard.assurance.models import AnonymityAnswer, SafeguardingAdultReview
from heard.assurance.queries.publishing import answered_in, warnings_of
from heard.audit.actions import record
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.reviews.anonymity import Warning, may_publish


@transaction.atomic
def write_review(*, review: SafeguardingAdultReview, title: str, text: str, by) -> SafeguardingAdultReview:
    """Keep the draft of what is to be published. What was published stays until it is published again.

    Raises NotAllowed for a title that could tell who it is about: it stands where no warning is answered.
    """
    names_nobody(review, title)
    review.title, review.text = title.strip(), text.strip()
    review.save(update_fields=["title", "text"])
    record("write-review", on=review, by=by)
    return review


@transaction.atomic
def answer_warning(*, review: SafeguardingAdultReview, warning: Warning, because: str, by) -> AnonymityAnswer:
    """Say why nobody can be known from words that were warned of, in the sentence they stand in. Said again, it is a new row.

    Raises NotAllowed without a reason, or where nothing warns of them.
    """
    if not because.strip():
        raise NotAllowed(Decision(False, ("Say why nobody can be known from these words, or take them out.",)))
    if warning not in warnings_of(review):
        raise NotAllowed(Decision(False, ("These words are not warned of any more.",)))
    answer = AnonymityAnswer.objects.create(
        authority_id=review.authority_id, recorded_by=by, review=review, what=warning.what, found=warning.found, sentence=warning.sentence,
        because=because.strip(),
    )  # fmt: skip
    record("answer-anonymity-warning", on=answer, by=by)
    return answer


@transaction.atomic
def publish_review(*, review: SafeguardingAdultReview, by) -> SafeguardingAdultReview:
    """Publish the title and the text as they stand, to everybody of the authority who uses Heard.

    Raises NotAllowed while a warning is not answered.
    """
    insist(may_publish(text=review.text, warnings=warnings_of(review), answered=answered_in(review)))
    review.published, review.published_title = review.text, review.title
    review.published_at, review.published_by = timezone.now(), by
    review.save(update_fields=["published", "published_title", "published_at", "published_by"])
    record("publish-review", on=review, by=by)
    return review
